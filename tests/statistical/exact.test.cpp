// The engine against the exact distribution: every seat a Markov chain of its
// own, sections the sum of their seats.

#include <cmath>
#include <cstddef>

#include "sim/model/compile.hpp"
#include "sim/results/summarize.hpp"
#include "sim/run/run.hpp"
#include "tests/statistical/exact_counts.hpp"
#include "tests/statistical/exact_scenarios.hpp"
#include "tests/statistical/oracle.hpp"
#include "tests/statistical/verdict.hpp"
#include "tests/support/catch.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::check;
using meesterplan::testing::Distributions;
using meesterplan::testing::distributions;
using meesterplan::testing::is_master;
using meesterplan::testing::is_studying;
using meesterplan::testing::judge;
using meesterplan::testing::Oracle;
using meesterplan::testing::recorded;
using meesterplan::testing::rich_scenario;
using meesterplan::testing::Verdict;

TEST_CASE("Masters per section and year have their exact distribution", "[slow]") {
  Scenario const scenario = rich_scenario();
  Oracle const oracle(scenario, testing::centre_of);
  check(judge(recorded(scenario, "masters_heads"), "masters_heads",
              distributions(oracle, is_master, scenario.years), 20'000),
        "masters");
  check(judge(recorded(scenario, "studying"), "studying",
              distributions(oracle, is_studying, scenario.years), 20'000),
        "studying");
}

TEST_CASE("Quantiles of the share of masters are those of the exact distribution", "[slow]") {
  Scenario scenario = recorded(rich_scenario(), "masters");
  scenario.replicates = 10'000;
  Distributions const exact =
      distributions(Oracle(scenario, testing::centre_of), is_master, scenario.years);
  model::Compiled const compiled = model::compile(scenario);
  run::Outcome const outcome = run::play(compiled.model, run::Plan{});
  auto const results = results::summarize(compiled.model, compiled.names, outcome.tally);
  int n_judged = 0;
  for (results::SeriesRow const& series : results.series) {
    if (series.metric != "masters" || !series.quantiles)
      continue;
    std::size_t section = 0;
    while (scenario.sections[section].key != series.unit)
      ++section;
    auto const& chances = exact[section][static_cast<std::size_t>(series.year - scenario.start)];
    auto const below = [&](long count) {
      double sum = 0;
      for (long index = 0; index <= count && index < static_cast<long>(chances.size()); ++index)
        sum += chances[static_cast<std::size_t>(index)];
      return sum;
    };
    auto const& kept = *series.quantiles;
    for (auto const& [q, x] : {std::pair{0.05, kept.p05},
                               {0.10, kept.p10},
                               {0.25, kept.p25},
                               {0.50, kept.p50},
                               {0.75, kept.p75},
                               {0.90, kept.p90},
                               {0.95, kept.p95}}) {
      CAPTURE(series.unit, series.year, q, x);
      long const count = std::lround(x * static_cast<double>(chances.size() - 1));
      double const error = 4 * std::sqrt(q * (1 - q) / 10'000);
      CHECK(below(count) >= q - error);
      CHECK(below(count - 1) <= q + error);
      ++n_judged;
    }
  }
  CHECK(n_judged == 3 * 11 * 7);
}

TEST_CASE("The exact distribution notices a rate that is a little off", "[slow]") {
  Scenario const scenario = rich_scenario();
  Scenario other = scenario;
  other.programmes[1].uptake.rows.front().value = Uncertain::probability(0.09);
  Verdict const verdict =
      judge(recorded(scenario, "masters_heads"), "masters_heads",
            distributions(Oracle(other, testing::centre_of), is_master, scenario.years), 20'000);
  CHECK(verdict.failures().size() >= 5);
}
