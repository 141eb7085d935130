#include "sim/tally/tally.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <vector>

#include "sim/model/parameters.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::tally {
namespace {

/// Two cells with a histogram, one without, two targets of which the first
/// keeps its shortfall, and three parameters; three years.
model::RecordPlan small_plan() {
  model::RecordPlan plan;
  plan.n_years = 3;
  plan.cells.resize(3);
  plan.cells[0] = {model::Bins{1, 4}, 0};
  plan.cells[1] = {model::Bins{10, 5}, 4};
  plan.targets.resize(2);
  plan.targets[0].first_histogram = 9;
  plan.targets[0].shortfall = model::Bins{1, 6};
  plan.n_bins = 15;
  plan.n_parameters = 3;
  return plan;
}

/// A future with one value.
void add_future(Tally& tally, std::int64_t cell, std::int64_t value) {
  tally.add(cell, value);
  tally.count_future(0);
}

TEST_CASE("a value is counted in the bin that the plan means") {
  std::mt19937_64 random(20261122);
  for (std::int64_t const width : {1, 2, 3, 7, 10, 1000, 5'000'000}) {
    CAPTURE(width);
    model::RecordPlan plan;
    plan.n_years = 1;
    model::Bins const bins{width, 201};
    plan.cells = {{bins, 0}};
    plan.n_bins = bins.count;
    std::vector<std::int64_t> values{-width, -1, 0, std::int64_t{1} << 40};
    for (std::int64_t bin = 0; bin < bins.count + 2; ++bin)
      for (std::int64_t const near : {-1, 0, 1}) {
        values.push_back(bin * width + near);
        values.push_back(bin * width + width / 2 + near);
      }
    for (int i = 0; i < 1000; ++i)
      values.push_back(
          static_cast<std::int64_t>(random() % (203 * static_cast<std::uint64_t>(width))));
    Tally tally(plan);
    std::vector<std::uint32_t> expected(static_cast<std::size_t>(bins.count));
    for (std::int64_t const value : values) {
      add_future(tally, 0, value);
      ++expected[static_cast<std::size_t>(bins.bin_of(value))];
    }
    CHECK(tally.histogram(0) == expected);
  }
}

/// One future of arbitrary content.
struct Future {
  std::array<std::int64_t, 3> value{};
  std::array<std::int8_t, 3> met{};
  std::int64_t short_of = 0;
  std::array<std::uint16_t, 3> strata{};

