#include "sim/model/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numbers>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/tools/toms748_solve.hpp>

#include "sim/chance/logarithm.hpp"
#include "sim/model/parameters.hpp"

namespace meesterplan::model {

namespace {

/// Width of the 95% interval of a standard normal, as MODEL texts round it.
constexpr double normal_width = 3.92;
constexpr double low_tail = 0.025;
constexpr double high_tail = 0.975;

/// Where the quantile function of a beta is known exactly, and how far it is
/// followed, in standard normal quantiles: beyond the outermost strata.
constexpr int n_nodes = 40;
constexpr double farthest = 3.4;
/// A logit beyond which a beta is not smooth enough to be followed.
constexpr double largest_logit = 36;

/// `value` rounded to its first `bits` binary digits.
double keep_bits(double value, int bits) {
  if (value == 0 || !std::isfinite(value)) {
    return value;
  }
  int exponent = 0;
  double const fraction = std::frexp(value, &exponent);
  return std::ldexp(std::nearbyint(std::ldexp(fraction, bits)), exponent - bits);
}

double middle(int stratum) {
  return (stratum + 0.5) / n_strata;
}

/// A smooth function on [-farthest, farthest] by its values in the Chebyshev
/// points: the polynomial through them, in Lagrange's form as rearranged by
/// Berrut & Trefethen (2004, SIAM Review 46:501, eq. 5.4).
class Interpolant {
 public:
  explicit Interpolant(std::function<double(double)> const& function) {
    for (int index = 0; index < n_nodes; ++index) {
      double const angle = (2 * index + 1) * std::numbers::pi / (2 * n_nodes);
      // Rounded, as cos() may differ in its last bit between machines.
      double const node = round_absolute(farthest * std::cos(angle));
      node_.push_back(node);
      value_.push_back(function(node));
      weight_.push_back((index % 2 == 0 ? 1 : -1) * round_absolute(std::sin(angle)));
    }
  }

  double operator()(double z) const {
    double above = 0;
    double below = 0;
    for (std::size_t index = 0; index < node_.size(); ++index) {
      if (z == node_[index]) {
        return value_[index];
      }
      double const term = weight_[index] / (z - node_[index]);
      above += term * value_[index];
      below += term;
    }
    return above / below;
  }

  bool is_within(double bound) const {
    return std::all_of(value_.begin(), value_.end(),
                       [=](double value) { return std::abs(value) < bound; });
  }

