#include "sim/cli/reader.hpp"

#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "sim/cli/parse.hpp"

namespace meesterplan::cli {

void Reader::fail(Text text) const {
  throw UsageError(language_, std::move(text));
}

void Reader::read_language() {
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

template <typename Value>
std::optional<Value> Reader::number(std::string_view flag, std::optional<std::string> const& given,
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
          fmt::format("{} {}: this must be a whole number from {} to {}{}.", flag, text, low, high,
                      has_signs ? ", without points or commas" : "")});
  }
  return static_cast<Value>(value);
}

std::optional<scenario::Uncertainty> Reader::uncertainty() const {
  if (!raw_.uncertainty)
    return std::nullopt;
  if (raw_.uncertainty == "all")
    return scenario::Uncertainty::all;
  if (raw_.uncertainty == "chance")
    return scenario::Uncertainty::chance;
  fail({fmt::format("--uncertainty {}: kies all of chance.", *raw_.uncertainty),
        fmt::format("--uncertainty {}: choose all or chance.", *raw_.uncertainty)});
}

std::vector<input::Setting> Reader::settings() const {
  std::vector<input::Setting> settings;
  for (std::string const& text : raw_.settings) {
    std::size_t const sign = text.find('=');
    if (sign == std::string::npos || sign == 0) {
      fail({fmt::format("--set {}: dit is geen sleutel met een waarde. Bijvoorbeeld: --set "
                        "study.capacity=0.2",
                        text),
            fmt::format("--set {}: this is not a key with a value. For example: --set "
                        "study.capacity=0.2",
                        text)});
    }
    settings.push_back({text.substr(0, sign), text.substr(sign + 1)});
  }
  return settings;
}

void Reader::fill_scenario(Command& command) const {
  constexpr std::int64_t max_32_bits = 4'294'967'295;
  if (raw_.operand.empty() && command.verb == Verb::verify) {
    fail({"er is geen map genoemd. Bijvoorbeeld: meesterplan verify uitkomst",
          "no folder is named. For example: meesterplan verify results"});
  }
  if (raw_.operand.empty()) {
    fail({"er is geen scenario genoemd. Bijvoorbeeld: meesterplan run scenario.toml",
          "no scenario is named. For example: meesterplan run scenario.toml"});
  }
  command.scenario = raw_.operand;
  command.replicates = number<std::int64_t>("--replicates", raw_.replicates, 1, max_32_bits);
  command.seed = number<std::uint32_t>("--seed", raw_.seed, 0, max_32_bits);
  command.years = number<int>("--years", raw_.years, 1, 50);
  command.threads = number<int>("--threads", raw_.threads, 1, 256).value_or(0);
  command.uncertainty = uncertainty();
  command.settings = settings();
  command.kept_run = run_name("--run", raw_.kept_run);
}

std::optional<CsvForm> Reader::csv() const {
  if (!raw_.csv)
    return std::nullopt;
  if (raw_.csv == "rfc")
    return CsvForm::rfc;
  if (raw_.csv == "nl")
    return CsvForm::nl;
  fail({fmt::format("--csv {}: kies rfc of nl.", *raw_.csv),
        fmt::format("--csv {}: choose rfc or nl.", *raw_.csv)});
}

/// The value of -o; refuses what cannot be meant.
std::string Reader::output(bool is_file) const {
  if (!raw_.folder)
    return {};
  std::string const& path = *raw_.folder;
  if (path.empty()) {
    fail({fmt::format("-o: de naam van {} is leeg.", is_file ? "het bestand" : "de map"),
          fmt::format("-o: the name of the {} is empty.", is_file ? "file" : "folder")});
  }
  if (path.front() == '-') {
    fail({fmt::format("-o {}: dit lijkt een optie, geen {}. Heet het echt zo: ./{}", path,
                      is_file ? "bestand" : "map", path),
          fmt::format("-o {}: this looks like an option, not a {}. If that is its name: ./{}", path,
                      is_file ? "file" : "folder", path)});
  }
  return path;
}

std::optional<std::string> Reader::run_name(std::string_view flag,
                                            std::optional<std::string> const& given) const {
  if (given && given->empty()) {
    fail({fmt::format("{}: de naam van de run is leeg.", flag),
          fmt::format("{}: the name of the run is empty.", flag)});
  }
  if (given && given->rfind("--", 0) == 0) {
    fail(
        {fmt::format("{} {}: dit lijkt een optie, geen naam van een run.", flag, *given),
         fmt::format("{} {}: this looks like an option, not like a name of a run.", flag, *given)});
  }
  return given;
}

void Reader::fill_keeping(Command& command) const {
  command.folder = output(false);
  command.existing = raw_.overwrite ? Existing::overwrite : Existing::keep;
  command.name = run_name("--name", raw_.name);
  command.csv = csv();
  command.with_policies = raw_.policies;
  command.populations_in = path("--populations-in", raw_.populations_in);
  if (raw_.populations_in && command.form == Form::json) {
    fail({"--populations-in en --json kunnen niet samen. Kies er een.",
          "--populations-in and --json do not go together. Choose one."});
  }
  if ((raw_.name || raw_.csv) && !raw_.folder) {
    char const* const flag = raw_.name ? "--name" : "--csv";
    fail({fmt::format("{}: dit hoort bij een run die wordt bewaard. Noem een map met -o.", flag),
          fmt::format("{}: this goes with a run that is kept. Name a folder with -o.", flag)});
  }
}

/// The value of an option that names a file; refuses what cannot be meant.
std::string Reader::path(std::string_view flag, std::optional<std::string> const& given) const {
  if (given && (given->empty() || given->front() == '-')) {
    fail({fmt::format("{} {}: hier hoort de naam van een bestand.", flag, *given),
          fmt::format("{} {}: the name of a file is needed here.", flag, *given)});
  }
  return given.value_or("");
}

