#include "sim/base/csv_line.hpp"

#include <utility>

#include <fmt/format.h>

namespace meesterplan {

std::string_view csv_mark(CsvForm form) {
  return form == CsvForm::nl ? "\xEF\xBB\xBF" : "";
}

void CsvLine::begin() {
  if (!is_first_)
    line_ += form_ == CsvForm::nl ? ';' : ',';
  is_first_ = false;
}

void CsvLine::text(std::string_view text) {
  begin();
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

void CsvLine::whole(std::int64_t number) {
  begin();
  line_ += std::to_string(number);
}

void CsvLine::add_digits(std::string digits) {
  std::size_t const point = digits.find('.');
  if (form_ == CsvForm::nl && point != std::string::npos)
    digits[point] = ',';
  begin();
  line_ += digits;
}

void CsvLine::number(double number) {
  add_digits(fmt::format("{}", number));
}

void CsvLine::number(double number, int decimals) {
  std::string digits = fmt::format("{:.{}f}", number, decimals);
  if (digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.')
      digits.pop_back();
  }
  add_digits(digits == "-0" ? "0" : std::move(digits));
}

std::string CsvLine::take() {
  line_ += "\r\n";
  is_first_ = true;
  return std::exchange(line_, {});
}

}  // namespace meesterplan
