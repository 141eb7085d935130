#pragma once

#include <vector>

#include "sim/model/model.hpp"
#include "sim/model/names.hpp"
#include "sim/results/results.hpp"
#include "sim/tally/tally.hpp"

namespace meesterplan::results {

/// The budgets, in the order of the plan; none when the whole is too small to be shown.
std::vector<BudgetResult> budget_results(model::Model const& model, model::Names const& names,
                                         tally::Tally const& tally);

}  // namespace meesterplan::results
