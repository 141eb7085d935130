#pragma once

#include <optional>
#include <string>

#include "sim/input/reading.hpp"
#include "sim/input/value.hpp"

namespace meesterplan::input {

/// The table that file number `file` holds; empty, with a problem at the first
/// syntax error, when it is no TOML.
std::optional<Value> read_toml(Reading& reading, int file);

/// The scenario file at `path` laid over those that it extends; empty when one
/// of them cannot be read or they extend each other in a circle. `name` and
/// `description` are not inherited.
std::optional<Value> read_with_bases(Reading& reading, std::string const& path);

/// The value that a text such as `0.3`, `[2026, 2027]` or `fill.csv` stands
/// for: TOML when it is, else the text itself.
Value parse_setting(std::string const& text, Place place);

}  // namespace meesterplan::input