  void add_to(Tally& tally) const {
    for (std::size_t cell = 0; cell < value.size(); ++cell)
      tally.add(static_cast<std::int64_t>(cell), value[cell]);
    tally.add_target(0, met);
    tally.add_target(1, met);
    tally.add_shortfall(0, short_of);
    tally.add_drivers(1, value[2], strata);
    tally.count_future(7);
  }
};

std::vector<Future> arbitrary_futures(std::size_t n) {
  std::mt19937_64 generator(20261001);
  auto const below = [&](std::uint64_t limit) { return generator() % limit; };
  std::vector<Future> futures(n);
  for (Future& future : futures) {
    future.value = {static_cast<std::int64_t>(below(6)), static_cast<std::int64_t>(below(70)),
                    static_cast<std::int64_t>(below(2'000'000'000)) - 1'000'000'000};
    for (std::int8_t& met : future.met)
      met = static_cast<std::int8_t>(static_cast<int>(below(3)) - 1);
    future.short_of = static_cast<std::int64_t>(below(9));
    for (std::uint16_t& stratum : future.strata)
      stratum = static_cast<std::uint16_t>(below(model::n_strata));
  }
  return futures;
}

std::vector<std::uint32_t> counts(std::span<std::uint32_t const> histogram) {
  return {histogram.begin(), histogram.end()};
}

}  // namespace

TEST_CASE("a cell keeps moments and counts by bin, the last one with what lies above") {
  model::RecordPlan const plan = small_plan();
  Tally tally(plan);
  for (std::int64_t const value : {0, 4, 5, 14, 15, 44, 45, 1000})
    add_future(tally, 1, value);
  CHECK(tally.moments(1).count == 8);
  CHECK(tally.moments(1).sum == 1127);
  CHECK(tally.moments(1).sum_squares == 0 + 16 + 25 + 196 + 225 + 1936 + 2025 + 1'000'000);
  CHECK(tally.histogram(1) == std::vector<std::uint32_t>{2, 2, 1, 0, 3});
  CHECK(tally.histogram(0) == std::vector<std::uint32_t>{0, 0, 0, 0});
  CHECK(tally.moments(0).count == 0);
  CHECK(tally.histogram(2).empty());
}

TEST_CASE("a histogram has counted every value at every moment") {
  model::RecordPlan const plan = small_plan();
  Tally tally(plan);
  Tally merged(plan);
  std::vector<std::uint32_t> expected(5);
  for (std::int64_t value = 0; value < 200; ++value) {
    std::int64_t const bin = value * 7 % 5;
    add_future(tally, 1, 10 * bin);
    ++expected[static_cast<std::size_t>(bin)];
    REQUIRE(tally.histogram(1) == expected);
    Tally one(plan);
    add_future(one, 1, 10 * bin);
    merged.merge(one);
    REQUIRE(merged == tally);
  }
  CHECK(tally.histogram(0) == std::vector<std::uint32_t>(4));
}

TEST_CASE("a target is first met once, and an empty unit is never met") {
  model::RecordPlan const plan = small_plan();
  Tally tally(plan);
  for (std::array<std::int8_t, 3> const met :
       {std::array<std::int8_t, 3>{1, 0, 1}, {0, 1, 1}, {-1, 0, 1}, {0, -1, -1}, {-1, -1, -1}})
    tally.add_target(1, met);
  TargetTally const& kept = tally.target(1);
  CHECK(kept.met == std::vector<std::int64_t>{1, 1, 3});
  CHECK(kept.applies == std::vector<std::int64_t>{3, 3, 3});
  CHECK(kept.first_met == std::vector<std::int64_t>{1, 1, 1});
  CHECK(kept.never == 2);
  CHECK(tally.target(0).met == std::vector<std::int64_t>{0, 0, 0});
}

TEST_CASE("a shortfall has its own bins") {
  model::RecordPlan const plan = small_plan();
  Tally tally(plan);
  for (std::int64_t const short_of : {0, 0, 3, 5, 9})
    tally.add_shortfall(0, short_of);
  tally.add_shortfall(1, 2);
  CHECK(counts(tally.shortfall_histogram(0)) == std::vector<std::uint32_t>{2, 0, 0, 1, 0, 2});
  CHECK(tally.target(0).shortfall.sum == 17);
  CHECK(tally.shortfall_histogram(1).empty());
  CHECK(tally.target(1).shortfall.sum == 2);
  CHECK(tally.histogram(1) == std::vector<std::uint32_t>{0, 0, 0, 0, 0});
}

TEST_CASE("the strata of a parameter fall evenly into the bins of the drivers") {
  model::RecordPlan const plan = small_plan();
  Tally tally(plan);
  for (int stratum = 0; stratum < model::n_strata; ++stratum) {
    auto const one = static_cast<std::uint16_t>(stratum);
    auto const mirrored = static_cast<std::uint16_t>(model::n_strata - 1 - stratum);
    tally.add_drivers(1, stratum, std::array<std::uint16_t, 3>{one, mirrored, 0});
  }
  for (int bin = 0; bin < model::n_driver_bins; ++bin) {
    // 50 strata from 50 bin on: 50 x 50 bin + 0 + 1 + ... + 49.
    DriverBin const& upward = tally.driver(1, 0, bin);
    CHECK(upward.n == 50);
    CHECK(upward.sum == 2500 * bin + 1225);
    CHECK(tally.driver(1, 1, model::n_driver_bins - 1 - bin) == upward);
    CHECK(tally.driver(1, 2, bin).n == (bin == 0 ? model::n_strata : 0));
    CHECK(tally.driver(0, 0, bin) == DriverBin{});
  }
}

TEST_CASE("a plan without drivers keeps none") {
  model::RecordPlan plan = small_plan();
  plan.n_parameters = 0;
  Tally tally(plan);
  tally.add_drivers(1, 5, {});
  CHECK(tally == Tally(plan));
}

TEST_CASE("merged parts are one run, however it was cut and in whatever order") {
  model::RecordPlan const plan = small_plan();
  std::vector<Future> const futures = arbitrary_futures(1000);
  Tally whole(plan);
  for (Future const& future : futures)
    future.add_to(whole);
  REQUIRE(whole.futures() == 1000);
  REQUIRE(whole.teacher_years() == 7000);

  std::mt19937_64 generator(7);
  for (std::size_t const n_parts : {1u, 2u, 7u, 40u}) {
    std::vector<Tally> parts(n_parts, Tally(plan));
    for (Future const& future : futures)
      future.add_to(parts[generator() % n_parts]);
    std::shuffle(parts.begin(), parts.end(), generator);
    Tally merged(plan);
    for (Tally const& part : parts)
      merged.merge(part);
    CHECK(merged == whole);
  }
}

TEST_CASE("tallies that differ in one thing are not equal") {
  model::RecordPlan const plan = small_plan();
  Future const future = arbitrary_futures(1).front();
  Tally base(plan);
  future.add_to(base);
  auto const differs_after = [&](auto const& change) {
    Tally other(base);
    change(other);
    return !(other == base);
  };
  CHECK_FALSE(differs_after([](Tally&) {}));
  CHECK(differs_after([](Tally& tally) { tally.add_shortfall(1, 0); }));
  CHECK(differs_after([](Tally& tally) {
    tally.add_target(0, std::array<std::int8_t, 3>{-1, -1, -1});
  }));
  CHECK(differs_after([](Tally& tally) {
    tally.add_drivers(0, 0, std::array<std::uint16_t, 3>{0, 0, 0});
  }));
  CHECK(differs_after([](Tally& tally) { tally.count_future(0); }));
}

TEST_CASE("two futures that differ in one value, had or not had, are not equal") {
  model::RecordPlan const plan = small_plan();
  // Of values that wait and of values that are settled.
  for (int const n_more : {0, 1, 2, 3, 4, 9}) {
    CAPTURE(n_more);
    auto const futures = [&](auto const& first) {
      Tally tally(plan);
      first(tally);
      for (int more = 0; more <= n_more; ++more)
        tally.count_future(0);
      return tally;
    };
    Tally const none = futures([](Tally&) {});
    for (std::int64_t const cell : {0, 2}) {
      CHECK_FALSE(futures([&](Tally& tally) { tally.add(cell, 0); }) == none);
      CHECK_FALSE(futures([&](Tally& tally) { tally.add(cell, 0); }) ==
                  futures([&](Tally& tally) { tally.add(cell, 1); }));
    }
    CHECK(none.moments(2).count == 0);
    CHECK(futures([](Tally& tally) { tally.add(2, 7); }).moments(2).sum == 7);
  }
}

TEST_CASE("values are seen when their future is counted, and only those it had") {
  model::RecordPlan const plan = small_plan();
  Tally tally(plan);
  std::int64_t sum = 0;
  for (std::int64_t future = 0; future < 20; ++future) {
    CAPTURE(future);
    // The second cell has a value in every third future only.
    tally.values_of(0)[0] = future;
    if (future % 3 == 0)
      tally.add(1, 10);
    CHECK(tally.moments(0).sum == sum);
    tally.count_future(0);
    sum += future;
    REQUIRE(tally.moments(0).sum == sum);
    REQUIRE(tally.moments(0).count == future + 1);
    REQUIRE(tally.moments(1).count == future / 3 + 1);
    REQUIRE(tally.moments(1).sum == 10 * (future / 3 + 1));
    REQUIRE(tally.histogram(1)[1] == static_cast<std::uint32_t>(future / 3 + 1));
  }
}

}  // namespace meesterplan::tally
