#include <algorithm>
#include <tuple>

#include "sim/base/fte.hpp"
#include "sim/engine/person_events.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

using model::Column;
using scenario::Contract;
namespace counter = model::counter;

namespace {

std::int64_t total_demand(State const& state, std::int32_t section) {
  auto const& parts = state.demand[static_cast<std::size_t>(section)];
  return parts[0] + parts[1] + parts[2];
}

std::int64_t surplus_of(State const& state, std::int32_t section) {
  return state.counts.row(section)[counter::net_fte] - total_demand(state, section);
}

/// Temporary staff first, then permanent; each by tenure, then id.
void list_candidates(State const& state, std::int32_t section, LineVector<SurplusCandidate>& list) {
  list.clear();
  for (Member const member : state.members.of(section)) {
    std::size_t const slot = member.slot;
    // Who left earlier in this phase is still in the list of members.
    if (!state.taken(slot) || state.people.extra.get(slot) != 0)
      continue;
    if (state.people.section[slot] != section)
      continue;
    auto const contract = static_cast<Contract>(state.people[Column::contract].get(slot));
    if (contract == Contract::replacement)
      continue;
    SurplusCandidate candidate;
    candidate.contract = contract;
    candidate.tenure = state.people[Column::tenure].get(slot);
    candidate.id = state.people.id[slot];
    candidate.slot = member.slot;
    candidate.net =
        scale_half_up(state.people.main_fte.get(slot), net_share(state, slot), millionths);
    list.push_back(candidate);
  }
  std::sort(list.begin(), list.end(),
            [](SurplusCandidate const& left, SurplusCandidate const& right) {
              auto const key = [](SurplusCandidate const& one) {
                return std::tuple(one.contract != Contract::temporary, one.tenure, one.id);
              };
              return key(left) < key(right);
            });
}

/// The section of the same subject at the same board with the largest gap of
/// at least `net`; ties by key; -1 when there is none.
std::int32_t find_room(State const& state, std::int32_t from, std::int64_t net) {
  auto const& units = state.model.units;
  auto const board_of = [&](std::int32_t section) {
    auto const school = units.section_school[static_cast<std::size_t>(section)];
    return units.school_board[static_cast<std::size_t>(school)];
  };
  std::int32_t best = -1;
  std::int64_t best_gap = 0;
  for (std::int32_t section : state.sections_by_key) {
    if (section == from || board_of(section) != board_of(from))
      continue;
    if (units.section_subject[static_cast<std::size_t>(section)] !=
        units.section_subject[static_cast<std::size_t>(from)])
      continue;
    std::int64_t const gap = -surplus_of(state, section);
    if (gap < net || gap <= best_gap)
      continue;
    best = section;
    best_gap = gap;
  }
  return best;
}

void move_person(State& state, std::size_t slot, std::int32_t to, std::int64_t net) {
  std::int32_t const from = state.people.section[slot];
  change_person(state, slot, [&] {
    set_section(state, slot, to);
    // The lessons stay behind: in the new section they are given out anew.
    state.people.upper_vwo.set(slot, 0);
    state.people.upper_havo.set(slot, 0);
  });
  state.counts.move(from, to, is_master(state, slot) ? 1 : 0);
  state.counts.row(from)[counter::net_fte] -= net;
  state.counts.row(to)[counter::net_fte] += net;
}

void reduce(State& state, std::int32_t section, LineVector<SurplusCandidate>& list) {
  std::int64_t surplus = surplus_of(state, section);
  if (surplus <= 0)
    return;
  list_candidates(state, section, list);
  for (SurplusCandidate const& candidate : list) {
    if (surplus <= 0)
      return;
    if (candidate.net > surplus)
      continue;
    if (candidate.contract == Contract::temporary) {
      leave(state, candidate.slot, scenario::ExitCause::not_extended, Seat::closed);
      state.counts.row(section)[counter::net_fte] -= candidate.net;
    } else {
      std::int32_t const to = find_room(state, section, candidate.net);
      if (to < 0)
        continue;
      move_person(state, candidate.slot, to, candidate.net);
    }
    surplus -= candidate.net;
  }
}

void reduce_all(State& state) {
  bool any = false;
  for (std::int32_t section : state.sections_by_key)
    any = any || surplus_of(state, section) > 0;
  if (!any)
    return;
  state.members.gather(state.people, state.model.units.n_sections());
  LineVector<SurplusCandidate>& list = state.surplus_candidates;
  for (std::int32_t section : state.sections_by_key)
    reduce(state, section, list);
}

}  // namespace

void play_surplus(State& state) {
  compute_net_fte(state);
  if (!state.model.features.surplus)
    return;
  reduce_all(state);
  if (!state.model.features.redundancy)
    return;
  if (make_redundant(state))
    reduce_all(state);
  remember_surplus(state);
}

}  // namespace meesterplan::engine
