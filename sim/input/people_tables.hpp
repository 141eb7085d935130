#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "sim/input/rows.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::input {

/// What became of the rows of a table with keys.
struct Keyed {
  static constexpr int broken = -1;    ///< its row was wrong, which was reported
  static constexpr int left_out = -2;  ///< gone on the reference date

  std::unordered_map<std::string, int> index;  ///< into the scenario's list, or one of the above

  /// The index of `key`; empty when there is no such row.
  std::optional<int> find(std::string const& key) const {
    auto const found = index.find(key);
    return found == index.end() ? std::nullopt : std::optional<int>(found->second);
  }
};

/// Reads schools.csv into `scenario.schools`.
Keyed read_schools(Sheet const& sheet, scenario::Scenario& scenario);

/// Reads sections.csv into `scenario.sections`; with `schools` empty the schools
/// are those that are named here.
Keyed read_sections(Sheet const& sheet, std::optional<Keyed> const& schools,
                    scenario::Scenario& scenario);

/// Reads people.csv into `scenario.people`, without assignments, as they are on
/// the reference date of `start`; what depends on that date is left open when it
/// is not known.
Keyed read_people(Sheet const& sheet, std::optional<int> start, scenario::Scenario& scenario);

/// Reads assignments.csv into the people of `scenario`. Whoever has a wrong row
/// is taken out of `scenario.people`, as a broken person helps nobody.
void read_assignments(Sheet const& sheet, Keyed const& people, Keyed const& sections,
                      scenario::Scenario& scenario);

}  // namespace meesterplan::input
