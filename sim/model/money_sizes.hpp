#pragma once

#include <array>
#include <cstdint>

#include "sim/model/building.hpp"
#include "sim/model/counters.hpp"

namespace meesterplan::model {

/// About what a unit costs at its largest, in cents by counter of money; bins reach to
/// twice as much. `fte` is in thousandths. A quarter of the teachers is taken to leave,
/// to study (or what capacity allows) and to be missing.
std::array<std::int64_t, n_costs> large_costs(Building const& building, std::int64_t heads,
                                              std::int64_t fte);

}  // namespace meesterplan::model
