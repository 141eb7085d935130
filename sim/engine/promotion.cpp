#include <algorithm>
#include <span>
#include <tuple>

#include "sim/base/contracts.hpp"
#include "sim/base/fte.hpp"
#include "sim/engine/person_events.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

using model::Column;
using scenario::Scale;
namespace counter = model::counter;

namespace {

constexpr auto first_place = static_cast<int>(Scale::lc);
constexpr auto last_place = static_cast<int>(Scale::le);

std::int32_t unit_of(State const& state, std::int32_t section) {
  return model::unit_of(state.model.units, state.model.mix.per, section);
}

/// Fte by scale of every unit; a person belongs to the unit of the main section.
void measure(State& state) {
  state.mix_fte.assign(static_cast<std::size_t>(state.model.mix.n_units), {});
  for (std::int32_t section = 0; section < state.model.units.n_sections(); ++section) {
    auto& unit = state.mix_fte[static_cast<std::size_t>(unit_of(state, section))];
    std::int64_t const* const row = state.counts.row(section);
    for (std::size_t scale = 0; scale < unit.size(); ++scale)
      unit[scale] += row[counter::scale_first + scale];
  }
}

/// Places of a scale in a unit at the year's end, thousandths; -1: no structure.
std::int64_t places_of(State const& state, std::int32_t unit, int scale) {
  model::MixModel const& mix = state.model.mix;
  std::int32_t const place = (state.step + 1) * mix.n_units + unit;
  auto const row = static_cast<std::size_t>(place);
  std::int32_t const share = mix.shares[row][static_cast<std::size_t>(scale - first_place)];
  if (share < 0)
    return -1;
  auto const& fte = state.mix_fte[static_cast<std::size_t>(unit)];
  std::int64_t known = 0;
  for (int one = static_cast<int>(Scale::lb); one <= last_place; ++one)
    known += fte[static_cast<std::size_t>(one)];
  return known * share / millionths;
}

/// Whether somebody may rise: permanent, licensed, of a known scale below LE,
/// and here since the start of the year.
bool is_eligible(State const& state, std::size_t slot) {
  auto const& people = state.people;
  int const scale = people.scale.get(slot);
  return people[Column::contract].get(slot) ==
             static_cast<std::int16_t>(scenario::Contract::permanent) &&
         people[Column::licence].get(slot) <=
             static_cast<std::int16_t>(scenario::Licence::second_degree) &&
         scale != static_cast<int>(Scale::none) && scale < last_place &&
         people[Column::tenure].get(slot) + state.step >= 0;
}

/// Ends the appointment of somebody whose time it is; the scale that was held, or 0.
std::uint8_t end_appointment(State& state, std::size_t slot) {
  auto& people = state.people;
  if (people.appointment_end.get(slot) != state.step + 1)
    return 0;
  std::uint8_t const held = people.scale.get(slot);
  change_person(state, slot, [&] {
    people.scale.set(slot, people.own_scale.get(slot));
    people.own_scale.set(slot, 0);
    people.appointment_end.set(slot, 0);
  });
  return held;
}

/// Lists of every unit who may get a place and whose appointment ends, which is ended.
void list_candidates(State& state) {
  state.mix_candidates.resize(static_cast<std::size_t>(state.model.mix.n_units));
  for (auto& list : state.mix_candidates)
    list.clear();
  for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
    if (!state.taken(slot))
      continue;
    MixCandidate candidate;
    candidate.held = end_appointment(state, slot);
    candidate.eligible = is_eligible(state, slot);
    if (!candidate.eligible && candidate.held == 0)
      continue;
    candidate.scale = state.people.scale.get(slot);
    candidate.master = state.model.mix.masters_first && is_master(state, slot);
    candidate.experience = state.people[Column::experience].get(slot) + state.step;
    candidate.tenure = state.people[Column::tenure].get(slot) + state.step;
    candidate.fte = state.people[Column::fte].get(slot);
    candidate.id = state.people.id[slot];
    candidate.slot = static_cast<std::uint32_t>(slot);
    std::int32_t const unit = unit_of(state, state.people.section[slot]);
    state.mix_candidates[static_cast<std::size_t>(unit)].push_back(candidate);
  }
}

/// For a heap with the first of all at its front.
bool goes_after(MixCandidate const* left, MixCandidate const* right) {
  auto const key = [](MixCandidate const& one) {
    return std::tuple(!one.master, -one.experience, -one.tenure, one.id);
  };
  return key(*right) < key(*left);
}

/// Queues who may get a place in `scale` of at most `most` thousandths; the smallest
/// fte among them.
std::int64_t queue_for(LineVector<MixCandidate>& candidates, int scale, std::int64_t most,
                       LineVector<MixCandidate*>& queue) {
  std::int64_t smallest = most;
  queue.clear();
  for (MixCandidate& candidate : candidates) {
    bool const suits =
        candidate.scale == scale - 1 || (candidate.held == scale && candidate.scale < scale);
    if (!candidate.eligible || !suits || candidate.fte > most)
      continue;
    smallest = std::min<std::int64_t>(smallest, candidate.fte);
    queue.push_back(&candidate);
  }
  std::make_heap(queue.begin(), queue.end(), goes_after);
  return smallest;
}

