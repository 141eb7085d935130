#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/model/compile.hpp"
#include "sim/model/counters.hpp"
#include "sim/model/space.hpp"

namespace meesterplan::model {

/// An effect that can change something in this scenario, and where it holds.
struct PolicyEffect {
  scenario::Effect const* effect = nullptr;
  EffectTerm term;
  std::vector<std::uint8_t> held;  ///< [scope]
  /// [scope] bottlenecks that occur there and that it can at most lift; of a policy
  std::vector<std::vector<std::int32_t>> attached;
};

/// What compile() has in hand while it makes a Model: the scenario, what is
/// made so far, and what there is to tell.
struct Building {
  explicit Building(scenario::Scenario const& scenario);

  scenario::Scenario const& scenario;
  Model model;
  Names names;
  ParameterBuilder parameters;
  std::vector<Problem> problems;

  std::vector<std::int32_t> section_of;        ///< [section of the scenario] index in the model
  std::vector<std::int32_t> school_of;         ///< [school of the scenario] index in the model
  std::vector<std::string> subjects;           ///< [subject] sorted names
  std::vector<std::int32_t> scenario_section;  ///< [section] index in the scenario
  std::vector<std::int32_t> scenario_school;   ///< [school] index in the scenario
  std::vector<std::int32_t> scenario_person;   ///< [row of people] index in the scenario

  /// [section] millionths of lessons in upper vwo and upper havo of first-degree
  /// staff of whom the file says nothing; empty: none.
  std::vector<std::array<std::int32_t, 2>> default_upper;

  /// Effects of bottlenecks, then of policies, each by name.
  std::vector<PolicyEffect> effects;

  std::vector<std::int32_t> metrics;  ///< recorded, indexes into all_metrics(), ascending
  std::vector<std::int32_t> flows;    ///< recorded, indexes into all_flows(), ascending
  std::array<bool, counter::n_cost_end> asked{};  ///< [Counter] somebody reads it

  /// Tells something at its place.
  void tell(Severity severity, Place place, std::string field, Text message);
  Space space() const;

  std::int32_t section_index(int scenario_section_index) const {
    return section_of[static_cast<std::size_t>(scenario_section_index)];
  }
};

// The steps of compile(), in this order; each fills its part of the Model.

/// Whether somebody may ever hold a contract that is not permanent.
bool has_temporary(scenario::Scenario const& scenario);
/// Whether vacancies are filled from a labour market.
bool has_market(scenario::Scenario const& scenario);
/// Whether there are places in scales, or rights to them.
bool has_function_mix(scenario::Scenario const& scenario);
/// Whether somebody who leaves for another board may look for work in the same region.
bool has_movers(scenario::Scenario const& scenario);
/// Whether somebody replaces another; such fte is no part of demand.
bool has_replacements(scenario::Scenario const& scenario);

/// Units, subjects and their names; all sorted by key, so that no order of
/// rows in a file matters.
void build_units(Building& building);
/// Which policies and bottlenecks there are, where they hold, and their effects.
void build_policies(Building& building);
/// Clocks of exit, enrolment and hours.
void build_exits(Building& building);
void build_enrolment(Building& building);
void build_hours(Building& building);
/// The state pension table.
void build_pension(Building& building);
/// Recruitment.
void build_recruitment(Building& building);
/// The labour market.
void build_market(Building& building);
/// What policies do to everything that is no clock.
void build_effects(Building& building);
/// Study, net fte, lessons' rules and cover.
void build_rules(Building& building);
/// Places of the function mix, and rights to a scale.
void build_function_mix(Building& building);
/// Which persons are played and what is known to happen to them: the rows of
/// the workforce without their fields.
void list_people(Building& building);
/// What staff costs; after everything that it is paid for.
void build_money(Building& building);
/// What policies cost; a part of build_money().
void build_policy_costs(Building& building);
/// Demand by table and pupils.
void build_demand(Building& building);
/// Tells that `key`, asked for at `place`, is no metric, with the nearest that is.
void tell_unknown_metric(Building& building, std::string const& key, Place place,
                         std::string const& field);
/// Which metrics and flows are recorded, and what they ask of the model.
void choose_records(Building& building);
/// Which parts of the school year and fields of persons the rest asks for.
void choose_features(Building& building);
/// The fields of all persons, and what is unknown of them.
void fill_people(Building& building);
void list_unknowns(Building& building);
/// What the file tells of the coming years, for the results.
void list_known_changes(Building& building);
/// What is told of the years before, for the results.
void list_history(Building& building);
/// Shares of upper lessons where the file gives none, then what is usual.
void fill_lessons(Building& building);
void find_usual_upper(Building& building);
/// Which budgets are judged.
void plan_budgets(Building& building);
/// Bins and sizes of what is recorded.
void plan_records(Building& building, std::int64_t memory_limit);

}  // namespace meesterplan::model
