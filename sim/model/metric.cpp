#include "sim/model/metric.hpp"

#include <array>
#include <cstddef>

#include "sim/base/contracts.hpp"

namespace meesterplan::model {

namespace {

using namespace counter;
using scenario::ExitCause;
using scenario::MasterRoute;
using scenario::Origin;

/// A counter of a block.
constexpr Counter at(Counter first, int index) {
  return static_cast<Counter>(first + index);
}

/// All counters of a block of `n`.
template <std::size_t n>
constexpr std::array<Counter, n> block(Counter first) {
  std::array<Counter, n> counters{};
  for (std::size_t index = 0; index < n; ++index) {
    counters[index] = at(first, static_cast<int>(index));
  }
  return counters;
}

constexpr auto singles = block<static_cast<std::size_t>(counter::n_cost_end)>(Counter{});
constexpr auto all_degrees = block<scenario::n_degrees>(degree_first);
constexpr auto all_licences = block<scenario::n_licences>(licence_first);
constexpr auto all_contracts = block<scenario::n_contracts>(contract_first);
constexpr auto known_scales = block<scenario::n_scales - 1>(at(scale_first, 1));
constexpr auto all_exits = block<scenario::n_exit_causes>(exits_first);
constexpr auto all_hires = block<scenario::n_origins>(hires_first);
constexpr std::array from_55 = {at(age_first, 4), at(age_first, 5)};
constexpr std::array shortage_parts = {unfilled, lessons_hidden};
constexpr std::array master_degrees = {at(degree_first, 2), at(degree_first, 3)};
constexpr std::array unqualified_parts = {lessons_hidden, lessons_unqualified_cover};

constexpr std::span<Counter const> one(Counter index) {
  return std::span<Counter const>(singles).subspan(static_cast<std::size_t>(index), 1);
}

constexpr Metric count(std::string_view key, std::span<Counter const> sum,
                       Need need = Need::nothing) {
  return {key, Measure::heads, sum, {}, 1, false, need};
}

constexpr Metric volume(std::string_view key, std::span<Counter const> sum, Need need) {
  return {key, Measure::fte, sum, {}, 1, false, need};
}

constexpr Metric share(std::string_view key, std::span<Counter const> part,
                       std::span<Counter const> whole, Need need = Need::nothing) {
  return {key, Measure::share, part, whole, 1, false, need};
}

constexpr Metric cost(std::string_view key, Counter counter) {
  return {key, Measure::euro, one(counter), {}, 1, false, Need::money};
}

constexpr Metric with_section_quantiles(Metric metric) {
  metric.section_quantiles = true;
  return metric;
}

constexpr Metric with_sections_left_out(Metric metric) {
  metric.above_sections = true;
  return metric;
}

/// Heads of an age band.
constexpr Metric age(std::string_view key, int band) {
  return with_sections_left_out(count(key, one(at(age_first, band))));
}

constexpr std::int64_t months_a_year = 12;

constexpr Metric mean_age = {"mean_age",    Measure::years, one(age_months), one(heads),
                             months_a_year, false,          Need::nothing};

/// In the canonical order of results; metric.hpp says what each counts.
constexpr std::array metrics = {
    with_section_quantiles(count("heads", one(heads))),
    with_section_quantiles(volume("fte", one(fte), Need::nothing)),
    volume("net_fte", one(net_fte), Need::demand),
    volume("demand", one(demand), Need::demand),
    with_section_quantiles(volume("unfilled", one(unfilled), Need::demand)),
    volume("surplus", one(surplus), Need::demand),
    volume("shortage", shortage_parts, Need::lessons),
    volume("hidden", one(lessons_hidden), Need::lessons),
    volume("cancelled", one(lessons_cancelled), Need::lessons),
    with_section_quantiles(count("vacancies", one(vacancies), Need::recruitment)),
    volume("vacancy_fte", one(vacancy_fte), Need::demand),
    with_section_quantiles(share("masters", one(goal_masters), one(goal_heads))),
    with_section_quantiles(
        share("wo_upper_vwo", one(upper_vwo_wo), one(upper_vwo_heads), Need::lessons)),
    with_sections_left_out(count("upper_vwo_heads", one(upper_vwo_heads), Need::lessons)),
    share("wo_upper_vwo_lessons", one(upper_vwo_wo_weight), one(upper_vwo_weight), Need::lessons),
    count("masters_heads", master_degrees),
    count("masters_sitting", one(at(route_first, static_cast<int>(MasterRoute::sitting)))),
    count("masters_upskilled", one(at(route_first, static_cast<int>(MasterRoute::upskilled))),
          Need::study),
    count("masters_starter", one(at(route_first, static_cast<int>(MasterRoute::starter)))),
    count("masters_outside", one(at(route_first, static_cast<int>(MasterRoute::outside)))),
    share("degree_none", one(at(degree_first, 0)), all_degrees),
    share("degree_bachelor", one(at(degree_first, 1)), all_degrees),
    share("degree_hbo_master", one(at(degree_first, 2)), all_degrees),
    share("degree_wo_master", one(at(degree_first, 3)), all_degrees),
    share("licence_first_degree", one(at(licence_first, 0)), all_licences),
    share("licence_second_degree", one(at(licence_first, 1)), all_licences),
    share("licence_appointable", one(at(licence_first, 2)), all_licences),
    share("licence_unlicensed", one(at(licence_first, 3)), all_licences),
    share("contract_permanent", one(at(contract_first, 0)), all_contracts),
    share("contract_temporary", one(at(contract_first, 1)), all_contracts),
    share("contract_replacement", one(at(contract_first, 2)), all_contracts),
    share("scale_LB", one(at(scale_first, 1)), known_scales),
    share("scale_LC", one(at(scale_first, 2)), known_scales),
    share("scale_LD", one(at(scale_first, 3)), known_scales),
    share("scale_LE", one(at(scale_first, 4)), known_scales),
    mean_age,
    share("share_55plus", from_55, one(heads)),
    age("age_15_24", 0),
    age("age_25_34", 1),
    age("age_35_44", 2),
    age("age_45_54", 3),
    age("age_55_64", 4),
    age("age_65_up", 5),
    count("studying", one(studying), Need::study),
    count("hires", all_hires),
    count("hires_known", one(at(hires_first, static_cast<int>(Origin::initial)))),
    count("hires_lio", one(at(hires_first, static_cast<int>(Origin::lio)))),
    count("hires_starter", one(at(hires_first, static_cast<int>(Origin::starter)))),
    count("hires_side_entrant", one(at(hires_first, static_cast<int>(Origin::side_entrant)))),
    count("hires_returner", one(at(hires_first, static_cast<int>(Origin::returner)))),
    count("hires_mover", one(at(hires_first, static_cast<int>(Origin::mover)))),
    with_section_quantiles(count("exits", all_exits)),
    volume("exits_fte", one(exits_fte), Need::nothing),
    count("exits_retirement", one(at(exits_first, static_cast<int>(ExitCause::retirement)))),
    count("exits_leaves_profession",
          one(at(exits_first, static_cast<int>(ExitCause::leaves_profession)))),
    count("exits_other_board", one(at(exits_first, static_cast<int>(ExitCause::other_board)))),
    count("exits_other_sector", one(at(exits_first, static_cast<int>(ExitCause::other_sector)))),
    count("exits_to_support_or_management",
          one(at(exits_first, static_cast<int>(ExitCause::to_support_or_management)))),
    count("exits_disability_or_death",
          one(at(exits_first, static_cast<int>(ExitCause::disability_or_death)))),
    count("exits_contract_ended",
          one(at(exits_first, static_cast<int>(ExitCause::contract_ended)))),
    count("exits_replacement_ended",
          one(at(exits_first, static_cast<int>(ExitCause::replacement_ended)))),
    count("exits_not_extended", one(at(exits_first, static_cast<int>(ExitCause::not_extended)))),
    count("exits_redundant", one(at(exits_first, static_cast<int>(ExitCause::redundant)))),
    count("candidates", one(candidates), Need::market),
    count("candidates_unplaced", one(unplaced), Need::market),
    count("hires_within_region", one(movers_inside), Need::market),
    share("turnover", all_exits, one(heads_before)),
    share("starters_after_3_years", one(starters_now), one(starters_then), Need::starters),
    with_sections_left_out(count("starters_3_years_ago", one(starters_then), Need::starters)),
    count("enrolments", one(enrolments), Need::study),
    count("graduations", one(graduations), Need::study),
    count("dropouts", one(dropouts), Need::study),
    share("lessons_qualified", one(lessons_qualified), one(lesson_demand), Need::lessons),
    share("lessons_appointable", one(lessons_appointable), one(lesson_demand), Need::lessons),
    share("lessons_unqualified", unqualified_parts, one(lesson_demand), Need::lessons),
    share("lessons_covered", one(lessons_own_cover), one(lesson_demand), Need::lessons),
    share("lessons_cancelled", one(lessons_cancelled), one(lesson_demand), Need::lessons),
    count("promotions", one(promotions), Need::mix),
    count("scale_rights", one(scale_rights), Need::mix),
    count("appointments_ended", one(appointments_ended), Need::appointments),
    volume("scale_over", one(scale_over), Need::mix),
    volume("redundant_fte", one(redundant_fte), Need::redundancy),
    cost("cost_total", cost_total),
    cost("cost_wages", cost_wages),
    cost("cost_wages_LB", at(cost_wages_first, 1)),
    cost("cost_wages_LC", at(cost_wages_first, 2)),
    cost("cost_wages_LD", at(cost_wages_first, 3)),
    cost("cost_wages_LE", at(cost_wages_first, 4)),
    cost("cost_policy", cost_policy),
    cost("cost_study", cost_study),
    cost("cost_vacancy", cost_vacancy),
    cost("cost_turnover", cost_turnover),
    cost("cost_redundancy", cost_redundancy),
    cost("cost_calendar", cost_calendar),
};

/// What is kept of costs stands behind all else (LevelPlan::n_costs).
constexpr bool costs_come_last() {
  bool seen = false;
  for (Metric const& metric : metrics) {
    bool const is_one = metric.measure == Measure::euro;
    if (seen && !is_one)
      return false;
    seen = seen || is_one;
  }
  return true;
}
static_assert(costs_come_last());

struct StockFlows {
  std::string_view stock;
  Counter hires, exits, moves_in, moves_out;
};

constexpr std::array<std::string_view, scenario::n_origins> hire_causes = {
    "hire_known", "hire_lio", "hire_starter", "hire_side_entrant", "hire_returner", "hire_mover"};
constexpr std::array<std::string_view, scenario::n_exit_causes> exit_causes = {
    "retirement",     "leaves_profession",        "other_board",
    "other_sector",   "to_support_or_management", "disability_or_death",
    "contract_ended", "replacement_ended",        "not_extended",
    "redundant"};

/// Hires and exits by cause, and moves in and out.
constexpr std::size_t flows_a_stock = hire_causes.size() + exit_causes.size() + 2;

constexpr auto flows = [] {
  std::array<FlowDefinition, 2 * flows_a_stock + 1> all{};
  std::size_t next = 0;
  constexpr StockFlows stocks[] = {
      {"heads", hires_first, exits_first, moves_in, moves_out},
      {"masters", hires_masters_first, exits_masters_first, moves_in_masters, moves_out_masters}};
  for (StockFlows const& stock : stocks) {
    for (std::size_t index = 0; index < hire_causes.size(); ++index) {
      all[next++] = {stock.stock, hire_causes[index], true,
                     at(stock.hires, static_cast<int>(index))};
    }
    all[next++] = {stock.stock, "moved_in", true, stock.moves_in};
    for (std::size_t index = 0; index < exit_causes.size(); ++index) {
      all[next++] = {stock.stock, exit_causes[index], false,
                     at(stock.exits, static_cast<int>(index))};
    }
    all[next++] = {stock.stock, "moved_out", false, stock.moves_out};
  }
  all[next++] = {"masters", "graduated", true, new_masters};
  return all;
}();

}  // namespace

std::span<Metric const> all_metrics() {
  return metrics;
}

int find_metric(std::string_view key) {
  for (std::size_t index = 0; index < metrics.size(); ++index) {
    if (metrics[index].key == key) {
      return static_cast<int>(index);
    }
  }
  return -1;
}

std::int64_t kept_per_unit(Measure measure) {
  constexpr std::array<std::int64_t, 5> kept = {1, 1000, 1'000'000'000, 1000, 100};
  auto const index = static_cast<std::size_t>(measure);
  MP_EXPECT(index < kept.size());
  return kept[index];
}

std::string_view key_of(Measure measure) {
  constexpr std::array<std::string_view, 5> keys = {"heads", "fte", "share", "years", "euro"};
  auto const index = static_cast<std::size_t>(measure);
  MP_EXPECT(index < keys.size());
  return keys[index];
}

std::span<FlowDefinition const> all_flows() {
  return flows;
}

}  // namespace meesterplan::model
