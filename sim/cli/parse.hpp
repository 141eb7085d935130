#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <utility>

#include "sim/base/text.hpp"
#include "sim/cli/command.hpp"

namespace meesterplan::cli {

/// The command line cannot be understood.
class UsageError final : public std::runtime_error {
 public:
  UsageError(Language language, Text text)
      : std::runtime_error(text.en), language_(language), text_(std::move(text)) {}

  /// One line in the language that the user asked for, with a suggestion.
  std::string const& text() const { return text_.in(language_); }
  Language language() const { return language_; }

 private:
  Language language_;
  Text text_;
};

/// The language of an environment: that of the first of LC_ALL, LC_MESSAGES and
/// LANG that is set; Dutch when it starts with "nl", otherwise English.
Language language_of(char const* lc_all, char const* lc_messages, char const* lang);

/// The Command that `arguments` (without the program's own name) ask for, in
/// `language` unless they name another. Throws UsageError.
Command parse(std::span<std::string const> arguments, Language language);

}  // namespace meesterplan::cli
