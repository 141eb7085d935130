#include "tests/model/compiled_school.hpp"

#include <algorithm>
#include <stdexcept>

#include "sim/base/hash.hpp"
#include "tests/support/scenarios.hpp"

namespace meesterplan::testing {

namespace {

/// Every column is read by some row.
scenario::CauseRates rates_by_everything() {
  scenario::CauseRates exits = exit_table(scenario::ExitCause::other_board, 0.1);
  scenario::RateRow& row = exits.rates.rows.front();
  row.cell.retirement.to = 1;
  row.cell.tenure.to = 40;
  row.cell.experience.to = 40;
  row.cell.years_since_master.to = 60;
  row.cell.fte.to = 1100;
  row.cell.degree = scenario::Degree::bachelor;
  row.cell.licence = scenario::Licence::first_degree;
  row.cell.contract = scenario::Contract::permanent;
  row.cell.subject = "maths";
  return exits;
}

auto place_of(model::Model const& model, std::string const& key) {
  return std::find(model.people.id.begin(), model.people.id.end(), hash64(key));
}

}  // namespace

scenario::Scenario two_sections() {
  scenario::Scenario scenario = empty_school(2025, 6);
  add_section(scenario, "maths");
  add_section(scenario, "art");
  scenario.exits = {rates_by_everything()};
  return scenario;
}

void give(scenario::Person& person, int section, int fte, scenario::Licence licence) {
  scenario::Assignment assignment;
  assignment.section = section;
  assignment.fte = Fte{fte};
  assignment.licence = licence;
  person.assignments.push_back(assignment);
}

std::size_t row_of(model::Model const& model, std::string const& key) {
  if (!has_row(model, key))
    throw std::out_of_range(key);
  return static_cast<std::size_t>(place_of(model, key) - model.people.id.begin());
}

bool has_row(model::Model const& model, std::string const& key) {
  return place_of(model, key) != model.people.id.end();
}

int at(model::Model const& model, std::string const& key, model::Column column) {
  return model.people[column].get(row_of(model, key));
}

std::vector<Problem> problems_of(scenario::Scenario const& scenario) {
  try {
    model::compile(scenario);
  } catch (InputError const& error) {
    return error.problems();
  }
  return {};
}

}  // namespace meesterplan::testing
