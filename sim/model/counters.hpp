#pragma once

#include <cstdint>

#include "sim/scenario/terms.hpp"

namespace meesterplan::model {

/// What a future counts for every unit and year; all integers. Block names
/// carry `_first`: a counter of the block is first + the term's index.
namespace counter {

/// Bands of age: under 25, then by ten years, 65 and over.
inline constexpr int n_age_bands = 6;

/// The band of somebody of so many months.
constexpr int age_band(std::int64_t months) {
  constexpr std::int64_t first_limit = std::int64_t{25} * 12;
  constexpr std::int64_t width = std::int64_t{10} * 12;
  if (months < first_limit)
    return 0;
  std::int64_t const band = (months - first_limit) / width + 1;
  return static_cast<int>(band < n_age_bands ? band : n_age_bands - 1);
}

enum Counter : int {
  // Stocks of persons, kept up to date at every event.
  heads,
  degree_first,                                           ///< heads by degree
  licence_first = degree_first + scenario::n_degrees,     ///< heads by licence here
  contract_first = licence_first + scenario::n_licences,  ///< heads by contract
  scale_first = contract_first + scenario::n_contracts,   ///< fte (thousandths) by scale
  route_first = scale_first + scenario::n_scales,         ///< heads (masters) by route
  goal_heads = route_first + scenario::n_master_routes,   ///< without replacements and LIO
  goal_masters,                                           ///< of goal_heads, hbo or wo master
  studying,
  birth_months,  ///< sum of birth Month::index
  age_first,     ///< heads by age band
  n_person_stocks = age_first + n_age_bands,

  // Stocks of assignments; they add up over sections.
  fte = n_person_stocks,  ///< thousandths
  n_stocks,

  // Flows of the year, of persons.
  exits_first = n_stocks,  ///< heads by cause
  exits_masters_first = exits_first + scenario::n_exit_causes,
  hires_first =
      exits_masters_first + scenario::n_exit_causes,  ///< heads by origin; initial: known starters
  hires_masters_first = hires_first + scenario::n_origins,
  graduations = hires_masters_first + scenario::n_origins,  ///< all programmes
  new_masters,  ///< graduations of those without a master
  dropouts,
  enrolments,
  moves_in,
  moves_in_masters,
  moves_out,
  moves_out_masters,
  exits_fte,  ///< of those who left, thousandths; of assignments
  n_flows_end,

  // Of the year, of sections; they add up over sections.
  net_fte = n_flows_end,      ///< thousandths
  demand,                     ///< thousandths
  vacancies,                  ///< tries, heads
  vacancy_fte,                ///< thousandths, before hiring by vacancy
  unfilled,                   ///< thousandths
  surplus,                    ///< thousandths
  lesson_demand,              ///< thousandths
  lessons_qualified,          ///< thousandths
  lessons_appointable,        ///< thousandths
  lessons_hidden,             ///< by staff below the licence, thousandths
  lessons_own_cover,          ///< thousandths
  lessons_unqualified_cover,  ///< thousandths
  lessons_cancelled,          ///< thousandths
  upper_vwo_weight,           ///< lessons in upper vwo, thousandths
  upper_vwo_wo_weight,        ///< of those, by wo masters
  scale_over,                 ///< fte above the places of its scale, thousandths
  redundant_fte,              ///< of those made redundant, thousandths
  n_section_end,

  // Of the year, of persons, counted once a unit.
  upper_vwo_heads = n_section_end,  ///< heads with lessons in upper vwo
  upper_vwo_wo,                     ///< of those, wo masters
  starters_then,                    ///< starters hired three years ago
  starters_now,                     ///< of those, still here
  heads_before,                     ///< heads a year ago
  promotions,                       ///< heads who rose into a place
  scale_rights,                     ///< heads whose new degree gave a scale
  appointments_ended,               ///< heads who fell back to their own scale
  candidates,                       ///< of the labour market, by their first choice
  unplaced,                         ///< of those, who found nothing
  movers_inside,                    ///< hires from another board of the region
  n_counted,

  // Made when a unit is recorded.
  age_months = n_counted,  ///< sum of ages
  n_counters,

  // Costs of a school year in cents; of sections, and they add up. They are kept
  // apart (engine::Costs), and only by a model that has money.
  cost_first = n_counters,
  cost_wages_first = cost_first,                       ///< by scale
  cost_wages = cost_wages_first + scenario::n_scales,  ///< of all scales
  cost_policy,
  cost_study,
  cost_vacancy,
  cost_turnover,
  cost_redundancy,
  cost_total,
  cost_calendar,  ///< in all, of the calendar year in which the school year begins
  n_cost_end,
};

}  // namespace counter

using counter::Counter;
inline constexpr int n_counters = counter::n_counters;  ///< without those of costs
inline constexpr int n_costs = counter::n_cost_end - counter::cost_first;

/// Whether a counter is one of money.
constexpr bool is_cost(Counter index) {
  return index >= counter::cost_first;
}

}  // namespace meesterplan::model
