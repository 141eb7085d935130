#include "sim/output/csv.hpp"

#include <cstdint>
#include <ostream>
#include <string_view>
#include <variant>

namespace meesterplan::output {

CsvLines::CsvLines(std::ostream& stream, CsvForm form) : stream_(stream), line_(form) {
  stream << csv_mark(form);
}

void CsvLines::write(std::span<store::Cell const> row) {
  for (store::Cell const& cell : row) {
    if (auto const* const whole = std::get_if<std::int64_t>(&cell)) {
      line_.whole(*whole);
    } else if (auto const* const number = std::get_if<double>(&cell)) {
      line_.number(*number);
    } else if (auto const* const text = std::get_if<std::string_view>(&cell)) {
      line_.text(*text);
    } else {
      line_.empty();
    }
  }
  stream_ << line_.take();
}

}  // namespace meesterplan::output
