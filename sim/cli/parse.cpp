#include "sim/cli/parse.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/cli/grammar.hpp"
#include "sim/cli/reader.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::cli {
namespace {

/// What a command is about; its name in the help.
enum class Operand {
  none,
  scenario,
  answer,
  runs,
  several_runs,
  personnel,
  margins,
  new_folder,
  key,
  shell,
  verb
};

char const* name_of(Operand operand) {
  switch (operand) {
    case Operand::scenario:
      return "SCENARIO";
    case Operand::answer:
      return "SCENARIO|RUNS";
    case Operand::runs:
    case Operand::several_runs:
      return "RUNS";
    case Operand::personnel:
      return "PERSONNEL";
    case Operand::margins:
      return "MARGINS";
    case Operand::new_folder:
      return "FOLDER";
    case Operand::key:
      return "KEY";
    case Operand::shell:
      return "bash|zsh|fish";
    case Operand::verb:
      return "COMMAND";
    default:
      return "";
  }
}

struct Named {
  std::string name;
  Verb verb;
  Operand operand;
};

/// The commands, in the order of the help.
std::vector<Named> const& verbs() {
  static std::vector<Named> const all = {
      {"new", Verb::new_project, Operand::new_folder},
      {"import", Verb::import_school, Operand::personnel},
      {"synthesize", Verb::synthesize, Operand::margins},
      {"aggregate", Verb::aggregate, Operand::scenario},
      {"check", Verb::check, Operand::scenario},
      {"run", Verb::run, Operand::scenario},
      {"why", Verb::why, Operand::answer},
      {"staffing", Verb::staffing, Operand::answer},
      {"formatie", Verb::staffing, Operand::answer},
      {"report", Verb::report, Operand::several_runs},
      {"verify", Verb::verify, Operand::runs},
      {"explain", Verb::explain, Operand::key},
      {"schema", Verb::schema, Operand::none},
      {"completion", Verb::completion, Operand::shell},
      {"version", Verb::version, Operand::none},
      {"help", Verb::help, Operand::verb},
  };
  return all;
}

void add_switch(CLI::App& app, char const* name, bool& value) {
  app.add_flag(name, value)->disable_flag_override();
}

void add_value(CLI::App& app, char const* name, std::optional<std::string>& value,
               char const* shown) {
  app.add_option(name, value)->type_name(shown);
}

void add_common(CLI::App& app, Raw& raw) {
  app.set_help_flag();
  app.allow_extras();
  add_value(app, "--lang", raw.language, "nl|en");
  add_switch(app, "-h,--help", raw.help);
}

void add_scenario(CLI::App& app, Raw& raw) {
  add_value(app, "--replicates", raw.replicates, "N");
  add_value(app, "--seed", raw.seed, "N");
  add_value(app, "--years", raw.years, "N");
  add_value(app, "--uncertainty", raw.uncertainty, "all|chance");
  app.add_option("--set", raw.settings)
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_talk(CLI::App& app, Raw& raw) {
  add_switch(app, "--json", raw.json);
  add_switch(app, "--quiet", raw.quiet);
}

void add_target(CLI::App& app, Raw& raw, char const* shown) {
  add_value(app, "-o,--output", raw.folder, shown);
  add_switch(app, "--overwrite", raw.overwrite);
}

void add_keep(CLI::App& app, Raw& raw) {
  add_target(app, raw, "FOLDER");
  add_value(app, "--name", raw.name, "NAME");
  add_value(app, "--csv", raw.csv, "rfc|nl");
  add_switch(app, "--policies", raw.policies);
  add_value(app, "--populations-in", raw.populations_in, "FOLDER");
}

void add_staffing(CLI::App& app, Raw& raw) {
  add_value(app, "--year", raw.year, "YEAR");
  add_value(app, "--csv", raw.csv, "rfc|nl");
  add_target(app, raw, "FILE");
}

void add_import(CLI::App& app, Raw& raw) {
  add_value(app, "--inzet,--timetable", raw.timetable, "FILE");
  add_value(app, "--diplomas", raw.diplomas, "FILE");
  add_value(app, "--map", raw.profile, "FILE");
  add_value(app, "--start", raw.start, "YEAR");
  add_value(app, "--key", raw.key, "FILE");
  add_target(app, raw, "FOLDER");
  add_talk(app, raw);
}

void add_synthesize(CLI::App& app, Raw& raw) {
  add_value(app, "--duo", raw.duo, "FILE");
  add_value(app, "--locations", raw.locations, "FILE");
  add_value(app, "--populations", raw.populations, "N");
  add_value(app, "--start", raw.start, "YEAR");
  add_value(app, "--seed", raw.seed, "N");
  add_target(app, raw, "FOLDER");
  add_switch(app, "--quiet", raw.quiet);
}

void add_aggregate(CLI::App& app, Raw& raw) {
  add_value(app, "--under", raw.under, "N");
  add_switch(app, "--subjects", raw.subjects);
  add_target(app, raw, "FOLDER");
  add_switch(app, "--quiet", raw.quiet);
}

void add_report(CLI::App& app, Raw& raw) {
  app.add_option("operand", raw.places)->type_name("RUNS");
  app.add_option("--run", raw.kept_runs)
      ->type_name("NAME")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_value(app, "--for", raw.reader, "board|council|hr|region");
  add_target(app, raw, "REPORT");
  add_switch(app, "--quiet", raw.quiet);
}

/// Whether a command about a scenario plays it, or looks whether it may be played.
bool is_played(Named const& named) {
  bool const has_scenario = named.operand == Operand::scenario || named.operand == Operand::answer;
  return has_scenario && named.verb != Verb::aggregate;
}

void add_verb(CLI::App& app, Raw& raw, Named const& named) {
  if (named.verb == Verb::report) {
    add_report(app, raw);
  } else if (named.operand != Operand::none) {
    app.add_option("operand", raw.operand)->type_name(name_of(named.operand));
  }
  bool const may_be_kept = named.operand == Operand::answer || named.operand == Operand::runs;
  if (may_be_kept)
    add_value(app, "--run", raw.kept_run, "NAME");
  if (named.operand == Operand::runs) {
    add_value(app, "--threads", raw.threads, "N");
    add_switch(app, "--quiet", raw.quiet);
  }
  if (is_played(named)) {
    add_scenario(app, raw);
    if (named.verb != Verb::check)
      add_value(app, "--threads", raw.threads, "N");
    if (named.verb == Verb::run)
      add_keep(app, raw);
    if (named.verb == Verb::staffing)
      add_staffing(app, raw);
    add_talk(app, raw);
  }
  if (named.verb == Verb::import_school)
    add_import(app, raw);
  if (named.verb == Verb::synthesize)
    add_synthesize(app, raw);
  if (named.verb == Verb::aggregate)
    add_aggregate(app, raw);
  if (named.verb == Verb::new_project)
    add_switch(app, "--quiet", raw.quiet);
  if (named.verb == Verb::explain)
    add_switch(app, "--json", raw.json);
  add_common(app, raw);
}

void build(CLI::App& app, Raw& raw) {
  add_common(app, raw);
  app.require_subcommand(0, 1);
  add_switch(app, "--version", raw.version);
  for (Named const& named : verbs())
    add_verb(*app.add_subcommand(named.name), raw, named);
}

std::vector<std::string> verb_names() {
  std::vector<std::string> names;
  for (Named const& named : verbs())
    names.push_back(named.name);
  return names;
}

/// Options by their long names; a single letter is near to everything.
std::vector<std::string> flag_names(CLI::App const& app) {
  std::vector<std::string> names;
  for (CLI::Option const* option : app.get_options()) {
    for (std::string const& name : option->get_lnames())
      names.push_back("--" + name);
  }
  return names;
}

Text suggest(std::string const& word, std::vector<std::string> const& known) {
  bool const is_letter = word.size() == 2 && word[0] == '-';
  if (is_letter) {
    // A letter is short for the option that begins with it.
    for (std::string const& name : known) {
      if (name[2] == word[1])
        return scenario::did_you_mean(name, std::vector<std::string_view>{name});
    }
  }
  return scenario::did_you_mean(word, std::vector<std::string_view>(known.begin(), known.end()));
}

/// A word of the command line that nothing was done with.
[[noreturn]] void refuse_extra(Reader const& reader, CLI::App const& verb,
                               std::string const& word) {
  if (word.rfind('-', 0) == 0 && word.size() > 1) {
    std::string const name = word[1] == '=' ? word : word.substr(0, word.find('='));
    std::vector<std::string> const flags = flag_names(verb);
    if (std::find(flags.begin(), flags.end(), name) != flags.end()) {
      reader.fail({fmt::format("{} hoort achter de opdracht: meesterplan {} {} ...", name,
                               verb.get_name(), name),
                   fmt::format("{} goes after the command: meesterplan {} {} ...", name,
                               verb.get_name(), name)});
    }
    Text const hint = suggest(name, flags);
    std::string const of_verb = verb.get_name().empty() ? "" : " " + verb.get_name();
    reader.fail({fmt::format("onbekende optie {} (meesterplan{} heeft die niet).{}", name, of_verb,
                             hint.nl),
                 fmt::format("unknown option {} (meesterplan{} has no such option).{}", name,
                             of_verb, hint.en)});
  }
  reader.fail(
      {fmt::format("{}: dit is een woord te veel. Zie meesterplan {} --help.", word,
                   verb.get_name()),
       fmt::format("{}: one word too many. See meesterplan {} --help.", word, verb.get_name())});
}

[[noreturn]] void refuse_verb(Reader const& reader, std::string const& word) {
  constexpr std::string_view scenario = ".toml";
  bool const is_scenario =
      word.size() > scenario.size() &&
      word.compare(word.size() - scenario.size(), scenario.size(), scenario) == 0;
  if (is_scenario) {
    reader.fail(
        {fmt::format("voor {} ontbreekt de opdracht. Bijvoorbeeld: meesterplan run {}", word, word),
         fmt::format("the command is missing before {}. For example: meesterplan run {}", word,
                     word)});
  }
  std::vector<std::string> const names = verb_names();
  Text const hint = suggest(word, names);
  std::string const list = fmt::format("{}", fmt::join(names, ", "));
  reader.fail({fmt::format("onbekende opdracht {} (er zijn {}).{}", word, list, hint.nl),
               fmt::format("unknown command {} (there are {}).{}", word, list, hint.en)});
}

Verb verb_named(Reader const& reader, std::string const& name) {
  for (Named const& named : verbs()) {
    if (named.name == name)
      return named.verb;
  }
  refuse_verb(reader, name);
}

bool is_switch(CLI::Option const& option) {
  return option.get_items_expected_max() == 0;
}

/// The option that has no value, or one too many, stands first in CLI11's message.
[[noreturn]] void refuse_parse(Reader const& reader, CLI::App const& app,
                               CLI::ParseError const& error) {
  std::string const what = error.what();
  std::string const name = what.substr(0, what.find_first_of(": "));
  auto const chosen = app.get_subcommands();
  CLI::App const& verb = chosen.empty() ? app : *chosen.front();
  for (CLI::Option const* option : verb.get_options()) {
    bool const is_meant =
        !option->get_lnames().empty() && (option->check_lname(name) || option->get_name() == name);
    if (!is_meant || !is_switch(*option))
      continue;
    std::string const& flag = option->get_lnames().front();
    reader.fail({fmt::format("--{}: hier hoort geen waarde bij.", flag),
                 fmt::format("--{}: this takes no value.", flag)});
  }
  reader.fail({fmt::format("{}: hier hoort precies een waarde bij.", name),
               fmt::format("{}: this needs exactly one value.", name)});
}

void fill_operand(Command& command, Raw const& raw, Reader const& reader) {
  command.form = raw.json ? Form::json : Form::text;
  command.talk = raw.quiet ? Talk::quiet : Talk::normal;
  switch (command.verb) {
    case Verb::new_project:
      if (raw.operand.empty()) {
        reader.fail({"er is geen map genoemd. Bijvoorbeeld: meesterplan new mijn-school",
                     "no folder is named. For example: meesterplan new my-school"});
      }
      command.folder = raw.operand;
      break;
    case Verb::explain:
      command.topic = raw.operand;
      break;
    case Verb::completion: {
      std::vector<std::string> const shells = choices(name_of(Operand::shell));
      if (std::find(shells.begin(), shells.end(), raw.operand) == shells.end()) {
        Text const hint = suggest(raw.operand, shells);
        reader.fail(
            {fmt::format("completion {}: kies bash, zsh of fish.{}", raw.operand, hint.nl),
             fmt::format("completion {}: choose bash, zsh or fish.{}", raw.operand, hint.en)});
      }
      command.topic = raw.operand;
      break;
    }
    case Verb::schema:
    case Verb::version:
    case Verb::help:
      break;
    case Verb::import_school:
      reader.fill_import(command);
      break;
    case Verb::synthesize:
      reader.fill_synthesize(command);
      break;
    case Verb::aggregate:
      reader.fill_scenario(command);
      reader.fill_aggregate(command);
      break;
    case Verb::report:
      reader.fill_report(command);
      break;
    case Verb::staffing:
      reader.fill_scenario(command);
      reader.fill_staffing(command);
      break;
    default:
      reader.fill_scenario(command);
      reader.fill_keeping(command);
  }
}

Command read(CLI::App const& app, Raw const& raw, Reader& reader) {
  reader.read_language();
  auto const chosen = app.get_subcommands();
  CLI::App const& verb = chosen.empty() ? app : *chosen.front();
  Command command;
  command.language = reader.language();
  if (!verb.remaining().empty() && chosen.empty() && verb.remaining().front().rfind('-', 0) != 0) {
    refuse_verb(reader, verb.remaining().front());
  }
  if (!app.remaining(true).empty())
    refuse_extra(reader, verb, app.remaining(true).front());
  command.verb = chosen.empty() ? Verb::help : verb_named(reader, verb.get_name());
  if (raw.version)
    command.verb = Verb::version;
  if (raw.help) {
    command.help_about = command.verb;
    command.verb = Verb::help;
  } else if (command.verb == Verb::help) {
    if (!raw.operand.empty())
      command.help_about = verb_named(reader, raw.operand);
    bool const asked = !chosen.empty();
    if (!asked) {
      reader.fail({"er is geen opdracht genoemd. Bijvoorbeeld: meesterplan run scenario.toml",
                   "no command is named. For example: meesterplan run scenario.toml"});
    }
  } else {
    fill_operand(command, raw, reader);
  }
  return command;
}

/// The value of --lang before anything is understood, so that even a message
/// about the rest is in it.
Language language_asked(std::span<std::string const> arguments, Language language) {
  for (std::size_t index = 0; index < arguments.size(); ++index) {
    std::string value;
    if (arguments[index] == "--lang" && index + 1 < arguments.size())
      value = arguments[index + 1];
    if (arguments[index].rfind("--lang=", 0) == 0)
      value = arguments[index].substr(7);
    if (value == "nl")
      language = Language::nl;
    if (value == "en")
      language = Language::en;
  }
  return language;
}

/// The words as CLI11 reads them as meant: it takes the sign of `-o=DIR` for a part
/// of the name, and looks for the value of `--seed=` in the next word.
std::vector<std::string> spaced(Reader const& reader, std::span<std::string const> arguments) {
  std::vector<std::string> words;
  for (std::string const& word : arguments) {
    bool const is_option = word.rfind('-', 0) == 0;
    if (is_option && word.back() == '=') {
      reader.fail({fmt::format("{} hierachter ontbreekt de waarde.", word),
                   fmt::format("{} the value is missing behind it.", word)});
    }
    if (word.rfind("-o=", 0) == 0) {
      words.insert(words.end(), {"-o", word.substr(3)});
    } else {
      words.push_back(word);
    }
  }
  return words;
}

std::vector<OptionGrammar> options_of(CLI::App const& app) {
  std::vector<OptionGrammar> options;
  for (CLI::Option const* option : app.get_options()) {
    if (option->get_positional())
      continue;
    OptionGrammar known;
    for (std::string const& name : option->get_snames())
      known.names.push_back("-" + name);
    for (std::string const& name : option->get_lnames())
      known.names.push_back("--" + name);
    if (!is_switch(*option))
      known.value = option->get_type_name();
    options.push_back(std::move(known));
  }
  return options;
}

}  // namespace

Language language_of(char const* lc_all, char const* lc_messages, char const* lang) {
  for (char const* value : {lc_all, lc_messages, lang}) {
    if (value == nullptr || *value == '\0')
      continue;
    return std::string_view(value).substr(0, 2) == "nl" ? Language::nl : Language::en;
  }
  return Language::en;
}

Grammar grammar() {
  Raw raw;
  CLI::App app;
  build(app, raw);
  Grammar grammar;
  grammar.options = options_of(app);
  for (CLI::App const* verb : app.get_subcommands({})) {
    VerbGrammar known{verb->get_name(), {}, options_of(*verb)};
    for (CLI::Option const* option : verb->get_options()) {
      if (option->get_positional())
        known.operand = option->get_type_name();
    }
    grammar.verbs.push_back(std::move(known));
  }
  return grammar;
}

Command parse(std::span<std::string const> arguments, Language language) {
  Raw raw;
  CLI::App app;
  build(app, raw);
  Reader reader(raw, language_asked(arguments, language));
  std::vector<std::string> words = spaced(reader, arguments);
  // CLI11 takes the words last first.
  std::reverse(words.begin(), words.end());
  try {
    app.parse(words);
  } catch (CLI::ParseError const& error) {
    refuse_parse(reader, app, error);
  }
  return read(app, raw, reader);
}

}  // namespace meesterplan::cli
