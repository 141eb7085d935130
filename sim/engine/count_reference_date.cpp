#include "sim/engine/person_events.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

namespace counter = model::counter;

void count_birthdays(State& state) {
  std::int32_t const before = state.reference_before();
  std::int32_t const after = state.reference_after();
  for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
    std::int32_t const birth = state.people.birth.get(slot);
    int const was = counter::age_band(before - birth);
    int const is = counter::age_band(after - birth);
    if (was == is || !state.taken(slot))
      continue;
    state.counts.flow(state.people, slot, counter::age_first + was, -1);
    state.counts.flow(state.people, slot, counter::age_first + is);
  }
}

void count_starters(State& state) {
  constexpr std::int32_t years_later = 3;
  std::int32_t const hired = state.step + 1 - years_later;
  if (hired < 1)
    return;
  for (std::int32_t section = 0; section < state.model.units.n_sections(); ++section) {
    auto const index = starters_of(state, section, hired);
    std::int64_t* const row = state.counts.row(section);
    row[counter::starters_then] = state.starters_hired[index];
    row[counter::starters_now] = state.starters_here[index];
  }
}

}  // namespace meesterplan::engine
