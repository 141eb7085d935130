#include "tests/scenario/small_school.hpp"

#include <limits>

#include "sim/scenario/validate.hpp"

namespace meesterplan::scenario {
namespace {

Person teacher(std::string key, int section) {
  Person person;
  person.key = std::move(key);
  person.born_first = person.born_last = Month::of(1980, 5);
  person.tenure = 5;
  person.experience = 10;
  person.degree = Degree::bachelor;
  Assignment assignment;
  assignment.section = section;
  assignment.fte = Fte{800};
  assignment.licence = Licence::second_degree;
  person.assignments.push_back(assignment);
  return person;
}

Section section(std::string key) {
  Section section;
  section.subject = key;
  section.key = std::move(key);
  return section;
}

}  // namespace

RateRow age_row(int from, int to, double probability) {
  RateRow row;
  row.cell.age = {from, to};
  row.value = Uncertain::probability(probability);
  return row;
}

Scenario small_school() {
  Scenario scenario;
  scenario.name = "small";
  scenario.start = 2025;
  scenario.years = 5;
  School school;
  school.key = "school";
  scenario.schools = {school};
  scenario.sections = {section("art"), section("maths")};
  scenario.people = {teacher("a", 0), teacher("b", 1)};
  constexpr int open = std::numeric_limits<int>::max();
  scenario.exits = {
      {ExitCause::retirement, {"exit/retirement", {age_row(0, 66, 0.02), age_row(67, open, 1)}}}};
  return scenario;
}

std::string told(Scenario const& scenario) {
  std::string text;
  for (Problem const& problem : validate(scenario)) {
    text += to_string(problem, Language::en) + "\n";
  }
  return text;
}

}  // namespace meesterplan::scenario
