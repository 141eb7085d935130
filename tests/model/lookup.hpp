#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/model/clock_table.hpp"

namespace meesterplan::testing {

/// A value for every column, the year's step last.
using Values = std::array<std::int32_t, model::n_columns + 1>;

/// The cell to which `dimensions` lead somebody with these values.
inline std::size_t cell_of(std::vector<model::Dimension> const& dimensions, Values const& values) {
  std::int32_t cell = 0;
  for (model::Dimension const& dimension : dimensions) {
    std::int32_t const value = values[static_cast<std::size_t>(dimension.column)];
    cell += dimension.offset.at(static_cast<std::size_t>(value - dimension.low));
  }
  return static_cast<std::size_t>(cell);
}

/// Somebody of 40 in service for years, with nothing special.
inline Values somebody() {
  using model::Column;
  Values values{};
  values[static_cast<std::size_t>(Column::age)] = 40;
  values[static_cast<std::size_t>(Column::retirement)] = -27;
  values[static_cast<std::size_t>(Column::tenure)] = 10;
  values[static_cast<std::size_t>(Column::experience)] = 12;
  values[static_cast<std::size_t>(Column::since_master)] = model::long_ago;
  values[static_cast<std::size_t>(Column::fte)] = 800;
  return values;
}

/// `values` with another value in one column.
inline Values with(Values values, model::Column column, std::int32_t value) {
  values[static_cast<std::size_t>(column)] = value;
  return values;
}

/// The total hazard of a clock at its centre.
inline double hazard_at(model::ClockModel const& clock, Values const& values) {
  double hazard = 0;
  for (model::HazardGroup const& group : clock.groups) {
    double part = group.total[cell_of(group.dimensions, values)];
    for (std::int32_t const index : group.factors) {
      auto const& factor = clock.factors[static_cast<std::size_t>(index)];
      part *= factor.ratio[cell_of(factor.dimensions, values)];
    }
    hazard += part;
  }
  return hazard;
}

/// The hazard of one kind at its centre, with its factors.
inline double hazard_at(model::ClockModel const& clock, Values const& values, std::int32_t kind) {
  double hazard = 0;
  for (model::HazardGroup const& group : clock.groups) {
    for (std::size_t row = 0; row < group.kinds.size(); ++row) {
      if (group.kinds[row] != kind) {
        continue;
      }
      auto const cell =
          row * static_cast<std::size_t>(group.n_cells) + cell_of(group.dimensions, values);
      double part = group.hazard[cell];
      for (std::int32_t const index : group.factors) {
        auto const& factor = clock.factors[static_cast<std::size_t>(index)];
        part *= factor.ratio[cell_of(factor.dimensions, values)];
      }
      hazard += part;
    }
  }
  return hazard;
}

}  // namespace meesterplan::testing
