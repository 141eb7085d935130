#pragma once

#include "sim/input/rules.hpp"

namespace meesterplan::input {

/// Reads [[policy]], [[bottleneck]] and [policy_rules], each item laid over what it uses
/// of the libraries.
void read_policies(ScenarioReading& context);

}  // namespace meesterplan::input
