#include "tests/engine/reference_work.hpp"

#include <limits>
#include <string>

namespace meesterplan::testing {

using namespace scenario;

namespace {

constexpr int n_sections = 12;
constexpr int lowest = std::numeric_limits<int>::min();
constexpr int highest = std::numeric_limits<int>::max();

/// From `young` at 22 to `old` at 59 in a straight line, then to 1 at 67.
double exit_chance(double young, double old, int age) {
  if (age <= 59)
    return young + (old - young) * (age - 22) / 37;
  return old + (1 - old) * (age - 59) / 8;
}

RateTable exit_rates() {
  RateTable table;
  table.name = "exit";
  for (auto const degree : {Degree::bachelor, Degree::wo_master}) {
    bool const master = degree == Degree::wo_master;
    for (int age = 22; age <= 67; ++age) {
      RateRow row;
      row.cell.degree = degree;
      row.cell.age = {age == 22 ? lowest : age, age == 67 ? highest : age};
      row.value = Uncertain::probability(master ? exit_chance(0.08, 0.04, age)
                                                : exit_chance(0.10, 0.05, age));
      table.rows.push_back(row);
    }
  }
  return table;
}

Person teacher(int section, int g, int start) {
  Person person;
  person.key = std::to_string(section) + "/" + std::to_string(g);
  person.born_first = Month{reference_month(start).index - 12 * (23 + (g * 7) % 42) - 6};
  person.born_last = person.born_first;
  bool const master = (g * 37) % 100 < 20 + 3 * section;
  person.degree = master ? Degree::wo_master : Degree::bachelor;
  if (!master && g % 25 == 0)
    person.study = StudyStatus{"master", 1, false};
  Assignment assignment;
  assignment.section = section;
  assignment.fte = Fte{1000};
  assignment.licence = Licence::second_degree;
  person.assignments = {assignment};
  return person;
}

EntrantRow entrant(Degree degree, double weight) {
  EntrantRow row;
  row.weight = Uncertain::ratio(weight);
  row.age = {23, 45};
  row.degree = degree;
  row.contract = Contract::permanent;
  row.fte = Fte{1000};
  return row;
}

}  // namespace

Scenario reference_work(int n_teachers) {
  Scenario scenario;
  scenario.name = "reference work";
  scenario.start = 2024;
  scenario.years = 15;
  scenario.replicates = 100;
  scenario.schools = {School{}};
  scenario.schools.front().key = "school";
  for (int index = 0; index < n_sections; ++index) {
    Section section;
    section.key = "section" + std::to_string(index);
    section.name = section.key;
    section.subject = "subject" + std::to_string(index);
    scenario.sections.push_back(section);
    int const more = index == 0 ? n_teachers % n_sections : 0;
    for (int g = 0; g < n_teachers / n_sections + more; ++g)
      scenario.people.push_back(teacher(index, g, scenario.start));
  }
  CauseRates exits;
  exits.rates = exit_rates();
  scenario.exits = {exits};
  Programme programme;
  programme.name = "master";
  programme.degrees = {Degree::bachelor};
  programme.years = 2;
  programme.uptake.name = "uptake";
  RateRow row;
  row.value = Uncertain::probability(0.04);
  programme.uptake.rows = {row};
  programme.completion_with_grant = Uncertain::probability(0.8);
  programme.completion_without_grant = Uncertain::probability(0.8);
  scenario.programmes = {programme};
  scenario.recruitment.mode = RecruitmentMode::one_to_one;
  scenario.recruitment.entrants = {entrant(Degree::bachelor, 0.65),
                                   entrant(Degree::wo_master, 0.35)};
  scenario.recording.metrics = {"masters"};
  scenario.recording.levels = {Level::section};
  Target target;
  target.name = "half";
  target.metric = "masters";
  target.level = Level::section;
  target.bound = {1, 2};
  target.year = scenario.start + scenario.years;
  scenario.targets = {target};
  for (auto& degrees : scenario.unknown.degree)
    degrees = {0, 0.6, 0.2, 0.2};
  scenario.unknown.licence = {0.4, 0.4, 0.1, 0.1};
  return scenario;
}

}  // namespace meesterplan::testing
