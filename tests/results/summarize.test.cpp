#include "sim/results/summarize.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sim/results/result_hash.hpp"
#include "tests/results/small_run.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::results {
namespace {

using Catch::Matchers::WithinAbs;

constexpr double close = 1e-12;

using Met = std::array<std::int8_t, 3>;

SeriesRow const& series_of(Results const& results, std::string const& unit,
                           std::string const& metric, int year) {
  auto const found =
      std::find_if(results.series.begin(), results.series.end(), [&](SeriesRow const& row) {
        return row.unit == unit && row.metric == metric && row.year == year;
      });
  REQUIRE(found != results.series.end());
  return *found;
}

/// Adds four futures: each cell has the values given, in the first ones.
void add_futures(tally::Tally& tally,
                 std::map<std::int64_t, std::vector<std::int64_t>> const& values) {
  for (std::size_t future = 0; future < 4; ++future) {
    for (auto const& [cell, of_cell] : values) {
      if (future < of_cell.size())
        tally.add(cell, of_cell[future]);
    }
    tally.count_future(10);
  }
}

}  // namespace

TEST_CASE("series are given in their measure") {
  SmallRun const run({{"wiskunde", 5}});
  tally::Tally tally(run.model.plan);
  add_futures(tally, {{run.cell(0, "heads", 1), {4, 6, 6, 8}},
                      {run.cell(0, "fte", 2), {3200, 4000}},
                      {run.cell(0, "masters", 1), {250'000'000, 750'000'000, 500'000'000}},
                      {run.cell(0, "mean_age", 1), {40'500, 44'500}}});
  Results const results = summarize(run.model, run.names, tally);

  SeriesRow const& heads = series_of(results, "wiskunde", "heads", 2027);
  CHECK(heads.level == "section");
  CHECK(heads.measure == "heads");
  CHECK(heads.n == 4);
  CHECK_THAT(heads.mean, WithinAbs(6.0, close));
  CHECK_THAT(heads.sd, WithinAbs(std::sqrt(8.0 / 3.0), close));
  REQUIRE(heads.quantiles);
  CHECK(heads.quantiles->p05 == 4.0);
  CHECK(heads.quantiles->p25 == 4.0);
  CHECK(heads.quantiles->p50 == 6.0);
  CHECK(heads.quantiles->p75 == 6.0);
  CHECK(heads.quantiles->p90 == 8.0);

  SeriesRow const& fte = series_of(results, "wiskunde", "fte", 2028);
  CHECK(fte.measure == "fte");
  CHECK_THAT(fte.mean, WithinAbs(3.6, close));
  CHECK_THAT(fte.quantiles->p95, WithinAbs(4.0, close));

  SeriesRow const& masters = series_of(results, "wiskunde", "masters", 2027);
  CHECK(masters.measure == "share");
  CHECK(masters.n == 3);
  CHECK_THAT(masters.mean, WithinAbs(0.5, close));
  CHECK_THAT(masters.sd, WithinAbs(0.25, close));
  CHECK_THAT(masters.quantiles->p10, WithinAbs(0.25, close));

  SeriesRow const& age = series_of(results, "wiskunde", "mean_age", 2027);
  CHECK_THAT(age.mean, WithinAbs(42.5, close));
  CHECK_FALSE(age.quantiles);

  SeriesRow const& nothing = series_of(results, "wiskunde", "demand", 2027);
  CHECK(nothing.n == 0);
  CHECK_FALSE(nothing.quantiles);
}

TEST_CASE("series come by unit, metric and year, flows from the second year on") {
  SmallRun const run({{"wiskunde", 5}, {"latijn", 3}});
  Results const results = summarize(run.model, run.names, tally::Tally(run.model.plan));
  REQUIRE(results.series.size() == 2 * 5 * 3);
  CHECK(results.series[0].unit == "wiskunde");
  CHECK(results.series[0].metric == "heads");
  CHECK(results.series[0].year == 2026);
  CHECK(results.series[2].year == 2028);
  CHECK(results.series[3].metric == "fte");
  CHECK(results.series[15].unit == "latijn");
  REQUIRE(results.flows.size() == 2 * 2 * 2);
  CHECK(results.flows[0].year == 2027);
  CHECK(results.flows[1].year == 2028);
}

