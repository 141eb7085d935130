#include "tests/support/scenarios.hpp"

#include <cstddef>
#include <utility>

namespace meesterplan::testing {

namespace {

using scenario::Degree;
using scenario::ExitCause;
using scenario::RateRow;
using scenario::Scenario;
using scenario::Uncertain;

constexpr int last_age_at_work = 66;

RateRow certain_above(int age) {
  RateRow row = rate_row(1);
  row.cell.age.from = age + 1;
  return row;
}

/// Exit in the reference work: a straight line from 22 to 59, then one to 1.
double reference_exit(Degree degree, int age) {
  constexpr int first = 22;
  constexpr int bend = 59;
  constexpr int certain = 67;
  bool const master = degree >= Degree::hbo_master;
  double const young = master ? 0.08 : 0.10;
  double const old = master ? 0.04 : 0.05;
  if (age <= bend) {
    return young + (old - young) * (age - first) / (bend - first);
  }
  return old + (1 - old) * (age - bend) / (certain - bend);
}

scenario::CauseRates reference_exits() {
  scenario::CauseRates exits;
  exits.cause = ExitCause::leaves_profession;
  exits.rates.name = "exit";
  for (Degree const degree :
       {Degree::none, Degree::bachelor, Degree::hbo_master, Degree::wo_master}) {
    for (int age = 22; age <= last_age_at_work; ++age) {
      RateRow row = rate_row(reference_exit(degree, age));
      row.cell.age.to = age;
      if (age > 22) {
        row.cell.age.from = age;
      }
      row.cell.degree = degree;
      exits.rates.rows.push_back(row);
    }
  }
  exits.rates.rows.push_back(certain_above(last_age_at_work));
  return exits;
}

scenario::Programme reference_programme() {
  scenario::Programme programme;
  programme.name = "master";
  programme.degrees = {Degree::bachelor};
  programme.gives_degree = Degree::wo_master;
  programme.years = 2;
  programme.uptake = flat_table("uptake", 0.04);
  programme.completion_with_grant = Uncertain::probability(0.8);
  programme.completion_without_grant = Uncertain::probability(0.8);
  return programme;
}

void add_reference_teachers(Scenario& scenario, int section, int n_teachers) {
  for (int teacher = 0; teacher < n_teachers; ++teacher) {
    std::string const key = std::to_string(section) + "-" + std::to_string(teacher);
    scenario::Person& person = add_person(scenario, key, section, 23 + (teacher * 7) % 42);
    bool const master = (teacher * 37) % 100 < 20 + 3 * section;
    person.degree = master ? Degree::wo_master : Degree::bachelor;
    if (!master && teacher % 25 == 0) {
      person.study = scenario::StudyStatus{"master", 1, true};
    }
  }
}

}  // namespace

Scenario empty_school(int start, int years) {
  Scenario scenario;
  scenario.name = "test";
  scenario.start = start;
  scenario.years = years;
  scenario.replicates = 100;
  scenario.sources = {{"test.toml", 0}};
  add_school(scenario, "school");
  return scenario;
}

int add_school(Scenario& scenario, std::string key, std::string board, std::string region) {
  scenario::School school;
  school.key = std::move(key);
  school.board = std::move(board);
  school.region = std::move(region);
  scenario.schools.push_back(std::move(school));
  return static_cast<int>(scenario.schools.size()) - 1;
}

int add_section(Scenario& scenario, std::string subject, int school) {
  std::string const key = subject;
  return add_section_called(scenario, key, std::move(subject), school);
}

int add_section_called(Scenario& scenario, std::string key, std::string subject, int school) {
  scenario::Section section;
  section.name = key;
  section.key = std::move(key);
  section.subject = std::move(subject);
  section.school = school;
  scenario.sections.push_back(std::move(section));
  return static_cast<int>(scenario.sections.size()) - 1;
}

scenario::Person& add_person(Scenario& scenario, std::string key, int section, int age) {
  scenario::Person person;
  person.key = std::move(key);
  person.born_first = Month{reference_month(scenario.start).index - 12 * age};
  person.born_last = person.born_first;
  person.tenure = age > 25 ? age - 25 : 0;
  person.experience = person.tenure;
  person.degree = Degree::bachelor;
  scenario::Assignment assignment;
  assignment.section = section;
  assignment.fte = Fte{1000};
  assignment.licence = scenario::Licence::second_degree;
  person.assignments.push_back(assignment);
  scenario.people.push_back(std::move(person));
  return scenario.people.back();
}

Uncertain uncertain(scenario::Quantity quantity, double central, double low, double high,
                    std::string name) {
  Uncertain number;
  number.central = central;
  number.interval = scenario::Interval{low, high};
  number.quantity = quantity;
  number.name = std::move(name);
  return number;
}

RateRow rate_row(double probability) {
  RateRow row;
  row.value = Uncertain::probability(probability);
  return row;
}

scenario::RateTable flat_table(std::string name, double probability) {
  scenario::RateTable table;
  table.name = std::move(name);
  table.rows.push_back(rate_row(probability));
  return table;
}

scenario::CauseRates exit_table(ExitCause cause, double probability) {
  scenario::CauseRates exits;
  exits.cause = cause;
  exits.rates = flat_table("exit", probability);
  exits.rates.rows.front().cell.age.to = last_age_at_work;
  exits.rates.rows.push_back(certain_above(last_age_at_work));
  return exits;
}

scenario::CauseRates exit_by_age(ExitCause cause, int from,
                                 std::vector<double> const& probability) {
  scenario::CauseRates exits;
  exits.cause = cause;
  exits.rates.name = "exit";
  int age = from;
  for (double const p : probability) {
    RateRow row = rate_row(p);
    row.cell.age.to = age;
    if (age > from) {
      row.cell.age.from = age;
    }
    exits.rates.rows.push_back(row);
    ++age;
  }
  exits.rates.rows.push_back(certain_above(age - 1));
  return exits;
}

scenario::EntrantRow entrant(int age_from, int age_to, Degree degree) {
  scenario::EntrantRow row;
  row.age = {age_from, age_to};
  row.degree = degree;
  row.contract = scenario::Contract::permanent;
  row.fte = Fte{1000};
  return row;
}

scenario::Target target_of(std::string metric, scenario::Level level, Rational bound, int year) {
  scenario::Target target;
  target.name = metric;
  target.metric = std::move(metric);
  target.level = level;
  target.bound = bound;
  target.year = year;
  return target;
}

Scenario reference_work(int n_teachers, int years) {
  constexpr int n_sections = 12;
  constexpr int start = 2025;
  Scenario scenario = empty_school(start, years);
  scenario.name = "reference work";
  for (int section = 0; section < n_sections; ++section) {
    std::string const number = std::to_string(section);
    add_section(scenario, (section < 10 ? "section 0" : "section ") + number);
    int const rest = section == 0 ? n_teachers % n_sections : 0;
    add_reference_teachers(scenario, section, n_teachers / n_sections + rest);
  }
  scenario.exits = {reference_exits()};
  scenario.programmes = {reference_programme()};
  scenario.recruitment.mode = scenario::RecruitmentMode::one_to_one;
  scenario::EntrantRow bachelor = entrant(23, 45, Degree::bachelor);
  bachelor.weight = Uncertain::ratio(0.65);
  scenario::EntrantRow master = entrant(23, 45, Degree::wo_master);
  master.weight = Uncertain::ratio(0.35);
  scenario.recruitment.entrants = {bachelor, master};
  scenario.recording.metrics = {"masters"};
  scenario.recording.levels = {scenario::Level::section};
  scenario.targets = {
      target_of("masters", scenario::Level::section, Rational{1, 2}, start + years)};
  return scenario;
}

}  // namespace meesterplan::testing
