#include "sim/engine/record.hpp"

#include <algorithm>

#include "sim/base/contracts.hpp"

namespace meesterplan::engine {

Recorder::Recorder(model::Model const& model) : model_(model), scratch_(model::n_counters) {
  for (model::Metric const& metric : model::all_metrics())
    formulas_.emplace_back(metric);
  for (model::FlowDefinition const& flow : model::all_flows())
    flows_.push_back(flow.counter);
  std::size_t const n_targets = model.plan.targets.size();
  met_.resize(n_targets * static_cast<std::size_t>(model.plan.n_years));
  target_value_.resize(n_targets);
  target_applies_.resize(n_targets);
  short_of_.resize(n_targets);
}

void Recorder::record_unit(model::LevelPlan const& level, std::int64_t row, std::int32_t year,
                           std::int64_t const* counters, tally::Tally& tally) {
  for (std::int32_t const index : level.metrics) {
    Formula const& formula = formulas_[static_cast<std::size_t>(index)];
    Value const value = formula.value(counters);
    if (value.denominator > 0)
      tally.add(row, year, formula.kept(value));
    ++row;
  }
  // No flow has passed yet on the first reference date.
  if (year == 0)
    return;
  for (std::int32_t const index : level.flows)
    tally.add(row++, year, counters[flows_[static_cast<std::size_t>(index)]]);
}

void Recorder::record_year(State const& state, tally::Tally& tally) {
  std::int32_t const year = state.step + 1;
  for (model::LevelPlan const& level : model_.plan.levels) {
    std::int64_t row = level.first_cell / model_.plan.n_years;
    for (std::int32_t unit = 0; unit < level.n_units; ++unit) {
      std::int64_t const* const counters = state.counts.see(level.level, unit, scratch_.data());
      this->record_unit(level, row, year, counters, tally);
      row += level.columns();
    }
  }
  this->judge_targets(state, year, tally);
}

void Recorder::judge_targets(State const& state, std::int32_t year, tally::Tally&) {
  auto const& targets = model_.plan.targets;
  std::int64_t const* counters = nullptr;
  for (std::size_t index = 0; index < targets.size(); ++index) {
    model::TargetPlan const& target = targets[index];
    bool const same = index > 0 && targets[index - 1].level == target.level &&
                      targets[index - 1].unit == target.unit;
    if (!same)
      counters = state.counts.see(target.level, target.unit, scratch_.data());
    Formula const& formula = formulas_[static_cast<std::size_t>(target.metric)];
    Value const value = formula.value(counters);
    std::int64_t const left = value.numerator * target.bound_denominator;
    std::int64_t const right = value.denominator * target.bound_numerator;
    std::int8_t met = -1;
    if (value.denominator > 0)
      met = (target.at_least ? left >= right : left <= right) ? 1 : 0;
    met_[index * static_cast<std::size_t>(model_.plan.n_years) + static_cast<std::size_t>(year)] =
        met;
    if (year != target.step)
      continue;
    target_applies_[index] = met >= 0 ? 1 : 0;
    if (met < 0)
      continue;
    target_value_[index] = formula.kept(value);
    // Smallest k with (numerator + k) x bound_denominator >= right.
    std::int64_t const missing = right - left;
    short_of_[index] =
        missing <= 0 ? 0 : (missing + target.bound_denominator - 1) / target.bound_denominator;
  }
}

void Recorder::record_future(State const& state, tally::Tally& tally) {
  auto const n_years = static_cast<std::size_t>(model_.plan.n_years);
  for (std::size_t index = 0; index < model_.plan.targets.size(); ++index) {
    auto const target = static_cast<std::int32_t>(index);
    tally.add_target(target, std::span<std::int8_t const>(met_).subspan(index * n_years, n_years));
    if (target_applies_[index] == 0)
      continue;
    if (model_.plan.targets[index].shortfall.count > 0)
      tally.add_shortfall(target, short_of_[index]);
    if (model_.plan.n_parameters > 0)
      tally.add_drivers(target, target_value_[index], state.draw.strata());
  }
}

}  // namespace meesterplan::engine
