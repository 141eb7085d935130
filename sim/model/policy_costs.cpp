#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/hash.hpp"
#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

using scenario::CostPer;
using scenario::Policy;
using scenario::PolicyCost;
using scenario::Who;

void add_range(PersonFilter& filter, Column column, scenario::IntRange range) {
  if (!range.is_all())
    filter.ranges.push_back({column, range.from, range.to});
}

template <class Term>
void add_set(PersonFilter& filter, Column column, std::vector<Term> const& terms) {
  if (terms.empty())
    return;
  std::uint32_t set = 0;
  for (Term const term : terms)
    set |= 1U << static_cast<unsigned>(term);
  filter.sets.push_back({column, set});
}

PersonFilter filter_of(Who const& who) {
  PersonFilter filter;
  add_range(filter, Column::age, who.age);
  add_range(filter, Column::tenure, who.tenure);
  add_range(filter, Column::experience, who.experience);
  add_range(filter, Column::since_master, who.years_since_master);
  add_range(filter, Column::fte, who.fte);
  add_set(filter, Column::degree, who.degrees);
  add_set(filter, Column::licence, who.licences);
  add_set(filter, Column::contract, who.contracts);
  return filter;
}

/// The sections in scope of each board or school that has any.
std::vector<std::vector<std::int32_t>> sharing(Units const& units, scenario::Level level,
                                               std::vector<std::uint8_t> const& held) {
  std::map<std::int32_t, std::vector<std::int32_t>> by_unit;
  for (std::int32_t section = 0; section < units.n_sections(); ++section) {
    if (held[static_cast<std::size_t>(section)] != 0)
      by_unit[unit_of(units, level, section)].push_back(section);
  }
  std::vector<std::vector<std::int32_t>> shared_by;
  shared_by.reserve(by_unit.size());
  for (auto& [unit, sections] : by_unit)
    shared_by.push_back(std::move(sections));
  return shared_by;
}

PolicyCostModel cost_of(Building& building, std::int32_t policy, PolicyCost const& cost) {
  Model const& model = building.model;
  PolicyPlan const& plan = model.policies.policies[static_cast<std::size_t>(policy)];
  PolicyCostModel made;
  made.policy = policy;
  made.per = cost.per;
  made.amount = building.parameters.add(cost.amount, Use::as_is);
  made.who = filter_of(cost.who);
  for (scenario::Origin const origin : cost.origins)
    made.origins |= 1U << static_cast<unsigned>(origin);
  if (cost.origins.empty())
    made.origins = std::numeric_limits<std::uint32_t>::max();
  for (std::int32_t const scope : model.policies.scope_of_section)
    made.held.push_back(plan.held[static_cast<std::size_t>(scope)]);
  if (cost.per == CostPer::board)
    made.shared_by = sharing(model.units, scenario::Level::board, made.held);
  if (cost.per == CostPer::school)
    made.shared_by = sharing(model.units, scenario::Level::school, made.held);
  return made;
}

/// The items by name: no order in a file matters.
template <class Item>
std::vector<Item const*> by_name(std::vector<Item> const& items) {
  std::vector<Item const*> sorted;
  sorted.reserve(items.size());
  for (Item const& item : items)
    sorted.push_back(&item);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](Item const* left, Item const* right) { return left->name < right->name; });
  return sorted;
}

}  // namespace

void build_policy_costs(Building& building) {
  auto const& plans = building.model.policies.policies;
  for (Policy const* policy : by_name(building.scenario.policies)) {
    std::uint64_t const key = hash64(policy->name);
    auto const plan = std::find_if(plans.begin(), plans.end(),
                                   [&](PolicyPlan const& one) { return one.key == key; });
    // One that is never there costs nothing.
    if (plan == plans.end())
      continue;
    auto const index = static_cast<std::int32_t>(plan - plans.begin());
    for (PolicyCost const* cost : by_name(policy->costs))
      building.model.money.policy_costs.push_back(cost_of(building, index, *cost));
  }
}

}  // namespace meesterplan::model
