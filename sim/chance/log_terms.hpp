#pragma once

#include <cstdint>

/// The numbers behind our natural logarithm, shared by the scalar function and
/// the one on vectors, so that the two cannot drift apart.

namespace meesterplan::chance::log_terms {

/// Upper part of ln 2, with 11 zero bits at the end: times any exponent of a
/// double it is exact. high + low = ln 2 to 2^-98.
inline constexpr double ln2_high = 0x1.62e42fefa3800p-1;
inline constexpr double ln2_low = 0x1.ef35793c76730p-45;

/// The bits of sqrt(1/2): the fraction is taken from [sqrt(1/2), sqrt(2)).
inline constexpr std::uint64_t sqrt_half = 0x3FE6A09E667F3BCD;
/// What turns the exponent of sqrt(1/2) .. sqrt(2) into that of 1.
inline constexpr std::uint64_t to_one = 0x3FF0000000000000 - sqrt_half;
inline constexpr std::uint64_t fraction_mask = 0x000FFFFFFFFFFFFF;
inline constexpr int exponent_bias = 1023;

/// atanh(s) / s = 1 + z P(z) with z = s^2; P(z) = 1/3 + z/5 + z^2/7 + ...
/// interpolated at the 7 Chebyshev points of [0, 0.02944] (50 digits, then
/// rounded): wrong by less than 0.05 ulp of the logarithm.
inline constexpr double p0 = 0x1.5555555555558p-2;
inline constexpr double p1 = 0x1.99999999952e2p-3;
inline constexpr double p2 = 0x1.2492492df148dp-3;
inline constexpr double p3 = 0x1.c71c62e5800a1p-4;
inline constexpr double p4 = 0x1.7462b4ab2ef6bp-4;
inline constexpr double p5 = 0x1.39fe606542ddep-4;
inline constexpr double p6 = 0x1.2b584aae78a57p-4;

}  // namespace meesterplan::chance::log_terms
