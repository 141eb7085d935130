#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/model/counters.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::testing {

/// What was seen of one future.
struct Watched {
  /// Every law that is broken, in which year and unit; empty when all hold.
  std::vector<std::string> broken;
  /// [counter] of the whole, summed over the years: what there was to watch.
  std::array<std::int64_t, model::n_counters> seen{};
};

/// Plays one future of `scenario` under the laws of docs/methods.md ("Laws").
/// The scenario retires everybody in the year after state pension age at the
/// latest (random_scenario() does).
Watched watch(scenario::Scenario const& scenario, std::uint32_t replicate);

}  // namespace meesterplan::testing
