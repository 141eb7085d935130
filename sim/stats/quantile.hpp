#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/base/rational.hpp"

namespace meesterplan::stats {

/// The smallest bin with F >= `level` in a histogram of `n` values: the first
/// at which at least the fraction `level` has been counted, compared in
/// integers. n > 0 is the sum of `counts`; level in (0, 1].
std::size_t quantile(std::span<std::uint32_t const> counts, std::uint64_t n, Rational level);

/// bins[i] = quantile(counts, n, levels[i]) in one pass; `levels` ascend.
void quantiles(std::span<std::uint32_t const> counts, std::uint64_t n,
               std::span<Rational const> levels, std::span<std::size_t> bins);

}  // namespace meesterplan::stats
