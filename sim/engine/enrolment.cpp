#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "sim/base/fte.hpp"
#include "sim/engine/person_events.hpp"
#include "sim/engine/phases.hpp"
#include "sim/engine/staff_costs.hpp"

namespace meesterplan::engine {

using model::Column;
using scenario::Behaviour;
namespace counter = model::counter;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// The person's clock ran out: asks for a grant and joins the queue, unless
/// not willing to study without one.
void join_queue(State& state, std::size_t slot) {
  std::uint64_t const id = state.people.id[slot];
  double const left = state.enrol_clock[slot];
  double const hazard = state.enrol_view.hazard(slot);
  // The clock that ran out was draw number enrol_draws - 1; what is decided
  // at its crossing has the same ordinal.
  auto const ordinal = static_cast<std::uint32_t>(state.enrol_draws.get(slot) - 1);
  std::int32_t programme = 0;
  if (state.model.study.programmes.size() > 1) {
    programme = state.enrol_view.choose(
        slot, chance::uniform(state.stream, id, chance::Purpose::programme, ordinal));
  }
  Waiting waiting;
  waiting.since = hazard < never ? state.step + (left + hazard) / hazard : state.step;
  waiting.id = id;
  waiting.slot = static_cast<std::uint32_t>(slot);
  waiting.programme = static_cast<std::uint8_t>(programme);
  bool const permanent = state.people[Column::contract].get(slot) ==
                         static_cast<std::int16_t>(scenario::Contract::permanent);
  if (state.grants_matter) {
    chance::Uniforms const uniforms =
        chance::uniforms(state.stream, id, chance::Purpose::grant, ordinal);
    auto const& policies = state.draw.policies;
    std::int32_t const section = state.people.section[slot];
    double const p_grant =
        policies.shifted(Behaviour::grant, state.draw.p_grant, state.step, section);
    waiting.grant = permanent && uniforms.first < p_grant ? 1 : 0;
    if (waiting.grant == 0 &&
        uniforms.second >= policies.shifted(Behaviour::without_grant, state.draw.without_grant,
                                            state.step, section)) {
      renew_enrol_clock(state, slot);
      return;
    }
  }
  state.enrol_clock[slot] = never;
  state.queue.push_back(waiting);
}

/// Study years that count from the start, by what policies give.
std::uint8_t exempted_years(State const& state, Waiting const& waiting) {
  double const share = state.draw.policies.exemption(waiting.programme, state.step,
                                                     state.people.section[waiting.slot]);
  if (!(share > 0) || state.model.study.programmes[waiting.programme].years < 2)
    return 0;
  auto const ordinal = static_cast<std::uint32_t>(state.enrol_draws.get(waiting.slot) - 1);
  double const uniform =
      chance::uniform(state.stream, waiting.id, chance::Purpose::exemption, ordinal);
  return uniform < share ? 1 : 0;
}

void enrol(State& state, Waiting const& waiting) {
  state.people.programme.set(waiting.slot, static_cast<std::uint8_t>(waiting.programme + 1));
  state.people.study_years.set(waiting.slot, exempted_years(state, waiting));
  state.people.grant.set(waiting.slot, waiting.grant);
  state.counts.flow(state.people, waiting.slot, counter::studying);
  state.counts.flow(state.people, waiting.slot, counter::enrolments);
  state.students.push_back(Seated{waiting.slot, waiting.id});
}

/// Places for students in a section; capacity is a share of its heads.
std::int64_t places(State const& state, std::int32_t section) {
  std::int64_t const capacity = state.model.study.capacity;
  if (capacity < 0)
    return std::numeric_limits<std::int64_t>::max();
  if (capacity == 0)
    return 0;
  double const more = state.draw.policies.ratio(Behaviour::capacity, state.step, section);
  std::int64_t const share =
      more == 1 ? capacity
                : static_cast<std::int64_t>(std::floor(static_cast<double>(capacity) * more + 0.5));
  return std::max<std::int64_t>(1, share * state.counts.heads(section) / millionths);
}

/// What a board may spend on study in the school year that begins when this one ends;
/// negative: no limit.
std::int64_t study_budget(State const& state, std::size_t board) {
  std::int32_t const next = state.step + 1;
  return state.model.money.study_budget[static_cast<std::size_t>(next)][board];
}

std::size_t board_of(State const& state, std::size_t slot) {
  auto const& units = state.model.units;
  auto const section = static_cast<std::size_t>(state.people.section[slot]);
  return static_cast<std::size_t>(
      units.school_board[static_cast<std::size_t>(units.section_school[section])]);
}

/// What those who study already will cost.
void reckon_students(State& state) {
  state.study_spent.assign(static_cast<std::size_t>(state.model.units.n_boards), 0);
  for (Seated const student : state.students) {
    if (!state.still(student))
      continue;
    state.study_spent[board_of(state, student.slot)] +=
        study_cost(state, student.slot, study_of(state, student.slot), state.step + 1);
  }
}

/// Whether the board can pay for one more student; takes the money if so.
bool can_pay(State& state, Waiting const& waiting) {
  if (state.model.money.study_budget.empty())
    return true;
  std::size_t const board = board_of(state, waiting.slot);
  std::int64_t const budget = study_budget(state, board);
  std::int64_t const cost =
      study_cost(state, waiting.slot, {waiting.programme, waiting.grant != 0}, state.step + 1);
  if (budget >= 0 && state.study_spent[board] + cost > budget)
    return false;
  state.study_spent[board] += cost;
  return true;
}

/// Whether it is still eligible must be seen again next year.
void keep_waiting(Waiting& place, Waiting const& waiting) {
  place = waiting;
  place.eligible = false;
}

void walk_queue(State& state) {
  bool const has_budget = !state.model.money.study_budget.empty();
  if (has_budget)
    reckon_students(state);
  if (state.model.study.capacity >= 0 || has_budget) {
    std::sort(state.queue.begin(), state.queue.end(),
              [](Waiting const& left, Waiting const& right) {
                return std::tie(left.since, left.id) < std::tie(right.since, right.id);
              });
  }
  std::size_t n_left = 0;
  for (Waiting const waiting : state.queue) {
    if (!state.still(Seated{waiting.slot, waiting.id}))
      continue;
    if (!waiting.eligible &&
        !(state.enrol_view.hazard_of_kind(waiting.slot, waiting.programme) > 0)) {
      // No longer eligible: out of the queue, with a new clock for later.
      renew_enrol_clock(state, waiting.slot);
      continue;
    }
    std::int32_t const section = state.people.section[waiting.slot];
    bool const has_place = state.counts.row(section)[counter::studying] < places(state, section);
    if (has_place && can_pay(state, waiting)) {
      enrol(state, waiting);
    } else {
      keep_waiting(state.queue[n_left++], waiting);
    }
  }
  state.queue.resize(n_left);
}

}  // namespace

void play_enrolment(State& state) {
  state.enrol_view.see(state.people, state.step);
  std::size_t const n_out =
      advance(state.enrol_view, state.enrol_clock.data(), state.n_slots(), state.ran_out.data());
  for (std::size_t index = 0; index < n_out; ++index)
    join_queue(state, state.ran_out[index]);
  walk_queue(state);
}

}  // namespace meesterplan::engine
