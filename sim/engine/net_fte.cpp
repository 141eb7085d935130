#include <cmath>

#include "sim/base/contracts.hpp"
#include "sim/base/fte.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

using model::Column;
namespace counter = model::counter;

std::int64_t starter_reduction(State const& state, std::int32_t experience, std::int32_t section) {
  if (experience > 1)
    return 0;
  model::NetModel const& net = state.model.net;
  std::int64_t const usual = experience == 1 ? net.starter_second : net.starter_first;
  // What is given on 1 October is that of the school year that begins then.
  std::int32_t const year = state.step < 0 ? -1 : state.step + 1;
  double const more =
      state.draw.policies.share(scenario::Behaviour::starter_reduction, year, section);
  return usual + static_cast<std::int64_t>(std::floor(more * 1e6 + 0.5));
}

std::int64_t net_share(State const& state, std::size_t slot) {
  model::NetModel const& net = state.model.net;
  if (net.all)
    return millionths;
  // A replacement stands in for somebody whose fte counts already.
  if (state.people[Column::contract].get(slot) ==
      static_cast<std::int16_t>(scenario::Contract::replacement))
    return 0;
  std::int32_t const now = state.step + 1;
  std::int32_t const age = state.people[Column::age].get(slot) + now;
  std::int64_t share = millionths - net.other_tasks -
                       state.draw.leave_by_age[static_cast<std::size_t>(age - model::timed_low)];
  std::int32_t const experience = state.people[Column::experience].get(slot) + now;
  share -= starter_reduction(state, experience, state.people.section[slot]);
  if (state.people.programme.get(slot) != 0)
    share -= state.people.grant.get(slot) != 0 ? net.study_with_grant : net.study_without_grant;
  MP_ENSURE(share > 0);
  return share;
}

void compute_net_fte(State& state) {
  std::int32_t const n_sections = state.model.units.n_sections();
  if (state.model.net.all) {
    for (std::int32_t section = 0; section < n_sections; ++section) {
      std::int64_t* const row = state.counts.row(section);
      row[counter::net_fte] = row[counter::fte];
    }
    return;
  }
  for (std::int32_t section = 0; section < n_sections; ++section)
    state.counts.row(section)[counter::net_fte] = 0;
  for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
    if (!state.taken(slot))
      continue;
    std::int64_t const share = net_share(state, slot);
    auto const add = [&](std::int32_t section, std::int64_t fte) {
      state.counts.row(section)[counter::net_fte] += scale_half_up(fte, share, millionths);
    };
    add(state.people.section[slot], state.people.main_fte.get(slot));
    for (std::int32_t next = state.people.extra.get(slot) - 1; next >= 0;) {
      auto const& extra = state.people.extras[static_cast<std::size_t>(next)];
      add(extra.section, extra.fte);
      next = extra.next;
    }
  }
}

}  // namespace meesterplan::engine
