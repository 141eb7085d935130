#pragma once

#include <cstdint>
#include <optional>

namespace meesterplan::stats {

/// The 97.5% point of the standard normal distribution.
inline constexpr double z_95 = 1.959963984540054;

/// A fraction counted in futures, and how far chance may have moved it.
struct Proportion {
  double estimate = 0;        ///< successes / n
  double standard_error = 0;  ///< sqrt(p (1 - p) / n); 0 at p = 0 and p = 1
  double low = 0;             ///< 95% Wilson interval, in [0, 1]
  double high = 1;
};

/// The fraction `successes` / `n` with its 95% Wilson score interval (Wilson
/// 1927, JASA 22:209), which keeps its coverage near 0 and 1: with no
/// successes low is exactly 0, with nothing else high is exactly 1. Empty for
/// n = 0. 0 <= successes <= n.
std::optional<Proportion> proportion(std::int64_t successes, std::int64_t n);

}  // namespace meesterplan::stats
