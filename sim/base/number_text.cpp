#include "sim/base/number_text.hpp"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

namespace meesterplan {

Text localized(std::string written) {
  std::string dutch = written;
  std::replace(dutch.begin(), dutch.end(), '.', ',');
  return {std::move(dutch), std::move(written)};
}

Text number_text(double number) {
  return localized(fmt::format("{}", number));
}

Text number_text(Fte fte) {
  return number_text(static_cast<double>(fte.thousandths) / 1000);
}

Text rounded_text(double number) {
  return localized(fmt::format("{:.6g}", number));
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace meesterplan
