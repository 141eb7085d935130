#include "sim/cli/parse.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace meesterplan::cli {
namespace {

using Words = std::vector<std::string>;

Command parsed(Words const& words) {
  return parse(words, Language::en);
}

/// What the user is told about a command line that is not understood.
std::string complaint(Words const& words, Language language = Language::en) {
  try {
    parse(words, language);
  } catch (UsageError const& error) {
    return error.text();
  }
  return "(understood)";
}

/// That the complaint about `words` speaks of `part`.
void check_told(Words const& words, std::string const& part, Language language = Language::en) {
  std::string const told = complaint(words, language);
  CAPTURE(told, part);
  CHECK(told.find(part) != std::string::npos);
}

TEST_CASE("A run has everything from the command line") {
  Command const command = parsed({"run", "a.toml", "--replicates", "4294967295", "--seed=0",
                                  "--years", "50", "--threads", "2", "--uncertainty", "chance",
                                  "-o", "out", "--overwrite", "--json", "--quiet", "--lang", "nl"});
  CHECK(command.verb == Verb::run);
  CHECK(command.scenario == "a.toml");
  CHECK(command.replicates == 4'294'967'295);
  CHECK(command.seed == 0U);
  CHECK(command.years == 50);
  CHECK(command.threads == 2);
  CHECK(command.uncertainty == scenario::Uncertainty::chance);
  CHECK(command.folder == "out");
  CHECK(command.existing == Existing::overwrite);
  CHECK(command.form == Form::json);
  CHECK(command.talk == Talk::quiet);
  CHECK(command.language == Language::nl);
}

TEST_CASE("The spring table has a year, a form and a file, under both its names") {
  for (char const* verb : {"staffing", "formatie"}) {
    Command const command =
        parsed({verb, "a.toml", "--year", "2027", "--csv", "nl", "-o", "out.csv"});
    CHECK(command.verb == Verb::staffing);
    CHECK(command.year == 2027);
    CHECK(command.csv == CsvForm::nl);
    CHECK(command.file == "out.csv");
    CHECK(command.folder.empty());
  }
  CHECK(parsed({"staffing", "a.toml", "--csv=rfc"}).csv == CsvForm::rfc);
  CHECK_FALSE(parsed({"staffing", "a.toml"}).csv);
  CHECK_FALSE(parsed({"staffing", "a.toml"}).year);
  CHECK(parsed({"help", "formatie"}).help_about == Verb::staffing);
  check_told({"staffing", "a.toml", "--csv", "excel"}, "choose rfc or nl");
  check_told({"staffing", "a.toml", "--csv", "nl", "--json"}, "Choose one");
  check_told({"staffing", "a.toml", "-o", "out/"}, "this is a folder");
  check_told({"staffing", "a.toml", "-o", "--json"}, "not a file");
  check_told({"run", "a.toml", "-o", "--json"}, "not a folder");
  check_told({"run", "a.toml", "--year", "2027"}, "\"--years\"");
}

TEST_CASE("How a run is kept, and which kept run is meant") {
  Command const kept = parsed({"run", "a.toml", "-o", "out", "--name", "plan b", "--csv", "nl"});
  CHECK(kept.name == "plan b");
  CHECK(kept.csv == CsvForm::nl);
  CHECK_FALSE(parsed({"run", "a.toml", "-o", "out"}).name);
  CHECK_FALSE(parsed({"run", "a.toml", "-o", "out"}).csv);
  CHECK(parsed({"why", "out", "--run", "plan b"}).kept_run == "plan b");
  Command const verify = parsed({"verify", "out", "--run=x", "--threads", "3", "--quiet"});
  CHECK(verify.verb == Verb::verify);
  CHECK(verify.scenario == "out");
  CHECK(verify.kept_run == "x");
  CHECK(verify.threads == 3);

  check_told({"verify"}, "no folder is named");
  check_told({"verify", "out", "--seed", "3"}, "meesterplan verify has no such option");
  check_told({"run", "a.toml", "--name", "x"}, "Name a folder with -o");
  check_told({"run", "a.toml", "--csv", "nl"}, "Name a folder with -o");
  check_told({"run", "a.toml", "-o", "out", "--csv", "de"}, "rfc or nl");
  check_told({"run", "a.toml", "-o", "out", "--name", "--quiet"}, "looks like an option");
  check_told({"why", "out", "--run", ""}, "is empty");
}

TEST_CASE("What the command line does not say is left to the scenario") {
  Command const command = parsed({"why", "a.toml"});
  CHECK(command.verb == Verb::why);
  CHECK_FALSE(command.replicates);
  CHECK_FALSE(command.seed);
  CHECK_FALSE(command.years);
  CHECK_FALSE(command.uncertainty);
  CHECK(command.threads == 0);
  CHECK(command.existing == Existing::keep);
  CHECK(command.folder.empty());
}

TEST_CASE("Options may stand before the scenario, and the language before the command") {
  CHECK(parsed({"run", "--seed", "3", "a.toml"}).seed == 3U);
  CHECK(parsed({"--lang", "nl", "check", "a.toml"}).language == Language::nl);
}

TEST_CASE("A value stands behind its option with a space or a sign, or at once behind -o") {
  for (Words const& words : {Words{"-o", "out"}, Words{"-o=out"}, Words{"-oout"},
                             Words{"--output", "out"}, Words{"--output=out"}}) {
    CAPTURE(words);
    Words line = {"run", "a.toml"};
    line.insert(line.end(), words.begin(), words.end());
    CHECK(parsed(line).folder == "out");
  }
  CHECK(parsed({"run", "a.toml", "--threads=2"}).threads == 2);
  CHECK(parsed({"run", "a=b.toml", "-o=c=d"}).scenario == "a=b.toml");
  CHECK(parsed({"run", "a=b.toml", "-o=c=d"}).folder == "c=d");
}

TEST_CASE("A value that is missing is not looked for in the next word") {
  check_told({"run", "a.toml", "--threads=", "3"}, "--threads= the value is missing");
  check_told({"run", "a.toml", "--output=", "--quiet"}, "--output= the value is missing");
  check_told({"run", "a.toml", "-o=", "--quiet"}, "-o= the value is missing");
  check_told({"run", "a.toml", "-o", "--json"}, "looks like an option");
  check_told({"run", "a.toml", "--json="}, "--json");
}

TEST_CASE("Help is given on the whole and on each command") {
  CHECK(parsed({"--help"}).verb == Verb::help);
  CHECK(parsed({"help"}).help_about == Verb::help);
  CHECK(parsed({"help", "run"}).help_about == Verb::run);
  Command const command = parsed({"check", "-h"});
  CHECK(command.verb == Verb::help);
  CHECK(command.help_about == Verb::check);
  CHECK(parsed({"run", "a.toml", "--help"}).help_about == Verb::run);
}

TEST_CASE("The version is a command and a flag") {
  CHECK(parsed({"version"}).verb == Verb::version);
  CHECK(parsed({"--version"}).verb == Verb::version);
}

TEST_CASE("An unknown command or option is told with the nearest one") {
  check_told({"rnu", "a.toml"}, "\"run\"");
  check_told({"run", "a.toml", "--replicate", "5"}, "\"--replicates\"");
  check_told({"run", "a.toml", "--sede=5"}, "\"--seed\"");
  check_told({"run", "a.toml", "-q"}, "\"--quiet\"");
  check_told({"run", "a.toml", "-=2"}, "-=2");
  check_told({"a.toml"}, "meesterplan run a.toml");
  check_told({"rnu"}, "Bedoelde u", Language::nl);
  check_told({"--lang", "nl", "rnu"}, "Bedoelde u");
}

TEST_CASE("An option that belongs elsewhere is sent there") {
  check_told({"--quiet", "run", "a.toml"}, "goes after the command");
  check_told({"check", "a.toml", "-o", "out"}, "meesterplan check has no such option");
}

TEST_CASE("A command line that lacks something, or has too much, is refused") {
  check_told({}, "no command");
  check_told({"run"}, "no scenario");
  check_told({"run", "a.toml", "b.toml"}, "b.toml");
  check_told({"run", "a.toml", "--seed"}, "--seed");
  check_told({"run", "a.toml", "--json=yes"}, "--json");
  check_told({"run", "a.toml", "-o", ""}, "-o");
  check_told({"help", "rum"}, "\"run\"");
  check_told({"--lang", "fr", "version"}, "nl or en");
}

TEST_CASE("Numbers on the command line have their bounds") {
  for (char const* bad : {"0", "-1", "4294967296", "1e3", "10 ", "", "99999999999999999999"}) {
    CAPTURE(bad);
    check_told({"run", "a.toml", "--replicates", bad}, "--replicates");
  }
  check_told({"run", "a.toml", "--replicates", "10.000"}, "zonder punten", Language::nl);
  check_told({"run", "a.toml", "--years", "51"}, "1 to 50");
  check_told({"run", "a.toml", "--threads", "0"}, "1 to 256");
  check_told({"run", "a.toml", "--uncertainty", "none"}, "all or chance");
}

TEST_CASE("Settings come in their order, for every command that reads a scenario") {
  for (char const* verb : {"check", "run", "why"}) {
    CAPTURE(verb);
    Command const command =
        parsed({verb, "--set", "study.capacity=0.2", "a.toml", "--set=target.masters.at_least=50%",
                "--set", "name=a = b", "--set", "description="});
    CHECK(command.scenario == "a.toml");
    REQUIRE(command.settings.size() == 4);
    CHECK(command.settings[0].path == "study.capacity");
    CHECK(command.settings[0].value == "0.2");
    CHECK(command.settings[0].origin == "--set");
    CHECK(command.settings[1].path == "target.masters.at_least");
    CHECK(command.settings[1].value == "50%");
    CHECK(command.settings[2].value == "a = b");
    CHECK(command.settings[3].value.empty());
  }
  check_told({"run", "a.toml", "--set", "study.capacity"}, "not a key with a value");
  check_told({"run", "a.toml", "--set", "=3"}, "not a key with a value");
  check_told({"run", "a.toml", "--set"}, "--set");
  check_told({"run", "a.toml", "--sett", "a=1"}, "\"--set\"");
}

TEST_CASE("The commands that read no scenario have their own operand") {
  CHECK(parsed({"new", "mijn-school"}).folder == "mijn-school");
  CHECK(parsed({"explain", "study.capacity"}).topic == "study.capacity");
  CHECK(parsed({"explain"}).topic.empty());
  CHECK(parsed({"explain", "study", "--json"}).form == Form::json);
  CHECK(parsed({"schema", "--lang", "nl"}).verb == Verb::schema);
  CHECK(parsed({"completion", "zsh"}).topic == "zsh");
  check_told({"new"}, "meesterplan new");
  check_told({"new", "a", "b"}, "one word too many");
  check_told({"schema", "a"}, "one word too many");
  check_told({"completion", "fis"}, "\"fish\"");
  check_told({"explan", "a"}, "\"explain\"");
}

TEST_CASE("The language is that of the environment, the strongest variable first") {
  CHECK(language_of(nullptr, nullptr, nullptr) == Language::en);
  CHECK(language_of(nullptr, nullptr, "nl_NL.UTF-8") == Language::nl);
  CHECK(language_of(nullptr, nullptr, "C.UTF-8") == Language::en);
  CHECK(language_of("nl_BE", nullptr, "en_US.UTF-8") == Language::nl);
  CHECK(language_of("", "en_GB", "nl_NL") == Language::en);
}

}  // namespace
}  // namespace meesterplan::cli
