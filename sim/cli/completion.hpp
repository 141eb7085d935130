#pragma once

#include <string>
#include <string_view>

#include "sim/base/text.hpp"

namespace meesterplan::cli {

/// The script that makes `shell` (bash, zsh or fish) complete the command: verbs,
/// options, their values, scenarios, folders and keys, all from the parser's grammar.
/// Descriptions, where the shell shows them, are in `language`.
std::string completion_script(std::string_view shell, Language language);

}  // namespace meesterplan::cli
