#include "sim/input/load_scenario.hpp"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "sim/input/other_tables.hpp"
#include "sim/input/people_tables.hpp"
#include "sim/input/read_toml.hpp"
#include "sim/input/rules.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/validate.hpp"

namespace meesterplan::input {
namespace {

using scenario::Scenario;

constexpr std::int64_t most_replicates = 4'294'967'295;

/// Notes keys of [study] that the user wrote where nobody can study; the values of
/// parameter files are there for every scenario.
void note_idle_study(Reading& reading, Value const& root) {
  Value const* const study = find(root, "study");
  if (study == nullptr || !study->is_table() || find(root, "programme") != nullptr)
    return;
  for (Entry const& entry : study->entries()) {
    reading.note(entry.key_place, "study." + entry.key,
                 {"dit heeft geen effect (er is geen opleiding om te volgen). Voeg [[programme]] "
                  "toe, of haal de sleutel weg.",
                  "this has no effect (there is no programme to follow). Add [[programme]], or "
                  "remove the key."});
  }
}

/// Reads the keys outside every table.
void read_top(Reading& reading, Value const& root, std::string const& path, Scenario& scenario) {
  Keys const keys(reading, &root, "", "");
  scenario.name = keys.text("name").value_or(stem_of(path));
  scenario.description = keys.text("description").value_or("");
  keys.require("start");
  std::optional<std::int64_t> const start = keys.integer("start", 1900, 2100);
  scenario.start = static_cast<int>(start.value_or(0));
  scenario.years = static_cast<int>(keys.integer("years", 1, 50).value_or(scenario.years));
  scenario.replicates =
      keys.integer("replicates", 1, most_replicates).value_or(scenario.replicates);
  scenario.seed =
      static_cast<std::uint32_t>(keys.integer("seed", 0, most_replicates).value_or(scenario.seed));
  scenario.uncertainty = keys.choice<scenario::Uncertainty>("uncertainty", uncertainty_words())
                             .value_or(scenario.uncertainty);
  // Folders are opened by whoever uses something in them.
  keys.text("policies");
  keys.text("bottlenecks");
}

void read_own_columns(ScenarioReading& context, Format const& format, Value const& table) {
  std::vector<std::string_view> keys;
  for (Column const& column : format.columns)
    keys.push_back(column.key);
  for (Entry const& entry : table.entries()) {
    auto const* const key = entry.value.get<std::string>();
    std::string const field = "columns." + std::string(format.name);
    if (key != nullptr && std::find(keys.begin(), keys.end(), *key) != keys.end()) {
      context.own_columns[std::string(format.name)].push_back({entry.key, *key, entry.key_place});
      continue;
    }
    Text const found = shown(entry.value);
    Text const meant = key == nullptr ? Text{} : scenario::did_you_mean(*key, keys);
    context.reading.error(
        entry.value.place, field,
        {fmt::format("{} is geen kolom van {} (de waarde is een van de kolomnamen in "
                     "docs/formats.md).{}",
                     found.nl, format.name, meant.nl),
         fmt::format("{} is not a column of {} (the value is one of the column names in "
                     "docs/formats.md).{}",
                     found.en, format.name, meant.en)});
  }
}

/// [columns]: what to ignore, and own header names a kind of file.
void read_columns(ScenarioReading& context) {
  Keys const keys = context.table("columns");
  context.ignored_columns = keys.texts("ignore");
  for (Format const& format : all_formats()) {
    if (Value const* const own = keys.table(format.name))
      read_own_columns(context, format, *own);
  }
}

/// The sheet of a key of [files], if it can be used.
std::optional<Sheet> file_sheet(ScenarioReading const& context, Keys const& files,
                                std::string_view key, Format format) {
  std::optional<NamedFile> const file = files.file(key);
  if (!file)
    return std::nullopt;
  std::optional<Sheet> sheet = context.sheet(*file, std::move(format));
  if (!sheet || !sheet->is_usable())
    return std::nullopt;
  if (sheet->size() > 0)
    return sheet;
  context.reading.error(sheet->place(), {},
                        {"er staan geen rijen onder de kopregel (hier hoort er minstens een). Vul "
                         "het bestand.",
                         "there are no rows below the header (at least one is needed). Fill the "
                         "file."});
  return std::nullopt;
}

void read_files(ScenarioReading& context, Keys const& files) {
  int const start = context.scenario.start;
  std::optional<int> const known_start = start == 0 ? std::nullopt : std::optional<int>(start);
  std::optional<Keyed> schools;
  if (auto const sheet = file_sheet(context, files, "schools", schools_format())) {
    schools = read_schools(*sheet, context.scenario);
  }
  bool const schools_known = schools || !files.has("schools");
  auto const sections = file_sheet(context, files, "sections", sections_format());
  if (sections && schools_known) {
    context.sections = read_sections(*sections, schools, context.scenario);
  }
  if (auto const sheet = file_sheet(context, files, "history", history_format()))
    context.scenario.history = read_history(*sheet);
  std::optional<Keyed> people;
  if (auto const sheet = file_sheet(context, files, "people", people_format())) {
    people = read_people(*sheet, known_start, context.scenario);
  }
  auto const assignments = file_sheet(context, files, "assignments", assignments_format());
  if (assignments && people && context.sections) {
    read_assignments(*assignments, *people, *context.sections, context.scenario);
  } else {
    // People without assignments would only repeat what was told.
    context.scenario.people.clear();
  }
}

/// Adds what is wrong with the whole, save what only follows from errors that
/// were told: things that are missing altogether, gaps in tables of which rows
/// could not be read, and counts of what was read.
void add_whole(Reading const& reading, Scenario const& scenario,
               std::vector<Setting> const& settings, std::vector<Problem>& problems) {
  bool const had_errors = has_errors(problems);
  for (Problem& problem : scenario::validate(scenario)) {
    name_origin(settings, problem);
    bool const of_gaps = problem.severity == Severity::error &&
                         (problem.file.empty() || reading.is_incomplete(problem));
    // A setting that could not be read is told about already.
    bool const is_repeat = std::any_of(problems.begin(), problems.end(), [&](Problem const& known) {
      return known.severity == Severity::error && known.file == problem.file &&
             known.field == problem.field && known.line == 0 && problem.line == 0;
    });
    bool const follows = had_errors && (problem.severity == Severity::note || of_gaps || is_repeat);
    if (follows)
      continue;
    if (problem.file.empty())
      problem.file = scenario.sources.front().name;
    problems.push_back(std::move(problem));
  }
}

}  // namespace

LoadResult load_scenario(FileSource& files, std::string const& path, LoadOptions const& options) {
  Reading reading(files);
  LoadResult result;
  if (std::optional<Value> root = read_with_bases(reading, path)) {
    apply_settings(reading, options.settings, *root);
    note_idle_study(reading, *root);
    apply_parameters(reading, *root);
    ScenarioReading context{reading, *root, result.scenario, {}, {}, {}};
    read_top(reading, *root, path, result.scenario);
    read_columns(context);
    Keys const named = context.table("files");
    for (std::string_view const key : {"people", "assignments", "sections"})
      named.require(key);
    read_files(context, named);
    read_rules(context);
    result.scenario.sources = reading.sources();
    result.problems = std::move(reading.problems());
    for (Problem& problem : result.problems)
      name_origin(options.settings, problem);
    add_whole(reading, result.scenario, options.settings, result.problems);
    reading.label_columns(result.problems);
  } else {
    result.scenario.sources = reading.sources();
    result.problems = std::move(reading.problems());
  }
  sort_problems(result.problems);
  fold_repeats(result.problems);
  return result;
}

Scenario load_scenario_or_throw(FileSource& files, std::string const& path,
                                LoadOptions const& options) {
  LoadResult result = load_scenario(files, path, options);
  if (has_errors(result.problems))
    throw InputError(std::move(result.problems));
  return std::move(result.scenario);
}

}  // namespace meesterplan::input
