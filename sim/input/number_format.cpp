#include "sim/input/number_format.hpp"

#include <charconv>
#include <chrono>
#include <cmath>

#include <fmt/core.h>

namespace meesterplan::input {
namespace {

bool is_between(int value, int low, int high) {
  return value >= low && value <= high;
}

/// Where what starts at `at` and means nothing by itself ends: a quoted text, a
/// bracket, an escaped letter.
std::size_t end_of_literal(std::string_view code, std::size_t at) {
  char const letter = code[at];
  if (letter == '"' || letter == '[') {
    std::size_t const end = code.find(letter == '"' ? '"' : ']', at + 1);
    return end == std::string_view::npos ? code.size() : end + 1;
  }
  // A backslash shows the next letter, an underscore leaves its width, a star
  // fills with it.
  return letter == '\\' || letter == '_' || letter == '*' ? at + 2 : at;
}

}  // namespace

NumberKind kind_of_builtin(int format) {
  bool const date = is_between(format, 14, 17) || format == 22 || is_between(format, 27, 31) ||
                    format == 36 || is_between(format, 50, 54) || format == 57 || format == 58;
  return date ? NumberKind::date : NumberKind::number;
}

NumberKind kind_of_format(std::string_view code) {
  // "General" and its translations hold letters of dates.
  if (code.find("eneral") != std::string_view::npos ||
      code.find("tandaard") != std::string_view::npos)
    return NumberKind::number;
  for (std::size_t at = 0; at < code.size();) {
    std::size_t const end = end_of_literal(code, at);
    if (end > at) {
      at = end;
      continue;
    }
    // d and y in every language of Excel's files; j is what Dutch users type.
    if (std::string_view("dDyYjJ").find(code[at]) != std::string_view::npos)
      return NumberKind::date;
    ++at;
  }
  return NumberKind::number;
}

std::optional<std::string> day_of_serial(double serial, DateSystem system) {
  constexpr int days_of_1904 = 1462;
  constexpr double last = 2958465;  // 31 December 9999
  double const day = std::floor(serial) + (system == DateSystem::from_1904 ? days_of_1904 : 0);
  if (!(day >= 1 && day <= last))
    return std::nullopt;
  auto count = static_cast<int>(day);
  constexpr int never_was = 60;  // 29 February 1900
  if (count < never_was)
    ++count;
  using std::chrono::sys_days;
  std::chrono::year_month_day const date{sys_days{std::chrono::year{1899} / 12 / 30} +
                                         std::chrono::days{count}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

void decode_escapes(std::string& text) {
  constexpr std::size_t length = 7;  // _x000D_
  std::size_t at = 0;
  while ((at = text.find("_x", at)) != std::string::npos) {
    unsigned code = 0;
    char const* const digits = text.data() + at + 2;
    bool const is_one = at + length <= text.size() && text[at + length - 1] == '_' &&
                        std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4 &&
                        code < 0x80;
    bool const is_return = is_one && code == '\r';
    if (is_one)
      text.replace(at, length, is_return ? 0 : 1, static_cast<char>(code));
    // What was put in is not looked at again.
    at += is_return ? 0 : 1;
  }
}

std::optional<std::string> plain_number(double value) {
  constexpr double most = 1e15;
  constexpr double residue = 1e-12;
  if (!(std::abs(value) < most))
    return std::nullopt;
  if (std::abs(value) < residue)
    return "0";
  // d.dddddddddddddde+xx: 15 digits, and where the point belongs.
  constexpr std::size_t significant = 15;
  std::string const scientific = fmt::format("{:.{}e}", std::abs(value), significant - 1);
  std::string digits = scientific.substr(0, 1) + scientific.substr(2, significant - 1);
  int const exponent = std::stoi(scientific.substr(scientific.find('e') + 1));
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.empty())
    return "0";
  std::string const sign = value < 0 ? "-" : "";
  if (exponent < 0)
    return sign + "0." + std::string(static_cast<std::size_t>(-exponent) - 1, '0') + digits;
  std::size_t const whole = static_cast<std::size_t>(exponent) + 1;
  if (whole >= digits.size())
    return sign + digits + std::string(whole - digits.size(), '0');
  return sign + digits.insert(whole, ".");
}

}  // namespace meesterplan::input
