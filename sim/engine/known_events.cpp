#include "sim/engine/person_events.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

namespace {

void play(State& state, model::KnownEvent const& event) {
  auto const slot = static_cast<std::size_t>(event.person);
  std::uint64_t const id = state.model.people.id[slot];
  if (event.kind == model::KnownEvent::Kind::starts) {
    state.people.id[slot] = id;
    join(state, slot);
    return;
  }
  // Who has already left for another reason is not there to leave again.
  if (state.people.id[slot] != id)
    return;
  if (event.kind == model::KnownEvent::Kind::leaves) {
    leave(state, slot, static_cast<scenario::ExitCause>(event.value), Seat::kept);
  } else {
    set_total_fte(state, slot, event.value);
  }
}

}  // namespace

void play_known_events(State& state) {
  auto const& known = state.model.known;
  for (; state.next_known < known.size() && known[state.next_known].step <= state.step + 1;
       ++state.next_known)
    play(state, known[state.next_known]);
}

}  // namespace meesterplan::engine
