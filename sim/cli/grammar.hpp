#pragma once

#include <string>
#include <vector>

namespace meesterplan::cli {

/// An option as the parser knows it.
struct OptionGrammar {
  std::vector<std::string> names;  ///< "-o", "--output": short ones first
  std::string value;               ///< "N", "FOLDER", "nl|en"; empty: a switch

  /// "--output": the name to look its text up by.
  std::string const& name() const { return names.back(); }
};

/// A command as the parser knows it.
struct VerbGrammar {
  std::string name;
  std::string operand;  ///< "SCENARIO", "FOLDER", "bash|zsh|fish"; empty: none
  std::vector<OptionGrammar> options;
};

/// What the parser understands, read from the parser itself, so that help, manual and
/// completion are never behind.
struct Grammar {
  std::vector<VerbGrammar> verbs;
  std::vector<OptionGrammar> options;  ///< before the command
};

Grammar grammar();

/// The words of a value such as "nl|en"; empty when it is no choice.
std::vector<std::string> choices(std::string const& value);

}  // namespace meesterplan::cli
