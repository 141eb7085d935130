#pragma once

#include "sim/scenario/scenario.hpp"

namespace meesterplan::testing {

/// Everything that leaves each seat a chain of its own, in sections of 5, 20
/// and 40 teachers.
scenario::Scenario rich_scenario();

/// Two small sections; three numbers that share one drawn quantile.
scenario::Scenario uncertain_scenario();

}  // namespace meesterplan::testing
