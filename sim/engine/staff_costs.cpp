#include "sim/engine/staff_costs.hpp"

#include <algorithm>

#include "sim/base/fte.hpp"
#include "sim/engine/phases.hpp"
#include "sim/engine/policy_costs.hpp"

namespace meesterplan::engine {

using model::Column;
namespace counter = model::counter;

namespace {

constexpr std::int64_t full_time = 1000;

/// Pay, and for students tuition and leave, of the school year that begins now.
void count_person(State& state, std::size_t slot, std::int32_t year) {
  int const wages = counter::cost_wages_first + state.people.scale.get(slot);
  bool const studies = state.people.programme.get(slot) != 0;
  Study const study = studies ? study_of(state, slot) : Study{};
  for_each_assignment(state, slot, [&](std::int32_t section, std::int32_t fte) {
    std::int64_t const pay = pay_of(state, slot, fte, year);
    if (!studies) {
      state.costs.add_next(section, wages, pay);
      return;
    }
    LeaveCost const leave = leave_of(state, slot, study, fte, year);
    state.costs.add_next(section, wages, pay - leave.pay);
    state.costs.add_next(section, counter::cost_study, leave.pay - leave.back);
  });
  if (studies) {
    state.costs.add_next(state.people.section[slot], counter::cost_study,
                         state.draw.money.tuition(year, study.programme, study.grant));
  }
}

}  // namespace

std::int64_t pay_of(State const& state, std::size_t slot, std::int32_t fte, std::int32_t year) {
  std::int32_t const experience = state.people[Column::experience].get(slot) + year;
  std::int64_t const wage = state.draw.money.wage(year, state.people.scale.get(slot), experience);
  return scale_half_up(fte, wage, full_time);
}

Study study_of(State const& state, std::size_t slot) {
  return {state.people.programme.get(slot) - 1, state.people.grant.get(slot) != 0};
}

LeaveCost leave_of(State const& state, std::size_t slot, Study study, std::int32_t fte,
                   std::int32_t year) {
  model::NetModel const& net = state.model.net;
  std::int64_t const share = study.grant ? net.study_with_grant : net.study_without_grant;
  LeaveCost leave;
  leave.pay = scale_half_up(pay_of(state, slot, fte, year), share, millionths);
  if (study.grant) {
    std::int64_t const whole = scale_half_up(fte, state.draw.money.grant_leave(year), full_time);
    leave.back = std::min(scale_half_up(whole, share, millionths), leave.pay);
  }
  return leave;
}

std::int64_t study_cost(State const& state, std::size_t slot, Study study, std::int32_t year) {
  std::int64_t cost = state.draw.money.tuition(year, study.programme, study.grant);
  for_each_assignment(state, slot, [&](std::int32_t, std::int32_t fte) {
    LeaveCost const leave = leave_of(state, slot, study, fte, year);
    cost += leave.pay - leave.back;
  });
  return cost;
}

void count_staff_costs(State& state) {
  std::int32_t const year = state.step + 1;
  if (year >= state.model.years)
    return;
  for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
    if (state.taken(slot))
      count_person(state, slot, year);
  }
  count_policies_of_staff(state, year);
  if (!state.model.lessons.used)
    return;
  std::int64_t const cover = state.draw.money.cover(year);
  for (std::int32_t section = 0; section < state.model.units.n_sections(); ++section) {
    std::int64_t const* const row = state.counts.row(section);
    std::int64_t const covered =
        row[counter::lessons_own_cover] + row[counter::lessons_unqualified_cover];
    state.costs.add_next(section, counter::cost_vacancy, scale_half_up(covered, cover, full_time));
  }
}

void count_event_costs(State& state) {
  std::int64_t const vacancy = state.draw.money.vacancy(state.step);
  std::int64_t const leaver = state.draw.money.leaver(state.step);
  for (std::int32_t section = 0; section < state.model.units.n_sections(); ++section) {
    std::int64_t const* const row = state.counts.row(section);
    state.costs.add(section, counter::cost_vacancy, row[counter::vacancies] * vacancy);
    std::int64_t left = 0;
    for (int cause = 0; cause < scenario::n_exit_causes; ++cause)
      left += row[counter::exits_first + cause];
    // The end of a replacement is no loss.
    left -= row[counter::exits_first + static_cast<int>(scenario::ExitCause::replacement_ended)];
    state.costs.add(section, counter::cost_turnover, left * leaver);
  }
  count_policies_of_events(state);
}

}  // namespace meesterplan::engine
