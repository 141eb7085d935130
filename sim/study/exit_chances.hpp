#pragma once

#include <array>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace meesterplan::study {

/// A chance for each cause of exit, in [0, 1].
using ExitChances = std::array<double, scenario::n_exit_causes>;

/// The yearly chance of each teacher of scenario.people to leave in the first school year for a
/// cause if it were the only one (docs/methods.md, 7.2), by the tables and factors of the scenario
/// at their centre, without its policies. All 0 for who is not yet in service.
///
/// Throws InputError when the scenario is wrong.
std::vector<ExitChances> first_exit_chances(scenario::Scenario scenario);

}  // namespace meesterplan::study
