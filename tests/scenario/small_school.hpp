#pragma once

#include <string>

#include "sim/scenario/scenario.hpp"

namespace meesterplan::scenario {

/// Two teachers, two sections, everything in order; without files.
Scenario small_school();

/// A row of a rate table for the ages `from` to `to`.
RateRow age_row(int from, int to, double probability);

/// The English messages of validate(), one a line.
std::string told(Scenario const& scenario);

}  // namespace meesterplan::scenario
