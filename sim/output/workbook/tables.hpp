#pragma once

#include <vector>

#include "sim/output/workbook/table.hpp"
#include "sim/output/workbook/telling.hpp"

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
/// What each policy does to each outcome.
Table policy_table(Telling const& telling);
Table driver_table(Telling const& telling);
Table note_table(Telling const& telling);
/// The metrics that occur, with what they mean.
Table term_table(Telling const& telling);

/// The metrics of costs by school year of which each future's total is made up.
std::vector<std::string> cost_kinds();

}  // namespace meesterplan::output::workbook
