#pragma once

#include <string>
#include <vector>

#include "sim/output/workbook/table.hpp"
#include "sim/output/workbook/telling.hpp"
#include "sim/study/staffing.hpp"

/// The sheets of a workbook, one function each; those without rows are left out by who writes.
namespace meesterplan::output::workbook {

/// What was played: scenario, seed, futures, version, date, hashes, settings; and which other
/// sheets there are.
Table about_table(Telling const& telling, std::vector<Table const*> const& others);

/// Targets with their chance and what falls short.
Table target_table(Telling const& telling);
/// The chance of each target by year; blocks by target and unit.
Table chance_table(Telling const& telling);
/// When targets are met first.
Table first_met_table(Telling const& telling);
/// What each target counts, in futures that stand for all.
Table dot_table(Telling const& telling);

/// Means of all metrics but costs, a column each; blocks by unit.
Table series_table(Telling const& telling);
/// Quantiles, of the numbers that keep them; blocks by metric and unit.
Table spread_table(Telling const& telling);
/// Costs by school year, a column a kind; blocks by unit.
Table cost_table(Telling const& telling);
/// Costs by calendar year; blocks by unit.
Table calendar_table(Telling const& telling);
/// Budgets; blocks by board.
Table budget_table(Telling const& telling);

Table flow_table(Telling const& telling);
Table known_table(Telling const& telling);

/// The spring table of the first run, a row a unit; what may not be told is empty.
Table staffing_table(Telling const& telling, study::StaffingTable const& staffing);
/// Why it does not tell something, as rows of note_table().
void add_staffing_notes(Telling const& telling, study::StaffingTable const& staffing, Table& notes);

/// The plan by school and section, as the page tells it (web/data/sections.ts), of the first run.
/// Tabel 3 of the Handreiking: masters by kind and route, now and in the year of the first target.
Table masters_table(Telling const& telling);
/// Tabel 4: current, desired and gap.
Table gap_table(Telling const& telling);
/// Who studies, with room for agreements.
Table study_table(Telling const& telling);
/// What is still to be answered, with room for answers.
Table question_table(Telling const& telling);

/// What a metric was before the start, where a file tells it.
Table history_table(Telling const& telling);

/// The cards of the policies; what each is assumed to change; what each costs.
Table card_table(Telling const& telling);
Table size_table(Telling const& telling);
Table price_table(Telling const& telling);
/// What each policy does to each outcome.
Table policy_table(Telling const& telling);
Table driver_table(Telling const& telling);
Table note_table(Telling const& telling);
/// The metrics that occur, with what they mean.
Table term_table(Telling const& telling);

/// The metrics of costs by school year of which each future's total is made up.
std::vector<std::string> cost_kinds();

}  // namespace meesterplan::output::workbook