TEST_CASE("a flow goes from or to its stock") {
  SmallRun const run({{"wiskunde", 5}});
  tally::Tally tally(run.model.plan);
  add_futures(tally, {{run.cell(0, "heads retirement", 1), {0, 0, 1, 3}},
                      {run.cell(0, "masters graduated", 1), {0, 1, 0, 1}}});
  Results const results = summarize(run.model, run.names, tally);

  FlowRow const& retired = results.flows[0];
  CHECK(retired.stock == "heads");
  CHECK(retired.cause == "retirement");
  CHECK(retired.from == "heads");
  CHECK(retired.to == "outside");
  CHECK(retired.mean == 1.0);
  CHECK(retired.p10 == 0.0);
  CHECK(retired.p90 == 3.0);
  FlowRow const& graduated = results.flows[2];
  CHECK(graduated.stock == "masters");
  CHECK(graduated.cause == "graduated");
  CHECK(graduated.from == "outside");
  CHECK(graduated.to == "masters");
  CHECK(graduated.mean == 0.5);
  CHECK_FALSE(graduated.p10);
}

TEST_CASE("a target is judged out of all futures, also those in which it does not apply") {
  SmallRun run({{"wiskunde", 5}});
  run.add_target("masters", 0);
  tally::Tally tally(run.model.plan);
  for (Met const met : {Met{0, 1, 1}, Met{0, 0, 0}, Met{0, 0, -1}, Met{1, 0, 1}}) {
    tally.add_target(0, met);
    tally.count_future(10);
  }
  for (std::int64_t const short_of : {0, 4, 0})
    tally.add_shortfall(0, short_of);
  Results const results = summarize(run.model, run.names, tally);

  REQUIRE(results.targets.size() == 1);
  TargetResult const& target = results.targets.front();
  CHECK(target.name == "goal 1");
  CHECK(target.metric == "masters");
  CHECK(target.level == "section");
  CHECK(target.unit == "wiskunde");
  CHECK(target.measure == "share");
  CHECK(target.direction == "at_least");
  CHECK(target.by == 2028);
  CHECK(target.met == 2);
  CHECK(target.applies == 3);
  CHECK(target.not_applicable == 1);
  CHECK(target.probability == 0.5);
  CHECK_THAT(target.standard_error, WithinAbs(0.25, close));
  // Wilson with n = 4, p = 1/2: the centre stays, half width = z sqrt(n / 4 + z^2 / 4) / (n + z^2).
  double const z = 1.959963984540054;
  double const half = z * std::sqrt(1.0 + z * z / 4.0) / (4.0 + z * z);
  CHECK_THAT(target.ci_low, WithinAbs(0.5 - half, close));
  CHECK_THAT(target.ci_high, WithinAbs(0.5 + half, close));
  CHECK_FALSE(target.chance_probability);

  REQUIRE(target.by_year.size() == 3);
  CHECK(target.by_year[0].year == 2026);
  CHECK(target.by_year[0].probability == 0.25);
  CHECK(target.by_year[2].probability == 0.5);
  CHECK(target.by_year[2].applies == 3);
  REQUIRE(target.first_met.size() == 4);
  CHECK(target.first_met[0].futures == 1);
  CHECK(target.first_met[1].cumulative == 0.5);
  CHECK(target.first_met[2].cumulative == 0.5);
  CHECK_FALSE(target.first_met[3].year);
  CHECK(target.first_met[3].futures == 2);
  CHECK(target.first_met[3].cumulative == 1.0);

  REQUIRE(target.shortfall);
  CHECK_THAT(target.shortfall->mean, WithinAbs(4.0 / 3.0, close));
  CHECK(target.shortfall->p50 == 0.0);
  CHECK(target.shortfall->p90 == 4.0);
  CHECK(target.shortfall->per_year == 0.0);
}

TEST_CASE("the extra masters a year are the median shortfall over the years left") {
  SmallRun run({{"wiskunde", 5}});
  run.add_target("masters", 0);
  run.add_target("wo_upper_vwo_lessons", 0);
  tally::Tally tally(run.model.plan);
  for (std::int64_t const short_of : {3, 3, 4}) {
    tally.add_shortfall(0, short_of);
    tally.add_shortfall(1, short_of * 1000);
    tally.count_future(10);
  }
  Results const results = summarize(run.model, run.names, tally);
  CHECK(results.targets[0].shortfall->p50 == 3.0);
  CHECK(results.targets[0].shortfall->per_year == 1.5);
  // Lessons are counted in thousandths of fte.
  CHECK(results.targets[1].shortfall->p50 == 3.0);
  CHECK(results.targets[1].shortfall->p90 == 4.0);
  CHECK(results.targets[0].shortfall->measure == "heads");
  CHECK(results.targets[1].shortfall->measure == "fte");
}

