#pragma once

#include <string>

#include "sim/scenario/checks.hpp"

namespace meesterplan::scenario {

/// Whether a table must say something for everybody.
enum class Wanted {
  overlaps,           ///< no row means something too
  overlaps_and_gaps,  ///< between its first and last class, for every term
};

/// Reports the rows of `table` that overlap and, if wanted, what no row is
/// about, as problems of `field`. Cost: the product of the breakpoints that rows
/// share.
void check_table(Checks& checks, RateTable const& table, std::string const& field, Wanted wanted);

}  // namespace meesterplan::scenario
