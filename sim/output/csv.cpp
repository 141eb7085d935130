#include "sim/output/csv.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <ostream>
#include <variant>

#include <fmt/format.h>

namespace meesterplan::output {

CsvLines::CsvLines(std::ostream& stream, CsvForm form) : stream_(stream), form_(form) {
  if (form == CsvForm::nl)
    stream << "\xEF\xBB\xBF";
}

/// The shortest that reads back the same.
void CsvLines::add(double number) {
  std::size_t const begin = line_.size();
  fmt::format_to(std::back_inserter(line_), "{}", number);
  if (form_ == CsvForm::nl)
    std::replace(line_.begin() + static_cast<std::ptrdiff_t>(begin), line_.end(), '.', ',');
}

void CsvLines::add(std::string_view text) {
  constexpr std::string_view begins_formula = "=+-@\t\r";
  std::string_view const special = form_ == CsvForm::nl ? ";\"\r\n" : ",\"\r\n";
  bool const is_formula =
      !text.empty() && begins_formula.find(text.front()) != std::string_view::npos;
  std::string_view const guard = is_formula ? "'" : "";
  if (text.find_first_of(special) == std::string_view::npos) {
    line_.append(guard).append(text);
    return;
  }
  line_.append("\"").append(guard);
  for (char const letter : text)
    line_.append(letter == '"' ? 2 : 1, letter);
  line_ += '"';
}

void CsvLines::write(std::span<store::Cell const> row) {
  line_.clear();
  for (store::Cell const& cell : row) {
    if (&cell != row.data())
      line_ += form_ == CsvForm::nl ? ';' : ',';
    if (auto const* const whole = std::get_if<std::int64_t>(&cell)) {
      fmt::format_to(std::back_inserter(line_), "{}", *whole);
    } else if (auto const* const number = std::get_if<double>(&cell)) {
      add(*number);
    } else if (auto const* const text = std::get_if<std::string_view>(&cell)) {
      add(*text);
    }
  }
  line_ += "\r\n";
  stream_ << line_;
}

}  // namespace meesterplan::output
