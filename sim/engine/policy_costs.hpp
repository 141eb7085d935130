#pragma once

#include <cstdint>

#include "sim/engine/state.hpp"

/// What policies cost: each amount times strength x phase-in of its policy, in the school
/// years in which it is carried out.

namespace meesterplan::engine {

/// Costs a year, a person and an fte, of the school year `year` that begins now.
void count_policies_of_staff(State& state, std::int32_t year);

/// Costs of who was hired, and who began to study, in the year being played.
void count_policies_of_events(State& state);

}  // namespace meesterplan::engine
