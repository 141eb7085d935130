#include "sim/engine/record.hpp"

#include <algorithm>

#include "sim/base/contracts.hpp"

namespace meesterplan::engine {

Recorder::Recorder(model::Model const& model)
    : model_(model), scratch_(std::max(model::n_counters, model::n_costs)) {
  for (model::Metric const& metric : model::all_metrics()) {
    formulas_.emplace_back(metric);
    is_cost_.push_back(model::is_cost(metric) ? 1 : 0);
    years_back_.push_back(model::years_back(metric));
  }
  for (model::FlowDefinition const& flow : model::all_flows())
    flows_.push_back(flow.counter);
  std::size_t const n_targets = model.plan.targets.size();
  met_.resize(n_targets * static_cast<std::size_t>(model.plan.n_years));
  target_value_.resize(n_targets);
  target_applies_.resize(n_targets);
  short_of_.resize(n_targets);
}

inline std::int64_t* Recorder::record_unit(model::LevelPlan const& level, std::int32_t year,
                                           std::int64_t const* counters,
                                           std::int64_t* value) const {
  std::size_t const n_counted = level.metrics.size() - level.n_costs;
  for (std::size_t metric = 0; metric < n_counted; ++metric) {
    std::int32_t const index = level.metrics[metric];
    Formula const& formula = formulas_[static_cast<std::size_t>(index)];
    Value const now = formula.value(counters);
    if (now.denominator > 0)
      *value = formula.kept(now);
    ++value;
  }
  value += level.n_costs;
  // No flow has passed yet on the first reference date.
  if (year == 0)
    return value + level.flows.size();
  for (std::int32_t const index : level.flows)
    *value++ = counters[flows_[static_cast<std::size_t>(index)]];
  return value;
}

void Recorder::record_costs(model::LevelPlan const& level, std::int32_t year,
                            std::int64_t const* costs, std::int64_t* value,
                            std::ptrdiff_t a_year) const {
  for (std::size_t metric = level.metrics.size() - level.n_costs; metric < level.metrics.size();
       ++metric, ++value) {
    auto const index = static_cast<std::size_t>(level.metrics[metric]);
    std::int32_t const back = years_back_[index];
    // Of the calendar year in which the run begins only the end is known.
    if (year - back > 0)
      *(value - back * a_year) = formulas_[index].value(costs).numerator;
  }
}

void Recorder::record_year(State const& state, tally::Tally& tally) {
  std::int32_t const year = state.step + 1;
  std::int64_t* const values = tally.values_of(year);
  // Nothing has been paid yet on the first reference date.
  bool const has_costs = state.costs.used() && year > 0;
  std::ptrdiff_t const a_year = has_costs ? values - tally.values_of(year - 1) : 0;
  for (model::LevelPlan const& level : model_.plan.levels) {
    if (level.same_as_before)
      continue;
    std::int64_t* value = values + level.first_cell / model_.plan.n_years;
    for (std::int32_t unit = 0; unit < level.n_units; ++unit) {
      std::int64_t const* const counters = state.counts.see(level.level, unit, scratch_.data());
      std::int64_t* const first = value;
      value = this->record_unit(level, year, counters, value);
      if (has_costs && level.n_costs > 0) {
        this->record_costs(level, year, state.costs.see(level.level, unit, scratch_.data()),
                           first + (level.metrics.size() - level.n_costs), a_year);
      }
    }
  }
  this->judge_targets(state, year);
  this->judge_budgets(state, year, tally);
}

void Recorder::judge_budgets(State const& state, std::int32_t year, tally::Tally& tally) {
  auto const& budgets = model_.plan.budgets;
  for (std::size_t index = 0; index < budgets.size(); ++index) {
    // A calendar year is known when the school year that begins in it has been played.
    if (budgets[index].step != year - 1)
      continue;
    std::int64_t const* const costs =
        state.costs.see(scenario::Level::board, budgets[index].board, scratch_.data());
    tally.add_costs(static_cast<std::int32_t>(index),
                    costs[model::counter::cost_calendar - model::counter::cost_first]);
  }
}

std::int64_t const* Recorder::see_target(State const& state, model::TargetPlan const& target) {
  bool const of_costs = is_cost_[static_cast<std::size_t>(target.metric)] != 0;
  return of_costs ? state.costs.see(target.level, target.unit, scratch_.data())
                  : state.counts.see(target.level, target.unit, scratch_.data());
}

/// Whether there are costs to judge a target by; of years without it is not judged.
bool Recorder::is_paid(std::size_t target, std::int32_t year) {
  auto const n_years = static_cast<std::size_t>(model_.plan.n_years);
  auto const metric = static_cast<std::size_t>(model_.plan.targets[target].metric);
  if (year == 0) {
    std::fill_n(met_.begin() + static_cast<std::ptrdiff_t>(target * n_years), n_years,
                std::int8_t{-1});
  }
  return year - years_back_[metric] > 0;
}

void Recorder::judge_targets(State const& state, std::int32_t year) {
  auto const& targets = model_.plan.targets;
  auto const n_years = static_cast<std::size_t>(model_.plan.n_years);
  std::int64_t const* counters = nullptr;
  for (std::size_t index = 0; index < targets.size(); ++index) {
    model::TargetPlan const& target = targets[index];
    auto const metric = static_cast<std::size_t>(target.metric);
    bool const of_costs = is_cost_[metric] != 0;
    if (of_costs && !this->is_paid(index, year))
      continue;
    std::int32_t const of_year = year - years_back_[metric];
    bool const same = index > 0 && targets[index - 1].level == target.level &&
                      targets[index - 1].unit == target.unit && !of_costs &&
                      is_cost_[static_cast<std::size_t>(targets[index - 1].metric)] == 0;
    if (!same)
      counters = this->see_target(state, target);
    Formula const& formula = formulas_[metric];
    Value const value = formula.value(counters);
    std::int64_t const missing =
        value.denominator * target.bound_numerator - value.numerator * target.bound_denominator;
    bool const met = target.at_least ? missing <= 0 : missing >= 0;
    met_[index * n_years + static_cast<std::size_t>(of_year)] =
        value.denominator > 0 ? static_cast<std::int8_t>(met) : std::int8_t{-1};
    if (of_year == target.step)
      this->keep_target(index, value, missing);
  }
}

/// Keeps how a target stands in its year.
void Recorder::keep_target(std::size_t index, Value value, std::int64_t missing) {
  model::TargetPlan const& target = model_.plan.targets[index];
  target_applies_[index] = value.denominator > 0 ? 1 : 0;
  if (value.denominator <= 0)
    return;
  target_value_[index] = formulas_[static_cast<std::size_t>(target.metric)].kept(value);
  // Smallest k with (numerator + k) x bound_denominator >= denominator x bound_numerator.
  short_of_[index] =
      missing <= 0 ? 0 : (missing + target.bound_denominator - 1) / target.bound_denominator;
}

TargetOutcome Recorder::outcome(std::size_t target) const {
  TargetOutcome outcome;
  outcome.applies = target_applies_[target] != 0;
  if (!outcome.applies)
    return outcome;
  auto const step = static_cast<std::size_t>(model_.plan.targets[target].step);
  outcome.met = met_[target * static_cast<std::size_t>(model_.plan.n_years) + step] > 0;
  outcome.value = target_value_[target];
  return outcome;
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
