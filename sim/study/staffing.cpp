#include "sim/study/staffing.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "sim/base/contracts.hpp"

namespace meesterplan::study {
namespace {

using results::KnownRow;
using results::Results;
using results::SeriesRow;

/// Finds a metric of a unit on the reference date or in the year that is staffed.
class Series final {
 public:
  Series(Results const& results, int year) {
    for (SeriesRow const& row : results.series) {
      if (row.year == results.start || row.year == year)
        rows_.emplace(Key(row.metric, row.level, row.unit, row.year), &row);
    }
  }

  /// Null where it is not told, or applies in no future.
  SeriesRow const* find(std::string_view metric, StaffingRow const& unit, int year) const {
    auto const found = rows_.find(Key(metric, unit.level, unit.unit, year));
    return found == rows_.end() || found->second->n == 0 ? nullptr : found->second;
  }

  std::optional<double> mean(std::string_view metric, StaffingRow const& unit, int year) const {
    SeriesRow const* const row = this->find(metric, unit, year);
    return row == nullptr ? std::nullopt : std::optional(row->mean);
  }

  /// The metric less what is certain of it, never below nothing.
  std::optional<Expected> expected(std::string_view metric, StaffingRow const& unit, int year,
                                   double certain = 0) const {
    SeriesRow const* const row = this->find(metric, unit, year);
    if (row == nullptr)
      return std::nullopt;
    auto const rest = [&](double value) { return std::max(value - certain, 0.0); };
    Expected expected{rest(row->mean), {}, {}};
    if (row->quantiles) {
      expected.low = rest(row->quantiles->p10);
      expected.high = rest(row->quantiles->p90);
    }
    return expected;
  }

 private:
  using Key = std::tuple<std::string_view, std::string_view, std::string_view, int>;
  std::map<Key, SeriesRow const*> rows_;
};

/// What the file tells, by level and unit.
class Known final {
 public:
  explicit Known(Results const& results) {
    for (KnownRow const& row : results.known)
      rows_[{row.level, row.unit}].push_back(&row);
  }

  std::vector<KnownRow const*> const& of(StaffingRow const& unit) const {
    static std::vector<KnownRow const*> const none;
    auto const found = rows_.find({unit.level, unit.unit});
    return found == rows_.end() ? none : found->second;
  }

