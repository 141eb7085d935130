#pragma once

#include <string>
#include <vector>

#include "sim/input/rows.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::input {

/// The value of a row with its interval and group; `name` is that of its table.
scenario::Uncertain read_uncertain(Row& row, std::string_view value_key,
                                   scenario::Quantity quantity, std::string const& name);

/// The columns KEY_from and KEY_to; open where empty.
scenario::IntRange read_range(Row& row, std::string const& key, int low, int high);

/// Reads exit.csv; a cause that is in `exits` already is a problem.
void read_exit_rates(Sheet const& sheet, std::vector<scenario::CauseRates>& exits);

/// Reads exit_factors.csv; a factor that is in `factors` already is a problem.
void read_exit_factors(Sheet const& sheet, std::vector<scenario::Factor>& factors);

/// Reads hours.csv.
void read_hours(Sheet const& sheet, scenario::HoursRules& hours);

/// Reads uptake.csv as the table `name`.
scenario::RateTable read_uptake(Sheet const& sheet, std::string name);

/// Reads fill.csv.
std::vector<scenario::FillRow> read_fill(Sheet const& sheet);

/// Reads leave.csv.
std::vector<scenario::LeaveRow> read_leave(Sheet const& sheet);

}  // namespace meesterplan::input
