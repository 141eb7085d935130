#pragma once

#include <algorithm>
#include <cstdint>

#include "sim/engine/person_events.hpp"

/// Who may be hired, and what becomes of them; for all modes of recruitment.

namespace meesterplan::engine {

/// Completed years of experience of a candidate, where they vary; from a block of their own.
std::int32_t more_experience(State const& state, std::uint64_t id, model::Entrant const& entrant);

/// A candidate of a row of the entrant table; `month` in (0,1) says in which
/// month of the row's ages somebody was born. In line: a future makes thousands.
inline Candidate candidate_of(State const& state, std::uint64_t id, model::Entrant const& entrant,
                              double month) {
  Candidate candidate;
  candidate.id = id;
  candidate.entrant = &entrant;
  std::int32_t const months = 12 * entrant.ages;
  auto const born = std::min(static_cast<std::int32_t>(month * months), months - 1);
  std::int32_t const age_months = 12 * entrant.age_from + born;
  candidate.birth = state.reference_after() - age_months;
  candidate.age = age_months / 12;
  candidate.experience = entrant.experience_from;
  candidate.since_master = entrant.since_master;
  if (entrant.experiences > 1)
    candidate.experience += more_experience(state, id, entrant);
  candidate.experience = std::min(candidate.experience, std::max(candidate.age - 20, 0));
  return candidate;
}

/// The fields of a candidate that a plain model knows nothing of.
void seat_terms(State& state, std::size_t slot, Candidate const& candidate);

/// Writes all fields of a candidate but those of the seat (section, fte, lessons).
inline void seat_candidate(State& state, std::size_t slot, Candidate const& candidate) {
  auto& people = state.people;
  people.id[slot] = candidate.id;
  people[model::Column::age].set(slot, static_cast<std::int16_t>(candidate.age - state.step - 1));
  people[model::Column::degree].set(slot, static_cast<std::int16_t>(candidate.entrant->degree));
  people.origin.set(slot, static_cast<std::uint8_t>(candidate.entrant->origin));
  people.programme.set(slot, 0);
  if (state.model.features.terms)
    seat_terms(state, slot, candidate);
}

/// The candidate joins a section with one assignment of `fte` thousandths.
void hire_into(State& state, std::int32_t section, Candidate const& candidate, std::int64_t fte);

/// Millionths of a hire's fte that are deployable in the first year.
std::int64_t net_share_of(State const& state, Candidate const& candidate, std::int32_t section);

/// Makes the person in `slot`, who is about to leave for another board, look for
/// work in the region, by chance; mode market.
void look_in_region(State& state, std::size_t slot);

}  // namespace meesterplan::engine
