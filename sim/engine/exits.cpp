#include "sim/engine/person_events.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

void play_exits(State& state) {
  state.exit_view.see(state.people, state.step);
  std::size_t const n_out =
      advance(state.exit_view, state.exit_clock.data(), state.n_slots(), state.ran_out.data());
  for (std::size_t index = 0; index < n_out; ++index) {
    auto const slot = state.ran_out[index];
    std::int32_t cause = state.only_exit_cause;
    if (cause < 0) {
      double const uniform =
          chance::uniform(state.stream, state.people.id[slot], chance::Purpose::exit_cause, 0);
      cause = state.exit_view.choose(slot, uniform);
    }
    leave(state, slot, static_cast<scenario::ExitCause>(cause), Seat::kept);
  }
}

}  // namespace meesterplan::engine
