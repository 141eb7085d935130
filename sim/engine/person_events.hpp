#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include "sim/engine/state.hpp"

/// What can happen to one person; each keeps the counts right.

namespace meesterplan::engine {

/// Whether a leaver's seat stays to be taken over by one hire.
enum class Seat { kept, closed };

/// The person in `slot` leaves and is counted under `cause`. The seat is
/// kept only under one_to_one recruitment, whatever `seat` says.
void leave(State& state, std::size_t slot, scenario::ExitCause cause, Seat seat);

/// The person whose fields stand in `slot` is in service from now on and is
/// counted as a hire of its origin; the clocks are drawn at the year's end.
void join(State& state, std::size_t slot);

/// A slot for one more person, empty.
std::size_t take_free_slot(State& state);

/// Runs `change` on the person in `slot`, whose stock counts follow.
template <class Change>
void change_person(State& state, std::size_t slot, Change const& change) {
  state.counts.stock(state.people, slot, -1, state.reference_after());
  change();
  state.counts.stock(state.people, slot, 1, state.reference_after());
}

/// The main section of the person in `slot` is `section` from now on; for somebody
/// who is in service within change_person().
void set_section(State& state, std::size_t slot, std::int32_t section);

/// Sets the total fte of the person in `slot` by changing the main
/// assignment, which stays at least 50 thousandths; the total at most 1200.
void set_total_fte(State& state, std::size_t slot, std::int32_t total);

/// Stops the exit clock of somebody whose leaving date is known.
void freeze_known_leaver(State& state, std::size_t slot);

/// Gives the person in `slot` the scale that the degree gives a right to;
/// whether the scale that is held for good rose. Within change_person().
bool give_right_of_degree(State& state, std::size_t slot);

bool is_master(State const& state, std::size_t slot);

/// Where State counts the starters of a section that were hired in a step.
std::size_t starters_of(State const& state, std::int32_t section, std::int32_t hired);

/// Draws the person's next budget for the enrolment clock.
void renew_enrol_clock(State& state, std::size_t slot);

/// Asks for it, draw number `index` or else the next one, in
/// State::asked_clocks, which has room for it. The clock of somebody whom no
/// programme admits stands still.
inline void ask_enrol_clock(State& state, std::size_t slot, std::uint8_t index) {
  state.enrol_draws.set(slot, static_cast<std::uint8_t>(index + 1));
  state.enrol_clock[slot] = std::numeric_limits<double>::infinity();
  auto const degree = static_cast<std::size_t>(state.people[model::Column::degree].get(slot));
  state.asked_clocks.ask(state.people.id[slot], chance::Purpose::enrol, index,
                         &state.enrol_clock[slot], state.model.study.admits[degree]);
}
inline void ask_enrol_clock(State& state, std::size_t slot) {
  ask_enrol_clock(state, slot, state.enrol_draws.get(slot));
}

}  // namespace meesterplan::engine
