#include "sim/cli/numbers.hpp"

#include <cmath>

#include <fmt/format.h>

namespace meesterplan::cli {
namespace {

/// `digits` (no sign) with the thousands apart.
std::string grouped(std::string const& digits, Language language) {
  std::string text;
  for (std::size_t index = 0; index < digits.size(); ++index) {
    bool const group_begins = index > 0 && (digits.size() - index) % 3 == 0;
    if (group_begins)
      text += language == Language::nl ? ' ' : ',';
    text += digits[index];
  }
  return text;
}

}  // namespace

std::string whole(std::int64_t value, Language language) {
  std::string const digits = fmt::format("{}", value);
  if (value < 0)
    return "-" + grouped(digits.substr(1), language);
  return grouped(digits, language);
}

std::string counted(std::int64_t n, Text const& one, Text const& more, Language language) {
  return whole(n, language) + " " + (n == 1 ? one : more).in(language);
}

std::string decimal(double value, int decimals, Language language) {
  if (!std::isfinite(value))
    return "-";
  // Half up, as people round; formatting alone would take 66.5 to 66. A share such
  // as 0.285 lies a hair below the half that it stands for.
  constexpr double hair = 1e-12;
  double const unit = std::pow(10.0, decimals);
  double const rounded = std::floor(std::fabs(value) * unit * (1 + hair) + 0.5) / unit;
  std::string const text = fmt::format("{:.{}f}", rounded, decimals);
  std::size_t const point = text.find('.');
  std::string result = grouped(text.substr(0, point), language);
  if (point != std::string::npos) {
    result += language == Language::nl ? ',' : '.';
    result += text.substr(point + 1);
  }
  // A rounded nothing has no sign.
  bool const is_zero = text.find_first_not_of("0.") == std::string::npos;
  return value < 0 && !is_zero ? "-" + result : result;
}

std::string percent(double share, int decimals, Language language) {
  if (!std::isfinite(share))
    return "-";
  return decimal(100 * share, decimals, language) + "%";
}

std::string chance(double probability, Language language) {
  constexpr double smallest = 0.001;
  if (probability == 0 || probability == 1)
    return percent(probability, 0, language);
  if (probability > 0 && probability < smallest / 2)
    return "<" + percent(smallest, 1, language);
  if (probability < 1 && probability > 1 - smallest / 2)
    return ">" + percent(1 - smallest, 1, language);
  return percent(probability, 1, language);
}

std::string points(double standard_error, Language language) {
  double const in_points = 100 * standard_error;
  return decimal(in_points, in_points > 0 && in_points < 0.1 ? 2 : 1, language);
}

}  // namespace meesterplan::cli