 private:
  std::map<std::pair<std::string_view, std::string_view>, std::vector<KnownRow const*>> rows_;
};

void add(Volume& volume, KnownRow const& row) {
  volume.heads += row.heads;
  volume.fte += row.fte;
}

/// Whether a row of the year after falls between 1 October and 1 August, when a
/// school year runs: later it belongs to the next staffing.
bool is_within_year(KnownRow const& row, int year) {
  // An unknown month may be within the year.
  return row.month.empty() || row.month < fmt::format("{:04}-08", year + 1);
}

void add_change(KnownRow const& row, StaffingRow& unit) {
  unit.known.push_back(row);
  if (row.event == "leaves")
    add(unit.leavers, row);
  if (row.event == "starts")
    add(unit.starters, row);
  if (row.event == "hours")
    add(unit.hours, row);
  if (row.event == "contract_end")
    add(unit.contracts, row);
  if (row.event == "pension_age")
    add(unit.pension_age, row);
}

void add_hole(KnownRow const& row, StaffingRow& unit) {
  if (row.event == "starts" || row.event == "hours")
    return;
  unit.holes_known.push_back(row);
  Holes& holes = *unit.holes;
  if (row.event == "leaves")
    add(row.cause == "replacement_ended" ? holes.replacements : holes.leavers, row);
  if (row.event == "contract_end")
    add(holes.contracts, row);
  if (row.event == "pension_age")
    add(holes.pension_age, row);
}

/// Fills in what may be told of a unit.
void fill(Results const& results, Series const& series, Known const& known, int year,
          StaffingRow& unit) {
  unit.demand_now = series.mean("demand", unit, results.start);
  unit.demand = series.mean("demand", unit, year);
  if (unit.needs_only)
    return;
  if (year < results.start + results.years)
    unit.holes = Holes{};
  for (KnownRow const* row : known.of(unit)) {
    if (row->year == year)
      add_change(*row, unit);
    if (row->year == year + 1 && is_within_year(*row, year))
      add_hole(*row, unit);
  }
  unit.net_now = series.mean("net_fte", unit, results.start);
  unit.vacancy_fte = series.expected("vacancy_fte", unit, year);
  unit.surplus = series.mean("surplus", unit, year);
  // In every future demand - net fte before hiring = to fill - surplus.
  if (unit.demand && unit.vacancy_fte && unit.surplus)
    unit.net_staying = *unit.demand - unit.vacancy_fte->mean + *unit.surplus;
  unit.other_leavers =
      series.expected("exits", unit, year, static_cast<double>(unit.leavers.heads));
  unit.other_leavers_fte = series.expected("exits_fte", unit, year, unit.leavers.fte);
  unit.vacancies = series.expected("vacancies", unit, year);
  unit.unfilled = series.expected("unfilled", unit, year);
  unit.cancelled = series.expected("cancelled", unit, year);
  unit.hidden = series.expected("hidden", unit, year);
}

/// The whole where there are several schools, then each school and its sections.
std::vector<StaffingRow> units_of(Results const& results) {
  std::set<std::string_view> kept;
  for (SeriesRow const& row : results.series)
    kept.insert(row.level);
  std::vector<StaffingRow> schools;
  std::map<std::string_view, std::vector<StaffingRow>> sections;
  for (results::UnitRow const& unit : results.units) {
    StaffingRow row;
    row.level = unit.level;
    row.unit = unit.unit;
    row.school = unit.school;
    row.needs_only = unit.needs_only;
    if (unit.level == "school") {
      schools.push_back(std::move(row));
    } else if (kept.count("section") == 1) {
      sections[unit.school].push_back(std::move(row));
    }
  }
  std::vector<StaffingRow> rows;
  bool const has_schools = kept.count("school") == 1;
  if (kept.count("total") == 1 && (schools.size() != 1 || !has_schools)) {
    rows.emplace_back();
    rows.back().level = "total";
    rows.back().unit = "all";
  }
  for (StaffingRow const& school : schools) {
    if (has_schools)
      rows.push_back(school);
    std::vector<StaffingRow> const& own = sections[school.unit];
    rows.insert(rows.end(), own.begin(), own.end());
  }
  return rows;
}

template <class Absent>
bool everywhere(std::vector<StaffingRow> const& rows, Absent absent) {
  return std::all_of(rows.begin(), rows.end(),
                     [&](StaffingRow const& row) { return row.needs_only || absent(row); });
}

/// Why columns are empty, and what the table cannot know.
std::vector<Text> notes_of(Results const& results, StaffingTable const& table) {
  std::vector<Text> notes;
  auto const note_if = [&](bool condition, Text text) {
    if (condition)
      notes.push_back(std::move(text));
  };
  auto const& rows = table.rows;
  note_if(everywhere(rows, [](auto const& row) { return !row.demand; }),
          {"Wat een sectie nodig heeft, is niet uitgerekend: het scenario vraagt er niet om, of "
           "[record] laat het weg.",
           "What a section needs was not reckoned: the scenario does not ask for it, or [record] "
           "leaves it out."});
  note_if(everywhere(rows, [](auto const& row) { return !row.vacancies; }),
          {"Het aantal vacatures staat er niet: het scenario werft niet per vacature "
           "([recruitment] mode = \"fill\"), of [record] laat het weg. De fte die te vervullen is, "
           "staat er wel als bekend is wat er nodig is. Krijgt elke vertrekker een opvolger "
           "(one_to_one), dan telt 'blijft' de opvolgers mee.",
           "The number of vacancies is not told: the scenario does not hire by vacancy "
           "([recruitment] mode = \"fill\"), or [record] leaves it out. The fte to fill is told "
           "where what is needed is known. Where each leaver is succeeded (one_to_one) 'stays' "
           "includes the successors."});
  note_if(everywhere(rows, [](auto const& row) { return !row.other_leavers; }),
          {"Nog te verwachten vertrek staat er niet: niemand kan vertrekken in dit scenario, of "
           "[record] laat het weg.",
           "Leavers still to be expected are not told: nobody can leave in this scenario, or "
           "[record] leaves it out."});
  note_if(everywhere(rows, [](auto const& row) { return !row.hidden; }),
          {"Lessen zonder de bevoegdheid ervoor en lesuitval staan er niet: het scenario verdeelt "
           "geen lessen ([lessons]), of [record] laat het weg.",
           "Lessons without the licence for them and cancelled lessons are not told: the scenario "
           "gives out no lessons ([lessons]), or [record] leaves it out."});
  note_if(table.year == results.start + results.years,
          {"Gaten tijdens het schooljaar staan er niet: de run stopt op 1 oktober van dat jaar. "
           "Neem een jaar meer (--years).",
           "Holes during the school year are not told: the run ends on 1 October of that year. "
           "Take one more year (--years)."});
  note_if(std::any_of(rows.begin(), rows.end(), [](auto const& row) { return row.needs_only; }),
          {"Van scholen en secties met minder dan 3 docenten (wie zeker weggaat telt niet mee) "
           "staat er alleen "
           "wat nodig is, en van de kleinste ernaast ook, omdat zij anders uit te rekenen zijn.",
           "Of schools and sections with fewer than 3 teachers (who surely leaves does not count) "
           "only what "
           "they need is told, and so of the smallest beside them, since else they could be "
           "reckoned."});
  return notes;
}

}  // namespace

int next_school_year(results::Results const& results) {
  return results.start + 1;
}

StaffingTable staffing(results::Results const& results, int year) {
  MP_EXPECT(year > results.start && year <= results.start + results.years);
  StaffingTable table;
  table.scenario = results.scenario;
  table.start = results.start;
  table.year = year;
  table.replicates = results.replicates;
  table.replicates_asked = results.replicates_asked;
  table.seed = results.seed;
  table.result_hash = results.result_hash;
  table.inputs = results.inputs;
  table.settings = results.settings;
  table.rows = units_of(results);
  Series const series(results, year);
  Known const known(results);
  for (StaffingRow& row : table.rows)
    fill(results, series, known, year, row);
  table.notes = notes_of(results, table);
  return table;
}

}  // namespace meesterplan::study
