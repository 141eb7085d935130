#include "sim/engine/policy_costs.hpp"

#include <cmath>
#include <cstddef>

#include "sim/base/fte.hpp"
#include "sim/engine/staff_costs.hpp"

namespace meesterplan::engine {

using model::PersonFilter;
using model::PolicyCostModel;
using scenario::CostPer;
namespace counter = model::counter;

namespace {

constexpr std::int64_t full_time = 1000;

/// The amount at the strength that the policy has in `year`; cents, or millionths of wages.
std::int64_t amount_of(State const& state, std::size_t cost, std::int32_t year) {
  PolicyCostModel const& model = state.model.money.policy_costs[cost];
  double const intensity =
      state.draw.policies.intensity(static_cast<std::size_t>(model.policy), year);
  auto const whole = static_cast<double>(state.draw.money.policy_cost(year, cost));
  return static_cast<std::int64_t>(std::floor(whole * intensity + 0.5));
}

bool matches(State const& state, std::size_t slot, PersonFilter const& who, std::int32_t year) {
  for (PersonFilter::Range const& range : who.ranges) {
    std::int32_t const now =
        state.people[range.column].get(slot) + (model::is_timed(range.column) ? year : 0);
    if (now < range.low || now > range.high)
      return false;
  }
  for (PersonFilter::Set const& set : who.sets) {
    auto const term = static_cast<unsigned>(state.people[set.column].get(slot));
    if ((set.terms >> term & 1U) == 0)
      return false;
  }
  return true;
}

/// Divides an amount over sections; what is left of whole cents goes to the first ones.
void share_out(State& state, std::vector<std::int32_t> const& sections, std::int64_t cents) {
  auto const n = static_cast<std::int64_t>(sections.size());
  std::int64_t left = cents % n;
  for (std::int32_t const section : sections) {
    state.costs.add_next(section, counter::cost_policy, cents / n + (left > 0 ? 1 : 0));
    --left;
  }
}

void count_person(State& state, std::size_t slot, PolicyCostModel const& cost, std::int64_t amount,
                  std::int32_t year) {
  auto const is_held = [&](std::int32_t section) {
    return cost.held[static_cast<std::size_t>(section)] != 0;
  };
  if (cost.per == CostPer::head) {
    std::int32_t const section = state.people.section[slot];
    if (is_held(section))
      state.costs.add_next(section, counter::cost_policy, amount);
    return;
  }
  for_each_assignment(state, slot, [&](std::int32_t section, std::int32_t fte) {
    if (!is_held(section))
      return;
    std::int64_t const cents =
        cost.per == CostPer::fte
            ? scale_half_up(fte, amount, full_time)
            : scale_half_up(pay_of(state, slot, fte, year), amount, millionths);
    state.costs.add_next(section, counter::cost_policy, cents);
  });
}

bool is_of_persons(CostPer per) {
  return per == CostPer::head || per == CostPer::fte || per == CostPer::wage_share;
}

}  // namespace

void count_policies_of_staff(State& state, std::int32_t year) {
  auto const& costs = state.model.money.policy_costs;
  for (std::size_t index = 0; index < costs.size(); ++index) {
    PolicyCostModel const& cost = costs[index];
    std::int64_t const amount = amount_of(state, index, year);
    if (amount == 0)
      continue;
    for (std::vector<std::int32_t> const& sections : cost.shared_by)
      share_out(state, sections, amount);
    if (!is_of_persons(cost.per))
      continue;
    for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
      if (state.taken(slot) && matches(state, slot, cost.who, year))
        count_person(state, slot, cost, amount, year);
    }
  }
}

void count_policies_of_events(State& state) {
  auto const& costs = state.model.money.policy_costs;
  for (std::size_t index = 0; index < costs.size(); ++index) {
    PolicyCostModel const& cost = costs[index];
    bool const of_hires = cost.per == CostPer::hire;
    if (!of_hires && cost.per != CostPer::enrolment)
      continue;
    std::int64_t const amount = amount_of(state, index, state.step);
    for (std::int32_t section = 0; section < state.model.units.n_sections(); ++section) {
      if (cost.held[static_cast<std::size_t>(section)] == 0)
        continue;
      std::int64_t const* const row = state.counts.row(section);
      std::int64_t n = of_hires ? 0 : row[counter::enrolments];
      for (unsigned origin = 0; of_hires && origin < scenario::n_origins; ++origin)
        n += (cost.origins >> origin & 1U) != 0 ? row[counter::hires_first + origin] : 0;
      state.costs.add(section, counter::cost_policy, n * amount);
    }
  }
}

}  // namespace meesterplan::engine
