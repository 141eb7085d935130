#include "sim/input/cell_text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

#include <fast_float/fast_float.h>
#include <fmt/core.h>

#include "sim/base/text.hpp"

namespace meesterplan::input {
namespace {

constexpr std::int64_t most_digits = 100'000'000'000'000'000;  ///< 10^17

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool equals(std::string_view text, std::string_view small) {
  return std::equal(text.begin(), text.end(), small.begin(), small.end(),
                    [](char letter, char other) { return lower(letter) == other; });
}

/// Takes whole digits off the front of `text`; -1 when there are none or too many.
int take_number(std::string_view& text) {
  int value = 0;
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n]) && n < 5)
    value = value * 10 + (text[n++] - '0');
  text.remove_prefix(n);
  return n == 0 || n == 5 ? -1 : value;
}

ParsedDate checked(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) {
    return {DateFault::no_such_day, Date{year, month, day}};
  }
  return {DateFault::none, Date{year, month, day}};
}

ParsedDate from_serial(int serial) {
  using std::chrono::sys_days;
  std::chrono::year_month_day const day{sys_days{std::chrono::year{1899} / 12 / 30} +
                                        std::chrono::days{serial}};
  return {DateFault::none,
          Date{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
               static_cast<int>(static_cast<unsigned>(day.day()))}};
}

/// Whether what stands behind a date is a time of day.
bool is_time(std::string_view text) {
  if (text.empty() || (text.front() != ' ' && text.front() != 'T'))
    return false;
  return std::all_of(text.begin() + 1, text.end(), [](char letter) {
    return is_digit(letter) || letter == ':' || letter == '.';
  });
}

}  // namespace

bool says_unknown(std::string_view text) {
  std::array<std::string_view, 5> const words{"?", "onbekend", "unknown", "onb", "onb."};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return equals(text, word); });
}

bool is_mask(std::string_view text) {
  if (text == "*" || text == "**" || equals(text, "x"))
    return true;
  return text.size() >= 2 && (text[0] == '<' || text[0] == '>') &&
         std::all_of(text.begin() + 1, text.end(), [](char letter) {
           return is_digit(letter) || letter == ' ' || letter == '=';
         });
}

bool is_sheet_error(std::string_view text) {
  if (text.empty() || text.front() != '#')
    return false;
  std::array<std::string_view, 14> const errors{
      "#n/b",    "#n/a",   "#verw!", "#ref!",   "#waarde!", "#value!", "#deel/0!",
      "#div/0!", "#naam?", "#name?", "#getal!", "#num!",    "#leeg!",  "#null!"};
  return text.find_first_not_of('#') == std::string_view::npos ||
         std::any_of(errors.begin(), errors.end(),
                     [&](std::string_view error) { return equals(text, error); });
}

double Decimal::to_double() const {
  std::string const text = fmt::format("{}{}e{}", negative ? "-" : "", digits, exponent);
  double value = 0;
  fast_float::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<std::int64_t> Decimal::scaled(int decimals) const {
  if (negative && digits != 0)
    return std::nullopt;
  constexpr std::int64_t limit = 1'000'000'000'000'000;
  std::int64_t value = digits;
  int shift = exponent + decimals;
  for (; shift > 0 && value != 0; --shift) {
    if (value > limit)
      return std::nullopt;
    value *= 10;
  }
  for (; shift < -1 && value != 0; ++shift)
    value /= 10;
  // Of what is cut off only the first digit decides.
  if (shift == -1)
    value = (value + 5) / 10;
  return value > limit ? std::nullopt : std::optional<std::int64_t>(value);
}

ParsedNumber parse_number(std::string_view text) {
  if (is_mask(text))
    return {NumberFault::mask, {}};
  ParsedNumber const wrong{NumberFault::not_a_number, {}};
  Decimal value;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+'))
    value.negative = text[at++] == '-';
  int n_digits = 0;
  int n_separators = 0;
  for (; at < text.size() && (is_digit(text[at]) || text[at] == ',' || text[at] == '.'); ++at) {
    if (!is_digit(text[at])) {
      ++n_separators;
      continue;
    }
    ++n_digits;
    if (value.digits < most_digits) {
      value.digits = value.digits * 10 + (text[at] - '0');
      if (n_separators > 0)
        --value.exponent;
    } else if (n_separators == 0) {
      ++value.exponent;
    }
  }
  if (n_digits == 0)
    return wrong;
  if (n_separators > 1)
    return {NumberFault::two_separators, {}};
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    bool const down = at < text.size() && text[at] == '-';
    if (at < text.size() && (text[at] == '-' || text[at] == '+'))
      ++at;
    std::string_view rest = text.substr(at);
    int const power = take_number(rest);
    if (power < 0 || power > 300)
      return wrong;
    value.exponent += down ? -power : power;
    at = text.size() - rest.size();
  }
  while (at < text.size() && text[at] == ' ')
    ++at;
  if (at < text.size() && text[at] == '%') {
    value.exponent -= 2;
    ++at;
  }
  if (at != text.size())
    return wrong;
  return {NumberFault::none, value};
}

std::string without_thousands_signs(std::string_view text) {
  std::string digits;
  std::size_t n_since_sign = 0;
  bool separated = false;
  for (char const letter : text) {
    if (is_digit(letter)) {
      digits.push_back(letter);
      if (++n_since_sign > 3)
        return {};
      continue;
    }
    bool const between =
        (letter == '.' || letter == ',') && n_since_sign > 0 && (!separated || n_since_sign == 3);
    if (!between || digits == "0")
      return {};
    separated = true;
    n_since_sign = 0;
  }
  return separated && n_since_sign == 3 ? digits : std::string();
}

int days_in_month(int year, int month) {
  std::chrono::year_month_day_last const last{std::chrono::year{year} /
                                              std::chrono::month{static_cast<unsigned>(month)} /
                                              std::chrono::last};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

int completed_years(Date from, Date to) {
  bool const before_anniversary =
      to.month < from.month || (to.month == from.month && to.day < from.day);
  return to.year - from.year - (before_anniversary ? 1 : 0);
}

ParsedDate parse_date(std::string_view text) {
  ParsedDate const wrong{DateFault::not_a_date, {}};
  if (text.size() == 5 && std::all_of(text.begin(), text.end(), is_digit)) {
    int serial = 0;
    for (char const digit : text)
      serial = serial * 10 + (digit - '0');
    return serial >= 10000 ? from_serial(serial) : wrong;
  }
  std::string_view rest = text;
  std::array<int, 3> parts{};
  std::array<std::size_t, 3> sizes{};
  char separator = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::size_t const before = rest.size();
    parts[i] = take_number(rest);
    sizes[i] = before - rest.size();
    if (parts[i] < 0)
      return wrong;
    if (i == 2)
      break;
    if (rest.empty() || (rest[0] != '-' && rest[0] != '/' && rest[0] != '.'))
      return wrong;
    if (i == 1 && rest[0] != separator)
      return wrong;
    separator = rest[0];
    rest.remove_prefix(1);
  }
  if (!rest.empty() && !is_time(rest))
    return wrong;
  if (sizes[0] == 4 && sizes[1] <= 2 && sizes[2] <= 2)
    return checked(parts[0], parts[1], parts[2]);
  if (sizes[0] > 2 || sizes[1] > 2)
    return wrong;
  if (sizes[2] == 2)
    return checked(parts[2] + (parts[2] < 30 ? 2000 : 1900), parts[1], parts[0]);
  return sizes[2] == 4 ? checked(parts[2], parts[1], parts[0]) : wrong;
}

}  // namespace meesterplan::input
