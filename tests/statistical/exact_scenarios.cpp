#include "tests/statistical/exact_scenarios.hpp"

#include <limits>
#include <string>

#include "tests/engine/random_scenario.hpp"
#include "tests/support/scenarios.hpp"

namespace meesterplan::testing {

using namespace scenario;

namespace {

constexpr int lowest = std::numeric_limits<int>::min();
constexpr int highest = std::numeric_limits<int>::max();

RateRow row(Cell cell, double probability) {
  RateRow made;
  made.cell = std::move(cell);
  made.value = Uncertain::probability(probability);
  return made;
}

Cell of_age(int from, int to) {
  Cell cell;
  cell.age = {from, to};
  return cell;
}

Factor factor(std::string name, FactorKind kind, Cell cell, double ratio) {
  Factor made;
  made.name = std::move(name);
  made.kind = kind;
  RateRow one;
  one.cell = std::move(cell);
  one.value = Uncertain::ratio(ratio);
  made.ratios.rows = {one};
  return made;
}

void add_people(Scenario& scenario, int section, int n, Dice& dice) {
  for (int index = 0; index < n; ++index) {
    int const age = dice.between(22, 66);
    Person& person =
        add_person(scenario, std::to_string(section) + "/" + std::to_string(index), section, age);
    person.born_first = Month{person.born_first.index - dice.between(0, 11)};
    person.born_last = person.born_first;
    if (dice.chance(0.1))
      person.born_last = Month{person.born_first.index + 7};
    person.experience = dice.between(0, age - 21);
    person.tenure = dice.between(0, person.experience);
    person.degree =
        dice.one_of<Degree>({Degree::none, Degree::bachelor, Degree::bachelor, Degree::bachelor,
                             Degree::hbo_master, Degree::wo_master, Degree::unknown});
    if (dice.chance(0.5) && (person.degree == Degree::wo_master))
      person.years_since_master = dice.between(0, 10);
    person.assignments.front().licence =
        dice.chance(0.5) ? Licence::first_degree : Licence::second_degree;
    if (person.tenure <= 1 && dice.chance(0.7))
      person.contract = Contract::temporary;
    if (person.degree == Degree::bachelor && dice.chance(0.2))
      person.study = StudyStatus{dice.chance(0.5) ? "hbo" : "wo", 1, dice.chance(0.5)};
  }
}

void add_exits(Scenario& scenario) {
  CauseRates retirement;
  retirement.cause = ExitCause::retirement;
  auto const by_r = [](int from, int to) {
    Cell cell;
    cell.retirement = {from, to};
    return cell;
  };
  retirement.rates.rows = {row(by_r(lowest, -5), 0), row(by_r(-4, -1), 0.12), row(by_r(0, 0), 0.6),
                           row(by_r(1, highest), 1)};
  CauseRates leaves;
  leaves.cause = ExitCause::leaves_profession;
  leaves.rates.rows = {row(of_age(lowest, 29), 0.04), row(of_age(30, 49), 0.03),
                       row(of_age(50, highest), 0.02)};
  CauseRates moves;
  moves.cause = ExitCause::other_board;
  moves.rates.rows = {row({}, 0.03)};
  CauseRates dies;
  dies.cause = ExitCause::disability_or_death;
  dies.rates.rows = {row(of_age(lowest, 49), 0.002), row(of_age(50, highest), 0.01)};
  scenario.exits = {retirement, leaves, moves, dies};
  Cell first;
  first.experience = {0, 0};
  Cell second;
  second.experience = {1, 2};
  Cell fresh;
  fresh.tenure = {0, 3};
  Cell recent;
  recent.years_since_master = {0, 4};
  Cell masters;
  masters.degree = Degree::wo_master;
  Cell maths;
  maths.subject = "wiskunde";
  maths.year = {2027, highest};
  scenario.exit_factors = {factor("first", FactorKind::starter, first, 4),
                           factor("second", FactorKind::starter, second, 1.5),
                           factor("fresh", FactorKind::tenure, fresh, 1.8),
                           factor("recent", FactorKind::general, recent, 0.5),
                           factor("masters", FactorKind::general, masters, 1.3),
                           factor("maths", FactorKind::general, maths, 2)};
  scenario.exit_factors[5].causes = {ExitCause::leaves_profession};
}

void add_study(Scenario& scenario) {
  Programme hbo;
  hbo.name = "hbo";
  hbo.degrees = {Degree::bachelor};
  hbo.licences = {Licence::second_degree};
  hbo.contracts = {Contract::permanent};
  hbo.age = {lowest, 54};
  hbo.gives_degree = Degree::hbo_master;
  hbo.gives_licence = Licence::first_degree;
  hbo.years = 3;
  hbo.uptake.rows = {row(of_age(lowest, 39), 0.12), row(of_age(40, highest), 0.06)};
  hbo.completion_with_grant = Uncertain::probability(0.75);
  hbo.completion_without_grant = Uncertain::probability(0.7);
  hbo.delay = Uncertain::probability(0.15);
  Programme wo = hbo;
  wo.name = "wo";
  wo.degrees = {Degree::bachelor, Degree::hbo_master};
  wo.licences = {};
  wo.contracts = {};
  wo.tenure = {1, highest};
  wo.gives_degree = Degree::wo_master;
  wo.gives_licence = {};
  wo.years = 2;
  wo.uptake.rows = {row({}, 0.08)};
  scenario.programmes = {hbo, wo};
  scenario.study.p_grant = Uncertain::probability(0.8);
  scenario.study.without_grant = Uncertain::probability(0.6);
}

}  // namespace

Scenario rich_scenario() {
  Scenario scenario = empty_school(2024, 10);
  scenario.seed = 20241001;
  scenario.pension = {{{}, Month::of(2024, 1), 67 * 12}, {{}, Month::of(2028, 1), 67 * 12 + 3}};
  add_exits(scenario);
  add_study(scenario);
  scenario.contracts.p_permanent = Uncertain::probability(0.85);
  EntrantRow starter = entrant(22, 29, Degree::bachelor);
  starter.contract = Contract::temporary;
  starter.weight = Uncertain::ratio(5);
  EntrantRow master = entrant(23, 45, Degree::wo_master);
  master.licence = Licence::first_degree;
  master.years_since_master = 0;
  master.experience = {0, 4};
  master.weight = Uncertain::ratio(2);
  EntrantRow side = entrant(35, 50, Degree::hbo_master);
  side.origin = Origin::side_entrant;
  side.contract = Contract::temporary;
  side.licence = Licence::unlicensed;
  side.licensed_after = 2;
  scenario.recruitment.mode = RecruitmentMode::one_to_one;
  scenario.recruitment.entrants = {starter, master, side};
  Dice dice(5);
  int const sizes[] = {5, 20, 40};
  char const* const subjects[] = {"frans", "lo", "wiskunde"};
  for (int index = 0; index < 3; ++index)
    add_people(scenario, add_section(scenario, subjects[index]), sizes[index], dice);
  for (auto& degrees : scenario.unknown.degree)
    degrees = {0.1, 0.5, 0.25, 0.15};
  scenario.unknown.licence = {0.4, 0.4, 0.1, 0.1};
  return scenario;
}

Scenario uncertain_scenario() {
  Scenario scenario = empty_school(2024, 6);
  scenario.seed = 77;
  CauseRates leaves;
  RateRow base;
  base.value = uncertain(Quantity::probability, 0.08, 0.04, 0.13, "shared");
  leaves.rates.rows = {base};
  scenario.exits = {leaves};
  Cell masters;
  masters.degree = Degree::wo_master;
  scenario.exit_factors = {factor("masters", FactorKind::general, masters, 1)};
  scenario.exit_factors.front().ratios.rows.front().value =
      uncertain(Quantity::ratio, 0.8, 0.5, 1.28, "shared");
  Programme programme;
  programme.name = "wo";
  programme.degrees = {Degree::bachelor};
  programme.years = 2;
  programme.uptake.rows = {base};
  programme.uptake.rows.front().value =
      uncertain(Quantity::probability, 0.15, 0.08, 0.24, "shared");
  programme.completion_with_grant = Uncertain::probability(0.8);
  programme.completion_without_grant = Uncertain::probability(0.8);
  scenario.programmes = {programme};
  scenario.recruitment.mode = RecruitmentMode::one_to_one;
  scenario.recruitment.entrants = {entrant(30, 30, Degree::bachelor)};
  for (int index = 0; index < 2; ++index) {
    int const section = add_section(scenario, index == 0 ? "frans" : "lo");
    for (int person = 0; person < 8 + 12 * index; ++person)
      add_person(scenario, std::to_string(index) + "/" + std::to_string(person), section,
                 30 + person)
          .degree = person % 4 == 0 ? Degree::wo_master : Degree::bachelor;
  }
  return scenario;
}

}  // namespace meesterplan::testing
