#pragma once

#include "sim/engine/state.hpp"

/// The school year from step to step + 1 as phases, in the order of
/// docs/methods.md; one phase, one file. Ageing is no phase: age, tenure and
/// the like are kept as a base to which the step is added.

namespace meesterplan::engine {

/// Puts the state at the start of future `replicate`: parameters, unknown
/// fields, clocks, and what is needed on the reference date.
void start_future(State& state, std::uint32_t replicate);

/// 1. What HR already knows: leavers, starters, changes of hours.
void play_known_events(State& state);
/// 2. Exits by clock, the cause in proportion to the hazards.
void play_exits(State& state);
/// 4. Decisions on temporary contracts; replacements that end.
void play_contracts(State& state);
/// 5. Study years, drop-outs, graduations; trainees who become licensed.
void play_study(State& state);
/// 6. Changes of hours by clock.
void play_hours(State& state);
/// 7. Demand of the year's end; surplus staff leaves or moves.
void play_demand(State& state);
void play_surplus(State& state);
/// The parts of 7 that only redundancy has. Sections whose staff is made redundant
/// together, [section] a group; whether anybody was made redundant, in which case
/// others may move once more; what is left is remembered for the years of notice.
std::vector<std::int32_t> redundancy_groups(model::Model const& model);
bool make_redundant(State& state);
void remember_surplus(State& state);
/// 8. Enrolment by clock, a queue and the section's capacity.
void play_enrolment(State& state);
/// 9. Net fte of every section (used by 7 and 10).
void compute_net_fte(State& state);
/// Writes demand, surplus and what is unfilled before recruitment.
void count_staffing(State& state);
/// 10. Recruitment, and the clocks of all who came in this year.
void play_recruitment(State& state);
/// 11. Appointments end; places of the function mix are given out.
void play_promotion(State& state);
/// Counts the fte above the places of its scale; on the first reference date.
void count_function_mix(State& state);
/// The same in mode market: the candidates of each region find places; part of 10.
void play_market(State& state);
/// 12, 13. Lessons are given out; what is left is covered or cancelled.
void play_lessons(State& state);
/// Counts who turns 55 in the year; before its other events.
void count_birthdays(State& state);
/// Counts the starters of three years ago, and who of them is still here.
void count_starters(State& state);
/// What the events of the year cost; after all of them.
void count_event_costs(State& state);
/// What those who are here now cost in the school year that begins now.
void count_staff_costs(State& state);

/// Millionths of the fte of the person in `slot` that are deployable at the
/// end of the year being played; 0 for a replacement, who stands in for
/// somebody whose fte counts already.
std::int64_t net_share(State const& state, std::size_t slot);

/// Millionths of the fte of somebody with `experience` years that are off for
/// starters, by the rule and by policies.
std::int64_t starter_reduction(State const& state, std::int32_t experience, std::int32_t section);

/// Lessons on the reference date by section and part: what demand starts from.
void measure_reference_demand(State& state);

}  // namespace meesterplan::engine
