#include "sim/cli/manual.hpp"

#include <sstream>

#include <fmt/format.h>

#include "sim/cli/grammar.hpp"
#include "sim/cli/help.hpp"
#include "sim/output/version.hpp"

namespace meesterplan::cli {
namespace {

/// What troff would read as its own sign, written out.
std::string escaped(std::string const& line) {
  std::string text;
  for (char const letter : line) {
    if (letter == '\\') {
      text += "\\e";
    } else if (letter == '-') {
      text += "\\-";
    } else {
      text += letter;
    }
  }
  bool const is_request = !text.empty() && (text.front() == '.' || text.front() == '\'');
  return is_request ? "\\&" + text : text;
}

/// Help as it stands; its headings (no indent, one word) in bold.
std::string preformatted(std::string const& help) {
  std::istringstream lines(help);
  std::string text = ".nf\n";
  for (std::string line; std::getline(lines, line);) {
    bool const is_heading =
        !line.empty() && line.front() != ' ' && line.find_first_of(" .") == std::string::npos;
    text += is_heading ? ".B " + line + "\n" : escaped(line) + "\n";
  }
  return text + ".fi\n";
}

std::string section(std::string const& title, std::string const& text) {
  return ".SH " + title + "\n" + text;
}

std::string synopsis(Grammar const& known, std::string const& options) {
  std::string text;
  for (VerbGrammar const& verb : known.verbs) {
    std::string const operand = verb.operand.empty() ? "" : escaped(verb.operand) + " ";
    text += fmt::format(".B meesterplan {}\n{}[{}]\n.br\n", verb.name, operand, options);
  }
  return text;
}

}  // namespace

std::string manual_page(Language language) {
  bool const nl = language == Language::nl;
  Grammar const known = grammar();
  std::string text = fmt::format(".TH MEESTERPLAN 1 \"\" \"meesterplan {}\" \"{}\"\n",
                                 output::version(), nl ? "Opdrachten" : "User Commands");
  text += section(nl ? "NAAM" : "NAME",
                  nl ? "meesterplan \\- hoe groot is de kans dat de school haar doel haalt?\n"
                     : "meesterplan \\- how likely is it that the school meets its goal?\n");
  text += section(nl ? "OVERZICHT" : "SYNOPSIS", synopsis(known, nl ? "opties" : "options"));
  text += section(
      nl ? "BESCHRIJVING" : "DESCRIPTION",
      nl ? "Speelt de komende jaren van een school, een bestuur of een regio duizenden keren na,\n"
           "docent voor docent, en zegt hoe groot de kans op elk doel is.\n"
         : "Plays the coming years of a school, a board or a region thousands of times,\n"
           "teacher by teacher, and tells how likely each target is.\n");
  text += section(nl ? "OPDRACHTEN" : "COMMANDS", "");
  for (VerbGrammar const& verb : known.verbs) {
    text += fmt::format(".SS {}\n{}.\n", verb.name, escaped(verb_summary(verb.name, language)));
    text += preformatted(verb_help(verb.name, language));
  }
  text += section(nl ? "AFLOOP" : "EXIT STATUS", preformatted(exit_help(language)));
  text += section(
      nl ? "OMGEVING" : "ENVIRONMENT",
      nl ? "LC_ALL, LC_MESSAGES en LANG bepalen de taal. Er is geen kleur, dus NO_COLOR verandert\n"
           "niets; de voortgangsbalk staat alleen op een terminal, en niet bij TERM=dumb.\n"
         : "LC_ALL, LC_MESSAGES and LANG decide the language. There is no colour, so NO_COLOR\n"
           "changes nothing; the progress bar is shown on a terminal only, and not with "
           "TERM=dumb.\n");
  text += section(nl ? "ZIE OOK" : "SEE ALSO",
                  "/usr/share/doc/meesterplan, /usr/share/meesterplan/scenarios\n");
  return text;
}

}  // namespace meesterplan::cli
