#include "sim/engine/person_events.hpp"

#include <algorithm>
#include <limits>

#include "sim/base/contracts.hpp"
#include "sim/chance/batch.hpp"
#include "sim/chance/clock.hpp"
#include "sim/engine/hiring.hpp"

namespace meesterplan::engine {

using model::Column;
namespace counter = model::counter;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr std::int32_t least_main_fte = 50;
constexpr std::int32_t most_fte = 1200;

void stop_clocks(State& state, std::size_t slot) {
  state.exit_clock[slot] = never;
  if (!state.enrol_clock.empty())
    state.enrol_clock[slot] = never;
  if (!state.hours_clock.empty())
    state.hours_clock[slot] = never;
}

void forget_starter(State& state, std::size_t slot) {
  if (!state.model.features.starters)
    return;
  std::int32_t const hired = state.people.hired_step.get(slot);
  if (hired == 0)
    return;
  auto const origin = static_cast<scenario::Origin>(state.people.origin.get(slot));
  if (origin != scenario::Origin::starter && origin != scenario::Origin::lio)
    return;
  state.starters_here[starters_of(state, state.people.hired_section.get(slot), hired)] -= 1;
}

void remember_starter(State& state, std::size_t slot) {
  std::int32_t const step = state.step + 1;
  state.people.hired_step.set(slot, static_cast<std::int16_t>(step));
  state.people.hired_section.set(slot, state.people.section[slot]);
  if (!state.model.features.starters)
    return;
  auto const origin = static_cast<scenario::Origin>(state.people.origin.get(slot));
  if (origin != scenario::Origin::starter && origin != scenario::Origin::lio)
    return;
  std::size_t const index = starters_of(state, state.people.section[slot], step);
  state.starters_hired[index] += 1;
  state.starters_here[index] += 1;
}

/// Each section loses the fte that the person has there.
void count_fte_leaving(State& state, std::size_t slot) {
  state.counts.row(state.people.section[slot])[counter::exits_fte] +=
      state.people.main_fte.get(slot);
  for (std::int32_t next = state.people.extra.get(slot) - 1; next >= 0;) {
    auto const& extra = state.people.extras[static_cast<std::size_t>(next)];
    state.counts.row(extra.section)[counter::exits_fte] += extra.fte;
    next = extra.next;
  }
}

}  // namespace

std::size_t starters_of(State const& state, std::int32_t section, std::int32_t hired) {
  return static_cast<std::size_t>(section) * static_cast<std::size_t>(state.model.years + 1) +
         static_cast<std::size_t>(hired);
}

bool is_master(State const& state, std::size_t slot) {
  return state.people[Column::degree].get(slot) >=
         static_cast<std::int16_t>(scenario::Degree::hbo_master);
}

void leave(State& state, std::size_t slot, scenario::ExitCause cause, Seat seat) {
  MP_EXPECT(state.taken(slot));
  if (state.model.features.fte_left)
    count_fte_leaving(state, slot);
  if (state.model.market.movers && cause == scenario::ExitCause::other_board)
    look_in_region(state, slot);
  int const index = static_cast<int>(cause);
  state.counts.pass(state.people, slot, -1, state.reference_after(), counter::exits_first + index,
                    counter::exits_masters_first + index);
  forget_starter(state, slot);
  std::uint64_t const id = state.people.id[slot];
  state.people.id[slot] = model::empty_slot;
  state.people.programme.set(slot, 0);
  stop_clocks(state, slot);
  bool const kept =
      seat == Seat::kept && state.model.recruitment.mode == scenario::RecruitmentMode::one_to_one;
  if (kept) {
    state.open_seats.push_back(OpenSeat{static_cast<std::uint32_t>(slot), id});
  } else {
    state.free_slots.push_back(static_cast<std::uint32_t>(slot));
  }
}

void join(State& state, std::size_t slot) {
  MP_EXPECT(state.taken(slot));
  model::Features const& has = state.model.features;
  state.study_draws.set(slot, 0);
  if (has.hours || has.contracts) {
    state.hours_draws.set(slot, 0);
    state.contract_draws.set(slot, 0);
  }
  int const origin = state.people.origin.get(slot);
  state.counts.pass(state.people, slot, 1, state.reference_after(), counter::hires_first + origin,
                    counter::hires_masters_first + origin);
  remember_starter(state, slot);
  state.hired.push_back(static_cast<std::uint32_t>(slot));
}

void set_section(State& state, std::size_t slot, std::int32_t section) {
  auto const index = static_cast<std::size_t>(section);
  auto& people = state.people;
  people.section[slot] = section;
  people[Column::subject].set(slot,
                              static_cast<std::int16_t>(state.model.units.section_subject[index]));
  people[Column::scope].set(
      slot, static_cast<std::int16_t>(state.model.policies.scope_of_section[index]));
}

std::size_t take_free_slot(State& state) {
  if (state.free_slots.empty()) {
    std::size_t const begin = state.n_slots();
    std::size_t const more =
        (std::max(begin / 8, slot_multiple) + slot_multiple - 1) / slot_multiple * slot_multiple;
    resize_slots(state, begin + more);
    for (std::size_t slot = begin + more; slot-- > begin;)
      state.free_slots.push_back(static_cast<std::uint32_t>(slot));
  }
  std::size_t const slot = state.free_slots.back();
  state.free_slots.pop_back();
  return slot;
}

void set_total_fte(State& state, std::size_t slot, std::int32_t total) {
  std::int32_t const now = state.people[Column::fte].get(slot);
  std::int32_t const main = state.people.main_fte.get(slot);
  std::int32_t const wanted = main + std::min(total, most_fte) - now;
  std::int32_t const main_after = std::max(wanted, least_main_fte);
  change_person(state, slot, [&] {
    state.people.main_fte.set(slot, static_cast<std::int16_t>(main_after));
    state.people[Column::fte].set(slot, static_cast<std::int16_t>(now + main_after - main));
  });
}

void freeze_known_leaver(State& state, std::size_t slot) {
  if (state.model.known.empty())
    return;
  bool const from_file =
      slot < state.leaves_known.size() && state.people.id[slot] == state.model.people.id[slot];
  if (from_file && state.leaves_known[slot] != 0)
    state.exit_clock[slot] = never;
}

void renew_enrol_clock(State& state, std::size_t slot) {
  state.asked_clocks.make_room(1);
  ask_enrol_clock(state, slot);
  state.asked_clocks.draw(state.stream);
}

}  // namespace meesterplan::engine
