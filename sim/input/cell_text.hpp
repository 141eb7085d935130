#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/calendar.hpp"

namespace meesterplan::input {

/// Whether a text only says that something is not known (onbekend, unknown, ?).
bool says_unknown(std::string_view text);

/// Whether a text is one of DUO's masks (<5, *, **, x): a number that was
/// withheld, never zero.
bool is_mask(std::string_view text);

/// Whether a text is what a spreadsheet shows for a formula that failed (#N/B,
/// #REF!) or a column that is too narrow (####).
bool is_sheet_error(std::string_view text);

/// A number as it was written, exactly: digits x 10^exponent. Digits beyond
/// the eighteenth after the point are cut off.
struct Decimal {
  bool negative = false;
  std::int64_t digits = 0;
  int exponent = 0;

  /// The nearest double.
  double to_double() const;
  /// This number in units of 10^-`decimals`, rounded half up; empty when
  /// negative or beyond 10^15.
  std::optional<std::int64_t> scaled(int decimals) const;
};

/// Why a text is no number.
enum class NumberFault { none, mask, not_a_number, two_separators };

struct ParsedNumber {
  NumberFault fault = NumberFault::none;
  Decimal value;
};

/// Reads a number with decimal comma or point, optionally followed by `%`,
/// which divides it by 100. No thousands separators, nan or inf.
ParsedNumber parse_number(std::string_view text);

/// The digits of a whole number that has a point or comma before each three of
/// them (1.250, 1,000,000); empty for any other text.
std::string without_thousands_signs(std::string_view text);

/// Why a text is no date.
enum class DateFault { none, not_a_date, no_such_day };

struct ParsedDate {
  DateFault fault = DateFault::none;
  Date value;
};

/// Reads dd-mm-yyyy, d-m-yy (00-29 is 20xx), yyyy-mm-dd (also with / or . and
/// with a time behind it, which is dropped), or an Excel serial number
/// (days since 30 December 1899; 10000..99999).
ParsedDate parse_date(std::string_view text);

/// Days in a month (1..12) of a year.
int days_in_month(int year, int month);

/// Whole years from `from` up to and including `to`; negative when `to` is earlier.
int completed_years(Date from, Date to);

}  // namespace meesterplan::input
