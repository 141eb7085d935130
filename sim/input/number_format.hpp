#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace meesterplan::input {

/// What the number in a cell of a workbook means.
enum class NumberKind { number, date };

/// Of the formats that workbooks know by number and do not write out
/// (ECMA-376 part 1, 18.8.30): dates are 14-17, 22, and 27-31, 36, 50-54,
/// 57 and 58 of East Asia; times of day are numbers.
NumberKind kind_of_builtin(int format);

/// Of a format that is written out, such as `dd-mm-yyyy` or `[$-413]d mmmm jj`:
/// a date when it shows a day or a year, whatever is quoted or in brackets.
NumberKind kind_of_format(std::string_view code);

/// From which day a workbook counts.
enum class DateSystem { from_1900, from_1904 };

/// The day of a cell's number as yyyy-mm-dd, its time of day dropped; empty
/// when it lies outside the years 1900 to 9999. Workbooks from 1900 have a 29
/// February in that year, which never was: it is 28 February here.
std::optional<std::string> day_of_serial(double serial, DateSystem system);

/// Turns the signs that workbooks write as _xHHHH_ back: control signs, of which
/// the carriage return is left out, and _x005F_, which is a plain underscore.
void decode_escapes(std::string& text);

/// A number as typed rather than as stored: 15 significant digits, as Excel
/// shows, without exponent; what rounding left below 1e-12 is 0. Empty when it is
/// not finite or beyond 10^15.
std::optional<std::string> plain_number(double value);

}  // namespace meesterplan::input
