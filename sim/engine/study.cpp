#include <algorithm>
#include <span>

#include "sim/chance/batch.hpp"
#include "sim/chance/logarithm.hpp"
#include "sim/engine/person_events.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

using model::Column;
namespace counter = model::counter;

namespace {

void set_licence(State& state, std::size_t slot, scenario::Licence licence) {
  auto const now = state.people[Column::licence].get(slot);
  state.people[Column::licence].set(slot, std::min(now, static_cast<std::int16_t>(licence)));
}

void graduate(State& state, std::size_t slot, model::ProgrammeModel const& programme) {
  bool const was_master = is_master(state, slot);
  bool has_right = false;
  change_person(state, slot, [&] {
    auto& people = state.people;
    // A lower diploma on top of a higher one takes nothing away.
    auto const degree = people[Column::degree].get(slot);
    people[Column::degree].set(slot,
                               std::max(degree, static_cast<std::int16_t>(programme.gives_degree)));
    people.master_kind.set(slot, static_cast<std::uint8_t>(programme.gives_kind));
    people[Column::since_master].set(slot, static_cast<std::int16_t>(-(state.step + 1)));
    if (programme.gives_licence)
      set_licence(state, slot, *programme.gives_licence);
    if (!was_master)
      people.route.set(slot, static_cast<std::uint8_t>(scenario::MasterRoute::upskilled));
    people.programme.set(slot, 0);
    has_right = state.model.features.promotion && give_right_of_degree(state, slot);
  });
  if (has_right)
    state.counts.flow(state.people, slot, counter::scale_rights);
  state.graduated.set(slot, 1);
  state.counts.flow(state.people, slot, counter::graduations);
  if (!was_master)
    state.counts.flow(state.people, slot, counter::new_masters);
  ask_enrol_clock(state, slot);
}

void drop_out(State& state, std::size_t slot) {
  state.people.programme.set(slot, 0);
  state.counts.flow(state.people, slot, counter::studying, -1);
  state.counts.flow(state.people, slot, counter::dropouts);
  ask_enrol_clock(state, slot);
}

/// The chance that the student drops out this year.
double chance_to_drop_out(State const& state, std::size_t slot, std::size_t programme) {
  double const chance = state.draw.dropout[programme][state.people.grant.get(slot)];
  double const ratio =
      state.draw.policies.dropout(programme, state.step, state.people.section[slot]);
  return ratio == 1 ? chance : chance::probability(chance::hazard(chance) * ratio);
}

/// One study year; whether the person studies on.
bool study_a_year(State& state, std::size_t slot, chance::Uniforms uniforms) {
  auto const index = static_cast<std::size_t>(state.people.programme.get(slot) - 1);
  model::ProgrammeModel const& programme = state.model.study.programmes[index];
  if (uniforms.first < chance_to_drop_out(state, slot, index)) {
    drop_out(state, slot);
    return false;
  }
  if (uniforms.second < state.draw.delay[index])
    return true;
  auto const years = static_cast<std::uint8_t>(state.people.study_years.get(slot) + 1);
  state.people.study_years.set(slot, years);
  if (years < programme.years)
    return true;
  graduate(state, slot, programme);
  return false;
}

/// Forgets the students who left; the draws of all others' study years, into
/// State::first and second.
void draw_study_years(State& state) {
  state.make_room_for_draws(state.students.size());
  std::size_t n = 0;
  for (Seated const student : state.students) {
    // Without a branch, as it would often be mispredicted.
    unsigned const still = state.still(student) ? 1 : 0;
    unsigned const ordinal = state.study_draws.get(student.slot);
    state.study_draws.set(student.slot, static_cast<std::uint8_t>(ordinal + still));
    state.students[n] = student;
    state.ids[n] = student.id;
    state.draws[n] = chance::draw_number(chance::Purpose::study, ordinal);
    n += still;
  }
  state.students.resize(n);
  std::size_t const whole = chance::whole_batch(n);
  chance::uniform_pairs(state.stream, std::span(state.ids).first(whole),
                        std::span(state.draws).first(whole), std::span(state.first).first(whole),
                        std::span(state.second).first(whole));
}

void license_trainees(State& state) {
  for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
    if (!state.taken(slot) || state.people.licence_step.get(slot) != state.step + 1)
      continue;
    change_person(state, slot, [&] {
      set_licence(state, slot, static_cast<scenario::Licence>(state.people.licence_then.get(slot)));
    });
  }
}

}  // namespace

void play_study(State& state) {
  if (state.model.features.licensing)
    license_trainees(state);
  draw_study_years(state);
  state.asked_clocks.make_room(state.students.size());
  std::size_t n_left = 0;
  for (std::size_t index = 0; index < state.students.size(); ++index) {
    Seated const student = state.students[index];
    if (study_a_year(state, student.slot, {state.first[index], state.second[index]}))
      state.students[n_left++] = student;
  }
  state.students.resize(n_left);
  state.asked_clocks.draw(state.stream);
}

}  // namespace meesterplan::engine
