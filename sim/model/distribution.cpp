#include "sim/model/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>

#include "sim/model/parameters.hpp"

namespace meesterplan::model {

namespace {

/// Width of the 95% interval of a standard normal, as MODEL texts round it.
constexpr double normal_width = 3.92;
constexpr double low_tail = 0.025;
constexpr double high_tail = 0.975;

double middle(int stratum) {
  return (stratum + 0.5) / n_strata;
}

Fitted tabulate(std::function<double(double)> const& quantile, double (*rounded)(double)) {
  Fitted fitted;
  fitted.quantiles.reserve(n_strata);
  for (int stratum = 0; stratum < n_strata; ++stratum) {
    fitted.quantiles.push_back(rounded(quantile(middle(stratum))));
  }
  fitted.low = quantile(low_tail);
  fitted.high = quantile(high_tail);
  return fitted;
}

std::optional<Fitted> fit_lognormal(double centre, scenario::Interval interval) {
  if (!(interval.low > 0) || !(centre > 0)) {
    return std::nullopt;
  }
  double const sigma = std::log(interval.high / interval.low) / normal_width;
  boost::math::normal const standard;
  return tabulate(
      [=](double p) { return centre * std::exp(sigma * boost::math::quantile(standard, p)); },
      round_significant);
}

std::optional<Fitted> fit_normal(double centre, scenario::Interval interval) {
  if (!(centre > -1) || !(centre < 1)) {
    return std::nullopt;
  }
  boost::math::normal const normal(centre, (interval.high - interval.low) / normal_width);
  double const below = boost::math::cdf(normal, -1.0);
  double const inside = boost::math::cdf(normal, 1.0) - below;
  return tabulate([=](double p) { return boost::math::quantile(normal, below + p * inside); },
                  round_absolute);
}

/// The beta distribution with this mean and a + b = size.
boost::math::beta_distribution<double> beta_of(double mean, double size) {
  return boost::math::beta_distribution<double>(mean * size, (1 - mean) * size);
}

double beta_width(double mean, double size) {
  auto const beta = beta_of(mean, size);
  return boost::math::quantile(beta, high_tail) - boost::math::quantile(beta, low_tail);
}

/// a + b of the beta distribution with this mean and 95% width; empty when
/// none is so wide. The width falls with a + b from where the distribution
/// has one hump, so the search comes from the narrow side.
std::optional<double> beta_size(double mean, double width) {
  constexpr double largest = 1e12;
  constexpr double smallest = 1e-2;
  // A beta is about normal where it is narrow: start well above that size.
  double const normal_sd = width / normal_width;
  double narrow = std::min(largest, 4 * mean * (1 - mean) / (normal_sd * normal_sd) + 4);
  if (beta_width(mean, narrow) > width) {
    narrow = largest;
  }
  double wide = narrow;
  while (beta_width(mean, wide) < width) {
    narrow = wide;
    wide /= 1.25;
    if (wide < smallest) {
      return std::nullopt;
    }
  }
  constexpr int halvings = 48;
  for (int halving = 0; halving < halvings; ++halving) {
    double const size = std::sqrt(narrow * wide);
    (beta_width(mean, size) < width ? narrow : wide) = size;
    if (narrow / wide < 1 + 1e-10) {
      break;
    }
  }
  return std::sqrt(narrow * wide);
}

std::optional<Fitted> fit_beta(double centre, scenario::Interval interval) {
  if (!(centre > 0) || !(centre < 1)) {
    return std::nullopt;
  }
  std::optional<double> const size = beta_size(centre, interval.high - interval.low);
  if (!size) {
    return std::nullopt;
  }
  auto const beta = beta_of(centre, *size);
  return tabulate([&](double p) { return boost::math::quantile(beta, p); }, round_absolute);
}

}  // namespace

double round_absolute(double value) {
  constexpr double per_unit = 1e12;
  return std::nearbyint(value * per_unit) / per_unit;
}

double round_significant(double value) {
  if (value == 0 || !std::isfinite(value)) {
    return value;
  }
  // A power of two as unit: exact to scale with, and 2^40 > 1e12 / 2.
  constexpr int kept_bits = 40;
  int exponent = 0;
  double const fraction = std::frexp(value, &exponent);
  return std::ldexp(std::nearbyint(std::ldexp(fraction, kept_bits)), exponent - kept_bits);
}

std::optional<Fitted> fit(scenario::Uncertain const& number) {
  scenario::Interval const interval = *number.interval;
  if (!(interval.low < interval.high)) {
    return std::nullopt;
  }
  switch (number.quantity) {
    case scenario::Quantity::probability:
      return fit_beta(number.central, interval);
    case scenario::Quantity::ratio:
      return fit_lognormal(number.central, interval);
    default:
      return fit_normal(number.central, interval);
  }
}

}  // namespace meesterplan::model