TEST_CASE("drivers tell what moves a target from what does not, by name") {
  SmallRun run({{"wiskunde", 5}});
  run.add_target("masters", 0);
  run.add_parameter("uptake");
  run.add_parameter("exits");
  tally::Tally tally(run.model.plan);
  for (int future = 0; future < 2000; ++future) {
    int const uptake = (future * 7) % model::n_strata;
    int const exits = (future * 389 + future / 7) % model::n_strata;
    std::array<std::uint16_t, 2> const strata = {static_cast<std::uint16_t>(uptake),
                                                 static_cast<std::uint16_t>(exits)};
    tally.add_drivers(0, uptake * 1'000'000, strata);
    tally.count_future(10);
  }
  Results const results = summarize(run.model, run.names, tally);
  CHECK(results.uncertainty == "all");
  REQUIRE(results.drivers.size() == 2);
  CHECK(results.drivers[0].parameter == "exits");
  CHECK_FALSE(results.drivers[0].distinguishable);
  CHECK(results.drivers[1].parameter == "uptake");
  CHECK(results.drivers[1].target == "goal 1");
  CHECK(results.drivers[1].unit == "wiskunde");
  CHECK(results.drivers[1].distinguishable);
  // A straight line in 20 classes: all but 1/400.
  CHECK_THAT(results.drivers[1].share, WithinAbs(1.0 - 1.0 / 400.0, 1e-4));
  CHECK(results.drivers[1].low > 0.99);
}

TEST_CASE("a section of two shows what it needs and nothing else") {
  SmallRun run({{"wiskunde", 3}, {"latijn", 2}});
  run.add_target("masters", 0);
  run.add_target("masters", 1);
  run.add_parameter("uptake");
  tally::Tally tally(run.model.plan);
  for (int future = 0; future < 100; ++future) {
    for (std::int32_t const target : {0, 1}) {
      tally.add_target(target, Met{0, 0, 1});
      tally.add_drivers(target, future % 7, std::array<std::uint16_t, 1>{0});
    }
    for (std::int64_t cell = 0; cell < 2 * 7 * 3; ++cell)
      tally.add(cell, future % 3);
    tally.count_future(10);
  }
  Results const results = summarize(run.model, run.names, tally);
  for (SeriesRow const& row : results.series)
    CHECK((row.unit == "wiskunde" || row.metric == "demand"));
  CHECK(series_of(results, "latijn", "demand", 2028).n == 100);
  CHECK(results.series.size() == 5 * 3 + 3);
  for (FlowRow const& row : results.flows)
    CHECK(row.unit == "wiskunde");
  CHECK(results.flows.size() == 4);
  REQUIRE(results.targets.size() == 1);
  CHECK(results.targets[0].unit == "wiskunde");
  REQUIRE(results.drivers.size() == 1);
  CHECK(results.drivers[0].unit == "wiskunde");
}

TEST_CASE("a run without futures says nothing, politely") {
  SmallRun run({{"wiskunde", 5}});
  run.add_target("masters", 0);
  run.add_parameter("uptake");
  Results const results = summarize(run.model, run.names, tally::Tally(run.model.plan));
  CHECK(results.replicates == 0);
  CHECK(results.replicates_asked == 4);
  CHECK(results.interrupted());
  CHECK(results.targets[0].probability == 0.0);
  CHECK(results.targets[0].ci_low == 0.0);
  CHECK(results.targets[0].ci_high == 1.0);
  CHECK_FALSE(results.targets[0].shortfall);
  CHECK(results.drivers.empty());
}

TEST_CASE("inputs are named with their hash") {
  SmallRun run({{"wiskunde", 5}});
  run.names.sources.push_back({"people.csv", 0xdeadbeef});
  Results const results = summarize(run.model, run.names, tally::Tally(run.model.plan));
  REQUIRE(results.inputs.size() == 1);
  CHECK(results.inputs[0].name == "people.csv");
  CHECK(results.inputs[0].hash == "00000000deadbeef");
  CHECK(results.result_hash.size() == 16);
}

}  // namespace meesterplan::results