void Reader::fill_import(Command& command) const {
  if (raw_.operand.empty()) {
    fail(
        {"er is geen bestand genoemd. Bijvoorbeeld: meesterplan import personeel.xlsx -o "
         "mijn-school",
         "no file is named. For example: meesterplan import personnel.xlsx -o my-school"});
  }
  if (!raw_.folder) {
    fail({"er is geen map genoemd om in te schrijven. Bijvoorbeeld: -o mijn-school",
          "no folder is named to write to. For example: -o my-school"});
  }
  command.import = {raw_.operand,
                    path("--timetable", raw_.timetable),
                    path("--diplomas", raw_.diplomas),
                    path("--map", raw_.profile),
                    path("--key", raw_.key),
                    number<int>("--start", raw_.start, 1900, 2100)};
  command.folder = output(false);
  command.existing = raw_.overwrite ? Existing::overwrite : Existing::keep;
}

void Reader::fill_synthesize(Command& command) const {
  if (raw_.operand.empty()) {
    fail(
        {"er is geen bestand genoemd. Bijvoorbeeld: meesterplan synthesize margins.csv -o "
         "mijn-regio",
         "no file is named. For example: meesterplan synthesize margins.csv -o my-region"});
  }
  if (!raw_.folder) {
    fail({"er is geen map genoemd om in te schrijven. Bijvoorbeeld: -o mijn-regio",
          "no folder is named to write to. For example: -o my-region"});
  }
  constexpr std::int64_t max_32_bits = 4'294'967'295;
  command.margins = raw_.operand;
  command.duo = path("--duo", raw_.duo);
  command.locations = path("--locations", raw_.locations);
  command.populations = number<int>("--populations", raw_.populations, 1, 100).value_or(1);
  if (raw_.locations && !raw_.duo) {
    fail({"--locations: dit hoort bij de scholen van --duo. Noem ook dat bestand.",
          "--locations: this goes with the schools of --duo. Name that file too."});
  }
  command.start = number<int>("--start", raw_.start, 1900, 2100);
  command.seed = number<std::uint32_t>("--seed", raw_.seed, 0, max_32_bits);
  command.folder = output(false);
  command.existing = raw_.overwrite ? Existing::overwrite : Existing::keep;
}

void Reader::fill_aggregate(Command& command) const {
  if (!raw_.folder) {
    fail({"er is geen map genoemd om in te schrijven. Bijvoorbeeld: -o uitwisseling",
          "no folder is named to write to. For example: -o exchange"});
  }
  constexpr int least_hidden = 5;
  command.under = number<int>("--under", raw_.under, least_hidden, 1000).value_or(command.under);
  command.by_subject = raw_.subjects;
  command.folder = output(false);
  command.existing = raw_.overwrite ? Existing::overwrite : Existing::keep;
}

void Reader::fill_staffing(Command& command) const {
  command.year = number<int>("--year", raw_.year, 1900, 2200);
  command.csv = csv();
  if (command.csv && command.form == Form::json) {
    fail({"--csv en --json kunnen niet samen. Kies er een.",
          "--csv and --json do not go together. Choose one."});
  }
  command.file = output(true);
  if (!command.file.empty() && (command.file.back() == '/' || command.file.back() == '.')) {
    fail(
        {fmt::format("-o {}: dit is een map. Noem een bestand, zoals formatie.csv.", command.file),
         fmt::format("-o {}: this is a folder. Name a file, such as staffing.csv.", command.file)});
  }
  command.existing = raw_.overwrite ? Existing::overwrite : Existing::keep;
}

publish::Reader Reader::report_reader() const {
  using publish::Reader;
  struct Word {
    std::string_view word;
    Reader reader;
  };
  static constexpr Word words[] = {
      {"board", Reader::board},     {"bestuur", Reader::board},
      {"council", Reader::council}, {"medezeggenschap", Reader::council},
      {"hr", Reader::hr},           {"region", Reader::region},
      {"regio", Reader::region}};
  if (!raw_.reader)
    return Reader::board;
  for (Word const& word : words) {
    if (word.word == *raw_.reader)
      return word.reader;
  }
  fail({fmt::format("--for {}: kies board, council, hr of region.", *raw_.reader),
        fmt::format("--for {}: choose board, council, hr or region.", *raw_.reader)});
}

void Reader::fill_report(Command& command) const {
  ReportFiles& report = command.report;
  report.places = raw_.places;
  if (report.places.empty()) {
    fail(
        {"er is geen map met bewaarde runs genoemd. Bijvoorbeeld: meesterplan report uitkomst -o "
         "bestuur.html",
         "no folder of kept runs is named. For example: meesterplan report results -o "
         "board.html"});
  }
  command.scenario = report.places.front();
  for (std::string const& name : raw_.kept_runs)
    report.names.push_back(run_name("--run", name).value_or(""));
  report.reader = report_reader();
  report.language = raw_.language ? language_ : Language::nl;
  if (!raw_.folder) {
    fail({"er is geen bestand genoemd om in te schrijven. Bijvoorbeeld: -o bestuur.html",
          "no file is named to write to. For example: -o board.html"});
  }
  command.file = output(true);
  if (!command.file.ends_with(".html") && !command.file.ends_with(".xlsx")) {
    fail({fmt::format("-o {}: een rapport is een pagina (.html) of een werkmap (.xlsx). Noem een "
                      "bestand dat zo eindigt.",
                      command.file),
          fmt::format("-o {}: a report is a page (.html) or a workbook (.xlsx). Name a file that "
                      "ends so.",
                      command.file)});
  }
  command.existing = raw_.overwrite ? Existing::overwrite : Existing::keep;
}

}  // namespace meesterplan::cli
