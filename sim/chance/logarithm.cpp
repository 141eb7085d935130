#include "sim/chance/logarithm.hpp"

#include <bit>
#include <cstdint>
#include <limits>

#include "sim/base/contracts.hpp"
#include "sim/chance/log_terms.hpp"

namespace meesterplan::chance {
namespace {

/// 2^k for a k of a normal double.
double power_of_two(int k) {
  MP_EXPECT(k >= -1022 && k <= 1023);
  return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

/// ln(2^k (1 + f)) for f in [sqrt(1/2) - 1, sqrt(2) - 1). The order of the
/// operations is that of log_open in batch-inl.hpp: change both or none.
double log_of_parts(double k, double f) {
  using namespace log_terms;
  double const s = f / (2.0 + f);
  double const z = s * s;
  double const z2 = z * z;
  double const low = (p0 + p1 * z) + (p2 + p3 * z) * z2;
  double const high = (p4 + p5 * z) + p6 * z2;
  double const p = low + high * (z2 * z2);
  double const correction = s * (f - (z + z) * p);
  return k * ln2_high + (f - (correction - k * ln2_low));
}

/// The whole and the rest of x / ln 2: x = k ln 2 + r, |r| <= ln 2 / 2.
struct Reduced {
  int k = 0;
  double r = 0;
};

Reduced reduce(double x) {
  double const quotient = x * 0x1.71547652b82fep+0;
  int const k = static_cast<int>(quotient + (quotient < 0 ? -0.5 : 0.5));
  double const whole = static_cast<double>(k);
  return Reduced{k, (x - whole * log_terms::ln2_high) - whole * log_terms::ln2_low};
}

/// exp(r) - 1 for |r| <= 0.34661: r + r^2 (1/2 + r/6 + ...), the series
/// interpolated at the 11 Chebyshev points (50 digits, then rounded): wrong by
/// less than 0.01 ulp.
double exp_minus_one(double r) {
  double const q0 = 0x1.0000000000000p-1;
  double const q1 = 0x1.5555555555557p-3;
  double const q2 = 0x1.5555555555556p-5;
  double const q3 = 0x1.11111111100dcp-7;
  double const q4 = 0x1.6c16c16c162d4p-10;
  double const q5 = 0x1.a01a01abe7fe1p-13;
  double const q6 = 0x1.a01a01a6d889cp-16;
  double const q7 = 0x1.71de0231960ebp-19;
  double const q8 = 0x1.27e4db646b17ep-22;
  double const q9 = 0x1.af4de97ca4194p-26;
  double const q10 = 0x1.1f730349868cep-29;
  double const r2 = r * r;
  double const r4 = r2 * r2;
  double const low = (q0 + q1 * r) + (q2 + q3 * r) * r2;
  double const middle = (q4 + q5 * r) + (q6 + q7 * r) * r2;
  double const high = (q8 + q9 * r) + q10 * r2;
  double const q = low + (middle + high * r4) * r4;
  return r + r2 * q;
}

}  // namespace

double log(double x) {
  MP_EXPECT(x >= std::numeric_limits<double>::min() && x <= std::numeric_limits<double>::max());
  using namespace log_terms;
  std::uint64_t const shifted = std::bit_cast<std::uint64_t>(x) + to_one;
  double const k = static_cast<double>(static_cast<int>(shifted >> 52) - exponent_bias);
  double const m = std::bit_cast<double>((shifted & fraction_mask) + sqrt_half);
  return log_of_parts(k, m - 1.0);
}

double exp(double x) {
  MP_EXPECT(x == x);
  double const largest = 0x1.62e42fefa39efp+9;
  double const smallest = -0x1.6232bdd7abcd2p+9;
  if (x > largest)
    return std::numeric_limits<double>::infinity();
  if (x < smallest)
    return 0.0;
  Reduced const reduced = reduce(x);
  double const fraction = 1.0 + exp_minus_one(reduced.r);
  // 2^1024 is no double: near the largest x the last doubling comes apart.
  if (reduced.k > 1023)
    return fraction * power_of_two(1023) * 2.0;
  return fraction * power_of_two(reduced.k);
}

double hazard(double probability) {
  MP_EXPECT(probability >= 0.0 && probability <= 1.0);
  double const p = probability;
  if (p == 0.0)
    return 0.0;
  if (p == 1.0)
    return std::numeric_limits<double>::infinity();
  // 1 - p is exact only from one half up; below that f = m - 1 is taken
  // without forming it: of 1 - p itself (p <= 1 - sqrt(1/2)), and of 2 (1 - p).
  if (p <= 0.2928932188134524)
    return -log_of_parts(0.0, -p);
  if (p < 0.5)
    return -log_of_parts(-1.0, 1.0 - 2.0 * p);
  return -log(1.0 - p);
}

double probability(double hazard) {
  MP_EXPECT(hazard >= 0.0);
  // From here on 1 - exp(-H) is nearer to 1 than to the double before it.
  if (hazard > 40.0)
    return 1.0;
  Reduced const reduced = reduce(-hazard);
  double const scale = power_of_two(reduced.k);
  return (1.0 - scale) - scale * exp_minus_one(reduced.r);
}

}  // namespace meesterplan::chance
