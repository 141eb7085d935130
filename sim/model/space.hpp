#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "sim/model/clock_table.hpp"
#include "sim/model/columns.hpp"
#include "sim/scenario/rates.hpp"

namespace meesterplan::model {

/// The values that a column can take: low .. low + size - 1.
struct Domain {
  std::int32_t low = 0;
  std::int32_t size = 1;
};

/// Which values of a column's domain belong to something: [value - low].
using Admitted = std::vector<std::uint8_t>;

/// Part of the space of all covariates: for some columns the values that
/// belong to it; every value of the columns that it does not mention.
class Region {
 public:
  /// Keeps of `column` only `values`; what admits all changes nothing.
  void keep(Column column, Admitted const& values);
  std::map<Column, Admitted> const& columns() const { return columns_; }

 private:
  std::map<Column, Admitted> columns_;
};

/// The covariates of one scenario and their values.
class Space {
 public:
  /// `subjects` sorted; steps 0..years start in the school years from `start`;
  /// policies tell `n_scopes` kinds of sections apart.
  Space(std::vector<std::string> subjects, std::int32_t start, std::int32_t years,
        std::int32_t n_scopes = 1);

  Domain domain(Column column) const;

  /// The part of the space that a row of a table is about.
  Region region(scenario::Cell const& cell) const;

  /// What `range` leaves of a column that counts whole numbers.
  Admitted in_range(Column column, scenario::IntRange range) const;
  /// The listed values of a column; those outside its domain are left out.
  Admitted one_of(Column column, std::span<std::int32_t const> values) const;
  /// Indexes of the subjects that carry these names; unknown ones are left out.
  std::vector<std::int32_t> subjects(std::span<std::string const> names) const;

 private:
  std::vector<std::string> subjects_;
  std::int32_t start_;
  std::int32_t years_;
  std::int32_t n_scopes_;
};

/// The smallest product of classes of values that tells a number of regions
/// apart: values that lie in the same regions share a class, and a column
/// that tells nothing apart is left out.
class Grid {
 public:
  /// Cost: the columns' domains x the different conditions on them.
  Grid(Space const& space, std::span<Region const> regions);

  /// Cells, columns and classes multiplied out.
  std::int64_t n_cells() const { return n_cells_; }
  /// What leads to a cell; n_cells() must fit 31 bits.
  std::vector<Dimension> dimensions() const;
  /// The cells that make up `region`, one of those given; ascending.
  std::vector<std::int32_t> cells(Region const& region) const;

 private:
  struct Axis {
    Column column = Column::age;
    std::int32_t low = 0;
    std::vector<std::int32_t> class_of;  ///< [value - low]
    std::int32_t n_classes = 1;
    std::int64_t stride = 1;
  };
  std::vector<Axis> axes_;
  std::int64_t n_cells_ = 1;
};

}  // namespace meesterplan::model
