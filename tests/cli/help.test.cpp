#include "sim/cli/help.hpp"

#include <sstream>
#include <string>

#include "sim/cli/grammar.hpp"
#include "sim/cli/parse.hpp"
#include "sim/cli/table.hpp"
#include "tests/support/catch.hpp"

// Help is written for what the parser knows, all of it.

namespace meesterplan::cli {
namespace {

constexpr Language languages[] = {Language::nl, Language::en};

std::string help_on(std::string const& verb, Language language) {
  std::string const words[] = {"help", verb};
  return help_text(parse(words, language).help_about, language);
}

TEST_CASE("Every command and option that is parsed has a text in both languages") {
  for (Language const language : languages) {
    std::string const whole = help_text(Verb::help, language);
    for (VerbGrammar const& verb : grammar().verbs) {
      INFO(verb.name);
      CHECK_FALSE(verb_summary(verb.name, language).empty());
      // One command under two names is listed under that of the language.
      bool const is_other = verb.name == (language == Language::nl ? "staffing" : "formatie");
      CHECK((whole.find("\n  " + verb.name + " ") == std::string::npos) == is_other);
      std::string const text = help_on(verb.name, language);
      for (OptionGrammar const& option : verb.options) {
        INFO(option.name());
        CHECK_FALSE(option_summary(option, language).empty());
        bool const is_own = verb.name != "help";
        CHECK((!is_own || text.find(option.name()) != std::string::npos));
      }
    }
  }
}

TEST_CASE("Help fits on a terminal of 80 characters") {
  for (Language const language : languages) {
    for (VerbGrammar const& verb : grammar().verbs) {
      std::istringstream lines(help_on(verb.name, language));
      for (std::string line; std::getline(lines, line);) {
        INFO(line);
        CHECK(width_of(line) <= 80);
      }
    }
  }
}

TEST_CASE("The words of a choice are told apart") {
  CHECK(choices("nl|en") == std::vector<std::string>{"nl", "en"});
  CHECK(choices("bash|zsh|fish").size() == 3);
  CHECK(choices("FOLDER").empty());
}

}  // namespace
}  // namespace meesterplan::cli
