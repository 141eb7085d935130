#include "sim/cli/parse.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/scenario/nearest.hpp"

namespace meesterplan::cli {
namespace {

/// What CLI11 found, still as text.
struct Raw {
  std::string scenario;
  std::optional<std::string> replicates, seed, threads, years, language, uncertainty, folder, name,
      csv, kept_run;
  std::vector<std::string> topics;
  bool help = false, version = false, json = false, quiet = false, overwrite = false;
};

struct Named {
  std::string name;
  Verb verb;
};

std::vector<Named> const& verbs() {
  static std::vector<Named> const all = {{"check", Verb::check},     {"run", Verb::run},
                                         {"why", Verb::why},         {"verify", Verb::verify},
                                         {"version", Verb::version}, {"help", Verb::help}};
  return all;
}

void add_switch(CLI::App& app, char const* name, bool& value) {
  app.add_flag(name, value)->disable_flag_override();
}

void add_common(CLI::App& app, Raw& raw) {
  app.set_help_flag();
  app.allow_extras();
  add_switch(app, "-h,--help", raw.help);
  app.add_option("--lang", raw.language);
}

void add_scenario(CLI::App& app, Raw& raw) {
  app.add_option("scenario", raw.scenario);
  app.add_option("--replicates", raw.replicates);
  app.add_option("--seed", raw.seed);
  app.add_option("--years", raw.years);
  app.add_option("--uncertainty", raw.uncertainty);
  add_switch(app, "--json", raw.json);
  add_switch(app, "--quiet", raw.quiet);
}

void add_play(CLI::App& app, Raw& raw) {
  app.add_option("--threads", raw.threads);
}

void add_keep(CLI::App& app, Raw& raw) {
  app.add_option("-o,--output", raw.folder);
  add_switch(app, "--overwrite", raw.overwrite);
  app.add_option("--name", raw.name);
  app.add_option("--csv", raw.csv);
}

void add_verify(CLI::App& app, Raw& raw) {
  app.add_option("folder", raw.scenario);
  add_switch(app, "--quiet", raw.quiet);
}

void build(CLI::App& app, Raw& raw) {
  add_common(app, raw);
  app.require_subcommand(0, 1);
  add_switch(app, "--version", raw.version);
  for (Named const& named : verbs()) {
    CLI::App& verb = *app.add_subcommand(named.name);
    add_common(verb, raw);
    if (named.verb == Verb::help)
      verb.add_option("topic", raw.topics)->expected(0, 1);
    if (named.verb == Verb::help || named.verb == Verb::version)
      continue;
    if (named.verb == Verb::verify) {
      add_verify(verb, raw);
    } else {
      add_scenario(verb, raw);
    }
    if (named.verb == Verb::verify || named.verb == Verb::why)
      verb.add_option("--run", raw.kept_run);
    if (named.verb != Verb::check)
      add_play(verb, raw);
    if (named.verb == Verb::run)
      add_keep(verb, raw);
  }
}

/// Checks and converts what CLI11 found.
class Reader final {
 public:
  Reader(Raw const& raw, Language language) : raw_(raw), language_(language) {}

  [[noreturn]] void fail(Text text) const { throw UsageError(language_, std::move(text)); }

  /// --lang first, so that every later message is in it.
  void read_language() {
    if (!raw_.language)
      return;
    if (raw_.language == "nl") {
      language_ = Language::nl;
    } else if (raw_.language == "en") {
      language_ = Language::en;
    } else {
      fail({fmt::format("--lang {}: deze taal is er niet. Kies nl of en.", *raw_.language),
            fmt::format("--lang {}: there is no such language. Choose nl or en.", *raw_.language)});
    }
  }

  Language language() const { return language_; }

  template <typename Value>
  std::optional<Value> number(std::string_view flag, std::optional<std::string> const& given,
                              std::int64_t low, std::int64_t high) const {
    if (!given)
      return std::nullopt;
    std::string const& text = *given;
    std::int64_t value = 0;
    char const* const end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || value < low || value > high) {
      bool const has_signs = text.find_first_of(".,'_ ") != std::string::npos;
      fail({fmt::format("{} {}: dit moet een geheel getal van {} tot en met {} zijn{}.", flag, text,
                        low, high, has_signs ? ", zonder punten of komma's" : ""),
            fmt::format("{} {}: this must be a whole number from {} to {}{}.", flag, text, low,
                        high, has_signs ? ", without points or commas" : "")});
    }
    return static_cast<Value>(value);
  }

  std::optional<std::string> run_name(std::string_view flag,
                                      std::optional<std::string> const& given) const {
    if (given && given->empty()) {
      fail({fmt::format("{}: de naam van de run is leeg.", flag),
            fmt::format("{}: the name of the run is empty.", flag)});
    }
    if (given && given->rfind("--", 0) == 0) {
      fail({fmt::format("{} {}: dit lijkt een optie, geen naam van een run.", flag, *given),
            fmt::format("{} {}: this looks like an option, not like a name of a run.", flag,
                        *given)});
    }
    return given;
  }

  std::optional<scenario::Uncertainty> uncertainty() const {
    if (!raw_.uncertainty)
      return std::nullopt;
    if (raw_.uncertainty == "all")
      return scenario::Uncertainty::all;
    if (raw_.uncertainty == "chance")
      return scenario::Uncertainty::chance;
    fail({fmt::format("--uncertainty {}: kies all of chance.", *raw_.uncertainty),
          fmt::format("--uncertainty {}: choose all or chance.", *raw_.uncertainty)});
  }

