#pragma once

#include <string>
#include <string_view>

#include "sim/cli/command.hpp"
#include "sim/cli/grammar.hpp"

namespace meesterplan::cli {

/// The help on `about` (Verb::help: on the whole command), examples first, lines
/// of at most 80 characters; its options are those of the parser.
std::string help_text(Verb about, Language language);

/// The part of it that is a command's own: examples, notes and options.
std::string verb_help(std::string_view name, Language language);

/// The part on how the command ends.
std::string exit_help(Language language);

/// What a command does, in a few words; empty for one that is not there.
std::string verb_summary(std::string_view name, Language language);

/// What an option does, in a few words; empty for one that is not there.
std::string option_summary(OptionGrammar const& option, Language language);

}  // namespace meesterplan::cli
