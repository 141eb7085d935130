#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "sim/input/rows.hpp"
#include "sim/scenario/people.hpp"

namespace meesterplan::input {

/// The columns of people.csv of which one is needed, for an age and for service.
inline constexpr std::array<std::string_view, 3> birth_columns{"birth_date", "birth_year", "age"};
inline constexpr std::array<std::string_view, 2> service_columns{"start_date", "tenure"};

/// What was taken for granted, counted over the rows.
struct PeopleCounts {
  int experience = 0;
  int master_kind = 0;
  int gone = 0;
  int hours_in_force = 0;
};

/// Reads the cells of a row of people.csv other than its id, as they are on the
/// reference date of `start`; wrong cells make the row unusable.
void read_person(Row& row, std::optional<int> start, PeopleCounts& counts,
                 scenario::Person& person);

}  // namespace meesterplan::input
