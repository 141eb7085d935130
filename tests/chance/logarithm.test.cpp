#include "sim/chance/logarithm.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "sim/chance/address.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::chance {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int million = 1'000'000;

/// The distance between `ours` and `exact` in units of the last place of the
/// double nearest to `exact`.
double ulps(double ours, long double exact) {
  double const nearest = std::fabs(static_cast<double>(exact));
  double const ulp = std::nextafter(nearest, infinity) - nearest;
  return static_cast<double>(std::fabs(static_cast<long double>(ours) - exact) / ulp);
}

/// A double with the given exponent and a fraction from 52 bits.
double with_exponent(int exponent, std::uint64_t bits) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52 |
                               (bits & 0x000FFFFFFFFFFFFF));
}

/// The i-th of the test's own numbers, in (0, 1).
double number(std::uint64_t i) {
  return uniform({2024, 0}, i, Purpose::parameter, 0);
}

TEST_CASE("the test measures ulps with more than 53 bits") {
  REQUIRE(std::numeric_limits<long double>::digits >= 64);
  CHECK(ulps(1.0 + 0x1p-52, 1.0L) == 1.0);
}

TEST_CASE("log is within 1 ulp on a million points of (0,1) and of all doubles") {
  double worst_open = 0;
  double worst_any = 0;
  for (int i = 0; i < million; ++i) {
    double const u = number(static_cast<std::uint64_t>(i));
    worst_open = std::max(worst_open, ulps(log(u), std::log(static_cast<long double>(u))));
    std::uint64_t const bits = mix(static_cast<std::uint64_t>(i), 1);
    double const x = with_exponent(static_cast<int>(bits >> 52) % 2046 - 1022, bits);
    worst_any = std::max(worst_any, ulps(log(x), std::log(static_cast<long double>(x))));
  }
  INFO("worst: " << worst_open << " in (0,1), " << worst_any << " of all");
  CHECK(worst_open <= 1.0);
  CHECK(worst_any <= 1.0);
}

TEST_CASE("log is exact where it can be and good next to 1 and at the ends") {
  CHECK(log(1.0) == 0.0);
  CHECK(ulps(log(2.0), std::log(2.0L)) <= 0.5);
  CHECK(log(1.0 - 0x1p-53) == -0x1p-53);
  for (double x : {0x1p-54, 0x1p-53, 1.0 - 0x1p-53, 1.0 + 0x1p-52, 1.0 - 0x1p-30, 1.0 + 0x1p-30,
                   std::numeric_limits<double>::min(), std::numeric_limits<double>::max()}) {
    CHECK(ulps(log(x), std::log(static_cast<long double>(x))) <= 1.0);
  }
}

TEST_CASE("log never falls between neighbours, where the exponent is taken over included") {
  std::uint64_t falls = 0;
  for (int i = 0; i < million; ++i) {
    std::uint64_t const bits = mix(static_cast<std::uint64_t>(i), 2);
    double const x = with_exponent(-static_cast<int>(bits >> 52) % 55 - 1, bits);
    falls += log(std::nextafter(x, infinity)) < log(x);
  }
  for (int exponent = -1022; exponent <= 1022; ++exponent) {
    for (std::uint64_t const fraction : {std::uint64_t{0}, std::uint64_t{0x6A09E667F3BCD}}) {
      std::uint64_t const at = std::bit_cast<std::uint64_t>(with_exponent(exponent, fraction));
      for (std::uint64_t step = at == 0x0010000000000000 ? at : at - 20; step < at + 20; ++step) {
        falls += log(std::bit_cast<double>(step + 1)) < log(std::bit_cast<double>(step));
      }
    }
  }
  CHECK(falls == 0);
}

TEST_CASE("exp is within 1 ulp on a million points") {
  double worst = 0;
  for (int i = 0; i < million; ++i) {
    double const u = number(static_cast<std::uint64_t>(i));
    double const x = i % 2 == 0 ? -708.0 + 1417.0 * u : 2.0 * u - 1.0;
    worst = std::max(worst, ulps(exp(x), std::exp(static_cast<long double>(x))));
  }
  INFO("worst: " << worst);
  CHECK(worst <= 1.0);
}

