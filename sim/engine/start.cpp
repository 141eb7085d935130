#include <algorithm>
#include <limits>

#include "sim/chance/batch.hpp"
#include "sim/engine/person_events.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

using chance::Purpose;
using model::Column;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

void seat_people(State& state) {
  model::Workforce const& file = state.model.people;
  auto& people = state.people;
  std::size_t const n = file.size();
  auto const n_start = static_cast<std::size_t>(state.model.n_start);
  std::copy_n(file.id.begin(), n_start, people.id.begin());
  // Known starters keep their slots free until they come.
  std::fill(people.id.begin() + state.model.n_start, people.id.end(), model::empty_slot);
  for (std::size_t column = 0; column < people.column.size(); ++column) {
    people.column[column].copy_from(file.column[column]);
    // Clocks are looked up for empty slots too, and what a late hire of the
    // last future left there would lie outside the tables in the first year.
    people.column[column].fill_from(n, 0);
  }
  std::copy(file.section.begin(), file.section.end(), people.section.begin());
  people.main_fte.copy_from(file.main_fte);
  people.birth.copy_from(file.birth);
  people.upper_vwo.copy_from(file.upper_vwo);
  people.upper_havo.copy_from(file.upper_havo);
  people.extra.copy_from(file.extra);
  people.origin.copy_from(file.origin);
  people.route.copy_from(file.route);
  people.master_kind.copy_from(file.master_kind);
  people.scale.copy_from(file.scale);
  people.own_scale.fill(0);
  people.appointment_end.fill(0);
  people.hired_step.fill(0);
  people.contract_end_step.copy_from(file.contract_end_step);
  people.licence_step.copy_from(file.licence_step);
  people.licence_then.copy_from(file.licence_then);
  people.programme.copy_from(file.programme);
  people.study_years.copy_from(file.study_years);
  people.grant.copy_from(file.grant);
  people.extras = file.extras;
  state.graduated.fill(0);
  state.free_slots.clear();
  for (std::size_t slot = state.n_slots(); slot-- > n;)
    state.free_slots.push_back(static_cast<std::uint32_t>(slot));
}

/// Index of the interval of `cumulative` in which `uniform` falls.
template <std::size_t N>
std::int16_t pick(std::array<double, N> const& cumulative, double uniform) {
  std::size_t index = 0;
  while (index + 1 < N && uniform >= cumulative[index])
    ++index;
  return static_cast<std::int16_t>(index);
}

/// Runs `change` on a person of the file whose stock counts follow if there.
template <class Change>
void settle(State& state, std::int32_t person, Change const& change) {
  auto const slot = static_cast<std::size_t>(person);
  if (person < state.model.n_start) {
    change_person(state, slot, change);
  } else {
    change();
  }
}

void draw_birth(State& state, model::UnknownBirth const& unknown) {
  auto const slot = static_cast<std::size_t>(unknown.person);
  std::uint64_t const id = state.model.people.id[slot];
  double const uniform = chance::uniform(state.stream, id, Purpose::birth_month, 0);
  auto const later = static_cast<std::int32_t>(uniform * unknown.months);
  std::int32_t const birth = unknown.first + std::min(later, unknown.months - 1);
  settle(state, unknown.person, [&] {
    state.people.birth.set(slot, birth);
    state.people[Column::age].set(slot, static_cast<std::int16_t>(state.model.age_base(birth)));
    if (state.people[Column::retirement].used()) {
      state.people[Column::retirement].set(
          slot, static_cast<std::int16_t>(state.model.retirement_base(birth)));
    }
  });
}

void draw_licence(State& state, model::UnknownLicence const& unknown) {
  auto const slot = static_cast<std::size_t>(unknown.person);
  std::uint64_t const section =
      state.model.units.section_key[static_cast<std::size_t>(unknown.section)];
  std::uint64_t const id = chance::mix(state.model.people.id[slot], section);
  std::int16_t const licence =
      pick(unknown.cumulative, chance::uniform(state.stream, id, Purpose::licence, 0));
  settle(state, unknown.person, [&] {
    if (unknown.assignment == 0) {
      state.people[Column::licence].set(slot, licence);
    } else {
      state.people.extras[static_cast<std::size_t>(unknown.assignment - 1)].licence =
          static_cast<std::uint8_t>(licence);
    }
  });
}

void draw_degree(State& state, model::UnknownDegree const& unknown) {
  auto const slot = static_cast<std::size_t>(unknown.person);
  auto const licence = static_cast<std::size_t>(state.people[Column::licence].get(slot));
  double const uniform =
      chance::uniform(state.stream, state.model.people.id[slot], Purpose::degree, 0);
  std::int16_t const degree = pick(unknown.cumulative[licence], uniform);
  settle(state, unknown.person, [&] {
    state.people[Column::degree].set(slot, degree);
    bool const master = degree >= static_cast<int>(scenario::Degree::hbo_master);
    state.people.route.set(slot, static_cast<std::uint8_t>(master ? scenario::MasterRoute::sitting
                                                                  : scenario::MasterRoute::none));
    if (master)
      state.people.master_kind.set(slot, static_cast<std::uint8_t>(scenario::MasterKind::subject));
  });
}

void draw_clocks(State& state) {
  auto const n_start = static_cast<std::size_t>(state.model.n_start);
  std::span<std::uint64_t const> const ids(state.people.id.data(), n_start);
  auto const draw = [&](Purpose purpose, LineVector<double>& clocks,
                        model::Field<std::uint8_t>* draws) {
    if (clocks.empty())
      return;
    chance::exponentials(state.stream, ids, purpose, 0, std::span<double>(clocks.data(), n_start));
    std::fill(clocks.begin() + state.model.n_start, clocks.end(), never);
    if (draws != nullptr)
      draws->fill(1);
  };
  draw(Purpose::exit, state.exit_clock, nullptr);
  draw(Purpose::enrol, state.enrol_clock, &state.enrol_draws);
  draw(Purpose::hours, state.hours_clock, &state.hours_draws);
  state.study_draws.fill(0);
  state.contract_draws.fill(0);
  if (!state.model.known.empty()) {
    for (std::size_t slot = 0; slot < n_start; ++slot)
      freeze_known_leaver(state, slot);
  }
  for (Seated const student : state.first_students) {
    // The clock of a student starts after the study, with the first draw.
    state.enrol_clock[student.slot] = never;
    state.enrol_draws.set(student.slot, 0);
  }
  state.students = state.first_students;
}

}  // namespace

void start_future(State& state, std::uint32_t replicate) {
  state.stream = chance::Stream{state.model.seed, replicate};
  state.draw.set(replicate);
  state.step = -1;  // the year that ends on the reference date
  state.next_known = 0;
  state.open_seats.clear();
  state.queue.clear();
  std::fill(state.past_surplus.begin(), state.past_surplus.end(), 0);
  state.hired.clear();
  for (auto& seekers : state.market.seekers)
    seekers.clear();
  std::fill(state.starters_hired.begin(), state.starters_hired.end(), 0);
  std::fill(state.starters_here.begin(), state.starters_here.end(), 0);
  seat_people(state);
  state.counts.restore(state.first_counts);
  state.costs.begin_future();
  for (auto const& unknown : state.model.unknown_births)
    draw_birth(state, unknown);
  for (auto const& unknown : state.model.unknown_licences)
    draw_licence(state, unknown);
  for (auto const& unknown : state.model.unknown_degrees)
    draw_degree(state, unknown);
  draw_clocks(state);
}

}  // namespace meesterplan::engine
