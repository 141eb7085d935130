#pragma once

#include <cstdint>

#include "sim/model/record_plan.hpp"

namespace meesterplan::model {

// Bins by what is counted; sections get fewer than schools and up. They reach
// to twice the start value and a little, so that small units have room.

/// Bins of 0 .. 2 x `start` + 20 whole numbers: exact up to 256 (section, subject) or
/// 4096 (school and up), else as many equal ones.
Bins count_bins(std::int64_t start, scenario::Level level);

/// Bins of 0 .. 2 x `start` + 2000 thousandths of an fte.
Bins fte_bins(std::int64_t start, scenario::Level level);

/// Bins of a share in units of 1e-9: 0 .. 1 by 0.005 (section, subject) or 0.001.
Bins share_bins(scenario::Level level);

/// Bins of 0 .. 2 x `start` + 2000 euro, in cents.
Bins euro_bins(std::int64_t start, scenario::Level level);

/// Bins of a mean age in thousandths of a year: 0 .. 100 years by 0.1.
Bins age_bins();

}  // namespace meesterplan::model
