#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sim/model/counters.hpp"

namespace meesterplan::model {

/// The unit in which a metric is reported, and in which it is kept.
enum class Measure : std::uint8_t {
  heads,  ///< whole
  fte,    ///< kept in thousandths
  share,  ///< kept in units of 1e-9
  years,  ///< kept in thousandths of a year
  euro,   ///< kept in cents
};

/// What a metric needs from the model to mean anything.
enum class Need : std::uint8_t {
  nothing,
  demand,        ///< of sections; any model can tell it when asked
  recruitment,   ///< vacancies that are tried (modes fill and market)
  market,        ///< a labour market
  lessons,       ///< lessons are given out
  study,         ///< there is a programme
  starters,      ///< hires, and at least three years
  mix,           ///< a function mix, or rights to a scale
  appointments,  ///< promotions that end
  redundancy,    ///< surplus staff is made redundant
  money,         ///< the scenario says what staff costs
};

/// A result of a unit and year: a sum of counters, or a ratio of two sums.
struct Metric {
  std::string_view key;
  Measure measure = Measure::heads;
  std::span<Counter const> numerator;
  std::span<Counter const> denominator;  ///< empty: no ratio
  /// The ratio is numerator / (denominator x this); 12 turns months to years.
  std::int64_t denominator_times = 1;
  bool section_quantiles = false;  ///< quantiles also for sections
  Need need = Need::nothing;
  bool above_sections = false;  ///< not kept of sections, where it would count a few people
};

/// All metrics, in the canonical order of results:
///
/// | key | counts |
/// | --- | --- |
/// | heads, fte | teachers in service, and their assignments |
/// | net_fte, demand, unfilled, surplus | deployable fte, what is needed, their difference |
/// | shortage | unfilled + hidden |
/// | hidden, cancelled | lessons by staff below the licence needed; lessons that nobody gives |
/// | vacancies | tries to hire in the year |
/// | vacancy_fte | net fte that is short before hiring by vacancy |
/// | masters | share with an hbo or wo master, without replacements and unlicensed trainees |
/// | wo_upper_vwo, .._lessons | share with a wo master of those with lessons in upper vwo; of those
/// lessons | | masters_heads | all with an hbo or wo master: the stock of the balance of masters |
/// | upper_vwo_heads | those with lessons in upper vwo; not of sections |
/// | masters_sitting, _upskilled, _starter, _outside | those by how they came to be one here |
/// | degree_*, licence_*, contract_* | shares of heads |
/// | scale_* | shares of the fte of those with a known scale |
/// | mean_age, share_55plus | age in months / 12; share of heads of 55 and over |
/// | age_15_24, .. age_65_up | heads by age band; not of sections |
/// | studying | teachers who study |
/// | candidates, .._unplaced | of the labour market, by first choice; who found nothing |
/// | hires, hires_* | by origin; _known: those of whom the file knew |
/// | hires_within_region | hires who came from another board of the region |
/// | exits, exits_* | by cause |
/// | exits_fte | fte of those who left |
/// | turnover | exits / heads a year before |
/// | starters_after_3_years | of the starters and trainees of three years ago, those still here |
/// | starters_3_years_ago | those starters and trainees; not of sections |
/// | enrolments, graduations, dropouts | in the year |
/// | promotions, scale_rights, appointments_ended | of the year: into a place; by a new degree;
/// back | | scale_over | fte above the places of its scale | | redundant_fte | fte of those made
/// redundant | | lessons_qualified, _appointable, _unqualified, _cancelled | shares of the lessons
/// needed;
///   unqualified: hidden and cover by the un(der)qualified |
/// | cost_* | what staff cost in the school year that ends; they come last |
std::span<Metric const> all_metrics();

/// Index into all_metrics() of `key`, or -1.
int find_metric(std::string_view key);

/// Whether a metric is one of money.
inline bool is_cost(Metric const& metric) {
  return metric.measure == Measure::euro;
}

/// How many years before the one in which it is known a metric is of: 1 for the
/// costs of a calendar year, which end with the school year that begins in it.
inline std::int32_t years_back(Metric const& metric) {
  return metric.numerator.front() == counter::cost_calendar ? 1 : 0;
}

/// What one unit of the reported measure is in kept units (1, 1000, 1e9, 1000, 100).
std::int64_t kept_per_unit(Measure measure);
std::string_view key_of(Measure measure);

/// A flow of a stock, for the balance.
struct FlowDefinition {
  std::string_view stock;  ///< heads, masters
  std::string_view cause;
  bool inward = false;
  Counter counter = counter::heads;
};

/// All flows, in canonical order; per stock they add up to its change.
std::span<FlowDefinition const> all_flows();

}  // namespace meesterplan::model
