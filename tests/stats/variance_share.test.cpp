#include "sim/stats/variance_share.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <random>

#include "sim/base/contracts.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::stats {
namespace {

using Catch::Matchers::WithinAbs;

using Bins = std::array<Moments, driver_bins>;

/// Random numbers that are the same with every standard library.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : engine_(seed) {}

  /// Uniform in (0, 1).
  double uniform() { return (static_cast<double>(engine_() >> 12) + 0.5) * 0x1p-52; }

  /// Normal enough: twelve uniforms less six, mean 0, sd 1.
  double normal() {
    double sum = -6.0;
    for (int i = 0; i < 12; ++i)
      sum += uniform();
    return sum;
  }

 private:
  std::mt19937_64 engine_;
};

/// The bins of `n` futures with metric slope * sqrt(12) (u - 1/2) + noise, so
/// that a share slope^2 / (slope^2 + noise^2) is the parameter's.
Bins futures(Numbers& numbers, int n, double slope, double noise) {
  Bins bins;
  for (int i = 0; i < n; ++i) {
    double const u = numbers.uniform();
    double const metric =
        slope * std::sqrt(12.0) * (u - 0.5) + (noise > 0 ? noise * numbers.normal() : 0.0);
    bins[static_cast<std::size_t>(driver_bin(u))].add(std::llround(1e6 * metric));
  }
  return bins;
}

TEST_CASE("a quantile falls in one of twenty equal bins, the ends included") {
  CHECK(driver_bin(0x1p-54) == 0);
  CHECK(driver_bin(std::nextafter(0.05, 0.0)) == 0);
  CHECK(driver_bin(0.05) == 1);
  CHECK(driver_bin(0.5) == 10);
  CHECK(driver_bin(1.0 - 0x1p-53) == 19);
}

TEST_CASE("the F test's 95% points are those of the incomplete beta function") {
  // Roots of I(19 f / (19 f + m); 19/2, m/2) = 0.95, by bisection in 30 digits.
  CHECK_THAT(f_point_95(12), WithinAbs(2.555408705, 3e-5));
  CHECK_THAT(f_point_95(20), WithinAbs(2.137009, 3e-5));
  CHECK_THAT(f_point_95(50), WithinAbs(1.7984644, 3e-5));
  CHECK_THAT(f_point_95(180), WithinAbs(1.6446313, 3e-5));
  CHECK_THAT(f_point_95(980), WithinAbs(1.5971466, 3e-5));
  CHECK_THAT(f_point_95(9980), WithinAbs(1.5875462, 3e-5));
  CHECK_THAT(f_point_95(std::int64_t{1} << 32), WithinAbs(1.58650143, 3e-5));
}

TEST_CASE("the share of a hand-made table is its closed form") {
  // Bin b holds b - 1 and b + 1, twice each: SSB = 4 x 665, SSW = 80, n = 80.
  Bins bins;
  for (int b = 0; b < driver_bins; ++b) {
    for (int twice = 0; twice < 2; ++twice) {
      bins[static_cast<std::size_t>(b)].add(b - 1);
      bins[static_cast<std::size_t>(b)].add(b + 1);
    }
  }
  std::optional<VarianceShare> const result = variance_share(bins);
  REQUIRE(result);
  double const within = 80.0 / 60.0;
  CHECK_THAT(result->share, WithinAbs((2660.0 - 19.0 * within) / 2740.0, 1e-15));
  CHECK(result->distinguishable);
  double const critical = f_point_95(60);
  CHECK_THAT(result->noise, WithinAbs(19 * (critical - 1) / (19 * critical + 60), 1e-15));
  CHECK(result->low < result->share);
  CHECK(result->high > result->share);
}

