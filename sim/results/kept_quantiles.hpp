#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "sim/model/record_plan.hpp"

namespace meesterplan::results {

/// How many quantiles are given: 5, 10, 25, 50, 75, 90 and 95%.
inline constexpr std::size_t n_quantiles = 7;

/// The values, in kept units, of the smallest bins with F >= 5, 10, 25, 50, 75,
/// 90 and 95%. `counts` is a histogram over `bins` of `n` > 0 values. A value
/// of the last bin stands for itself and all that lies above.
std::array<std::int64_t, n_quantiles> kept_quantiles(model::Bins const& bins,
                                                     std::span<std::uint32_t const> counts,
                                                     std::int64_t n);

}  // namespace meesterplan::results