/// Gives somebody a place in `scale`, for as long as such places are given.
void appoint(State& state, std::size_t slot, int scale) {
  auto& people = state.people;
  change_person(state, slot, [&] {
    std::int32_t const years = state.model.mix.appointment_years;
    if (years > 0) {
      if (people.own_scale.get(slot) == 0)
        people.own_scale.set(slot, people.scale.get(slot));
      people.appointment_end.set(slot, static_cast<std::int16_t>(state.step + 1 + years));
    }
    people.scale.set(slot, static_cast<std::uint8_t>(scale));
  });
}

/// Gives out what is left of the places of a scale in a unit.
void fill_places(State& state, std::int32_t unit, int scale) {
  auto& candidates = state.mix_candidates[static_cast<std::size_t>(unit)];
  auto& fte_of = state.mix_fte[static_cast<std::size_t>(unit)];
  std::int64_t left = places_of(state, unit, scale) - fte_of[static_cast<std::size_t>(scale)];
  if (left <= 0)
    return;
  auto& queue = state.mix_queue;
  std::int64_t const smallest = queue_for(candidates, scale, left, queue);
  while (left > 0 && left >= smallest && !queue.empty()) {
    std::pop_heap(queue.begin(), queue.end(), goes_after);
    MixCandidate& first = *queue.back();
    queue.pop_back();
    if (first.fte > left)
      continue;
    appoint(state, first.slot, scale);
    fte_of[static_cast<std::size_t>(first.scale)] -= first.fte;
    fte_of[static_cast<std::size_t>(scale)] += first.fte;
    left -= first.fte;
    first.scale = static_cast<std::uint8_t>(scale);
    // Who keeps the scale of an appointment that ended is not promoted.
    if (first.held < scale)
      state.counts.flow(state.people, first.slot, counter::promotions);
  }
}

/// Counts whose appointment ended and who did not get its scale again.
void count_ended(State& state, std::span<MixCandidate const> candidates) {
  for (MixCandidate const& candidate : candidates) {
    if (candidate.held > candidate.scale)
      state.counts.flow(state.people, candidate.slot, counter::appointments_ended);
  }
}

/// Fte above the places of its scale, over the unit's sections in proportion to
/// their fte of that scale.
void count_over(State& state) {
  model::MixModel const& mix = state.model.mix;
  auto const n_units = static_cast<std::size_t>(mix.n_units);
  for (int scale = first_place; scale <= last_place; ++scale) {
    auto const at = static_cast<std::size_t>(scale);
    std::vector<std::int64_t>& before = state.mix_counted;
    before.assign(n_units, 0);
    for (std::int32_t section = 0; section < state.model.units.n_sections(); ++section) {
      std::int32_t const unit = unit_of(state, section);
      std::int64_t const places = places_of(state, unit, scale);
      std::int64_t const all = state.mix_fte[static_cast<std::size_t>(unit)][at];
      if (places < 0 || all <= places)
        continue;
      std::int64_t* const row = state.counts.row(section);
      std::int64_t& counted = before[static_cast<std::size_t>(unit)];
      std::int64_t const after = counted + row[counter::scale_first + scale];
      row[counter::scale_over] += (all - places) * after / all - (all - places) * counted / all;
      counted = after;
    }
  }
}

}  // namespace

bool give_right_of_degree(State& state, std::size_t slot) {
  auto& people = state.people;
  auto const degree = static_cast<std::size_t>(people[Column::degree].get(slot));
  auto const right = static_cast<std::uint8_t>(state.model.mix.right[degree]);
  std::uint8_t const scale = people.scale.get(slot);
  std::uint8_t const appointed_from = people.own_scale.get(slot);
  std::uint8_t const own = appointed_from != 0 ? appointed_from : scale;
  // Of an unknown scale it is not known whether it would rise.
  if (own == 0 || right <= own)
    return false;
  if (right >= scale) {
    people.scale.set(slot, right);
    people.own_scale.set(slot, 0);
    people.appointment_end.set(slot, 0);
  } else {
    people.own_scale.set(slot, right);
  }
  return true;
}

void count_function_mix(State& state) {
  measure(state);
  count_over(state);
}

void play_promotion(State& state) {
  list_candidates(state);
  measure(state);
  for (std::int32_t unit = 0; unit < state.model.mix.n_units; ++unit) {
    // From the top down, so that a place that falls free below is filled too.
    for (int scale = last_place; scale >= first_place; --scale)
      fill_places(state, unit, scale);
    count_ended(state, state.mix_candidates[static_cast<std::size_t>(unit)]);
  }
  count_over(state);
}

}  // namespace meesterplan::engine