TEST_CASE("exp at its ends") {
  CHECK(exp(0.0) == 1.0);
  CHECK(exp(-0.0) == 1.0);
  CHECK(exp(infinity) == infinity);
  CHECK(exp(-infinity) == 0.0);
  CHECK(exp(710.0) == infinity);
  CHECK(exp(-709.0) == 0.0);
  CHECK(ulps(exp(1.0), std::exp(1.0L)) <= 1.0);
  CHECK(exp(1e-300) == 1.0);
  double const largest = 0x1.62e42fefa39efp+9;
  CHECK(exp(largest) < infinity);
  CHECK(ulps(exp(largest), std::exp(static_cast<long double>(largest))) <= 1.0);
  CHECK(exp(std::nextafter(largest, infinity)) == infinity);
  double const smallest = -0x1.6232bdd7abcd2p+9;
  CHECK(ulps(exp(smallest), std::exp(static_cast<long double>(smallest))) <= 1.0);
  CHECK(exp(std::nextafter(smallest, -infinity)) == 0.0);
}

/// A probability of the test: half of them spread over (0, 1), half over all
/// sizes from 1e-17 up.
double some_probability(int i) {
  double const u = number(static_cast<std::uint64_t>(i));
  return i % 2 == 0 ? u : std::exp(-39.0 * u);
}

TEST_CASE("hazard is within 1 ulp, small probabilities included") {
  double worst = 0;
  for (int i = 0; i < million; ++i) {
    double const p = some_probability(i);
    worst = std::max(worst, ulps(hazard(p), -std::log1p(-static_cast<long double>(p))));
  }
  INFO("worst: " << worst);
  CHECK(worst <= 1.0);
  for (double p : {1e-300, 1e-9, 0.2928932188134524, 0.2928932188134525, 0.5,
                   std::nextafter(0.5, 0.0), 1.0 - 0x1p-53}) {
    CHECK(ulps(hazard(p), -std::log1p(-static_cast<long double>(p))) <= 1.0);
  }
}

TEST_CASE("probability is within 1.25 ulp, small hazards included") {
  double worst = 0;
  for (int i = 0; i < million; ++i) {
    double const h = some_probability(i) * (i % 3 == 0 ? 45.0 : 1.0);
    worst = std::max(worst, ulps(probability(h), -std::expm1(-static_cast<long double>(h))));
  }
  INFO("worst: " << worst);
  CHECK(worst <= 1.25);
}

TEST_CASE("hazard and probability at their ends, and back again") {
  CHECK(hazard(0.0) == 0.0);
  CHECK_FALSE(std::signbit(hazard(0.0)));
  CHECK(hazard(1.0) == infinity);
  CHECK(probability(0.0) == 0.0);
  CHECK_FALSE(std::signbit(probability(0.0)));
  CHECK(probability(infinity) == 1.0);
  CHECK(probability(40.0) == 1.0);
  CHECK(probability(1e-300) == 1e-300);
  double worst = 0;
  for (int i = 0; i < 10'000; ++i) {
    double const p = some_probability(i) * 0.9;
    worst = std::max(worst, ulps(probability(hazard(p)), static_cast<long double>(p)));
  }
  INFO("worst: " << worst);
  CHECK(worst <= 4.0);
}

TEST_CASE("log, exp and hazard keep their bits") {
  std::uint64_t digest = 0;
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    double const u = number(i);
    digest = mix(digest, std::bit_cast<std::uint64_t>(log(u)));
    digest = mix(digest, std::bit_cast<std::uint64_t>(exp(40.0 * u - 20.0)));
    digest = mix(digest, std::bit_cast<std::uint64_t>(hazard(u)));
    digest = mix(digest, std::bit_cast<std::uint64_t>(probability(3.0 * u)));
  }
  CHECK(digest == 0x9fec187f36f721b2);
}

}  // namespace
}  // namespace meesterplan::chance
