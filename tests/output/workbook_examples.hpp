#pragma once

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "tests/output/examples.hpp"

/// Runs as the tests of workbooks need them.
namespace meesterplan::tests {

/// One year of one metric of the whole, with quantiles around the mean.
inline results::SeriesRow total_of(std::string metric, std::string measure, int year, double mean) {
  results::SeriesRow row{std::move(metric), "total", "all", std::move(measure), year, 10, mean,
                         mean / 10,         {}};
  row.quantiles = results::Quantiles{mean * 0.5, mean * 0.6, mean * 0.8, mean,
                                     mean * 1.1, mean * 1.2, mean * 1.3};
  return row;
}

/// One year of one metric of a section.
inline results::SeriesRow section_of(std::string section, std::string metric, std::string measure,
                                     int year, double mean) {
  results::SeriesRow row = total_of(std::move(metric), std::move(measure), year, mean);
  row.level = "section";
  row.unit = std::move(section);
  return row;
}

/// A section of which the plan is told, and one of which only the fte it needs may be.
inline std::vector<results::SeriesRow> planned_sections() {
  std::vector<results::SeriesRow> rows;
  auto const add = [&](char const* metric, char const* measure, int year, double mean) {
    rows.push_back(section_of("wiskunde", metric, measure, year, mean));
  };
  for (int const year : {2025, 2027}) {
    bool const is_now = year == 2025;
    add("heads", "heads", year, is_now ? 10 : 8);
    add("degree_hbo_master", "share", year, is_now ? 0.25 : 0.125);
    add("degree_wo_master", "share", year, is_now ? 0 : 0.375);
    add("masters_sitting", "heads", year, is_now ? 2.5 : 2);
    add("masters_starter", "heads", year, is_now ? 0 : 0.25);
    add("masters_upskilled", "heads", year, is_now ? 0 : 1);
    add("masters_outside", "heads", year, is_now ? 0 : 0.75);
    add("masters_heads", "heads", year, is_now ? 2.5 : 4);
    add("net_fte", "fte", year, is_now ? 7.5 : 6.5);
    add("demand", "fte", year, is_now ? 8 : 7.75);
    add("unfilled", "fte", year, is_now ? 0 : 1.25);
    add("studying", "heads", year, is_now ? 2 : 1);
  }
  for (int const year : {2026, 2027}) {
    bool const is_first = year == 2026;
    add("enrolments", "heads", year, is_first ? 1 : 2);
    add("graduations", "heads", year, is_first ? 1 : 0);
    add("dropouts", "heads", year, is_first ? 0 : 0.25);
  }
  rows.push_back(section_of("kunst", "demand", "fte", 2027, 0.8));
  return rows;
}

/// A policy with something of everything that a card can tell.
inline results::PolicyCard grant_card() {
  results::PolicyCard card;
  card.name = "beurs";
  card.title = {"Lerarenbeurs", "Grant"};
  card.description = {"De school helpt met de aanvraag.", "The school helps to apply."};
  card.cluster = "training";
  card.amo = "ability opportunity";
  card.from = 2026;
  card.until = 2028;
  card.phase_in = "linear";
  card.phase_years = 2;
  card.strength = 0.5;
  card.carried_out = {0.8, 0.6, 0.9};
  card.support = "breed";
  card.rationale = "er is vraag naar";
  card.owner = {"HR", "HR"};
  card.leader = {"plant verlof", "plans leave"};
  card.hours = 60;
  card.sizes = {{"beginnen", "enrolment", "hazard_ratio", {1.2, 0.95, 1.55}, "", "assumption"},
                {"lessen", "lesson_order", "decision", {}, "wo_master_first", ""}};
  card.limits = {{"policy", 0, "subject", "wiskunde"},
                 {"effect", 0, "experience_to", "2"},
                 {"effect", 0, "degree", "bachelor"},
                 {"effect", 0, "degree", "hbo_master"}};
  card.prices = {{"uren", "enrolment", {6600, 3300, 13200}, "assumption"},
                 {"vast", "school", {1000, {}, {}}, ""}};
  return card;
}

/// full_results() with numbers for every sheet and every chart.
inline results::Results charted_results() {
  results::Results results = full_results();
  for (int year = 2025; year <= 2027; ++year) {
    int const since = year - 2025;
    results.series.push_back(total_of("heads", "heads", year, 100 - since));
    results.series.push_back(total_of("fte", "fte", year, 80.5 - since));
    results.series.push_back(total_of("masters", "share", year, 0.4 + 0.1 * since));
    results.series.push_back(total_of("vacancies", "heads", year, 7.25));
    results.series.push_back(total_of("unfilled", "fte", year, 1.5));
    results.series.push_back(total_of("cancelled", "fte", year, 0.25));
    if (year == 2025)
      continue;
    results.series.push_back(total_of("cost_total", "euro", year, 8'500'000));
    results.series.push_back(total_of("cost_wages", "euro", year, 8'000'000));
    results.series.push_back(total_of("cost_vacancy", "euro", year, 500'000));
    results.series.push_back(total_of("cost_calendar", "euro", year, 8'600'000));
  }
  for (int dot = 0; dot < results::n_dots; ++dot)
    results.targets.front().dots.push_back({0.01 * dot});
  results.units.push_back({"section", "wiskunde", results.units.front().unit, false});
  for (results::SeriesRow const& row : planned_sections())
    results.series.push_back(row);
  results.policies = results::PolicyAnswer{
      true,
      0,
      10,
      {{"chance", "helft", "total", "all", "share", 2027, 10, 0.3, 0.7},
       {"cost", "", "total", "all", "euro", 2027, 10, 8e6, 9e6}},
      {{{{0.4, 0.1}, {0.4, 0.1}, {0.4, 0.1}}, {{1e6, 1e4}, {1e6, 1e4}, {1e6, 1e4}}}}};
  results.policy_cards = {grant_card()};
  results.questions = {{"Wie eerst?", "Wiskunde."}, {"=1+1?", ""}};
  results.history = {{"masters", "total", "all", "share", 2021, 0.37, "DUO"}};
  return results;
}

/// Names that a program might take for something else, wherever a name can stand.
inline std::string const& hostile_name(std::size_t index) {
  static std::string const names[] = {
      "=1+1",
      "+31 6",
      "-2",
      "@SUM(A1)",
      "<script>alert(\"x\")</script>",
      "\"quotes' & <b>",
      "emoji \xF0\x9F\x98\x80",
      std::string(500, 'n'),
      "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\xAE"
      "txt",
      std::string("\x1b[2J\0\a", 6),
      "caf\xE9 \xEF\xBF\xBF",
      "_x0041_",
  };
  return names[index % std::size(names)];
}
constexpr std::size_t n_hostile_names = 12;

/// charted_results() in which every name is a hostile one, and numbers that are none.
inline results::Results hostile_results() {
  results::Results results = charted_results();
  std::size_t next = 0;
  auto const name = [&] { return hostile_name(next++); };
  results.scenario = hostile_name(4);
  results.description = hostile_name(0);
  results::TargetResult const target = results.targets.front();
  results.targets.clear();
  for (std::size_t index = 0; index < n_hostile_names; ++index) {
    results.targets.push_back(target);
    results.targets.back().name = hostile_name(index);
    results::SeriesRow row = total_of("fte", "fte", 2026, 1);
    row.level = "school";
    row.unit = hostile_name(index);
    results.series.push_back(row);
  }
  for (results::FlowRow& flow : results.flows)
    flow.unit = name();
  for (results::KnownRow& known : results.known)
    known.cause = name();
  for (results::BudgetResult& budget : results.budgets)
    budget.board = name();
  for (results::DriverRow& driver : results.drivers) {
    driver.target = name();
    driver.parameter = name();
  }
  for (results::InputFile& input : results.inputs)
    input.name = name();
  for (results::SettingRow& setting : results.settings)
    setting.value = hostile_name(0);
  for (Problem& note : results.notes)
    note.message = {name(), name()};
  results.result_hash = "&L&G=1";
  results.targets.front().probability = std::numeric_limits<double>::quiet_NaN();
  results.targets.front().standard_error = std::numeric_limits<double>::infinity();
  return results;
}

/// full_staffing() with hostile names.
inline study::StaffingTable hostile_staffing() {
  study::StaffingTable staffing = full_staffing();
  study::StaffingRow const row = staffing.rows.front();
  for (std::size_t index = 0; index < n_hostile_names; ++index) {
    staffing.rows.push_back(row);
    staffing.rows.back().unit = hostile_name(index);
    staffing.rows.back().known.front().cause = hostile_name(index);
  }
  staffing.rows.front().demand = std::numeric_limits<double>::quiet_NaN();
  staffing.notes.push_back({hostile_name(0), hostile_name(0)});
  return staffing;
}

}  // namespace meesterplan::tests
