#include "sim/input/rules.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/core.h>

#include "sim/input/assign.hpp"
#include "sim/input/function_mix.hpp"
#include "sim/input/list_tables.hpp"
#include "sim/input/other_tables.hpp"
#include "sim/input/policies.hpp"
#include "sim/input/rate_tables.hpp"
#include "sim/input/read_money.hpp"

namespace meesterplan::input {
namespace {

using scenario::Programme;
using scenario::Quantity;
using scenario::Scenario;
using scenario::Uncertain;

constexpr Bounds share{0, 1};
constexpr Bounds any_size{0, std::numeric_limits<double>::infinity()};
constexpr int first_year = 1900;
constexpr int last_year = 2200;

/// A probability's or ratio's key; the default keeps its name for messages.
void read_uncertain_key(Keys const& keys, std::string_view key, Quantity quantity,
                        Uncertain& target) {
  assign(target, keys.uncertain(key, quantity));
}

void read_exit(ScenarioReading& context) {
  Scenario& scenario = context.scenario;
  Keys const keys = context.table("exit");
  keys.require("rates");
  for (NamedFile const& file : keys.files("rates")) {
    if (auto const sheet = context.sheet(file, exit_format())) {
      read_exit_rates(*sheet, scenario.exits);
    }
  }
  for (NamedFile const& file : keys.files("factors")) {
    if (auto const sheet = context.sheet(file, exit_factors_format())) {
      read_exit_factors(*sheet, scenario.exit_factors);
    }
  }
  assign(scenario.critical.years, keys.integer("critical_years", 0, 60));
  assign(scenario.critical.room_share, keys.number("room_share", share));
  read_uncertain_key(keys, "critical_no_room", Quantity::ratio, scenario.critical.no_room);
}

void read_people_rules(ScenarioReading& context) {
  Scenario& scenario = context.scenario;
  Keys const unknown = context.table("unknown");
  assign(scenario.unknown.weight, unknown.number("weight", any_size));
  if (auto const file = unknown.file("shares")) {
    if (auto const sheet = context.sheet(*file, reference_shares_format())) {
      read_reference_shares(*sheet, scenario.unknown);
    }
  }
  if (auto const file = context.table("pension").file("ages")) {
    if (auto const sheet = context.sheet(*file, pension_age_format())) {
      scenario.pension = read_pension(*sheet);
    }
  }
  read_uncertain_key(context.table("contracts"), "p_permanent", Quantity::probability,
                     scenario.contracts.p_permanent);
  Keys const hours = context.table("hours");
  assign(scenario.hours.step, hours.fte("step", {0.001, 1.2}));
  if (auto const file = hours.file("rates")) {
    if (auto const sheet = context.sheet(*file, hours_format()))
      read_hours(*sheet, scenario.hours);
  }
}

void read_capacity(Keys const& keys, scenario::StudyRules& study) {
  if (keys.names_file("capacity")) {
    std::string const word = keys.text("capacity").value_or("");
    if (word == "unlimited" || word == "onbeperkt")
      return;
    keys.error("capacity",
               {fmt::format("{} is geen capaciteit (een aandeel van 0 tot en met 1, of "
                            "\"unlimited\"). Vul een van beide in.",
                            quoted(word)),
                fmt::format("{} is not a capacity (a share from 0 to 1, or \"unlimited\"). Fill in "
                            "one of them.",
                            quoted(word))});
    return;
  }
  study.capacity = keys.number("capacity", share);
}

void read_study_rules(ScenarioReading& context) {
  Scenario& scenario = context.scenario;
  Keys const keys = context.table("study");
  read_uncertain_key(keys, "p_grant", Quantity::probability, scenario.study.p_grant);
  read_uncertain_key(keys, "without_grant", Quantity::probability, scenario.study.without_grant);
  read_capacity(keys, scenario.study);
  assign(scenario.net.study_leave_with_grant, keys.number("leave_with_grant", share));
  assign(scenario.net.study_leave_without_grant, keys.number("leave_without_grant", share));
}

void read_programme_uptake(ScenarioReading& context, Keys const& keys, Programme& programme) {
  if (!keys.require("uptake"))
    return;
  if (keys.names_file("uptake")) {
    if (auto const sheet = context.sheet(*keys.file("uptake"), uptake_format())) {
      std::string const stem = context.reading.table_name(sheet->file());
      programme.uptake = read_uptake(*sheet, stem + "/" + programme.name);
    }
    return;
  }
  programme.uptake.name = keys.field("uptake");
  if (auto value = keys.uncertain("uptake", Quantity::probability)) {
    programme.uptake.rows.push_back({value->place, {}, std::move(*value), {}});
  }
}

void read_programme(ScenarioReading& context, Value const& table) {
  Value const* const name = table.is_table() ? find(table, "name") : nullptr;
  auto const* const text = name == nullptr ? nullptr : name->get<std::string>();
  std::string const path = text == nullptr ? "programme" : "programme." + *text;
  Keys const keys(context.reading, &table, "programme", path);
  Programme programme;
  programme.place = table.place;
  if (keys.require("name"))
    programme.name = keys.text("name").value_or("");
  programme.degrees = keys.choices<scenario::Degree>("degrees", degree_words());
  programme.licences = keys.choices<scenario::Licence>("licences", licence_words());
  programme.contracts = keys.choices<scenario::Contract>("contracts", contract_words());
  programme.subjects = keys.texts("subjects");
  assign(programme.age.from, keys.integer("age_from", 0, 120));
  assign(programme.age.to, keys.integer("age_to", 0, 120));
  assign(programme.tenure.from, keys.integer("tenure_from", 0, 60));
  if (keys.require("gives_degree")) {
    assign(programme.gives_degree, keys.choice<scenario::Degree>("gives_degree", degree_words()));
  }
  assign(programme.gives_kind,
         keys.choice<scenario::MasterKind>("gives_kind", master_kind_words()));
  programme.gives_licence = keys.choice<scenario::Licence>("gives_licence", licence_words());
  if (keys.require("years"))
    assign(programme.years, keys.integer("years", 1, 8));
  read_programme_uptake(context, keys, programme);
  for (std::string_view const key : {"completion_with_grant", "completion_without_grant"}) {
    keys.require(key);
  }
  read_uncertain_key(keys, "completion_with_grant", Quantity::probability,
                     programme.completion_with_grant);
  read_uncertain_key(keys, "completion_without_grant", Quantity::probability,
                     programme.completion_without_grant);
  read_uncertain_key(keys, "delay", Quantity::probability, programme.delay);
  read_uncertain_key(keys, "tuition", Quantity::amount, programme.tuition);
  context.scenario.programmes.push_back(std::move(programme));
}

void read_net(ScenarioReading& context) {
  scenario::NetRules& net = context.scenario.net;
  Keys const keys = context.table("net");
  if (auto const file = keys.file("leave")) {
    if (auto const sheet = context.sheet(*file, leave_format())) {
      net.leave_by_age = read_leave(*sheet);
    }
  }
  read_uncertain_key(keys, "leave_uptake", Quantity::probability, net.leave_uptake);
  assign(net.starter_first_year, keys.number("starter_first_year", share));
  assign(net.starter_second_year, keys.number("starter_second_year", share));
  assign(net.other_tasks, keys.number("other_tasks", share));
  read_uncertain_key(keys, "sick_leave", Quantity::probability, net.sick_leave);
}

void read_demand_rules(ScenarioReading& context) {
  Scenario& scenario = context.scenario;
  scenario::Demand& demand = scenario.demand;
  Keys const keys = context.table("demand");
  assign(demand.mode, keys.choice<scenario::DemandMode>("mode", demand_mode_words()));
  bool const by_table = demand.mode == scenario::DemandMode::table;
  bool const by_pupils = demand.mode == scenario::DemandMode::pupils;
  if (by_table)
    keys.require("table");
  if (by_pupils) {
    keys.require("pupils");
    keys.require("lessons");
  }
  // Files of another mode may stand there for a variant; they are not opened.
  auto const table = by_table ? keys.file("table") : std::nullopt;
  auto const pupils = by_pupils ? keys.file("pupils") : std::nullopt;
  auto const lessons = by_pupils ? keys.file("lessons") : std::nullopt;
  if (table && context.sections) {
    if (auto const sheet = context.sheet(*table, demand_format())) {
      demand.table = read_demand(*sheet, *context.sections, scenario);
    }
  }
  if (pupils && context.sections) {
    if (auto const sheet = context.sheet(*pupils, pupils_format())) {
      demand.pupils = read_pupils(*sheet, scenario);
    }
  }
  if (lessons) {
    if (auto const sheet = context.sheet(*lessons, lessons_format())) {
      demand.lessons = read_lessons(*sheet);
    }
  }
  assign(demand.lesson_minutes, keys.number("lesson_minutes", {1, 600}));
  assign(demand.weeks, keys.number("weeks", {1, 53}));
  assign(demand.full_time_hours, keys.number("full_time_hours", {1, 3000}));
  read_uncertain_key(keys, "growth_error", Quantity::other, demand.growth_error);
}

void read_recruitment(ScenarioReading& context) {
  scenario::Recruitment& recruitment = context.scenario.recruitment;
  using scenario::RecruitmentMode;
  Keys const keys = context.table("recruitment");
  if (keys.require("mode")) {
    assign(recruitment.mode, keys.choice<RecruitmentMode>("mode", recruitment_mode_words()));
  }
  assign(recruitment.min_vacancy, keys.fte("min_vacancy", {0.001, 10}));
  recruitment.stop = keys.integers("stop", first_year, last_year);
  bool const fills = recruitment.mode == RecruitmentMode::fill;
  if (fills && keys.require("fill")) {
    if (keys.names_file("fill")) {
      if (auto const sheet = context.sheet(*keys.file("fill"), fill_format())) {
        recruitment.fill = read_fill(*sheet);
      }
    } else if (auto value = keys.uncertain("fill", Quantity::probability)) {
      recruitment.fill.push_back({value->place, {}, std::move(*value)});
    }
  }
  if (recruitment.mode != RecruitmentMode::none && keys.require("entrants")) {
    auto const file = keys.file("entrants");
    auto const sheet = file ? context.sheet(*file, entrants_format()) : std::nullopt;
    if (sheet)
      recruitment.entrants = read_entrants(*sheet);
  }
}

void read_market(ScenarioReading& context) {
  scenario::Market& market = context.scenario.market;
  Keys const keys = context.table("market");
  bool const used = context.scenario.recruitment.mode == scenario::RecruitmentMode::market;
  // The file of another mode may stand there for a variant; it is not opened.
  if (used && keys.require("pool")) {
    auto const file = keys.file("pool");
    auto const sheet = file ? context.sheet(*file, pool_format()) : std::nullopt;
    if (sheet)
      market.pool = read_pool(*sheet);
  }
  read_uncertain_key(keys, "p_inside", Quantity::probability, market.p_inside);
  read_uncertain_key(keys, "pool_retention", Quantity::probability, market.pool_retention);
  assign(market.preference, keys.choice<scenario::Preference>("preference", preference_words()));
  assign(market.mover_contract,
         keys.choice<scenario::Contract>("mover_contract", contract_words()));
}

void read_lesson_rules(ScenarioReading& context) {
  Scenario& scenario = context.scenario;
  if (find(context.root, "lessons") != nullptr) {
    Keys const keys = context.table("lessons");
    scenario::LessonRules& lessons = scenario.lessons.emplace();
    assign(lessons.order, keys.choice<scenario::LessonOrder>("order", lesson_order_words()));
    assign(lessons.max_upper, keys.number("max_upper", share));
  }
  Keys const cover = context.table("cover");
  read_uncertain_key(cover, "own_staff", Quantity::probability, scenario.cover.own_staff);
  read_uncertain_key(cover, "unqualified", Quantity::probability, scenario.cover.unqualified);
}

void read_surplus(ScenarioReading& context) {
  constexpr int longest_notice = 10;
  Scenario& scenario = context.scenario;
  Keys const keys = context.table("surplus");
  assign(scenario.surplus, keys.choice<scenario::SurplusMode>("mode", surplus_mode_words()));
  assign(scenario.redundancy.notice_years, keys.integer("notice_years", 0, longest_notice));
  assign(scenario.redundancy.per, keys.choice<scenario::Level>("per", unit_words()));
}

void read_target(ScenarioReading& context, Value const& table) {
  Keys const keys(context.reading, &table, "target", "target");
  scenario::Target target;
  target.place = table.place;
  if (keys.require("name"))
    target.name = keys.text("name").value_or("");
  if (keys.require("metric"))
    target.metric = keys.text("metric").value_or("");
  assign(target.level, keys.choice<scenario::Level>("level", level_words()));
  target.unit = keys.text("unit").value_or("");
  std::optional<Rational> const least = keys.rational("at_least");
  std::optional<Rational> const most = keys.rational("at_most");
  if (keys.has("at_least") == keys.has("at_most")) {
    keys.error("at_least", {"een doel heeft een grens (at_least of at_most). Vul een van beide in.",
                            "a target has one bound (at_least or at_most). Fill in one of them."});
  }
  target.direction = most ? scenario::Direction::at_most : scenario::Direction::at_least;
  if (most || least)
    target.bound = most ? *most : *least;
  bool const in_percents = keys.is_percentage(most ? "at_most" : "at_least");
  target.form = in_percents ? scenario::BoundForm::percentage : scenario::BoundForm::number;
  if (!keys.require("year"))
    return;
  if (std::optional<std::int64_t> const year = keys.integer("year", first_year, last_year)) {
    target.year = static_cast<int>(*year);
    context.scenario.targets.push_back(std::move(target));
  }
}

void read_question(ScenarioReading& context, Value const& table) {
  Keys const keys(context.reading, &table, "question", "question");
  bool const is_named = keys.require("name");
  if (!keys.require("text") || !is_named)
    return;
  context.scenario.questions.push_back({table.place, keys.text("name").value_or(""),
                                        keys.text("text").value_or(""),
                                        keys.text("answer").value_or("")});
}

}  // namespace

Keys ScenarioReading::table(std::string_view name) const {
  return {reading, find(root, name), name, std::string(name)};
}

std::optional<Sheet> ScenarioReading::sheet(NamedFile const& file, Format format) const {
  std::optional<int> const opened = reading.open_table(file.path, file.place, file.field);
  if (!opened)
    return std::nullopt;
  HeaderRules rules{ignored_columns, {}};
  auto const own = own_columns.find(format.name);
  if (own != own_columns.end())
    rules.own = own->second;
  return std::optional<Sheet>(std::in_place, reading, *opened, std::move(format), rules);
}

void read_rules(ScenarioReading& context) {
  read_exit(context);
  read_people_rules(context);
  read_study_rules(context);
  for_each_table(context.reading, find(context.root, "programme"), "programme", [&](auto& table) {
    constexpr std::array<std::string_view, 2> needed{"gives_degree", "years"};
    if (!is_misnamed(context.reading, *find(context.root, "programme"), "programme", table, needed))
      read_programme(context, table);
  });
  read_net(context);
  read_demand_rules(context);
  read_recruitment(context);
  read_market(context);
  read_lesson_rules(context);
  read_surplus(context);
  read_function_mix(context);
  read_policies(context);
  read_money(context);
  for_each_table(context.reading, find(context.root, "target"), "target", [&](auto& table) {
    constexpr std::array<std::string_view, 1> needed{"metric"};
    if (!is_misnamed(context.reading, *find(context.root, "target"), "target", table, needed))
      read_target(context, table);
  });
  for_each_table(context.reading, find(context.root, "question"), "question", [&](auto& table) {
    constexpr std::array<std::string_view, 1> needed{"text"};
    if (!is_misnamed(context.reading, *find(context.root, "question"), "question", table, needed))
      read_question(context, table);
  });
  Keys const record = context.table("record");
  context.scenario.recording.metrics = record.texts("metrics");
  context.scenario.recording.place = record.place("metrics");
  context.scenario.recording.levels = record.choices<scenario::Level>("levels", level_words());
}

}  // namespace meesterplan::input
