#pragma once

#include <vector>

#include "sim/input/people_tables.hpp"
#include "sim/input/rows.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::input {

/// Reads entrants.csv.
std::vector<scenario::EntrantRow> read_entrants(Sheet const& sheet);

/// Reads pool.csv.
std::vector<scenario::PoolRow> read_pool(Sheet const& sheet);

/// Reads pension_age.csv, sorted by date.
std::vector<scenario::PensionStep> read_pension(Sheet const& sheet);

/// Reads reference_shares.csv into the shares of `unknown`.
void read_reference_shares(Sheet const& sheet, scenario::ReferenceShares& unknown);

/// Reads demand.csv; `sections` are those of the scenario.
std::vector<scenario::DemandRow> read_demand(Sheet const& sheet, Keyed const& sections,
                                             scenario::Scenario const& scenario);

/// Reads pupils.csv; a file without schools is about the only school.
std::vector<scenario::PupilRow> read_pupils(Sheet const& sheet, scenario::Scenario const& scenario);

/// Reads history.csv.
std::vector<scenario::HistoryRow> read_history(Sheet const& sheet);

/// Reads lessons.csv.
std::vector<scenario::LessonRow> read_lessons(Sheet const& sheet);

}  // namespace meesterplan::input
