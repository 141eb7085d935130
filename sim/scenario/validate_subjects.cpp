#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "sim/scenario/checks.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::scenario {
namespace {

/// Every subject that some table has a row of its own for.
std::set<std::string> subjects_in_tables(Scenario const& scenario) {
  std::set<std::string> known;
  auto const add = [&](std::optional<std::string> const& subject) {
    if (subject)
      known.insert(*subject);
  };
  auto const add_cells = [&](RateTable const& table) {
    for (RateRow const& row : table.rows)
      add(row.cell.subject);
  };
  for (FillRow const& row : scenario.recruitment.fill)
    add(row.subject);
  for (EntrantRow const& row : scenario.recruitment.entrants)
    add(row.subject);
  for (PoolRow const& row : scenario.market.pool)
    known.insert(row.subject);
  for (Programme const& programme : scenario.programmes)
    known.insert(programme.subjects.begin(), programme.subjects.end());
  for (CauseRates const& cause : scenario.exits)
    add_cells(cause.rates);
  for (Factor const& factor : scenario.exit_factors)
    add_cells(factor.ratios);
  return known;
}

}  // namespace

void check_subjects(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  std::set<std::string> const known = subjects_in_tables(scenario);
  if (known.empty())
    return;
  std::vector<std::string_view> const words(known.begin(), known.end());
  std::set<std::string> told;
  for (Section const& section : scenario.sections) {
    if (known.count(section.subject) > 0 || !told.insert(section.subject).second)
      continue;
    Text const meant = did_you_mean(section.subject, words);
    checks.note(section.place, "subject",
                {fmt::format("geen tabel kent het vak \"{}\" (het krijgt wat voor alle andere "
                             "vakken geldt).{}",
                             section.subject, meant.nl),
                 fmt::format("no table knows the subject \"{}\" (it gets what holds for all other "
                             "subjects).{}",
                             section.subject, meant.en)});
  }
}

}  // namespace meesterplan::scenario
