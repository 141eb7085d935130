#include "sim/engine/record.hpp"

#include <algorithm>

#include "sim/base/contracts.hpp"

namespace meesterplan::engine {

namespace {

/// `which` is not empty and often one.
std::int64_t sum_of(std::span<model::Counter const> which, std::int64_t const* counters) {
  std::int64_t sum = counters[which.front()];
  for (model::Counter const index : which.subspan(1))
    sum += counters[index];
  return sum;
}

/// numerator / denominator in kept units, rounded half up.
std::int64_t ratio(std::int64_t numerator, std::int64_t denominator, std::int64_t kept) {
  return (2 * numerator * kept + denominator) / (2 * denominator);
}

struct Value {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;  ///< 0 for a ratio: does not apply; 1: no ratio
};

Value value_of(model::Metric const& metric, std::int64_t const* counters) {
  Value value{sum_of(metric.numerator, counters), 1};
  if (!metric.denominator.empty())
    value.denominator = sum_of(metric.denominator, counters) * metric.denominator_times;
  return value;
}

/// `kept` is kept_per_unit of the metric's measure.
std::int64_t kept_value(model::Metric const& metric, Value value, std::int64_t kept) {
  if (metric.denominator.empty())
    return value.numerator;
  return ratio(value.numerator, value.denominator, kept);
}

}  // namespace

Recorder::Recorder(model::Model const& model) : model_(model), scratch_(model::n_counters) {
  for (model::Metric const& metric : model::all_metrics())
    kept_.push_back(model::kept_per_unit(metric.measure));
  std::size_t const n_targets = model.plan.targets.size();
  met_.resize(n_targets * static_cast<std::size_t>(model.plan.n_years));
  target_value_.resize(n_targets);
  target_applies_.resize(n_targets);
  short_of_.resize(n_targets);
}

void Recorder::record_unit(model::LevelPlan const& level, std::int64_t row, std::int32_t year,
                           std::int64_t const* counters, tally::Tally& tally) {
  auto const metrics = model::all_metrics();
  for (std::int32_t const index : level.metrics) {
    model::Metric const& metric = metrics[static_cast<std::size_t>(index)];
    Value const value = value_of(metric, counters);
    if (value.denominator > 0)
      tally.add(row, year, kept_value(metric, value, kept_[static_cast<std::size_t>(index)]));
    ++row;
  }
  auto const flows = model::all_flows();
  for (std::int32_t const index : level.flows) {
    // No flow has passed yet on the first reference date.
    if (year > 0)
      tally.add(row, year,
                counters[static_cast<std::size_t>(flows[static_cast<std::size_t>(index)].counter)]);
    ++row;
  }
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
  auto const metrics = model::all_metrics();
  for (std::size_t index = 0; index < targets.size(); ++index) {
    model::TargetPlan const& target = targets[index];
    bool const same = index > 0 && targets[index - 1].level == target.level &&
                      targets[index - 1].unit == target.unit;
    if (!same)
      counters = state.counts.see(target.level, target.unit, scratch_.data());
    model::Metric const& metric = metrics[static_cast<std::size_t>(target.metric)];
    Value const value = value_of(metric, counters);
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
    target_value_[index] =
        kept_value(metric, value, kept_[static_cast<std::size_t>(target.metric)]);
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
