#include "sim/cli/completion.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "sim/cli/grammar.hpp"
#include "sim/cli/help.hpp"
#include "sim/cli/library_cards.hpp"
#include "sim/input/definitions.hpp"
#include "sim/output/explanation.hpp"

namespace meesterplan::cli {
namespace {

using Words = std::vector<std::string>;

std::string joined(Words const& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

/// The commands that help can be asked about.
Words verb_names(Grammar const& known) {
  Words names;
  for (VerbGrammar const& verb : known.verbs)
    names.push_back(verb.name);
  return names;
}

/// The paths of what can be explained; of `keys` only those that --set takes.
Words explained(bool only_keys) {
  Words paths;
  for (output::Explanation const& explanation : output::explanations()) {
    bool const is_key = explanation.topic == output::Topic::key;
    bool const is_settable =
        is_key && !input::is_list_of_tables(explanation.group) && explanation.path != "extends";
    if (!only_keys)
      paths.push_back(explanation.path);
    if (only_keys && is_settable)
      paths.push_back(explanation.path + "=");
  }
  for (output::Explanation const& explanation : library_explanations()) {
    if (!only_keys)
      paths.push_back(explanation.path);
  }
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

/// Which names of files can be typed for a value or operand.
enum class Paths { none, any, scenarios, folders };

Paths paths_for(std::string const& value) {
  if (value == "SCENARIO" || value == "SCENARIO|RUNS")
    return Paths::scenarios;
  if (value == "FOLDER" || value == "RUNS")
    return Paths::folders;
  return value == "FILE" || value == "PERSONNEL" || value == "MARGINS" ? Paths::any : Paths::none;
}

/// What can be typed for a value or operand; empty where only files can.
Words words_for(std::string const& value, Grammar const& known) {
  if (paths_for(value) != Paths::none)
    return {};
  if (value == "KEY=VALUE")
    return explained(true);
  if (value == "KEY")
    return explained(false);
  if (value == "COMMAND")
    return verb_names(known);
  return choices(value);
}

/// Text between single quotes, as every one of the shells reads it.
std::string in_quotes(std::string const& text) {
  std::string quoted = "'";
  for (char const letter : text)
    quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return quoted + "'";
}

// bash: one function; what may follow is looked up by command and option.

std::string bash_action(std::string const& value, Grammar const& known) {
  Paths const paths = paths_for(value);
  if (paths == Paths::scenarios)
    return "_meesterplan_files '*.toml'";
  if (paths == Paths::any)
    return "_meesterplan_files '*'";
  if (paths == Paths::folders)
    return "mapfile -t COMPREPLY < <(compgen -d -- \"$word\"); compopt -o filenames";
  Words const words = words_for(value, known);
  if (words.empty())
    return "COMPREPLY=()";
  std::string const nospace = value == "KEY=VALUE" ? "; compopt -o nospace" : "";
  return fmt::format("_meesterplan_words {}{}", in_quotes(joined(words)), nospace);
}

std::string bash_cases(std::vector<OptionGrammar> const& options, Grammar const& known) {
  std::string text;
  for (OptionGrammar const& option : options) {
    if (!option.value.empty()) {
      text += fmt::format("        {}) {}; return ;;\n", fmt::join(option.names, "|"),
                          bash_action(option.value, known));
    }
  }
  return text;
}

Words option_names(std::vector<OptionGrammar> const& options) {
  Words names;
  for (OptionGrammar const& option : options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

std::string bash_verb(VerbGrammar const& verb, Grammar const& known) {
  std::string const operand =
      verb.operand.empty() ? "COMPREPLY=()" : bash_action(verb.operand, known);
  return fmt::format(
      "    {})\n      case $before in\n{}      esac\n"
      "      if [[ $word == -* ]]; then\n        _meesterplan_words {}\n"
      "      else\n        {}\n      fi ;;\n",
      verb.name, bash_cases(verb.options, known), in_quotes(joined(option_names(verb.options))),
      operand);
}

std::string bash(Grammar const& known) {
  Words first = verb_names(known);
  Words const options = option_names(known.options);
  first.insert(first.end(), options.begin(), options.end());
  std::string text = R"(# Completion of meesterplan for bash.
_meesterplan_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word")
}
_meesterplan_files() {
  mapfile -t COMPREPLY < <(compgen -d -- "$word"; compgen -G "$word$1")
  compopt -o filenames
}
_meesterplan() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb= i
  # bash takes the sign of --lang=nl and study.capacity=0.2 for a word of its own.
  local line=${COMP_LINE:0:COMP_POINT}
  line=${line##*[[:space:]]}
  if [[ $line == --set=* ]]; then before=--set word=${line#--set=}
  elif [[ $line == --*=* ]]; then before=${line%%=*} word=${line#*=}
  elif [[ $line == *=* ]]; then COMPREPLY=(); return; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
)";
  Words const verbs = verb_names(known);
  text += fmt::format("      {}) verb=${{COMP_WORDS[i]}}; break ;;\n", fmt::join(verbs, "|"));
  text += R"(    esac
  done
  COMPREPLY=()
  case $verb in
    '')
      case $before in
)" + bash_cases(known.options, known);
  text += fmt::format("      esac\n      _meesterplan_words {} ;;\n", in_quotes(joined(first)));
  for (VerbGrammar const& verb : known.verbs)
    text += bash_verb(verb, known);
  return text + "  esac\n}\ncomplete -F _meesterplan meesterplan\n";
}

// zsh: _arguments, one list a command.

/// What zsh's _arguments would read as its own sign.
std::string for_zsh(std::string const& text) {
  std::string escaped;
  for (char const letter : text) {
    if (letter == ':' || letter == '[' || letter == ']' || letter == '\\')
      escaped += '\\';
    escaped += letter;
  }
  return escaped;
}

std::string zsh_action(std::string const& value, Grammar const& known) {
  Paths const paths = paths_for(value);
  if (paths == Paths::scenarios)
    return "_files -g \"*.toml\"";
  if (paths == Paths::any)
    return "_files";
  if (paths == Paths::folders)
    return "_files -/";
  Words const words = words_for(value, known);
  if (words.empty())
    return "";
  std::string const quick = value == "KEY=VALUE" ? "compadd -S \"\" - " : "compadd - ";
  return "{" + quick + joined(words) + "}";
}

std::string zsh_options(std::vector<OptionGrammar> const& options, Grammar const& known,
                        Language language) {
  std::string text;
  for (OptionGrammar const& option : options) {
    std::string const summary = for_zsh(option_summary(option, language));
    for (std::string const& name : option.names) {
      std::string const repeat = name == "--set" ? "*" : "";
      std::string spec = fmt::format("{}{}[{}]", repeat, name, summary);
      if (!option.value.empty())
        spec += fmt::format(":{}:{}", for_zsh(option.value), zsh_action(option.value, known));
      text += " \\\n        " + in_quotes(spec);
    }
  }
  return text;
}

std::string zsh(Grammar const& known, Language language) {
  std::string text =
      "#compdef meesterplan\n# Completion of meesterplan for zsh.\n"
      "_meesterplan() {\n  local state line verb\n  local -a verbs\n  verbs=(\n";
  for (VerbGrammar const& verb : known.verbs) {
    text += fmt::format("    {}\n", in_quotes(verb.name + ":" + verb_summary(verb.name, language)));
  }
  text += "  )\n  _arguments -C" + zsh_options(known.options, known, language) +
          " \\\n        '1:command:->verb' '*::argument:->rest'\n"
          "  case $state in\n    verb) _describe command verbs ;;\n    rest)\n"
          "      case $words[1] in\n";
  for (VerbGrammar const& verb : known.verbs) {
    text += fmt::format("        {}) _arguments{}", verb.name,
                        zsh_options(verb.options, known, language));
    if (!verb.operand.empty()) {
      text += " \\\n        " + in_quotes(fmt::format("1:{}:{}", for_zsh(verb.operand),
                                                      zsh_action(verb.operand, known)));
    }
    text += " ;;\n";
  }
  return text +
         "      esac ;;\n  esac\n}\n"
         "if [ \"$funcstack[1]\" = _meesterplan ]; then\n  _meesterplan \"$@\"\nelse\n"
         "  compdef _meesterplan meesterplan\nfi\n";
}

// fish: a line an option.

std::string fish_option(std::string const& condition, OptionGrammar const& option,
                        Grammar const& known, Language language) {
  std::string line = "complete -c meesterplan -n " + in_quotes(condition);
  for (std::string const& name : option.names) {
    line += name.compare(0, 2, "--") == 0 ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  if (paths_for(option.value) == Paths::folders) {
    line += " -x -a '(__fish_complete_directories)'";
  } else if (paths_for(option.value) == Paths::any) {
    line += " -r -F";
  } else if (!option.value.empty()) {
    line += " -x";
    Words const words = words_for(option.value, known);
    if (!words.empty())
      line += " -a " + in_quotes(joined(words));
  }
  return line + " -d " + in_quotes(option_summary(option, language)) + "\n";
}

std::string fish_operand(std::string const& condition, std::string const& operand,
                         Grammar const& known) {
  std::string const line = "complete -c meesterplan -n " + in_quotes(condition);
  Paths const paths = paths_for(operand);
  if (paths == Paths::scenarios)
    return line + " -k -a '(__fish_complete_suffix .toml)'\n";
  if (paths == Paths::any)
    return line + " -F\n";
  if (paths == Paths::folders)
    return line + " -a '(__fish_complete_directories)'\n";
  return line + " -a " + in_quotes(joined(words_for(operand, known))) + "\n";
}

std::string fish(Grammar const& known, Language language) {
  std::string text = "# Completion of meesterplan for fish.\ncomplete -c meesterplan -f\n";
  std::string const none = "not __fish_seen_subcommand_from " + joined(verb_names(known));
  for (VerbGrammar const& verb : known.verbs) {
    text += fmt::format("complete -c meesterplan -n {} -a {} -d {}\n", in_quotes(none), verb.name,
                        in_quotes(verb_summary(verb.name, language)));
  }
  for (OptionGrammar const& option : known.options)
    text += fish_option(none, option, known, language);
  for (VerbGrammar const& verb : known.verbs) {
    std::string const chosen = "__fish_seen_subcommand_from " + verb.name;
    for (OptionGrammar const& option : verb.options)
      text += fish_option(chosen, option, known, language);
    if (!verb.operand.empty())
      text += fish_operand(chosen, verb.operand, known);
  }
  return text;
}

}  // namespace

std::string completion_script(std::string_view shell, Language language) {
  Grammar const known = grammar();
  if (shell == "bash")
    return bash(known);
  return shell == "zsh" ? zsh(known, language) : fish(known, language);
}

}  // namespace meesterplan::cli
