#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "sim/synthesis/aggregate.hpp"

namespace meesterplan::synthesis {

/// Hides every count under `least`, and as many others as it takes that none of those can be told
/// from the rest: not exactly, by any sums and differences of what is shown, and not within fewer
/// than a third of `least` values (two at least), by bounds. Somebody is assumed to know how this
/// works: that a hidden small count is from 1 to least - 1 and that others are at least 1 (a small
/// one that would be told by being small, as of four persons in four groups, is hidden as they
/// are). What is withheld to that end is another part of the sum that hides fewest, the smallest
/// that serves, the first of equal ones; a sum itself only when all its parts are hidden, and the
/// number of all people only when nothing else is left to hide. Counts that are hidden already are
/// not looked at again. `least` is at least 2.
void suppress(Aggregates& aggregates, int least);

/// What can be told of each hidden count, table by table: the least and most that it can be, by
/// bounds on every sum; of a count that is shown itself.
std::vector<std::vector<std::pair<std::int64_t, std::int64_t>>> known_bounds(
    Aggregates const& aggregates, int least);

}  // namespace meesterplan::synthesis