TEST_CASE("a straight line without noise owns the variance but for the bins' width") {
  Numbers numbers(1);
  std::optional<VarianceShare> const result = variance_share(futures(numbers, 20'000, 1.0, 0.0));
  REQUIRE(result);
  CHECK_THAT(result->share, WithinAbs(1.0 - 1.0 / 400.0, 2e-4));
  CHECK(result->low <= result->share);
  CHECK(result->high <= 1.0);
  CHECK(result->high - result->low < 0.001);
  CHECK(result->distinguishable);
}

TEST_CASE("a metric that is one number in each bin is the parameter's alone") {
  Bins bins;
  for (int b = 0; b < driver_bins; ++b) {
    for (int i = 0; i < 5; ++i)
      bins[static_cast<std::size_t>(b)].add(b * b);
  }
  std::optional<VarianceShare> const result = variance_share(bins);
  REQUIRE(result);
  CHECK(result->share == 1.0);
  CHECK(result->low == 1.0);
  CHECK(result->high == 1.0);
  CHECK(result->distinguishable);
}

TEST_CASE("pure noise is called a driver in 5% of cases") {
  for (int const n : {100, 1000}) {
    Numbers numbers(static_cast<std::uint64_t>(n));
    int const trials = 2000;
    int called = 0;
    int zero_outside = 0;
    int over_noise = 0;
    for (int trial = 0; trial < trials; ++trial) {
      std::optional<VarianceShare> const result = variance_share(futures(numbers, n, 0.0, 1.0));
      REQUIRE(result);
      called += result->distinguishable;
      over_noise += result->share > result->noise;
      zero_outside += result->low > 0.0;
    }
    INFO(n << " futures: called " << called << ", 0 outside the interval " << zero_outside);
    // Four sd of a binomial count with p = 0.05.
    CHECK_THAT(called, WithinAbs(0.05 * trials, 4 * std::sqrt(0.05 * 0.95 * trials)));
    CHECK(over_noise == called);
    CHECK(zero_outside <= 0.075 * trials);
  }
}

TEST_CASE("the interval holds the true share in about 95% of cases") {
  double const share = 0.3;
  // What twenty bins can see of a straight line.
  double const visible = share * (1.0 - 1.0 / 400.0);
  for (int const n : {300, 2000}) {
    Numbers numbers(static_cast<std::uint64_t>(n) + 1);
    int const trials = 1000;
    int held = 0;
    double sum = 0;
    for (int trial = 0; trial < trials; ++trial) {
      std::optional<VarianceShare> const result =
          variance_share(futures(numbers, n, std::sqrt(share), std::sqrt(1.0 - share)));
      REQUIRE(result);
      sum += result->share;
      held += result->low <= visible && visible <= result->high;
    }
    INFO(n << " futures: held " << held << " of " << trials << ", mean " << sum / trials);
    CHECK(held >= 0.92 * trials);
    CHECK(held <= 0.98 * trials);
    // The share's own sd is about 2 (1 - share) sqrt(share / n); its bias is O(1/n).
    double const sd = 2 * (1 - share) * std::sqrt(share / n);
    CHECK_THAT(sum / trials, WithinAbs(visible, 4 * sd / std::sqrt(trials) + 1.0 / n));
  }
}

TEST_CASE("the share does not depend on the metric's offset or unit") {
  Numbers numbers(5);
  Bins const plain = futures(numbers, 500, 0.5, 0.5);
  Bins moved;
  Numbers again(5);
  for (int i = 0; i < 500; ++i) {
    double const u = again.uniform();
    double const metric = 0.5 * std::sqrt(12.0) * (u - 0.5) + 0.5 * again.normal();
    std::int64_t const value = std::llround(1e6 * metric);
    moved[static_cast<std::size_t>(driver_bin(u))].add(-4 * value + 900'000'000'000);
  }
  std::optional<VarianceShare> const one = variance_share(plain);
  std::optional<VarianceShare> const other = variance_share(moved);
  REQUIRE(one);
  REQUIRE(other);
  CHECK_THAT(other->share, WithinAbs(one->share, 1e-14));
  CHECK_THAT(other->low, WithinAbs(one->low, 1e-14));
}

TEST_CASE("too few futures, or a metric that never varies, have no drivers") {
  Numbers numbers(6);
  CHECK_FALSE(variance_share(Bins{}));
  CHECK_FALSE(variance_share(futures(numbers, 31, 1.0, 1.0)));
  CHECK(variance_share(futures(numbers, 32, 1.0, 1.0)));
  Bins constant;
  for (Moments& bin : constant) {
    for (int i = 0; i < 10; ++i)
      bin.add(123'456'789);
  }
  CHECK_FALSE(variance_share(constant));
}

}  // namespace
}  // namespace meesterplan::stats
