#include "sim/engine/clock_advance.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/engine/clock_advance.cpp"
#include "hwy/foreach_target.h"

#include "sim/engine/clock_advance-inl.hpp"

#if HWY_ONCE

#include <limits>

#include "sim/base/contracts.hpp"

namespace meesterplan::engine {

HWY_EXPORT(Advance);

namespace {

TableView see_table(std::vector<model::Dimension> const& dimensions, double const* value,
                    model::Workforce const& people, std::int32_t step) {
  TableView view;
  view.value = value;
  for (model::Dimension const& dimension : dimensions) {
    if (dimension.column == model::Column::year) {
      view.base += dimension.offset[static_cast<std::size_t>(step - dimension.low)];
      continue;
    }
    std::int32_t const shift = model::is_timed(dimension.column) ? step : 0;
    auto& seen = view.dimensions[static_cast<std::size_t>(view.n_dimensions++)];
    seen.column = people[dimension.column].data();
    seen.offset = dimension.offset.data() + (shift - dimension.low);
  }
  return view;
}

}  // namespace

ClockView::ClockView(model::ClockModel const& clock, model::ClockValues const& values)
    : clock_(&clock), values_(&values), groups_(clock.groups.size()) {
  for (std::size_t group = 0; group < groups_.size(); ++group)
    groups_[group].factors.resize(clock.groups[group].factors.size());
}

void ClockView::see(model::Workforce const& people, std::int32_t step) {
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    model::HazardGroup const& table = clock_->groups[group];
    groups_[group].total = see_table(table.dimensions, values_->groups[group].total, people, step);
    for (std::size_t factor = 0; factor < table.factors.size(); ++factor) {
      auto const index = static_cast<std::size_t>(table.factors[factor]);
      groups_[group].factors[factor] =
          see_table(clock_->factors[index].dimensions, values_->factors[index], people, step);
    }
  }
}

double ClockView::hazard(std::size_t slot) const {
  double hazard = 0;
  for (GroupView const& group : groups_) {
    double part = group.total.value[group.total.cell(slot)];
    for (TableView const& factor : group.factors)
      part *= factor.value[factor.cell(slot)];
    hazard += part;
  }
  return hazard;
}

double ClockView::hazard_of_kind(std::size_t slot, std::int32_t kind) const {
  double hazard = 0;
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    model::HazardGroup const& table = clock_->groups[group];
    for (std::size_t row = 0; row < table.kinds.size(); ++row) {
      if (table.kinds[row] != kind)
        continue;
      auto const cell = static_cast<std::size_t>(groups_[group].total.cell(slot));
      double part =
          values_->groups[group].hazard[row * static_cast<std::size_t>(table.n_cells) + cell];
      for (TableView const& factor : groups_[group].factors)
        part *= factor.value[factor.cell(slot)];
      hazard += part;
    }
  }
  return hazard;
}

std::int32_t ClockView::choose(std::size_t slot, double uniform) const {
  double const total = this->hazard(slot);
  bool const certain = total > std::numeric_limits<double>::max();
  double left = uniform * total;
  std::int32_t chosen = -1;
  std::int32_t first_order = std::numeric_limits<std::int32_t>::max();
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    model::HazardGroup const& table = clock_->groups[group];
    auto const cell = static_cast<std::size_t>(groups_[group].total.cell(slot));
    double ratio = 1;
    for (TableView const& factor : groups_[group].factors)
      ratio *= factor.value[factor.cell(slot)];
    for (std::size_t row = 0; row < table.kinds.size(); ++row) {
      double const hazard =
          values_->groups[group].hazard[row * static_cast<std::size_t>(table.n_cells) + cell] *
          ratio;
      if (certain) {
        if (hazard > std::numeric_limits<double>::max() && table.order[row] < first_order) {
          first_order = table.order[row];
          chosen = table.kinds[row];
        }
      } else if (hazard > 0) {
        // Rounding may leave a crumb after the last kind: it keeps the event.
        if (chosen >= 0 && left < 0)
          return chosen;
        chosen = table.kinds[row];
        left -= hazard;
      }
    }
  }
  MP_ENSURE(chosen >= 0);
  return chosen;
}

std::size_t advance(ClockView const& view, double* clocks, std::size_t n_slots,
                    std::uint64_t* ran_out) {
  MP_EXPECT(n_slots % slot_multiple == 0);
  return HWY_DYNAMIC_DISPATCH(Advance)(view, clocks, n_slots, ran_out);
}

}  // namespace meesterplan::engine

#endif  // HWY_ONCE
