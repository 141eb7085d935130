#pragma once

#include <cstdint>

#include "sim/model/record_plan.hpp"

namespace meesterplan::model {

// Bins by what is counted; the more units a level has, the fewer. They reach to twice
// the start value and a little, so that small units have room.

/// How fine the bins of a level are.
enum class Grain {
  fine,    ///< up to 4097 bins
  medium,  ///< up to 1025: more than eight units, but for shares as fine
  coarse   ///< up to 257: sections and subjects
};
Grain grain_of(scenario::Level level, std::int32_t n_units);

/// Bins of 0 .. 2 x `start` + 20 whole numbers: exact up to the number of bins of the
/// grain, else as many equal ones.
Bins count_bins(std::int64_t start, Grain grain);

/// Bins of 0 .. 2 x `start` + 2000 thousandths of an fte.
Bins fte_bins(std::int64_t start, Grain grain);

/// Bins of a share in units of 1e-9: 0 .. 1 by 0.005 (coarse) or 0.001.
Bins share_bins(Grain grain);

/// Bins of 0 .. 2 x `start` + 2000 euro, in cents.
Bins euro_bins(std::int64_t start, Grain grain);

/// Bins of a mean age in thousandths of a year: 0 .. 100 years by 0.1.
Bins age_bins();

}  // namespace meesterplan::model
