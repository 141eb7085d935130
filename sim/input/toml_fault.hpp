#pragma once

#include <optional>
#include <string_view>

#include "sim/base/text.hpp"

namespace meesterplan::input {

/// A mistake in the text of a TOML file.
struct TomlFault {
  int line = 0;    ///< from 1
  int column = 0;  ///< from 1, in characters
  Text message;
};

/// The first of the usual mistakes of who types a scenario: a quote, bracket or
/// equals sign that is missing, a key or table that is there twice, a decimal
/// comma, a word or percentage without quotes, a date or other value that is
/// none, something behind a value. Empty when `text` has none of them; it may
/// still be no TOML.
std::optional<TomlFault> find_toml_fault(std::string_view text);

/// What to tell where none of the usual mistakes was found.
Text general_toml_fault();

}  // namespace meesterplan::input
