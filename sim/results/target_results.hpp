#pragma once

#include <vector>

#include "sim/model/model.hpp"
#include "sim/model/names.hpp"
#include "sim/results/results.hpp"
#include "sim/tally/tally.hpp"

namespace meesterplan::results {

/// The targets, in the order of the plan, without those of small sections.
std::vector<TargetResult> target_results(model::Model const& model, model::Names const& names,
                                         tally::Tally const& tally);

/// What each parameter accounts for of each target's metric, targets in the
/// order of the plan and parameters in that of their names; without small
/// sections, and without a target whose metric does not vary or has too few
/// futures to say anything.
std::vector<DriverRow> driver_rows(model::Names const& names, tally::Tally const& tally);

}  // namespace meesterplan::results
