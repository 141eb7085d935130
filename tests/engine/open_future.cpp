#include "tests/engine/open_future.hpp"

#include <array>

#include "sim/engine/phases.hpp"

namespace meesterplan::testing {

void OpenFuture::start(std::uint32_t replicate) {
  engine::start_future(state_, replicate);
  if (state_.model.demand.used) {
    engine::measure_reference_demand(state_);
    engine::count_staffing(state_);
  }
  if (state_.model.features.promotion)
    engine::count_function_mix(state_);
  if (state_.model.lessons.used)
    engine::play_lessons(state_);
  if (state_.model.money.used)
    engine::count_staff_costs(state_);
  state_.counts.end_year(state_.reference_after());
}

void OpenFuture::play_year(Look const& look) {
  model::Model const& model = state_.model;
  model::Features const& has = model.features;
  ++state_.step;
  state_.counts.begin_year();
  state_.costs.begin_year();
  auto const play = [&](bool used, std::string_view name, void (*phase)(engine::State&)) {
    if (used) {
      phase(state_);
      look(name, state_);
    }
  };
  play(has.ages, "birthdays", engine::count_birthdays);
  play(!model.known.empty(), "known events", engine::play_known_events);
  play(has.exits, "exits", engine::play_exits);
  play(has.contracts, "contracts", engine::play_contracts);
  play(has.study || has.licensing, "study", engine::play_study);
  play(has.hours, "hours", engine::play_hours);
  play(model.demand.used, "demand", engine::play_demand);
  play(has.surplus, "surplus", engine::play_surplus);
  play(has.study && !model.enrol.empty(), "enrolment", engine::play_enrolment);
  play(true, "recruitment", engine::play_recruitment);
  play(has.promotion, "promotion", engine::play_promotion);
  play(model.lessons.used, "lessons", engine::play_lessons);
  play(has.starters, "starters", engine::count_starters);
  play(model.money.used, "event costs", engine::count_event_costs);
  play(model.money.used, "staff costs", engine::count_staff_costs);
  state_.counts.end_year(state_.reference_after());
  state_.costs.end_year();
}

std::int64_t counter_of(engine::State const& state, scenario::Level level, std::int32_t unit,
                        int counter) {
  std::array<std::int64_t, model::n_counters> counters{};
  state.counts.read(level, unit, counters.data());
  return counters[static_cast<std::size_t>(counter)];
}

}  // namespace meesterplan::testing
