#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/model/draw.hpp"
#include "sim/model/workforce.hpp"

namespace meesterplan::engine {

/// Where one or two covariates of a table lead, ready for lookup in one step:
/// offset[key] is their share of the cell's index.
struct DimensionView {
  std::int16_t const* column = nullptr;
  std::int16_t const* other = nullptr;  ///< the same with stride 0 when there is but one
  std::int32_t stride = 0;
  std::int32_t const* offset = nullptr;

  std::int32_t key(std::size_t slot) const {
    return this->column[slot] + this->stride * this->other[slot];
  }
};

/// A table as seen in one step: value[base + sum of the offsets].
struct TableView {
  std::array<DimensionView, model::n_columns> dimensions{};
  std::int32_t n_dimensions = 0;
  std::int32_t base = 0;
  double const* value = nullptr;
  /// [key of the only dimension] the value itself; null when there are more
  /// dimensions or the values are drawn.
  double const* by_key = nullptr;

  /// The cell of the person in `slot`.
  std::int32_t cell(std::size_t slot) const {
    std::int32_t index = this->base;
    for (std::int32_t dim = 0; dim < this->n_dimensions; ++dim) {
      auto const& view = this->dimensions[static_cast<std::size_t>(dim)];
      index += view.offset[view.key(slot)];
    }
    return index;
  }
};

/// A group of competing kinds as seen in one step.
struct GroupView {
  TableView total;
  std::vector<TableView> factors;
};

/// One kind of clock as seen in one step.
///
/// Rebuilt each year by see(); holds pointers into the workforce, the model
/// and the draw, so it is stale after any of them moves.
class ClockView {
 public:
  ClockView(model::ClockModel const& clock, model::ClockValues const& values);

  /// Looks at step `step` of `people`.
  void see(model::Workforce const& people, std::int32_t step);

  std::vector<GroupView> const& groups() const { return groups_; }

  /// The hazard of the person in `slot`, the same bits as advance() uses.
  double hazard(std::size_t slot) const;

  /// The hazard of the person in `slot` for `kind`, over all groups.
  double hazard_of_kind(std::size_t slot, std::int32_t kind) const;

  /// Which kind happened, for `uniform` in (0,1): in proportion to the
  /// hazards; a certain kind wins, of several the first in file order.
  std::int32_t choose(std::size_t slot, double uniform) const;

 private:
  /// Covariates that are looked up together: a second one where the table of
  /// both stays small.
  struct Pair {
    model::Dimension const* first = nullptr;
    model::Dimension const* second = nullptr;
    std::int32_t stride = 0;
    std::vector<std::int32_t> offset;  ///< [first + stride x second], from their lows
  };
  /// A table with its covariates paired; of the model, so the same in all futures.
  struct Paired {
    std::vector<Pair> pairs;
    model::Dimension const* year = nullptr;
    std::vector<double> by_key;  ///< as offset of the only pair; empty: does not apply
  };
  /// A kind by its place.
  struct Choice {
    std::size_t group = 0;
    std::size_t row = 0;
  };
  void list_choices();
  static Pair pair_of(model::Dimension const& first, model::Dimension const* second);
  static Paired paired(std::vector<model::Dimension> const& dimensions,
                       std::vector<double> const& certain);
  static void see_table(Paired const& table, double const* value, model::Workforce const& people,
                        std::int32_t step, TableView& view);

  model::ClockModel const* clock_;
  model::ClockValues const* values_;
  std::vector<Paired> totals_;   ///< [group]
  std::vector<Paired> factors_;  ///< [factor]
  std::vector<GroupView> groups_;
  std::vector<Choice> choices_;
};

/// Number of slots by which arrays that advance() walks must be divisible.
inline constexpr std::size_t slot_multiple = 16;

/// Lowers every clock by its person's hazard and lists the slots whose clock
/// ran out, in ascending order.
///
/// `n_slots` is a multiple of slot_multiple; an empty slot has an infinite
/// clock. `ran_out` has room for n_slots + slot_multiple. Returns how many.
std::size_t advance(ClockView const& view, double* clocks, std::size_t n_slots,
                    std::uint64_t* ran_out);

}  // namespace meesterplan::engine
