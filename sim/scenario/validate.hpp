#pragma once

#include <vector>

#include "sim/base/problem.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::scenario {

/// Everything that is wrong with `scenario` as a whole, each at its Place:
/// references that lead nowhere, numbers out of range, rate tables with gaps
/// or overlaps, intervals that exclude their centre, targets after the last
/// year. Empty of errors: compile() accepts it. Cost: linear in the people,
/// the product of breakpoints for a table.
std::vector<Problem> validate(Scenario const& scenario);

}  // namespace meesterplan::scenario
