#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sim/scenario/uncertain.hpp"

namespace meesterplan::model {

/// The distribution of an uncertain number, as its quantiles.
struct Fitted {
  std::vector<double> quantiles;  ///< [stratum] at its middle, (k + 0.5) / n_strata
  double low = 0;                 ///< 2.5% quantile
  double high = 0;                ///< 97.5% quantile
};

/// The standard normal quantile at the middle of each stratum.
std::vector<double> stratum_normals();

/// Fits a distribution to a centre and a 95% interval; empty when none fits.
/// `normals` are stratum_normals().
///
/// - ratio: lognormal, centre = median, sigma = ln(high / low) / 3.92;
/// - probability: beta, mean = centre to rounding, distance between the 2.5%
///   and 97.5% quantiles = high - low; of two solutions the larger a + b (the
///   one without mass at 0 and 1). Its quantiles are those of Boost.Math at 40
///   points and followed between them in logits, to within 1e-10;
/// - amount: as a ratio, or normal around the centre with sd (high - low) / 3.92,
///   truncated at 0, whichever is closer to the given bounds;
/// - other: normal around the centre with sd (high - low) / 3.92, truncated
///   at -1 and 1.
///
/// Quantiles are rounded, of probabilities and others to 1e-12, of ratios and amounts to
/// 12 significant digits, and everything but Boost's values is made of our own
/// log and exp: the same bits on every machine where Boost works in the long
/// double of x86, whose functions have no variants by processor. Cost: less
/// than a millisecond.
std::optional<Fitted> fit(scenario::Uncertain const& number, std::span<double const> normals);

/// `value` to 12 significant digits; 0, infinities and the like unchanged.
double round_significant(double value);
/// `value` to the nearest multiple of 1e-12; |value| <= 1000.
double round_absolute(double value);

}  // namespace meesterplan::model
