#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include <fmt/core.h>

#include "sim/scenario/checks.hpp"
#include "sim/scenario/table_check.hpp"

namespace meesterplan::scenario {
namespace {

/// The covariates on which somebody grows out of a table.
enum class Axis { age, retirement };

IntRange axis_range(Cell const& cell, Axis axis) {
  return axis == Axis::age ? cell.age : cell.retirement;
}

bool is_certain(RateRow const& row) {
  return row.value.central == 1 && !row.value.interval;
}

/// The highest value for which a table is certain because it is its last class;
/// empty when its last class on this axis is not certain.
std::optional<int> certain_top(RateTable const& table, Axis axis) {
  if (table.rows.empty())
    return std::nullopt;
  int top = std::numeric_limits<int>::min();
  for (RateRow const& row : table.rows)
    top = std::max(top, axis_range(row.cell, axis).to);
  for (RateRow const& row : table.rows) {
    if (axis_range(row.cell, axis).contains(top) && !is_certain(row))
      return std::nullopt;
  }
  return top;
}

/// Months of life at which someone born in `born` reaches state pension age.
int pension_months(std::vector<PensionStep> const& steps, Month born) {
  auto const in_force = std::find_if(steps.rbegin(), steps.rend(), [&](PensionStep const& step) {
    return born.index + step.months >= step.from.index;
  });
  if (in_force != steps.rend())
    return in_force->months;
  return steps.empty() ? 67 * 12 : steps.front().months;
}

/// The largest value on an axis that someone starts with.
int highest_start(Scenario const& scenario, Axis axis) {
  int highest = std::numeric_limits<int>::min();
  auto const include = [&](int value) { highest = std::max(highest, value); };
  Month const end = reference_month(scenario.start + 1);
  for (Person const& person : scenario.people) {
    int const months = end.index - person.born_first.index;
    int const since = months - pension_months(scenario.pension, person.born_first);
    include(axis == Axis::age ? (months - 12) / 12 : since >= 0 ? since / 12 : (since - 11) / 12);
  }
  if (axis == Axis::age) {
    for (EntrantRow const& entrant : scenario.recruitment.entrants)
      include(entrant.age.to);
  }
  return highest;
}

/// Somebody must always leave in the end.
void check_end(Checks& checks) {
  if (!checks.has_start())
    return;
  Scenario const& scenario = checks.scenario();
  for (CauseRates const& cause : scenario.exits) {
    for (Axis const axis : {Axis::age, Axis::retirement}) {
      std::optional<int> const top = certain_top(cause.rates, axis);
      if (top && *top >= highest_start(scenario, axis))
        return;
    }
  }
  auto const retirement =
      std::find_if(scenario.exits.begin(), scenario.exits.end(), [](CauseRates const& cause) {
        return cause.cause == ExitCause::retirement && !cause.rates.rows.empty();
      });
  CauseRates const& blamed =
      retirement != scenario.exits.end() ? *retirement : scenario.exits.front();
  Place const place = blamed.rates.rows.empty() ? Place{} : blamed.rates.rows.back().place;
  checks.error(
      place, "probability",
      {"niemand vertrekt met zekerheid (leraren zouden ouder worden dan de tabel). Geef de "
       "hoogste klasse van leeftijd of pensioen kans 1 en laat haar bovengrens leeg.",
       "nobody leaves for certain (teachers would grow older than the table). Give the last "
       "class of age or retirement probability 1 and leave its upper end empty."});
}

bool uses_retirement(RateTable const& table) {
  return std::any_of(table.rows.begin(), table.rows.end(),
                     [](RateRow const& row) { return !row.cell.retirement.is_all(); });
}

void check_pension(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  bool needed = false;
  for (CauseRates const& cause : scenario.exits)
    needed = needed || uses_retirement(cause.rates);
  for (Factor const& factor : scenario.exit_factors) {
    needed = needed || uses_retirement(factor.ratios);
  }
  if (needed && scenario.pension.empty()) {
    checks.error({}, "pension.ages",
                 {"een tabel gebruikt retirement_from of retirement_to (zonder pensioenleeftijd "
                  "heeft dat geen betekenis). Noem een tabel onder [pension] ages.",
                  "a table uses retirement_from or retirement_to (which mean nothing without a "
                  "state pension age). Name a table under [pension] ages."});
  }
  for (std::size_t i = 1; i < scenario.pension.size(); ++i) {
    PensionStep const& before = scenario.pension[i - 1];
    PensionStep const& step = scenario.pension[i];
    if (before.from < step.from)
      continue;
    checks.error(step.place, "from",
                 {fmt::format("deze maand staat er twee keer (ook {}). Laat een van beide weg.",
                              line_nl(before.place)),
                  fmt::format("this month is there twice (also {}). Leave one of them out.",
                              line_en(before.place))});
  }
}

}  // namespace

void check_rates(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  for (CauseRates const& cause : scenario.exits) {
    check_table(checks, cause.rates, "probability", Wanted::overlaps_and_gaps);
  }
  for (Factor const& factor : scenario.exit_factors) {
    check_table(checks, factor.ratios, "ratio", Wanted::overlaps);
  }
  check_table(checks, scenario.hours.up, "probability", Wanted::overlaps);
  check_table(checks, scenario.hours.down, "probability", Wanted::overlaps);
  for (Programme const& programme : scenario.programmes) {
    check_table(checks, programme.uptake, "probability", Wanted::overlaps);
  }
  if (scenario.exits.empty()) {
    checks.error(
        {}, "exit.rates",
        {"er zijn geen kansen op vertrek (zonder vertrekt niemand, ook niet met pensioen). "
         "Noem een tabel onder [exit] rates.",
         "there are no chances of leaving (without them nobody leaves, not even to retire). "
         "Name a table under [exit] rates."});
  } else {
    check_end(checks);
  }
  check_pension(checks);
}

}  // namespace meesterplan::scenario