 private:
  Raw const& raw_;
  Language language_;
};

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
  reader.fail({fmt::format("{}: dit is een woord te veel (meesterplan {} speelt een scenario per "
                           "keer).",
                           word, verb.get_name()),
               fmt::format("{}: one word too many (meesterplan {} plays one scenario at a time).",
                           word, verb.get_name())});
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
  Text const hint = suggest(word, verb_names());
  reader.fail(
      {fmt::format("onbekende opdracht {} (er zijn check, run, why, verify, version en help).{}",
                   word, hint.nl),
       fmt::format("unknown command {} (there are check, run, why, verify, version and help).{}",
                   word, hint.en)});
}

Verb verb_named(Reader const& reader, std::string const& name) {
  for (Named const& named : verbs()) {
    if (named.name == name)
      return named.verb;
  }
  refuse_verb(reader, name);
}

/// The option that has no value, or one too many, stands first in CLI11's message.
[[noreturn]] void refuse_parse(Reader const& reader, CLI::ParseError const& error) {
  std::string const what = error.what();
  std::string const name = what.substr(0, what.find_first_of(": "));
  for (std::string const valueless : {"help", "version", "json", "quiet", "overwrite"}) {
    if (name != valueless && name != "--" + valueless)
      continue;
    reader.fail({fmt::format("--{}: hier hoort geen waarde bij.", valueless),
                 fmt::format("--{}: this takes no value.", valueless)});
  }
  reader.fail({fmt::format("{}: hier hoort precies een waarde bij.", name),
               fmt::format("{}: this needs exactly one value.", name)});
}

/// How a run is kept.
void fill_keeping(Command& command, Raw const& raw, Reader const& reader) {
  if (raw.folder && raw.folder->empty()) {
    reader.fail({"-o: de naam van de map is leeg.", "-o: the name of the folder is empty."});
  }
  if (raw.folder && raw.folder->front() == '-') {
    reader.fail({fmt::format("-o {}: dit lijkt een optie, geen map. Een map die zo heet: ./{}",
                             *raw.folder, *raw.folder),
                 fmt::format("-o {}: this looks like an option, not a folder. A folder of that "
                             "name: ./{}",
                             *raw.folder, *raw.folder)});
  }
  command.name = reader.run_name("--name", raw.name);
  if ((raw.name || raw.csv) && !raw.folder) {
    char const* const flag = raw.name ? "--name" : "--csv";
    reader.fail(
        {fmt::format("{}: dit hoort bij een run die wordt bewaard. Noem een map met -o.", flag),
         fmt::format("{}: this goes with a run that is kept. Name a folder with -o.", flag)});
  }
  if (raw.csv && *raw.csv != "nl" && *raw.csv != "rfc4180") {
    reader.fail({fmt::format("--csv {}: kies nl of rfc4180.", *raw.csv),
                 fmt::format("--csv {}: choose nl or rfc4180.", *raw.csv)});
  }
  command.folder = raw.folder.value_or("");
  command.csv = raw.csv == "nl" ? CsvForm::nl : CsvForm::rfc4180;
  command.existing = raw.overwrite ? Existing::overwrite : Existing::keep;
}

void fill_scenario(Command& command, Raw const& raw, Reader const& reader) {
  constexpr std::int64_t max_32_bits = 4'294'967'295;
  if (raw.scenario.empty() && command.verb == Verb::verify) {
    reader.fail({"er is geen map genoemd. Bijvoorbeeld: meesterplan verify uitkomst",
                 "no folder is named. For example: meesterplan verify results"});
  }
  if (raw.scenario.empty()) {
    reader.fail({"er is geen scenario genoemd. Bijvoorbeeld: meesterplan run scenario.toml",
                 "no scenario is named. For example: meesterplan run scenario.toml"});
  }
  command.scenario = raw.scenario;
  command.replicates = reader.number<std::int64_t>("--replicates", raw.replicates, 1, max_32_bits);
  command.seed = reader.number<std::uint32_t>("--seed", raw.seed, 0, max_32_bits);
  command.years = reader.number<int>("--years", raw.years, 1, 50);
  command.threads = reader.number<int>("--threads", raw.threads, 1, 256).value_or(0);
  command.uncertainty = reader.uncertainty();
  command.form = raw.json ? Form::json : Form::text;
  command.talk = raw.quiet ? Talk::quiet : Talk::normal;
  command.kept_run = reader.run_name("--run", raw.kept_run);
  fill_keeping(command, raw, reader);
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
    if (!raw.topics.empty())
      command.help_about = verb_named(reader, raw.topics.front());
    bool const asked = !chosen.empty();
    if (!asked) {
      reader.fail({"er is geen opdracht genoemd. Bijvoorbeeld: meesterplan run scenario.toml",
                   "no command is named. For example: meesterplan run scenario.toml"});
    }
  } else if (command.verb != Verb::version) {
    fill_scenario(command, raw, reader);
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

}  // namespace

Language language_of(char const* lc_all, char const* lc_messages, char const* lang) {
  for (char const* value : {lc_all, lc_messages, lang}) {
    if (value == nullptr || *value == '\0')
      continue;
    return std::string_view(value).substr(0, 2) == "nl" ? Language::nl : Language::en;
  }
  return Language::en;
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
    refuse_parse(reader, error);
  }
  return read(app, raw, reader);
}

}  // namespace meesterplan::cli
