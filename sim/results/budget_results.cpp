#include "sim/results/budget_results.hpp"

#include <cstddef>

#include "sim/results/small_sections.hpp"
#include "sim/stats/moments.hpp"
#include "sim/stats/wilson.hpp"

namespace meesterplan::results {

std::vector<BudgetResult> budget_results(model::Model const& model, model::Names const& names,
                                         tally::Tally const& tally) {
  constexpr double cents_a_euro = 100;
  auto const& plans = tally.plan().budgets;
  std::vector<BudgetResult> results;
  for (std::size_t index = 0; index < plans.size(); ++index) {
    model::BudgetPlan const& plan = plans[index];
    if (is_small(names, scenario::Level::board, plan.board))
      continue;
    tally::BudgetTally const& kept = tally.budget(static_cast<std::int32_t>(index));
    BudgetResult result;
    result.board = names.units[static_cast<std::size_t>(scenario::Level::board)]
                              [static_cast<std::size_t>(plan.board)];
    result.year = model.start + plan.step;
    result.amount = static_cast<double>(plan.amount) / cents_a_euro;
    result.over = kept.over;
    stats::Proportion const chance =
        stats::proportion(result.over, tally.futures()).value_or(stats::Proportion{});
    result.probability = chance.estimate;
    result.standard_error = chance.standard_error;
    result.ci_low = chance.low;
    result.ci_high = chance.high;
    if (kept.costs.count > 0) {
      result.mean = stats::mean(kept.costs) / cents_a_euro;
      result.sd = stats::sd(kept.costs) / cents_a_euro;
    }
    results.push_back(result);
  }
  return results;
}

}  // namespace meesterplan::results
