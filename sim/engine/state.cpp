#include "sim/engine/state.hpp"

#include <algorithm>
#include <limits>

#include "sim/chance/batch.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

std::size_t rounded_slots(std::size_t n) {
  return (n + slot_multiple - 1) / slot_multiple * slot_multiple;
}

/// The one kind that a clock has, or -1.
std::int32_t only_kind(model::ClockModel const& clock) {
  std::int32_t kind = -1;
  for (model::HazardGroup const& group : clock.groups) {
    for (std::int32_t one : group.kinds) {
      if (kind >= 0 && kind != one)
        return -1;
      kind = one;
    }
  }
  return kind;
}

/// Whether having a grant, or not, can change anything.
bool do_grants_matter(model::Model const& model) {
  auto const certainly_one = [](model::Number const& number) {
    return number.parameter < 0 && number.central == 1;
  };
  bool const all_willing = certainly_one(model.study.without_grant);
  bool same = model.net.study_with_grant == model.net.study_without_grant;
  for (auto const& programme : model.study.programmes) {
    auto const& with = programme.completion_with_grant;
    auto const& without = programme.completion_without_grant;
    same = same && with.parameter < 0 && without.parameter < 0 && with.central == without.central;
  }
  auto const acts = [](model::EffectTable const& table) { return !table.empty(); };
  model::PolicyModel const& policies = model.policies;
  bool const by_policy = acts(policies.of(scenario::Behaviour::grant)) ||
                         acts(policies.of(scenario::Behaviour::without_grant)) ||
                         std::any_of(policies.dropout.begin(), policies.dropout.end(), acts);
  return !all_willing || !same || by_policy || model.money.used;
}

}  // namespace

State::State(model::Model const& compiled)
    : model(compiled),
      draw(model),
      exit_view(model.exits, draw.exits),
      enrol_view(model.enrol, draw.enrol),
      hours_view(model.hours, draw.hours),
      counts(model),
      costs(model),
      first_counts(model) {
  graduated.use(model.features.study && model.lessons.used);
  enrol_draws.use(model.features.study);
  study_draws.use(model.features.study);
  hours_draws.use(model.features.hours);
  contract_draws.use(model.features.contracts);
  auto const n_sections = static_cast<std::size_t>(model.units.n_sections());
  reference_demand.resize(n_sections);
  reference_parts.resize(n_sections);
  demand.resize(n_sections);
  if (model.features.starters) {
    starters_hired.resize(n_sections * static_cast<std::size_t>(model.years + 1));
    starters_here.resize(starters_hired.size());
  }
  people = model.people;
  resize_slots(*this, rounded_slots(model.people.size()));
  for (std::int32_t section = 0; section < model.units.n_sections(); ++section)
    sections_by_key.push_back(section);
  std::sort(sections_by_key.begin(), sections_by_key.end(),
            [&](std::int32_t left, std::int32_t right) {
              return model.units.section_key[static_cast<std::size_t>(left)] <
                     model.units.section_key[static_cast<std::size_t>(right)];
            });
  leaves_known.resize(model.people.size(), 0);
  for (auto const& event : model.known) {
    if (event.kind == model::KnownEvent::Kind::leaves)
      leaves_known[static_cast<std::size_t>(event.person)] = 1;
  }
  if (model.features.redundancy) {
    redundancy_group = redundancy_groups(model);
    auto const notice = static_cast<std::size_t>(model.redundancy.notice_years);
    past_surplus.resize(redundancy_group.size() * notice);
  }
  market.seekers.resize(model.market.locals.size());
  only_exit_cause = only_kind(model.exits);
  grants_matter = do_grants_matter(model);
  step = -1;
  for (std::size_t slot = 0; slot < static_cast<std::size_t>(model.n_start); ++slot) {
    first_counts.stock(model.people, slot, 1, this->reference_after());
    if (model.people.programme.get(slot) != 0)
      first_students.push_back(Seated{static_cast<std::uint32_t>(slot), model.people.id[slot]});
  }
}

void State::make_room_for_draws(std::size_t n) {
  std::size_t const whole = chance::whole_batch(n);
  if (ids.size() >= whole)
    return;
  ids.resize(whole);
  keys.resize(whole);
  draws.resize(whole);
  first.resize(whole);
  second.resize(whole);
}

void resize_slots(State& state, std::size_t n_slots) {
  auto& people = state.people;
  people.id.resize(n_slots, model::empty_slot);
  for (auto& column : people.column)
    column.resize(n_slots);
  people.section.resize(n_slots);
  people.main_fte.resize(n_slots);
  people.birth.resize(n_slots);
  people.upper_vwo.resize(n_slots);
  people.upper_havo.resize(n_slots);
  people.extra.resize(n_slots);
  people.origin.resize(n_slots);
  people.route.resize(n_slots);
  people.master_kind.resize(n_slots);
  people.scale.resize(n_slots);
  people.own_scale.resize(n_slots);
  people.appointment_end.resize(n_slots);
  people.hired_step.resize(n_slots);
  people.hired_section.resize(n_slots);
  people.contract_end_step.resize(n_slots);
  people.licence_step.resize(n_slots);
  people.licence_then.resize(n_slots);
  people.programme.resize(n_slots);
  people.study_years.resize(n_slots);
  people.grant.resize(n_slots);
  state.graduated.resize(n_slots);
  state.enrol_draws.resize(n_slots);
  state.hours_draws.resize(n_slots);
  state.study_draws.resize(n_slots);
  state.contract_draws.resize(n_slots);
  state.exit_clock.resize(n_slots, never);
  if (state.model.features.study)
    state.enrol_clock.resize(n_slots, never);
  if (state.model.features.hours)
    state.hours_clock.resize(n_slots, never);
  state.ran_out.resize(n_slots + slot_multiple);
}

std::int64_t bytes_per_person(State const& state) {
  auto const& people = state.people;
  std::size_t bytes = sizeof(people.id[0]) + sizeof(people.section[0]) + sizeof(double);
  for (auto const& column : people.column)
    bytes += column.bytes_per_person();
  bytes += people.main_fte.bytes_per_person() + people.birth.bytes_per_person() +
           people.upper_vwo.bytes_per_person() + people.upper_havo.bytes_per_person() +
           people.extra.bytes_per_person() + people.origin.bytes_per_person() +
           people.route.bytes_per_person() + people.master_kind.bytes_per_person() +
           people.scale.bytes_per_person() + people.own_scale.bytes_per_person() +
           people.appointment_end.bytes_per_person() + people.hired_step.bytes_per_person() +
           people.hired_section.bytes_per_person() + people.contract_end_step.bytes_per_person() +
           people.licence_step.bytes_per_person() + people.licence_then.bytes_per_person() +
           people.programme.bytes_per_person() + people.study_years.bytes_per_person() +
           people.grant.bytes_per_person() + state.enrol_draws.bytes_per_person() +
           state.hours_draws.bytes_per_person() + state.study_draws.bytes_per_person() +
           state.contract_draws.bytes_per_person() + state.graduated.bytes_per_person();
  if (!state.enrol_clock.empty())
    bytes += sizeof(double);
  if (!state.hours_clock.empty())
    bytes += sizeof(double);
  return static_cast<std::int64_t>(bytes);
}

bool counts_are_right(State const& state) {
  Counts anew(state.model);
  for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
    if (state.taken(slot))
      anew.stock(state.people, slot, 1, state.reference_after());
  }
  anew.derive_terms();
  Counts now = state.counts;
  now.derive_terms();
  return anew.same_stocks(now);
}

}  // namespace meesterplan::engine
