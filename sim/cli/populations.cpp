#include "sim/cli/populations.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/base/visible.hpp"
#include "sim/cli/loading.hpp"
#include "sim/cli/names.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/parse.hpp"
#include "sim/cli/playing.hpp"
#include "sim/cli/series_index.hpp"
#include "sim/cli/stop.hpp"
#include "sim/cli/table.hpp"
#include "sim/cli/written.hpp"
#include "sim/stats/sample.hpp"

namespace meesterplan::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> files{"people", "assignments", "sections", "schools"};

std::vector<fs::path> folders_in(std::string const& place) {
  std::vector<fs::path> folders;
  std::error_code none;
  while (true) {
    fs::path folder = fs::path(place) / std::to_string(folders.size() + 1);
    if (!fs::is_directory(folder, none))
      return folders;
    folders.push_back(std::move(folder));
  }
}

}  // namespace

void expect_populations(Command const& command) {
  if (folders_in(command.populations_in).size() >= 2)
    return;
  throw UsageError(
      command.language,
      {fmt::format("--populations-in {}: hier staan geen mappen 1 en 2 met samengestelde personen. "
                   "Maak ze met: meesterplan synthesize --populations 6 -o {}",
                   command.populations_in, command.populations_in),
       fmt::format("--populations-in {}: there are no folders 1 and 2 of made-up people here. Make "
                   "them by: meesterplan synthesize --populations 6 -o {}",
                   command.populations_in, command.populations_in)});
}

namespace {

/// The command about the people of a folder.
Command with_people_of(fs::path const& folder, Command command) {
  std::error_code none;
  for (std::string_view const file : files) {
    fs::path const path = folder / (std::string(file) + ".csv");
    if (fs::exists(path, none))
      command.settings.push_back({"files." + std::string(file), path.string()});
  }
  return command;
}

/// The standard deviation (divisor n - 1) of two numbers or more.
double sd_of(std::size_t n, stats::Sample const& sample) {
  return std::sqrt(sample.centred_squares / static_cast<double>(n - 1));
}

std::vector<std::string> metrics_of(results::Results const& results) {
  std::vector<std::string> metrics;
  auto const add = [&](std::string const& metric) {
    if (std::find(metrics.begin(), metrics.end(), metric) == metrics.end())
      metrics.push_back(metric);
  };
  for (results::TargetResult const& target : results.targets)
    add(target.metric);
  for (char const* metric : {"heads", "fte", "exits", "unfilled"})
    add(metric);
  return metrics;
}

/// What one metric comes to in every population; dashes where one does not tell it.
std::vector<std::string> row_of(std::string const& metric, results::Results const& own,
                                SeriesIndex const& own_index,
                                std::vector<SeriesIndex> const& played, Language language) {
  int const year = year_of_interest(own);
  Scope const whole = whole_of(own);
  std::vector<double> means;
  std::vector<double> between_futures;
  for (SeriesIndex const& one : played) {
    auto const* const found = one.find(metric, whole, year);
    if (found == nullptr)
      return {metric_name(metric, language), "-", "-", "-", "-"};
    means.push_back(found->mean);
    between_futures.push_back(found->sd);
  }
  auto const* const of_own = own_index.find(metric, whole, year);
  bool const is_share = of_own != nullptr && of_own->measure == "share";
  auto const number = [&](double value, int digits) {
    return is_share ? percent(value, digits + 1, language) : decimal(value, digits, language);
  };
  stats::Sample const sample = stats::sample_of(means);
  return {metric_name(metric, language), of_own == nullptr ? "-" : number(of_own->mean, 1),
          number(sample.mean, 1), number(sd_of(means.size(), sample), 1),
          number(stats::sample_of(between_futures).mean, 1)};
}

void write_table(results::Results const& own, std::vector<results::Results> const& played,
                 Language language, std::ostream& stream) {
  bool const nl = language == Language::nl;
  TextTable table({nl ? "in deze toekomsten" : "in these futures",
                   nl ? "eigen bestand" : "own people",
                   nl ? "samengesteld (gemiddeld)" : "made up (mean)",
                   nl ? "\u00b1 tussen bestanden" : "\u00b1 between populations",
                   nl ? "\u00b1 tussen toekomsten" : "\u00b1 between futures"});
  SeriesIndex const own_index(own.series);
  std::vector<SeriesIndex> indexes;
  indexes.reserve(played.size());
  for (results::Results const& one : played)
    indexes.emplace_back(one.series);
  for (std::string const& metric : metrics_of(own))
    table.add(row_of(metric, own, own_index, indexes, language));
  stream << fmt::format(fmt::runtime(nl ? "\nHoe onzeker de samengestelde personen zijn, in {} ({} "
                                          "bestanden; \u00b1 een standaardafwijking)\n"
                                        : "\nHow unsure the made-up people are, in {} ({} "
                                          "populations; \u00b1 one standard deviation)\n"),
                        year_of_interest(own), played.size())
         << table.text()
         << (nl ? "Tussen bestanden zit ook toeval: zoveel als tussen toekomsten, gedeeld door de "
                  "wortel van hun aantal.\n"
                : "Between populations there is chance too: as much as between futures, divided by "
                  "the root of their number.\n");
}

}  // namespace

void write_populations(results::Results const& own, Command const& command,
                       Console const& console) {
  std::vector<fs::path> const folders = folders_in(command.populations_in);
  bool const nl = console.language() == Language::nl;
  StopRequest const stop;
  std::vector<results::Results> played;
  for (fs::path const& folder : folders) {
    Command const one = with_people_of(folder, command);
    console.say(fmt::format(fmt::runtime(nl ? "Met de personen van {}" : "With the people of {}"),
                            visible_line(folder.string())));
    Played made = play(load_to_play(one), one, console);
    if (made.ending == Ending::interrupted)
      break;
    played.push_back(std::move(made.results));
  }
  if (played.size() < 2) {
    console.say(nl ? "Onderbroken: zonder twee gespeelde bestanden is er geen spreiding."
                   : "Interrupted: without two played populations there is no spread.");
    return;
  }
  write_text([&](std::ostream& stream) { write_table(own, played, console.language(), stream); });
}

}  // namespace meesterplan::cli
