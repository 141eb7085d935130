#pragma once

/// Our own log and exp. Those of the C library choose between variants by the
/// processor at run time and differ in the last bit; these use + - * / and bit
/// operations only, in one fixed order, and give the same bits everywhere
/// (compile with -ffp-contract=off, as this project does). The errors are the
/// largest seen on a million points of each (tests/chance/logarithm.test.cpp).

namespace meesterplan::chance {

/// The natural logarithm of a positive, normal, finite double, within 1 ulp;
/// never falling as x grows.
///
/// x = 2^k m with m in [sqrt(1/2), sqrt(2)), f = m - 1, s = f / (2 + f):
/// log m = 2 atanh(s) = f - s (f - 2 s^2 P(s^2)), P as in log_terms.hpp.
double log(double x);

/// e to the power x, within 1 ulp. +inf where that exceeds the largest
/// double (x > 709.78); 0 where it falls below the smallest normal one
/// (x < -708.39). x is not NaN.
double exp(double x);

/// The hazard H = -ln(1 - p) of a yearly probability p in [0, 1], within
/// 1 ulp, small p included; +inf for p = 1.
double hazard(double probability);

/// The yearly probability 1 - exp(-H) of a hazard H in [0, +inf], within
/// 1.25 ulp, small H included: the inverse of hazard().
double probability(double hazard);

}  // namespace meesterplan::chance
