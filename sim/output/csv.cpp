#include "sim/output/csv.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "sim/base/number_text.hpp"

namespace meesterplan::output {
namespace {

void write_text(std::string_view text, char separator, std::ostream& stream) {
  constexpr std::string_view begin_of_formula = "=+-@\t\r";
  bool const is_formula =
      !text.empty() && begin_of_formula.find(text.front()) != std::string_view::npos;
  bool const is_plain = text.find_first_of("\"\r\n") == std::string_view::npos &&
                        text.find(separator) == std::string_view::npos;
  if (!is_plain)
    stream << '"';
  if (is_formula)
    stream << '\'';
  for (char const letter : text) {
    if (letter == '"')
      stream << '"';
    stream << letter;
  }
  if (!is_plain)
    stream << '"';
}

}  // namespace

CsvLines::CsvLines(std::ostream& stream, CsvForm form) : stream_(stream), form_(form) {
  if (form == CsvForm::nl)
    stream << "\xEF\xBB\xBF";
}

void CsvLines::write(std::span<store::Cell const> row) {
  char const separator = form_ == CsvForm::nl ? ';' : ',';
  Language const language = form_ == CsvForm::nl ? Language::nl : Language::en;
  bool is_first = true;
  for (store::Cell const& cell : row) {
    if (!is_first)
      stream_ << separator;
    is_first = false;
    if (auto const* const whole = std::get_if<std::int64_t>(&cell)) {
      stream_ << std::to_string(*whole);
    } else if (auto const* const number = std::get_if<double>(&cell)) {
      stream_ << number_text(*number).in(language);
    } else if (auto const* const text = std::get_if<std::string_view>(&cell)) {
      write_text(*text, separator, stream_);
    }
  }
  stream_ << "\r\n";
}

}  // namespace meesterplan::output
