#include "sim/engine/person_events.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

using model::Column;
using scenario::Contract;
using scenario::Licence;

namespace {

constexpr std::int32_t first_decision = 1;    ///< completed years
constexpr std::int32_t certain_decision = 3;  ///< completed years

void become_permanent(State& state, std::size_t slot) {
  change_person(state, slot, [&] {
    state.people[Column::contract].set(slot, static_cast<std::int16_t>(Contract::permanent));
  });
}

void decide_temporary(State& state, std::size_t slot) {
  std::int32_t const tenure = state.people[Column::tenure].get(slot) + state.step + 1;
  if (tenure < first_decision)
    return;
  auto const licence = static_cast<Licence>(state.people[Column::licence].get(slot));
  bool const licensed = licence <= Licence::second_degree;
  // Who was kept on until licensed has passed the decision already; the
  // licence of this very year comes in a later phase but is certain.
  std::int32_t const licensed_in = state.people.licence_step.get(slot);
  if (licensed_in > 0 && licensed_in <= state.step + 1) {
    become_permanent(state, slot);
    return;
  }
  if (!licensed) {
    if (tenure >= certain_decision)
      leave(state, slot, scenario::ExitCause::contract_ended, Seat::kept);
    return;
  }
  std::uint8_t const index = state.contract_draws.get(slot);
  state.contract_draws.set(slot, static_cast<std::uint8_t>(index + 1));
  double const uniform =
      chance::uniform(state.stream, state.people.id[slot], chance::Purpose::contract, index);
  double const chance_of_permanent =
      state.draw.policies.shifted(scenario::Behaviour::permanent, state.draw.p_permanent,
                                  state.step, state.people.section[slot]);
  if (uniform < chance_of_permanent) {
    become_permanent(state, slot);
  } else {
    leave(state, slot, scenario::ExitCause::contract_ended, Seat::kept);
  }
}

}  // namespace

void play_contracts(State& state) {
  for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
    auto const contract = static_cast<Contract>(state.people[Column::contract].get(slot));
    if (contract == Contract::permanent || !state.taken(slot))
      continue;
    if (contract == Contract::temporary) {
      decide_temporary(state, slot);
    } else if (state.people.contract_end_step.get(slot) == state.step + 1) {
      leave(state, slot, scenario::ExitCause::replacement_ended, Seat::closed);
    }
  }
}

}  // namespace meesterplan::engine
