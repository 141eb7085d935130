#include "sim/engine/player.hpp"

#include "sim/base/contracts.hpp"
#include "sim/engine/phases.hpp"
#include "sim/engine/record.hpp"

namespace meesterplan::engine {

/// A State with what is done to it each year.
class Player::Future {
 public:
  explicit Future(model::Model const& model);

  void play(std::uint32_t replicate, tally::Tally& tally);
  State const& state() const { return state_; }
  Recorder const& recorder() const { return recorder_; }

 private:
  using Phase = void (*)(State&);

  State state_;
  Recorder recorder_;
  std::vector<Phase> start_;
  std::vector<Phase> year_;
};

/// The phases that this model has something to do for, in order.
Player::Future::Future(model::Model const& model) : state_(model), recorder_(model) {
  auto const add = [](std::vector<Phase>& phases, bool has, Phase phase) {
    if (has)
      phases.push_back(phase);
  };
  model::Features const& has = model.features;
  add(start_, model.demand.used, measure_reference_demand);
  add(start_, model.demand.used, count_staffing);
  add(start_, has.promotion, count_function_mix);
  add(start_, model.lessons.used, play_lessons);
  add(start_, model.money.used, count_staff_costs);

  add(year_, has.ages, count_birthdays);
  add(year_, !model.known.empty(), play_known_events);
  add(year_, has.exits, play_exits);
  add(year_, has.contracts, play_contracts);
  add(year_, has.study || has.licensing, play_study);
  add(year_, has.hours, play_hours);
  add(year_, model.demand.used, play_demand);
  add(year_, has.surplus, play_surplus);
  add(year_, has.study && !model.enrol.empty(), play_enrolment);
  add(year_, true, play_recruitment);
  add(year_, has.promotion, play_promotion);
  add(year_, model.lessons.used, play_lessons);
  add(year_, has.starters, count_starters);
  add(year_, model.money.used, count_event_costs);
  add(year_, model.money.used, count_staff_costs);
}

void Player::Future::play(std::uint32_t replicate, tally::Tally& tally) {
  start_future(state_, replicate);
  for (Phase const phase : start_)
    phase(state_);
  state_.counts.end_year(state_.reference_after());
  recorder_.record_year(state_, tally);
  std::int64_t teacher_years = 0;
  for (state_.step = 0; state_.step < state_.model.years; ++state_.step) {
    state_.counts.begin_year();
    state_.costs.begin_year();
    for (std::int32_t section = 0; section < state_.model.units.n_sections(); ++section)
      teacher_years += state_.counts.row(section)[model::counter::heads];
    for (Phase const phase : year_)
      phase(state_);
    MP_ENSURE(counts_are_right(state_));
    state_.counts.end_year(state_.reference_after());
    state_.costs.end_year();
    recorder_.record_year(state_, tally);
  }
  recorder_.record_future(state_, tally);
  tally.count_future(teacher_years);
}

Player::Player(model::Model const& model) : future_(std::make_unique<Future>(model)) {}
Player::~Player() = default;

void Player::play(std::uint32_t replicate, tally::Tally& tally) {
  future_->play(replicate, tally);
}

TargetOutcome Player::outcome(std::size_t target) const {
  return future_->recorder().outcome(target);
}

std::int64_t Player::bytes_per_person() const {
  return engine::bytes_per_person(future_->state());
}

}  // namespace meesterplan::engine
