#pragma once

#include "sim/input/rules.hpp"

namespace meesterplan::input {

/// Reads [money] and its files; without that table the scenario has no costs.
void read_money(ScenarioReading& context);

}  // namespace meesterplan::input
