#include "sim/stats/wilson.hpp"

#include <cmath>

#include "sim/base/contracts.hpp"

namespace meesterplan::stats {

std::optional<Proportion> proportion(std::int64_t successes, std::int64_t n) {
  MP_EXPECT(successes >= 0 && successes <= n);
  if (n == 0)
    return std::nullopt;
  double const count = static_cast<double>(n);
  double const p = static_cast<double>(successes) / count;
  double const q = static_cast<double>(n - successes) / count;
  double const z2 = z_95 * z_95;
  double const scale = 1.0 / (1.0 + z2 / count);
  double const centre = p + z2 / (2.0 * count);
  double const half = z_95 * std::sqrt(p * q / count + z2 / (4.0 * count * count));
  // At the ends the two terms are equal; rounding must not leave a crumb.
  double const low = successes == 0 ? 0.0 : (centre - half) * scale;
  double const high = successes == n ? 1.0 : (centre + half) * scale;
  return Proportion{p, std::sqrt(p * q / count), low, high};
}

}  // namespace meesterplan::stats
