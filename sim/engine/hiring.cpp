#include "sim/engine/hiring.hpp"

#include "sim/base/fte.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

using model::Column;
using scenario::Origin;

namespace {

scenario::MasterRoute route_of(model::Entrant const& entrant) {
  if (entrant.degree < scenario::Degree::hbo_master)
    return scenario::MasterRoute::none;
  bool const outside = entrant.origin == Origin::returner || entrant.origin == Origin::mover;
  return outside ? scenario::MasterRoute::outside : scenario::MasterRoute::starter;
}

}  // namespace

std::int32_t more_experience(State const& state, std::uint64_t id, model::Entrant const& entrant) {
  double const uniform = chance::uniform(state.stream, id, chance::Purpose::entrant_profile, 0);
  return static_cast<std::int32_t>(uniform * entrant.experiences);
}

void seat_terms(State& state, std::size_t slot, Candidate const& candidate) {
  auto& people = state.people;
  model::Entrant const& entrant = *candidate.entrant;
  std::int32_t const now = state.step + 1;
  auto const set = [&](Column column, std::int32_t value) {
    people[column].set(slot, static_cast<std::int16_t>(value));
  };
  people.birth.set(slot, candidate.birth);
  if (people[Column::retirement].used())
    set(Column::retirement, state.model.retirement_base(candidate.birth));
  set(Column::tenure, -now);
  set(Column::experience, candidate.experience - now);
  set(Column::since_master,
      candidate.since_master == model::long_ago ? model::long_ago : candidate.since_master - now);
  set(Column::licence, static_cast<std::int32_t>(entrant.licence));
  set(Column::contract, static_cast<std::int32_t>(entrant.contract));
  set(Column::room, 0);
  people.route.set(slot, static_cast<std::uint8_t>(route_of(entrant)));
  people.master_kind.set(slot, static_cast<std::uint8_t>(entrant.master_kind));
  people.scale.set(slot, static_cast<std::uint8_t>(entrant.scale));
  people.own_scale.set(slot, 0);
  people.appointment_end.set(slot, 0);
  people.contract_end_step.set(slot, 0);
  std::int32_t const licensed = entrant.licensed_after > 0 ? now + entrant.licensed_after : 0;
  people.licence_step.set(slot, static_cast<std::int16_t>(licensed));
  people.licence_then.set(slot, static_cast<std::uint8_t>(entrant.licensed_as));
  state.graduated.set(slot, 0);
}

void hire_into(State& state, std::int32_t section, Candidate const& candidate, std::int64_t fte) {
  auto const slot = static_cast<std::uint32_t>(take_free_slot(state));
  auto& people = state.people;
  set_section(state, slot, section);
  people.main_fte.set(slot, static_cast<std::int16_t>(fte));
  people[Column::fte].set(slot, static_cast<std::int16_t>(fte));
  people.extra.set(slot, 0);
  people.upper_vwo.set(slot, 0);
  people.upper_havo.set(slot, 0);
  seat_candidate(state, slot, candidate);
  join(state, slot);
}

std::int64_t net_share_of(State const& state, Candidate const& candidate, std::int32_t section) {
  model::NetModel const& net = state.model.net;
  if (net.all)
    return millionths;
  std::int64_t const share =
      millionths - net.other_tasks -
      state.draw.leave_by_age[static_cast<std::size_t>(candidate.age - model::timed_low)];
  return share - starter_reduction(state, candidate.experience, section);
}

}  // namespace meesterplan::engine
