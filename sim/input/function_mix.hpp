#pragma once

#include "sim/input/rules.hpp"

namespace meesterplan::input {

/// Fills in the places of the function mix and who gets them: the tables
/// [[function_mix]] and [promotion].
void read_function_mix(ScenarioReading& context);

}  // namespace meesterplan::input
