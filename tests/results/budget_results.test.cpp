#include "sim/results/budget_results.hpp"

#include "sim/results/result_hash.hpp"
#include "tests/results/small_run.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::results {
namespace {

using Catch::Matchers::WithinRel;

SmallRun with_budget(std::int64_t heads, std::int64_t cents) {
  SmallRun run({{"wiskunde", heads}});
  run.names.units[static_cast<std::size_t>(scenario::Level::board)] = {"Noord"};
  run.model.plan.budgets = {{0, 1, cents}};
  return run;
}

/// 4 futures that cost 100, 200, 300 and 400 euro.
tally::Tally four_futures(SmallRun const& run) {
  tally::Tally tally(run.model.plan);
  for (std::int64_t future = 1; future <= 4; ++future) {
    tally.add_costs(0, future * 10'000);
    tally.count_future(10);
  }
  return tally;
}

}  // namespace

TEST_CASE("A budget tells in how many futures it is exceeded, and the costs") {
  SmallRun const run = with_budget(5, 30'000);
  auto const results = budget_results(run.model, run.names, four_futures(run));
  REQUIRE(results.size() == 1);
  CHECK(results[0].board == "Noord");
  CHECK(results[0].year == 2027);
  CHECK(results[0].amount == 300);
  CHECK(results[0].over == 1);
  CHECK(results[0].probability == 0.25);
  CHECK(results[0].ci_low < 0.25);
  CHECK(results[0].ci_high > 0.25);
  CHECK(results[0].mean == 250);
  CHECK_THAT(results[0].sd, WithinRel(129.0994, 1e-6));
}

TEST_CASE("The costs of two teachers are not shown") {
  SmallRun const run = with_budget(2, 30'000);
  CHECK(budget_results(run.model, run.names, four_futures(run)).empty());
}

TEST_CASE("The hash sees a budget") {
  SmallRun const run = with_budget(5, 30'000);
  SmallRun const other = with_budget(5, 29'999);
  CHECK(result_hash(run.model, run.names, four_futures(run)) !=
        result_hash(other.model, other.names, four_futures(other)));
}

}  // namespace meesterplan::results
