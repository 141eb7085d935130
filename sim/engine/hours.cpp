#include "sim/chance/clock.hpp"
#include "sim/engine/person_events.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

namespace {

constexpr std::int32_t up = 0;
constexpr std::int32_t least_main_fte = 50;

void renew_clock(State& state, std::size_t slot) {
  std::uint8_t const index = state.hours_draws.get(slot);
  state.hours_draws.set(slot, static_cast<std::uint8_t>(index + 1));
  state.hours_clock[slot] =
      chance::exponential(state.stream, state.people.id[slot], chance::Purpose::hours, index);
}

void change_hours(State& state, std::size_t slot) {
  // The draw that ran out was number hours_draws - 1; its direction has the
  // same ordinal.
  auto const ordinal = static_cast<std::uint32_t>(state.hours_draws.get(slot) - 1);
  double const uniform = chance::uniform(state.stream, state.people.id[slot],
                                         chance::Purpose::hours_direction, ordinal);
  std::int32_t const step = state.model.hours_step;
  std::int32_t const total = state.people[model::Column::fte].get(slot);
  if (state.hours_view.choose(slot, uniform) == up) {
    set_total_fte(state, slot, total + step);
  } else if (state.people.main_fte.get(slot) - step >= least_main_fte) {
    // With several assignments the main one may be too small to give up a step.
    set_total_fte(state, slot, total - step);
  }
  renew_clock(state, slot);
}

}  // namespace

void play_hours(State& state) {
  state.hours_view.see(state.people, state.step);
  std::size_t const n_out =
      advance(state.hours_view, state.hours_clock.data(), state.n_slots(), state.ran_out.data());
  for (std::size_t index = 0; index < n_out; ++index)
    change_hours(state, state.ran_out[index]);
}

}  // namespace meesterplan::engine