 private:
  std::vector<double> node_, value_, weight_;
};

std::optional<Fitted> fit_lognormal(double centre, scenario::Interval interval,
                                    std::span<double const> normals) {
  if (!(interval.low > 0) || !(centre > 0)) {
    return std::nullopt;
  }
  double const sigma = chance::log(interval.high / interval.low) / normal_width;
  Fitted fitted;
  for (double const z : normals) {
    fitted.quantiles.push_back(round_significant(centre * chance::exp(sigma * z)));
  }
  fitted.low = centre * chance::exp(-sigma * normal_width / 2);
  fitted.high = centre * chance::exp(sigma * normal_width / 2);
  return fitted;
}

std::optional<Fitted> fit_normal(double centre, scenario::Interval interval) {
  if (!(centre > -1) || !(centre < 1)) {
    return std::nullopt;
  }
  boost::math::normal const normal(centre, (interval.high - interval.low) / normal_width);
  double const below = boost::math::cdf(normal, -1.0);
  double const inside = boost::math::cdf(normal, 1.0) - below;
  auto const quantile = [&](double p) { return boost::math::quantile(normal, below + p * inside); };
  Fitted fitted;
  for (int stratum = 0; stratum < n_strata; ++stratum) {
    fitted.quantiles.push_back(round_absolute(quantile(middle(stratum))));
  }
  fitted.low = quantile(low_tail);
  fitted.high = quantile(high_tail);
  return fitted;
}

/// By how much a fit misses an interval, at the end where it does so most.
double miss_of(scenario::Interval interval, Fitted const& fitted) {
  return std::max(std::abs(fitted.low - interval.low), std::abs(fitted.high - interval.high));
}

/// A normal distribution of what cannot be below 0.
std::optional<Fitted> fit_above_zero(double centre, scenario::Interval interval) {
  if (!(centre > 0) || !(interval.low >= 0)) {
    return std::nullopt;
  }
  boost::math::normal const normal(centre, (interval.high - interval.low) / normal_width);
  double const below = boost::math::cdf(normal, 0.0);
  auto const quantile = [&](double p) {
    return boost::math::quantile(normal, below + p * (1 - below));
  };
  Fitted fitted;
  for (int stratum = 0; stratum < n_strata; ++stratum) {
    fitted.quantiles.push_back(std::max(0.0, round_significant(quantile(middle(stratum)))));
  }
  fitted.low = quantile(low_tail);
  fitted.high = quantile(high_tail);
  return fitted;
}

/// Lognormal, or normal above 0 where that comes closer to the interval.
std::optional<Fitted> fit_amount(double centre, scenario::Interval interval,
                                 std::span<double const> normals) {
  std::optional<Fitted> skewed = fit_lognormal(centre, interval, normals);
  std::optional<Fitted> even = fit_above_zero(centre, interval);
  if (!skewed || !even) {
    return skewed ? skewed : even;
  }
  return miss_of(interval, *skewed) <= miss_of(interval, *even) ? skewed : even;
}

/// The beta distribution with this mean and a + b = size.
boost::math::beta_distribution<double> beta_of(double mean, double size) {
  return boost::math::beta_distribution<double>(mean * size, (1 - mean) * size);
}

double beta_width(double mean, double size) {
  auto const beta = beta_of(mean, size);
  return boost::math::quantile(beta, high_tail) - boost::math::quantile(beta, low_tail);
}

/// a + b of the beta distribution with this mean and 95% width, to nine
/// digits; empty when none is so wide. The width falls with a + b from where
/// the distribution has one hump, so the search comes from the narrow side.
std::optional<double> beta_size(double mean, double width) {
  constexpr double largest = 1e12;
  constexpr double smallest = 1e-2;
  constexpr double stride = 1.5;
  // A beta is about normal where it is narrow: start above that size.
  double const normal_sd = width / normal_width;
  double narrow = std::min(largest, 2 * mean * (1 - mean) / (normal_sd * normal_sd) + 4);
  if (beta_width(mean, narrow) > width) {
    narrow = largest;
  }
  double wide = narrow / stride;
  while (beta_width(mean, wide) < width) {
    narrow = wide;
    wide /= stride;
    if (wide < smallest) {
      return std::nullopt;
    }
  }
  constexpr int enough_bits = 36;
  std::uintmax_t most_steps = 60;
  auto const excess = [=](double size) { return beta_width(mean, size) - width; };
  auto const bracket = boost::math::tools::toms748_solve(
      excess, wide, narrow, boost::math::tools::eps_tolerance<double>(enough_bits), most_steps);
  constexpr int nine_digits = 30;
  return keep_bits(std::sqrt(bracket.first * bracket.second), nine_digits);
}

/// ln(x / (1 - x)) at the quantile of standard normal z: almost a straight
/// line for any beta with one hump.
double beta_logit(boost::math::beta_distribution<double> const& beta, double z) {
  boost::math::normal const standard;
  double const low = boost::math::quantile(beta, boost::math::cdf(standard, z));
  boost::math::beta_distribution<double> const mirrored(beta.beta(), beta.alpha());
  double const high = boost::math::quantile(mirrored, boost::math::cdf(standard, -z));
  if (!(low > 0) || !(high > 0)) {
    return low > 0 ? largest_logit : -largest_logit;
  }
  return chance::log(low) - chance::log(high);
}

std::optional<Fitted> fit_beta(double centre, scenario::Interval interval,
                               std::span<double const> normals) {
  if (!(centre > 0) || !(centre < 1)) {
    return std::nullopt;
  }
  std::optional<double> const size = beta_size(centre, interval.high - interval.low);
  if (!size) {
    return std::nullopt;
  }
  auto const beta = beta_of(centre, *size);
  Interpolant const logit([&](double z) { return beta_logit(beta, z); });
  bool const smooth = logit.is_within(largest_logit);
  Fitted fitted;
  for (std::size_t stratum = 0; stratum < normals.size(); ++stratum) {
    double const quantile = smooth ? 1 / (1 + chance::exp(-logit(normals[stratum])))
                                   : boost::math::quantile(beta, middle(static_cast<int>(stratum)));
    fitted.quantiles.push_back(round_absolute(quantile));
  }
  fitted.low = boost::math::quantile(beta, low_tail);
  fitted.high = boost::math::quantile(beta, high_tail);
  return fitted;
}

}  // namespace

double round_absolute(double value) {
  constexpr double per_unit = 1e12;
  return std::nearbyint(value * per_unit) / per_unit;
}

double round_significant(double value) {
  constexpr int twelve_digits = 40;
  return keep_bits(value, twelve_digits);
}

std::vector<double> stratum_normals() {
  boost::math::normal const standard;
  std::vector<double> normals;
  normals.reserve(n_strata);
  for (int stratum = 0; stratum < n_strata; ++stratum) {
    normals.push_back(round_absolute(boost::math::quantile(standard, middle(stratum))));
  }
  return normals;
}

std::optional<Fitted> fit(scenario::Uncertain const& number, std::span<double const> normals) {
  scenario::Interval const interval = *number.interval;
  if (!(interval.low < interval.high)) {
    return std::nullopt;
  }
  switch (number.quantity) {
    case scenario::Quantity::probability:
      return fit_beta(number.central, interval, normals);
    case scenario::Quantity::ratio:
      return fit_lognormal(number.central, interval, normals);
    case scenario::Quantity::amount:
      return fit_amount(number.central, interval, normals);
    default:
      return fit_normal(number.central, interval);
  }
}

}  // namespace meesterplan::model
