#pragma once

#include "sim/model/model.hpp"
#include "sim/model/names.hpp"
#include "sim/results/results.hpp"
#include "sim/tally/tally.hpp"

namespace meesterplan::results {

/// Gives a tally's numbers their names back. Diagnostics, notes and the
/// chance probabilities are left for the caller to fill.
///
/// Rows are in canonical order: levels as in the plan, units as in the
/// scenario, metrics and flows as in all_metrics() and all_flows(), then years.
/// A target that does not apply is not met: probabilities are out of all
/// futures. The quantiles of a value in a last bin are that bin's lower end.
///
/// Policy cards are left to the caller too: a model does not know what people call them.
///
/// A section of fewer than `fewest_heads_shown` heads on the reference date
/// (small_sections.hpp) has no targets, drivers or flows, and of the series
/// only its demand: no row holds the chance of a person to leave.
Results summarize(model::Model const& model, model::Names const& names, tally::Tally const& tally);

}  // namespace meesterplan::results
