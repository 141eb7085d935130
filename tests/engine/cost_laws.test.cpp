// Laws of what staff costs, in random scenarios with every kind of cost there is.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/model/metric.hpp"
#include "sim/results/result_hash.hpp"
#include "sim/run/run.hpp"
#include "tests/engine/priced_future.hpp"
#include "tests/engine/random_scenario.hpp"
#include "tests/engine/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::CellName;
using meesterplan::testing::plain_money;
using meesterplan::testing::play_one;
using Played = meesterplan::testing::PricedFuture;

namespace {

/// Money for a random scenario: every kind of cost there is.
Scenario with_money(std::uint64_t seed) {
  Scenario scenario = testing::random_scenario(seed);
  testing::Dice dice(seed);
  Money money = plain_money();
  money.price_year = scenario.start - dice.between(0, 4);
  money.price_growth = testing::uncertain(Quantity::other, 0.02, 0.0, 0.04, "growth");
  money.wages.front().amount =
      testing::uncertain(Quantity::amount, 60'000, 50'000, 70'000, "wages");
  money.grant_tuition = Uncertain::amount(7000);
  money.grant_hour = Uncertain::amount(100);
  money.vacancy = Uncertain::amount(2000);
  money.cover = Uncertain::amount(90'000);
  money.leaver = testing::uncertain(Quantity::amount, 9000, 4000, 18'000, "leaver");
  money.redundancy = testing::uncertain(Quantity::probability, 0.03, 0.02, 0.08, "redundancy");
  for (Programme& programme : scenario.programmes)
    programme.tuition = Uncertain::amount(5000);
  scenario.money = money;
  Policy policy;
  policy.name = "all";
  policy.from = scenario.start + 1;
  for (int per = 0; per < 7; ++per) {
    PolicyCost cost;
    cost.name = "cost" + std::to_string(per);
    cost.per = static_cast<CostPer>(per);
    bool const is_share = cost.per == CostPer::wage_share;
    cost.amount = is_share ? Uncertain::probability(0.01) : Uncertain::amount(100);
    policy.costs.push_back(cost);
  }
  scenario.policies.push_back(policy);
  return scenario;
}

}  // namespace

TEST_CASE("Costs are never negative and add up over kinds, scales and units") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    CAPTURE(seed);
    Played const played(with_money(seed));
    auto const& plan = played.compiled.model.plan;
    auto const& units = played.compiled.model.units;
    auto const sum_of = [&](std::string_view metric, Level level, std::int32_t n,
                            std::int32_t year) {
      std::int64_t sum = 0;
      for (std::int32_t unit = 0; unit < n; ++unit)
        sum += played.of(metric, level, unit, year);
      return sum;
    };
    for (std::int32_t const metric : plan.levels.back().metrics) {
      model::Metric const& known = model::all_metrics()[static_cast<std::size_t>(metric)];
      if (!model::is_cost(known))
        continue;
      for (std::int32_t year = 1; year < plan.n_years - model::years_back(known); ++year) {
        std::int64_t const total = played.total(known.key, year);
        CHECK(sum_of(known.key, Level::section, units.n_sections(), year) == total);
        CHECK(sum_of(known.key, Level::school, units.n_schools(), year) == total);
        CHECK(sum_of(known.key, Level::board, units.n_boards, year) == total);
        CHECK(sum_of(known.key, Level::region, units.n_regions, year) == total);
        for (std::int32_t section = 0; section < units.n_sections(); ++section)
          CHECK(played.section(known.key, section, year) >= 0);
      }
    }
    for (std::int32_t year = 1; year < plan.n_years; ++year) {
      std::int64_t kinds = 0;
      for (std::string_view const kind :
           {"cost_wages", "cost_policy", "cost_study", "cost_vacancy", "cost_turnover"}) {
        std::string const key(kind);
        int const metric = model::find_metric(key);
        auto const& metrics = plan.levels.back().metrics;
        if (std::find(metrics.begin(), metrics.end(), metric) != metrics.end())
          kinds += played.total(kind, year);
      }
      CHECK(kinds == played.total("cost_total", year));
    }
  }
}

TEST_CASE("To reckon with money changes nothing else") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    CAPTURE(seed);
    Scenario rich = with_money(seed);
    Scenario plain = testing::random_scenario(seed);
    model::Compiled const without = model::compile(plain);
    for (Scenario* const scenario : {&plain, &rich}) {
      scenario->recording.metrics = {"flows"};
      for (std::int32_t const metric : without.model.plan.levels.front().metrics) {
        scenario->recording.metrics.emplace_back(
            model::all_metrics()[static_cast<std::size_t>(metric)].key);
      }
    }
    model::Compiled const left = model::compile(plain);
    model::Compiled const right = model::compile(rich);
    REQUIRE(left.model.plan.cells.size() == right.model.plan.cells.size());
    auto const agreement = testing::compare_years(
        left.model, play_one(left.model, 1), play_one(right.model, 1), left.model.plan.n_years);
    CHECK(agreement.equal_until);
  }
}

TEST_CASE("Threads, blocks and the order of rows change no cent") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    Scenario scenario = with_money(seed);
    scenario.replicates = 12;
    scenario.money->budgets = {
        {{}, scenario.schools.front().board, BudgetFor::all, scenario.start + 1, 50'000, {}},
        {{}, scenario.schools.front().board, BudgetFor::all, scenario.start + 2, 50'000, {}},
        {{}, scenario.schools.front().board, BudgetFor::study, scenario.start + 1, 20'000, {}}};
    Scenario turned = scenario;
    std::reverse(turned.money->wages.begin(), turned.money->wages.end());
    std::reverse(turned.money->budgets.begin(), turned.money->budgets.end());
    std::reverse(turned.policies.back().costs.begin(), turned.policies.back().costs.end());
    std::reverse(turned.people.begin(), turned.people.end());
    model::Compiled const left = model::compile(scenario);
    model::Compiled const right = model::compile(turned);
    run::Plan one;
    one.threads = 1;
    run::Plan three;
    three.threads = 3;
    three.block_size = 1;
    tally::Tally const expected = run::play(left.model, one).tally;
    CHECK(expected == run::play(left.model, three).tally);
    CHECK(results::result_hash(left.model, left.names, expected) ==
          results::result_hash(right.model, right.names, run::play(right.model, one).tally));
  }
}
