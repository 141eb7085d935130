#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/building.hpp"

namespace meesterplan::model {

/// An assignment in the model's terms.
struct Held {
  std::int32_t section = 0;  ///< index in the model
  std::int64_t fte = 0;      ///< thousandths
  scenario::Licence licence = scenario::Licence::unknown;
  std::int32_t upper_vwo = 0;   ///< millionths of its lessons
  std::int32_t upper_havo = 0;  ///< millionths of its lessons
};

/// The person of a row of the workforce, as the scenario has it.
inline scenario::Person const& person_in(Building const& building, std::int32_t row) {
  auto const index = building.scenario_person[static_cast<std::size_t>(row)];
  return building.scenario.people[static_cast<std::size_t>(index)];
}

/// A person's assignments on the first reference date in service, the main one
/// first (largest fte, then section key), the rest by section key. A known
/// change of hours or licence up to that date is in.
std::vector<Held> held_by(Building const& building, scenario::Person const& person);

/// Thousandths of all assignments together.
std::int64_t total_fte(std::vector<Held> const& held);

}  // namespace meesterplan::model
