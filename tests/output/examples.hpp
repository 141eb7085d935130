#pragma once

#include "sim/results/results.hpp"
#include "sim/study/staffing.hpp"

/// Results as the tests of the writers need them: made by hand, with every kind
/// of row and every field that may be absent.
namespace meesterplan::tests {

/// All fields filled with numbers that no short decimal holds.
inline results::Results full_results() {
  results::Results results;
  results.scenario = "Voorbeeld \"A\"\n\xC3\xA9\xC3\xA9n";
  results.description = "tab\there";
  results.seed = 4'294'967'295;
  results.replicates = 4'294'967'295;
  results.replicates_asked = 4'294'967'295;
  results.start = 2025;
  results.years = 2;
  results.uncertainty = "all";

  results::TargetResult target;
  target.name = "helft";
  target.metric = "masters";
  target.level = "total";
  target.unit = "all";
  target.measure = "share";
  target.direction = "at_least";
  target.bound = {1, 3};
  target.by = 2027;
  target.met = 7;
  target.applies = 9;
  target.not_applicable = 1;
  target.probability = 0.7;
  target.standard_error = 1.0 / 7;
  target.ci_low = 0.39678;
  target.ci_high = 0.892209;
  target.chance_probability = 2.0 / 3;
  target.chance_standard_error = 1e-17;
  target.by_year = {{2025, 0, 10, 0, 0}, {2026, 3, 10, 0.3, 0.1449}, {2027, 7, 9, 0.7, 1.0 / 7}};
  target.first_met = {{2026, 3, 0.3}, {2027, 5, 0.8}, {std::nullopt, 2, 1}};
  target.shortfall = results::Shortfall{0.1, 0, 1, 6, 0.25, "heads"};
  results.targets = {target};

  results::SeriesRow series{"heads", "school", "Sch\xC3\xB3ol", "heads", 2026, 10, 1e15 / 3,
                            0.1,     {}};
  results.series = {series};
  series.quantiles = results::Quantiles{1, 2, 3, 4.5, 5, 6, 7};
  results.series.push_back(series);

  results.flows = {{"heads", "total", "all", 2026, "outside", "heads", "hire_starter", 1.1, 0, 3},
                   {"heads", "total", "all", 2026, "heads", "outside", "retirement", 0.3, {}, {}}};
  results.known = {{"school", "Sch\xC3\xB3ol", 2026, "leaves", "retirement", "2026-08", 2, 1.0 / 3},
                   {"school", "Sch\xC3\xB3ol", 2026, "hours", "", "", 1, -0.2}};
  results.units = {{"school", "Sch\xC3\xB3ol", "", false},
                   {"section", "kunst", "Sch\xC3\xB3ol", true}};
  results.budgets = {{"Bestuur Noord", 2027, 5.2e6, 31, 0.31, 0.046, 0.23, 0.41, 5.1e6, 2.5e5}};
  results.drivers = {{"helft", "all", "study.p_grant", 0.25, 0.2, 0.3, 0.01, true},
                     {"helft", "all", "exit", 0.001, 0, 0.02, 0.01, false}};
  results.diagnostics = {123'456'789'012, 1.5, 2, 64, 4096};
  results.result_hash = "0123456789abcdef";
  results.inputs = {{"scenario.toml", "fedcba9876543210"}};
  results.settings = {{"study.capacity", "0.3"}};
  results.notes = {{Severity::warning, "a.csv", 3, 4, "fte", {"let op", "note this"}},
                   {Severity::note, "", 0, 0, "", {"standaard", "default"}}};
  return results;
}

/// Nothing but what must be there, of a run that was interrupted: one future,
/// metrics that never apply, no lists.
inline results::Results bare_results() {
  results::Results results;
  results.scenario = "leeg";
  results.replicates = 1;
  results.replicates_asked = 10;
  results.start = 2025;
  results.years = 1;
  results.uncertainty = "chance";
  results.series = {{"wo_upper_vwo", "section", "s", "share", 2025, 0, 0, 0, {}}};
  results.result_hash = "0000000000000000";
  return results;
}

/// A spring table with a row that tells all, and one that tells only needs.
inline study::StaffingTable full_staffing() {
  study::StaffingTable table;
  table.scenario = "Voorbeeld; \"A\"";
  table.start = 2025;
  table.year = 2026;
  table.replicates = 100;
  table.replicates_asked = 200;
  table.seed = 7;
  table.result_hash = "0123456789abcdef";
  table.inputs = {{"scenario.toml", "fedcba9876543210"}};
  table.settings = {{"study.capacity", "0.3"}, {"seed", "2"}};

  study::StaffingRow school;
  school.level = "school";
  school.unit = "Sch\xC3\xB3ol";
  school.demand_now = 10.5;
  school.demand = 11;
  school.net_now = 10.25;
  school.net_staying = 8.1234;
  school.surplus = 0;
  school.leavers = {3, 2.1};
  school.starters = {1, 0.8};
  school.hours = {2, -0.3};
  school.known = {{"school", school.unit, 2026, "leaves", "retirement", "2026-03", 1, 0.9},
                  {"school", school.unit, 2026, "leaves", "retirement", "2026-08", 1, 0.5},
                  {"school", school.unit, 2026, "leaves", "other_board", "2026-08", 1, 0.7},
                  {"school", school.unit, 2026, "starts", "", "2026-08", 1, 0.8},
                  {"school", school.unit, 2026, "hours", "", "2026-08", 2, -0.3}};
  school.other_leavers = study::Expected{1.25, 0, 3};
  school.other_leavers_fte = study::Expected{0.9, {}, {}};
  school.vacancies = study::Expected{2.5, 1, 4};
  school.vacancy_fte = study::Expected{2.8766, 1.5, 4.25};
  school.unfilled = study::Expected{0.75, 0, 1.5};
  school.holes = study::Holes{{1, 0.6}, {1, 0.4}, {}, {1, 1}};
  school.holes_known = {{"school", school.unit, 2027, "leaves", "retirement", "2027-02", 1, 0.6},
                        {"school", school.unit, 2027, "pension_age", "", "", 1, 1}};
  school.cancelled = study::Expected{0.125, 0, 0.5};
  school.hidden = study::Expected{0.5, 0.25, 0.75};
  table.rows.push_back(school);

  study::StaffingRow section;
  section.level = "section";
  section.unit = "kunst";
  section.school = school.unit;
  section.needs_only = true;
  section.demand = 0.8;
  table.rows.push_back(section);
  table.notes = {{"waarom niet", "why not"}};
  return table;
}

}  // namespace meesterplan::tests
