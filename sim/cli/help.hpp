#pragma once

#include <string>

#include "sim/cli/command.hpp"

namespace meesterplan::cli {

/// The help on `about` (Verb::help: on the whole command), examples first, lines
/// of at most 80 characters.
std::string help_text(Verb about, Language language);

}  // namespace meesterplan::cli
