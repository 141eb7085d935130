#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/base/text.hpp"

namespace meesterplan::input {

/// What is wrong with a value without quotes; empty for a number, a date, true or false.
std::optional<Text> wrong_token(std::string_view token);

/// Complaint about curly quotes, when `text` starts with one.
std::optional<Text> typographic(std::string_view text);

/// Complaint about a decimal comma, when the number at the end of `before` and
/// the digits at the start of `after`, behind a comma, are one number.
std::optional<Text> decimal_comma_before(std::string_view before, std::string_view after);

/// Whether a line starts a new key or table, so that what was open before it was
/// never closed.
bool starts_statement(std::string_view line);

std::string_view trim_blanks(std::string_view text);

/// The messages about what stands between values.
Text unclosed_header(std::string_view close);
Text unclosed(std::string_view close, int line);
Text twice(std::string_view what, int line);
Text behind_value(std::string_view rest);
Text without_equals(std::string_view line);
Text without_value(std::string_view key);
Text without_comma();
Text open_quote();
Text backslash();

}  // namespace meesterplan::input
