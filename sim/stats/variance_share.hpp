#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "sim/stats/moments.hpp"

namespace meesterplan::stats {

/// In how many equally probable bins a parameter's quantile is cut.
inline constexpr int driver_bins = 20;

/// The bin, 0 .. 19, of a parameter's quantile u in (0, 1).
int driver_bin(double u);

/// Fewer futures than this cannot tell a driver from chance (F(19, n - 20) has
/// so long a tail there that the question is idle).
inline constexpr std::int64_t fewest_for_drivers = 32;

/// How much of a metric's variance goes along with one parameter.
struct VarianceShare {
  double share = 0;  ///< in [0, 1]
  double low = 0;    ///< 95% interval of the share, in [0, 1]
  double high = 0;
  double noise = 0;              ///< the share that chance alone exceeds in 5% of cases
  bool distinguishable = false;  ///< F is at or above its 95% point under chance alone
};

/// The share of the variance of a metric that one parameter accounts for:
/// max(0, (SSB - 19 MSW) / SST), the squared correlation ratio freed from what
/// chance adds to it (Kelley 1935, PNAS 21:554, epsilon squared).
///
/// `bins` hold the metric, a whole number, by bin of the parameter. A straight
/// line loses 1/400 of its variance to the width of the bins. A bin without
/// futures adds nothing, which errs on the side of "not distinguishable".
/// The F test assumes about equal spread within the bins.
///
/// The interval is share +- 1.96 se, cut to [0, 1], with se by the delta
/// method from Var(SSB) = 2 MSW (19 MSW + 2 L) + sum n_b d_b^4 - SSB^2 / n and
/// Var(SSW) = 2 (n - 20) MSW^2; L = max(0, SSB - 19 MSW), d_b a bin's distance
/// from the mean. The first are the variances of a noncentral and a central
/// chi-squared (Patnaik 1949, Biometrika 36:202);
/// the d_b terms add that the futures fall into the bins by chance.
///
/// Empty for fewer than `fewest_for_drivers` futures and for a metric that
/// does not vary.
std::optional<VarianceShare> variance_share(std::span<Moments const, driver_bins> bins);

/// The 95% point of F(19, `within`), within >= 12: a polynomial of degree 4 in
/// 1 / within through the exact points (incomplete beta, 30 digits) at its
/// Chebyshev nodes; error below 3e-5.
double f_point_95(std::int64_t within);

}  // namespace meesterplan::stats
