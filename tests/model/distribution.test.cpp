#include "sim/model/distribution.hpp"

#include <cmath>
#include <cstddef>

#include <boost/math/distributions/beta.hpp>

#include "sim/model/parameters.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using scenario::Quantity;

namespace {

model::Fitted fitted(Quantity quantity, double central, double low, double high) {
  auto const normals = model::stratum_normals();
  auto const found = model::fit(testing::uncertain(quantity, central, low, high, "x"), normals);
  REQUIRE(found.has_value());
  return *found;
}

struct Case {
  double central, low, high;
};

}  // namespace

TEST_CASE("A beta has the centre as its mean and the interval's width") {
  auto const one = GENERATE(Case{0.06, 0.03, 0.1}, Case{0.7, 0.55, 0.83}, Case{0.002, 0.001, 0.004},
                            Case{0.96, 0.9, 0.99}, Case{0.5, 0.49, 0.51}, Case{0.5, 0.02, 0.98},
                            Case{0.01, 0.0, 0.05}, Case{0.3, 0.2999, 0.3001});
  model::Fitted const beta = fitted(Quantity::probability, one.central, one.low, one.high);
  CHECK_THAT(beta.high - beta.low, WithinRel(one.high - one.low, 1e-7));

  // a and b from two quantiles: the mean is exact for these and no others.
  double below = 1e-3;
  double above = 1e12;
  for (int halving = 0; halving < 200; ++halving) {
    double const size = std::sqrt(below * above);
    boost::math::beta_distribution<double> const tried(one.central * size,
                                                       (1 - one.central) * size);
    double const width = boost::math::quantile(tried, 0.975) - boost::math::quantile(tried, 0.025);
    (width > one.high - one.low ? below : above) = size;
  }
  double const size = std::sqrt(below * above);
  boost::math::beta_distribution<double> const exact(one.central * size, (1 - one.central) * size);
  CHECK_THAT(boost::math::mean(exact), WithinAbs(one.central, 1e-12));
  for (int stratum = 0; stratum < model::n_strata; stratum += 37) {
    double const p = (stratum + 0.5) / model::n_strata;
    CHECK_THAT(beta.quantiles[static_cast<std::size_t>(stratum)],
               WithinAbs(boost::math::quantile(exact, p), 1e-8 * (one.high - one.low) + 2e-12));
  }
}

TEST_CASE("Of two betas of one width the narrow hump is taken") {
  // Mean 0.02: a + b near 0.02 has nearly all mass in 0 and is as wide.
  model::Fitted const beta = fitted(Quantity::probability, 0.02, 0.005, 0.04);
  CHECK(beta.low > 0.003);
  CHECK(beta.quantiles.front() > 0.001);
}

TEST_CASE("A lognormal has the centre as its median") {
  model::Fitted const ratio = fitted(Quantity::ratio, 1.2, 0.8, 1.8);
  CHECK_THAT(ratio.low, WithinAbs(0.8, 1e-9));
  CHECK_THAT(ratio.high, WithinAbs(1.8, 1e-9));
  double const middle = std::sqrt(ratio.quantiles[499] * ratio.quantiles[500]);
  CHECK_THAT(middle, WithinAbs(1.2, 1e-9));
  double const sigma = std::log(1.8 / 0.8) / 3.92;
  double const log_ratio = std::log(ratio.quantiles[975] / ratio.quantiles[24]);
  CHECK_THAT(log_ratio, WithinAbs(2 * sigma * 1.96859, 1e-4 * sigma));
}

TEST_CASE("Another number is normal and stays within -1 and 1") {
  model::Fitted const narrow = fitted(Quantity::other, 0.01, -0.01, 0.03);
  CHECK_THAT(narrow.low, WithinAbs(-0.01, 1e-6));
  CHECK_THAT(narrow.high, WithinAbs(0.03, 1e-6));
  model::Fitted const wide = fitted(Quantity::other, 0.5, -0.9, 0.99);
  CHECK(wide.quantiles.front() > -1);
  CHECK(wide.quantiles.back() < 1);
}

TEST_CASE("An amount takes the shape that suits its interval and is never below 0") {
  // Twice as much and half as much: lognormal. As much above as below: normal.
  model::Fitted const skewed = fitted(Quantity::amount, 1000, 500, 2000);
  CHECK_THAT(skewed.low, WithinRel(500, 1e-3));
  CHECK_THAT(skewed.high, WithinRel(2000, 1e-3));
  model::Fitted const even = fitted(Quantity::amount, 11'000, 5500, 16'500);
  CHECK_THAT(even.low, WithinRel(5500, 1e-2));
  CHECK_THAT(even.high, WithinRel(16'500, 1e-2));
  model::Fitted const from_nothing = fitted(Quantity::amount, 1100, 0, 2200);
  CHECK(from_nothing.quantiles.front() >= 0);
  CHECK_THAT(from_nothing.high, WithinRel(2200, 2e-2));
}

TEST_CASE("Quantiles rise") {
  for (Quantity const quantity : {Quantity::probability, Quantity::ratio, Quantity::other}) {
    model::Fitted const any = fitted(quantity, 0.3, 0.1, 0.6);
    bool rises = true;
    for (std::size_t stratum = 1; stratum < any.quantiles.size(); ++stratum) {
      rises = rises && any.quantiles[stratum] > any.quantiles[stratum - 1];
    }
    CHECK(rises);
  }
}

TEST_CASE("Where no distribution fits there is none") {
  auto const normals = model::stratum_normals();
  auto const none = [&](Quantity quantity, double central, double low, double high) {
    return !model::fit(testing::uncertain(quantity, central, low, high, "x"), normals).has_value();
  };
  CHECK(none(Quantity::probability, 0, 0, 0.1));
  CHECK(none(Quantity::probability, 1, 0.9, 1));
  CHECK(none(Quantity::probability, 0.001, 0, 0.9));
  CHECK(none(Quantity::ratio, 0, 0, 1));
  CHECK(none(Quantity::ratio, 1, 0, 2));
}

TEST_CASE("Rounding keeps twelve digits") {
  CHECK(model::round_absolute(0.1234567890123456) == 0.123456789012);
  CHECK(model::round_significant(0) == 0);
  CHECK_THAT(model::round_significant(123456.789012345678), WithinRel(123456.789012345678, 1e-12));
  double const rounded = model::round_significant(1.0 / 3);
  CHECK(model::round_significant(rounded) == rounded);
  CHECK(model::round_significant(1.0 / 3 + 1e-16) == rounded);
}
