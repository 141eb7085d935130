#include "sim/model/compile.hpp"

#include <utility>

#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

/// Throws when something told so far is an error: what follows relies on it.
void stop_at_errors(Building& building) {
  std::vector<Problem> told = building.problems;
  auto const& fitted = building.parameters.problems();
  told.insert(told.end(), fitted.begin(), fitted.end());
  if (!has_errors(told)) {
    return;
  }
  sort_problems(told);
  throw InputError(std::move(told));
}

}  // namespace

Building::Building(scenario::Scenario const& given) : scenario(given), parameters(given.sources) {
  model.seed = given.seed;
  model.replicates = given.replicates;
  model.start = given.start;
  model.years = given.years;
  names.scenario = given.name;
  names.description = given.description;
  names.sources = given.sources;
  names.targets = given.targets;
}

void Building::tell(Severity severity, Place place, std::string field, Text message) {
  problems.push_back(scenario::problem_at(place, scenario.sources, severity, std::move(field),
                                          std::move(message)));
}

Space Building::space() const {
  return Space(subjects, model.start, model.years, model.policies.n_scopes);
}

Compiled compile(scenario::Scenario const& scenario, std::int64_t memory_limit) {
  Building building(scenario);
  build_units(building);
  build_policies(building);
  build_exits(building);
  build_enrolment(building);
  build_hours(building);
  build_pension(building);
  build_recruitment(building);
  build_market(building);
  build_effects(building);
  build_rules(building);
  build_money(building);
  build_demand(building);
  build_function_mix(building);
  list_people(building);
  choose_records(building);
  list_history(building);
  stop_at_errors(building);

  Model& model = building.model;
  model.parameters = building.parameters.set();
  model.draw_parameters =
      scenario.uncertainty == scenario::Uncertainty::all && model.parameters.n_parameters() > 0;
  building.names.parameters = building.parameters.names();
  choose_features(building);
  fill_lessons(building);
  fill_people(building);
  list_unknowns(building);
  list_known_changes(building);
  find_usual_upper(building);
  plan_budgets(building);
  plan_records(building, memory_limit);
  stop_at_errors(building);

  std::vector<Problem> notes = std::move(building.problems);
  auto const& fitted = building.parameters.problems();
  notes.insert(notes.end(), fitted.begin(), fitted.end());
  sort_problems(notes);
  return {std::move(building.model), std::move(building.names), std::move(notes)};
}

bool ClockModel::uncertain() const {
  for (HazardGroup const& group : groups) {
    if (!group.drawn.empty()) {
      return true;
    }
  }
  for (FactorTable const& factor : factors) {
    if (factor.varies()) {
      return true;
    }
  }
  return false;
}

}  // namespace meesterplan::model
