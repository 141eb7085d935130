#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/columns.hpp"
#include "sim/model/parameters.hpp"

namespace meesterplan::model {

/// One covariate of a table: where each of its values leads.
struct Dimension {
  Column column = Column::age;
  /// [value - low] -> stride x class of the value; timed columns: low is
  /// timed_low and the size timed_size, so that no lookup can leave it.
  std::vector<std::int32_t> offset;
  std::int32_t low = 0;
};

/// A cell whose value is drawn.
struct DrawnCell {
  std::int32_t target = 0;  ///< index into the values it belongs to
  Number number;
};

/// Hazard ratios by cell.
struct FactorTable {
  std::vector<Dimension> dimensions;
  std::vector<double> ratio;     ///< [cell], central
  std::vector<DrawnCell> drawn;  ///< into ratio
  /// Index into PolicyModel::of_clocks of the effects that make all of `ratio`
  /// in every future; -1: none.
  std::int32_t effects = -1;

  /// Whether `ratio` differs between futures.
  bool varies() const { return !drawn.empty() || effects >= 0; }
};

/// Competing kinds (causes, programmes, directions) that share covariates
/// and factors.
struct HazardGroup {
  std::vector<Dimension> dimensions;
  std::int32_t n_cells = 1;
  std::vector<std::int32_t> kinds;    ///< what each row is, in file order
  std::vector<std::int32_t> order;    ///< place of each kind in the file
  std::vector<double> hazard;         ///< [kind][cell], central; infinite: certain
  std::vector<double> total;          ///< [cell], sum over kinds
  std::vector<DrawnCell> drawn;       ///< into hazard
  std::vector<std::int32_t> factors;  ///< indexes into ClockModel::factors
};

/// Everything that drives one kind of clock:
/// H = sum over groups of total[cell] x product of ratio[cell].
struct ClockModel {
  std::vector<HazardGroup> groups;
  std::vector<FactorTable> factors;
  /// The order in which a kind is chosen: that of the groups as they are without
  /// policies, so that what these split chooses as before; empty: that of `groups`.
  std::vector<std::int32_t> order_of_choice;

  bool empty() const { return groups.empty(); }
  bool uncertain() const;
};

/// A table of whole numbers or shares that is no clock.
struct ValueTable {
  std::vector<Dimension> dimensions;
  std::vector<double> value;  ///< [cell], central
  std::vector<DrawnCell> drawn;
};

}  // namespace meesterplan::model
