#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/clock_table.hpp"
#include "sim/model/space.hpp"

namespace meesterplan::model {

/// No grid is made larger than this: 200 000 cells of one kind are 1.6 MB.
inline constexpr std::int64_t most_cells = 200'000;

/// A number for a part of the space.
struct RegionNumber {
  Region region;
  Number number;
};

/// One kind of event of a clock before its grid is known.
struct KindTable {
  std::int32_t kind = 0;
  std::int32_t order = 0;             ///< place in the file
  std::vector<RegionNumber> rows;     ///< hazards; the first that matches counts, none: 0
  std::vector<std::int32_t> factors;  ///< indexes of the clock's factors
};

/// Which kinds share a group.
enum class Grouping {
  same_columns,  ///< those with the same factors that depend on the same columns
  together,      ///< all with the same factors
};

/// What became of a table.
enum class Fits { yes, too_many_cells };

/// Adds `kinds` to `clock`, kinds that cannot happen left out. Groups whose
/// common grid would have more than most_cells cells are split into single
/// kinds; `too_many_cells` when even one kind has more.
Fits add_kinds(Space const& space, std::vector<KindTable> kinds, Grouping grouping,
               ClockModel& clock);

/// Ratios by cell: the first of `rows` that matches, 1 where none does and
/// wherever one of `masked` lies. Empty ratios when there are too many cells.
FactorTable build_factor(Space const& space, std::vector<RegionNumber> const& rows,
                         std::vector<Region> const& masked);

/// Whether `factor` is 1 for everybody in every future.
bool is_one(FactorTable const& factor);

}  // namespace meesterplan::model
