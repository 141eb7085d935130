#include "sim/engine/clock_advance.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/engine/clock_advance.cpp"
#include "hwy/foreach_target.h"

#include "sim/engine/clock_advance-inl.hpp"

#if HWY_ONCE

#include <algorithm>
#include <limits>

#include "sim/base/contracts.hpp"

namespace meesterplan::engine {

HWY_EXPORT(advance_all);

namespace {

/// Entries of a table of two covariates: 32 KiB of values at most.
constexpr std::size_t most_keys = 4096;

std::int32_t shift_of(model::Dimension const& dimension, std::int32_t step) {
  return (model::is_timed(dimension.column) ? step : 0) - dimension.low;
}

}  // namespace

ClockView::Pair ClockView::pair_of(model::Dimension const& first, model::Dimension const* second) {
  Pair pair;
  pair.first = &first;
  pair.second = second;
  pair.offset = first.offset;
  if (second == nullptr)
    return pair;
  pair.stride = static_cast<std::int32_t>(first.offset.size());
  pair.offset.clear();
  for (std::int32_t const beside : second->offset) {
    for (std::int32_t const offset : first.offset)
      pair.offset.push_back(offset + beside);
  }
  return pair;
}

/// `certain` are the table's values, or empty when they are drawn.
ClockView::Paired ClockView::paired(std::vector<model::Dimension> const& dimensions,
                                    std::vector<double> const& certain) {
  Paired table;
  std::vector<model::Dimension const*> left;
  for (model::Dimension const& dimension : dimensions) {
    if (dimension.column == model::Column::year) {
      table.year = &dimension;
    } else {
      left.push_back(&dimension);
    }
  }
  while (!left.empty()) {
    model::Dimension const& first = *left.front();
    left.erase(left.begin());
    auto const second = std::find_if(left.begin(), left.end(), [&](model::Dimension const* other) {
      return first.offset.size() * other->offset.size() <= most_keys;
    });
    table.pairs.push_back(pair_of(first, second == left.end() ? nullptr : *second));
    if (second != left.end())
      left.erase(second);
  }
  if (table.pairs.size() == 1 && table.year == nullptr && !certain.empty()) {
    for (std::int32_t const cell : table.pairs.front().offset)
      table.by_key.push_back(certain[static_cast<std::size_t>(cell)]);
  }
  return table;
}

void ClockView::see_table(Paired const& table, double const* value, model::Workforce const& people,
                          std::int32_t step, TableView& view) {
  view.value = value;
  view.base = 0;
  view.n_dimensions = 0;
  if (table.year != nullptr)
    view.base = table.year->offset[static_cast<std::size_t>(step - table.year->low)];
  for (Pair const& pair : table.pairs) {
    std::int32_t shift = shift_of(*pair.first, step);
    auto& seen = view.dimensions[static_cast<std::size_t>(view.n_dimensions++)];
    seen.column = people[pair.first->column].data();
    seen.other = seen.column;
    if (pair.second != nullptr) {
      seen.other = people[pair.second->column].data();
      seen.stride = pair.stride;
      shift += pair.stride * shift_of(*pair.second, step);
    }
    seen.offset = pair.offset.data() + shift;
    if (!table.by_key.empty())
      view.by_key = table.by_key.data() + shift;
  }
}

ClockView::ClockView(model::ClockModel const& clock, model::ClockValues const& values)
    : clock_(&clock), values_(&values), groups_(clock.groups.size()) {
  std::vector<double> const drawn;
  for (model::HazardGroup const& group : clock.groups)
    totals_.push_back(paired(group.dimensions, group.drawn.empty() ? group.total : drawn));
  for (model::FactorTable const& factor : clock.factors)
    factors_.push_back(paired(factor.dimensions, factor.varies() ? drawn : factor.ratio));
  for (std::size_t group = 0; group < groups_.size(); ++group)
    groups_[group].factors.resize(clock.groups[group].factors.size());
  this->list_choices();
}

/// Kinds in the order in which they are chosen.
void ClockView::list_choices() {
  for (std::size_t group = 0; group < clock_->groups.size(); ++group) {
    for (std::size_t row = 0; row < clock_->groups[group].kinds.size(); ++row)
      choices_.push_back({group, row});
  }
  auto const& order = clock_->order_of_choice;
  auto const place = [&](Choice const& choice) {
    std::int32_t const kind = clock_->groups[choice.group].kinds[choice.row];
    return std::find(order.begin(), order.end(), kind) - order.begin();
  };
  if (!order.empty()) {
    std::stable_sort(
        choices_.begin(), choices_.end(),
        [&](Choice const& left, Choice const& right) { return place(left) < place(right); });
  }
}

void ClockView::see(model::Workforce const& people, std::int32_t step) {
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    see_table(totals_[group], values_->groups[group].total, people, step, groups_[group].total);
    auto const& factors = clock_->groups[group].factors;
    for (std::size_t factor = 0; factor < factors.size(); ++factor) {
      auto const index = static_cast<std::size_t>(factors[factor]);
      see_table(factors_[index], values_->factors[index], people, step,
                groups_[group].factors[factor]);
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
  std::size_t last_group = groups_.size();
  std::size_t cell = 0;
  double ratio = 1;
  for (Choice const choice : choices_) {
    auto const [group, row] = choice;
    model::HazardGroup const& table = clock_->groups[group];
    if (group != last_group) {
      last_group = group;
      cell = static_cast<std::size_t>(groups_[group].total.cell(slot));
      ratio = 1;
      for (TableView const& factor : groups_[group].factors)
        ratio *= factor.value[factor.cell(slot)];
    }
    double const hazard =
        values_->groups[group].hazard[row * static_cast<std::size_t>(table.n_cells) + cell] * ratio;
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
  MP_ENSURE(chosen >= 0);
  return chosen;
}

std::size_t advance(ClockView const& view, double* clocks, std::size_t n_slots,
                    std::uint64_t* ran_out) {
  MP_EXPECT(n_slots % slot_multiple == 0);
  return HWY_DYNAMIC_DISPATCH(advance_all)(view, clocks, n_slots, ran_out);
}

}  // namespace meesterplan::engine

#endif  // HWY_ONCE
