// Closed forms of leaving.

#include <array>
#include <cmath>
#include <iostream>
#include <limits>
#include <string>

#include "tests/statistical/played.hpp"
#include "tests/statistical/verdict.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using namespace meesterplan::testing;

namespace {

constexpr int lowest = std::numeric_limits<int>::min();
constexpr int highest = std::numeric_limits<int>::max();
constexpr std::int64_t n_futures = 400;

void check(Verdict const& verdict) {
  std::cout << Catch::getResultCapture().getCurrentTestName() << ": " << verdict.summary() << "\n";
  CAPTURE(verdict.summary(), verdict.failures());
  CHECK(verdict.failures().empty());
}

Cell of_tenure(int from, int to) {
  Cell cell;
  cell.tenure = {from, to};
  return cell;
}

Cell of_experience(int from, int to) {
  Cell cell;
  cell.experience = {from, to};
  return cell;
}

Cell of_retirement(int from, int to) {
  Cell cell;
  cell.retirement = {from, to};
  return cell;
}

CauseRates retirement(double before, double in_the_year, double after) {
  CauseRates rates;
  rates.cause = ExitCause::retirement;
  rates.rates.rows = {rate_row_for(of_retirement(lowest, -2), 0),
                      rate_row_for(of_retirement(-1, -1), before),
                      rate_row_for(of_retirement(0, 0), in_the_year),
                      rate_row_for(of_retirement(1, highest), after)};
  return rates;
}

}  // namespace

TEST_CASE("A fractional pension age decides by the month in which year somebody retires") {
  // All retire in the school year in which they reach state pension age.
  Scenario scenario = empty_school(2024, 6);
  scenario.exits = {retirement(0, 1, 1)};
  struct Case {
    Month born;
    int gone_in;  ///< step
  };
  auto const check_cases = [&](std::vector<Case> const& cases) {
    Scenario one = scenario;
    for (std::size_t index = 0; index < cases.size(); ++index) {
      std::string const key = std::to_string(index);
      Person& person = add_person(one, key, add_section(one, "s" + key), 60);
      person.born_first = person.born_last = cases[index].born;
    }
    Played const played(one, 1);
    for (std::size_t index = 0; index < cases.size(); ++index) {
      CAPTURE(index);
      for (int step = 0; step <= 6; ++step)
        CHECK(played.sum("heads", step, "s" + std::to_string(index)) ==
              (step < cases[index].gone_in ? 1 : 0));
    }
  };
  SECTION("67 years and 3 months throughout") {
    scenario.pension = {{{}, Month::of(2020, 1), 67 * 12 + 3}};
    // Reached in April 2027, on 1 October 2027 itself, and a month after it.
    check_cases({{Month::of(1960, 1), 3}, {Month::of(1960, 7), 3}, {Month::of(1960, 8), 4}});
  }
  SECTION("67 years until 2027, 67 years and 3 months from 2028") {
    scenario.pension = {{{}, Month::of(2024, 1), 67 * 12}, {{}, Month::of(2028, 1), 67 * 12 + 3}};
    // Reached in September, October and December 2027 under the old age; who turns
    // 67 in January 2028 waits until April; in July 1961 born until October 2028.
    check_cases({{Month::of(1960, 9), 3},
                 {Month::of(1960, 10), 3},
                 {Month::of(1960, 11), 4},
                 {Month::of(1960, 12), 4},
                 {Month::of(1961, 1), 4},
                 {Month::of(1961, 7), 4},
                 {Month::of(1961, 8), 5}});
  }
}

TEST_CASE("Retirement by years from pension age has its closed form") {
  // 0.3 in the year before, 0.6 in the year itself, then certain.
  Scenario scenario = empty_school(2024, 4);
  scenario.pension = {{{}, Month::of(2020, 1), 67 * 12 + 3}};
  scenario.exits = {retirement(0.3, 0.6, 1)};
  int const section = add_section(scenario, "wiskunde");
  // Reaches pension age in February 2027: the step to 1 October 2027 is the year itself.
  add_alike(scenario, section, 100,
            [](Person& person) { person.born_first = person.born_last = Month::of(1959, 11); });
  Played const played(scenario, n_futures);
  std::int64_t const n = 100 * n_futures;
  Verdict verdict;
  verdict.judge("step 1", 1, n, played.sum("heads", 1));
  verdict.judge("step 2", 0.7, n, played.sum("heads", 2));
  verdict.judge("step 3", 0.7 * 0.4, n, played.sum("heads", 3));
  verdict.judge("step 4", 0, n, played.sum("heads", 4));
  check(verdict);
}

TEST_CASE("A birth month that is not known is drawn evenly") {
  // Of those born in 1960, who reach 67 by 1 October 2027 (January to October) leave.
  Scenario scenario = empty_school(2026, 1);
  scenario.pension = {{{}, Month::of(2020, 1), 67 * 12}};
  scenario.exits = {retirement(0, 1, 1)};
  int const section = add_section(scenario, "wiskunde");
  add_alike(scenario, section, 100, [](Person& person) {
    person.born_first = Month::of(1960, 1);
    person.born_last = Month::of(1960, 12);
  });
  Played const played(scenario, n_futures);
  Verdict verdict;
  verdict.judge("still there", 2.0 / 12, 100 * n_futures, played.sum("heads", 1));
  check(verdict);
}

TEST_CASE("A year's exit is 1 - exp(-H) with H the product of the factors") {
  Scenario scenario = empty_school(2024, 1);
  scenario.exits = {cause_of(ExitCause::leaves_profession, 0.1)};
  Cell bachelors;
  bachelors.degree = Degree::bachelor;
  // Experience 1 has a starter factor, so the tenure factor stays away.
  scenario.exit_factors = {factor_of(FactorKind::starter, of_experience(0, 2), 3),
                           factor_of(FactorKind::tenure, of_tenure(0, 9), 2),
                           factor_of(FactorKind::general, bachelors, 1.5)};
  int const starters = add_section(scenario, "starters");
  int const fresh = add_section(scenario, "fresh");
  int const old_hands = add_section(scenario, "old");
  auto const with = [](int experience, int tenure) {
    return [=](Person& person) {
      person.experience = experience;
      person.tenure = tenure;
    };
  };
  add_alike(scenario, starters, 100, with(1, 1));
  add_alike(scenario, fresh, 100, with(9, 1));
  add_alike(scenario, old_hands, 100, with(20, 12));
  Played const played(scenario, n_futures);
  Verdict verdict;
  std::int64_t const n = 100 * n_futures;
  verdict.judge("starters", 1 - std::pow(0.9, 3 * 1.5), n, played.sum("exits", 1, "starters"));
  verdict.judge("fresh", 1 - std::pow(0.9, 2 * 1.5), n, played.sum("exits", 1, "fresh"));
  verdict.judge("old", 1 - std::pow(0.9, 1.5), n, played.sum("exits", 1, "old"));
  check(verdict);
}

TEST_CASE("Competing causes share exits in proportion to their hazards") {
  Scenario scenario = empty_school(2024, 1);
  scenario.exits = {cause_of(ExitCause::leaves_profession, 0.2),
                    cause_of(ExitCause::other_board, 0.1),
                    cause_of(ExitCause::disability_or_death, 0.02)};
  // Acts on the first two causes only.
  scenario.exit_factors = {factor_of(FactorKind::general, {}, 1.7)};
  add_alike(scenario, add_section(scenario, "wiskunde"), 200, [](Person&) {});
  Played const played(scenario, n_futures);
  double const profession = -1.7 * std::log(0.8);
  double const board = -1.7 * std::log(0.9);
  double const death = -std::log(0.98);
  double const total = profession + board + death;
  double const leaves = 1 - std::exp(-total);
  std::int64_t const n = 200 * n_futures;
  Verdict verdict;
  verdict.judge("profession", leaves * profession / total, n,
                played.sum("exits_leaves_profession", 1));
  verdict.judge("board", leaves * board / total, n, played.sum("exits_other_board", 1));
  verdict.judge("death", leaves * death / total, n, played.sum("exits_disability_or_death", 1));
  check(verdict);
}

TEST_CASE("A certain cause is not touched by factors, and the first in the file wins") {
  Scenario scenario = empty_school(2024, 1);
  scenario.exits = {cause_of(ExitCause::other_board, 0.5), cause_of(ExitCause::other_sector, 1),
                    cause_of(ExitCause::leaves_profession, 1)};
  scenario.exit_factors = {factor_of(FactorKind::general, {}, 0.001)};
  add_alike(scenario, add_section(scenario, "wiskunde"), 50, [](Person&) {});
  Played const played(scenario, 20);
  CHECK(played.sum("heads", 1) == 0);
  CHECK(played.sum("exits_other_sector", 1) == 50 * 20);
}

TEST_CASE("Williams' manpower planning: one step without policy leaves 1800, 1425 and 950") {
  // H.P. Williams, Manpower planning: who has served over a year leaves with
  // 10, 5 and 5%, who has not with 25, 20 and 10%.
  Scenario scenario = empty_school(2024, 3);
  struct Class {
    char const* name;
    int heads;
    double fresh, settled;
  };
  constexpr std::array classes = {Class{"unskilled", 2000, 0.25, 0.10},
                                  Class{"semi-skilled", 1500, 0.20, 0.05},
                                  Class{"skilled", 1000, 0.10, 0.05}};
  CauseRates wastage;
  for (Class const& one : classes) {
    int const section = add_section(scenario, one.name);
    add_alike(scenario, section, one.heads, [](Person& person) {
      person.tenure = 1;
      person.experience = 20;
    });
    Cell fresh = of_tenure(0, 0);
    fresh.subject = one.name;
    Cell settled = of_tenure(1, highest);
    settled.subject = one.name;
    wastage.rates.rows.push_back(rate_row_for(fresh, one.fresh));
    wastage.rates.rows.push_back(rate_row_for(settled, one.settled));
  }
  scenario.exits = {wastage};
  SECTION("nobody comes") {
    Played const played(scenario, 50);
    Verdict verdict;
    constexpr std::array<double, 3> left = {1800, 1425, 950};
    for (std::size_t index = 0; index < classes.size(); ++index)
      verdict.judge(classes[index].name, left[index] / classes[index].heads,
                    classes[index].heads * 50, played.sum("heads", 1, classes[index].name));
    check(verdict);
  }
  SECTION("every leaver is succeeded: the second year's wastage mixes both classes") {
    scenario.recruitment.mode = RecruitmentMode::one_to_one;
    scenario.recruitment.entrants = {entrant(25, 30, Degree::bachelor)};
    Played const played(scenario, 50);
    Verdict verdict;
    for (Class const& one : classes) {
      CHECK(played.sum("heads", 3, one.name) == one.heads * 50);
      // A seat is fresh with the chance that it was left in the year before.
      double fresh = 0;
      for (int step = 1; step <= 3; ++step) {
        double const leaves = fresh * one.fresh + (1 - fresh) * one.settled;
        verdict.judge(std::string(one.name) + " step " + std::to_string(step), leaves,
                      one.heads * 50, played.sum("exits", step, one.name));
        fresh = leaves;
      }
    }
    check(verdict);
  }
}

TEST_CASE("Cohorts of England: net losses by year of service in, survivors out") {
  // Share still in service after 1, 2, ... years, DfE school workforce census,
  // cohorts of 1996, 2000, 2008 and 2010 (johnohowson.com, 3 April 2018). Net:
  // returners count as staying, so losses are those of the cohort, not of persons.
  constexpr std::array<std::array<double, 6>, 4> cohorts = {{{91, 84, 79, 73, 71, 68},
                                                             {89, 83, 78, 74, 72, 69},
                                                             {88, 82, 80, 77, 74, 71},
                                                             {87, 82, 77, 73, 70, 66}}};
  Verdict verdict;
  for (auto const& survivors : cohorts) {
    Scenario scenario = empty_school(2024, 6);
    CauseRates losses;
    double before = 100;
    for (std::size_t year = 0; year < survivors.size(); ++year) {
      int const served = static_cast<int>(year);
      losses.rates.rows.push_back(
          rate_row_for(of_experience(served, served), 1 - survivors[year] / before));
      before = survivors[year];
    }
    losses.rates.rows.push_back(rate_row_for(of_experience(6, highest), 0));
    scenario.exits = {losses};
    add_alike(scenario, add_section(scenario, "cohort"), 500, [](Person& person) {
      person.experience = 0;
      person.tenure = 0;
    });
    Played const played(scenario, 100);
    for (int step = 1; step <= 6; ++step)
      verdict.judge("year " + std::to_string(step),
                    survivors[static_cast<std::size_t>(step) - 1] / 100, 500 * 100,
                    played.sum("heads", step));
  }
  check(verdict);
}

TEST_CASE("Temporary contracts are decided after a year") {
  Scenario scenario = empty_school(2024, 4);
  scenario.contracts.p_permanent = Uncertain::probability(0.8);
  auto const section = [&](char const* name, Licence licence, int tenure) {
    add_alike(scenario, add_section(scenario, name), 100, [=](Person& person) {
      person.contract = Contract::temporary;
      person.tenure = tenure;
      person.experience = tenure;
      person.assignments.front().licence = licence;
    });
  };
  section("licensed", Licence::second_degree, 0);
  section("unlicensed", Licence::unlicensed, 0);
  section("appointable", Licence::appointable, 1);
  Played const played(scenario, n_futures);
  std::int64_t const n = 100 * n_futures;
  Verdict verdict;
  verdict.judge("licensed", 0.8, n, played.sum("heads", 1, "licensed"));
  verdict.judge("licensed later", 0.8, n, played.sum("heads", 4, "licensed"));
  check(verdict);
  // Renewed twice, gone after three years.
  CHECK(played.sum("heads", 2, "unlicensed") == n);
  CHECK(played.sum("heads", 3, "unlicensed") == 0);
  CHECK(played.sum("heads", 1, "appointable") == n);
  CHECK(played.sum("heads", 2, "appointable") == 0);
}

TEST_CASE("A change of hours has its direction in proportion to the hazards") {
  Scenario scenario = empty_school(2024, 1);
  scenario.hours.up = flat_table("up", 0.1);
  scenario.hours.down = flat_table("down", 0.3);
  add_alike(scenario, add_section(scenario, "wiskunde"), 1,
            [](Person& person) { person.assignments.front().fte = Fte{600}; });
  add_alike(scenario, add_section(scenario, "full"), 1,
            [](Person& person) { person.assignments.front().fte = Fte{1200}; });
  std::int64_t const n = 20'000;
  Played const played(scenario, n);
  double const up = -std::log(0.9);
  double const down = -std::log(0.7);
  double const changes = 1 - std::exp(-up - down);
  double const mean_change = changes * (up - down) / (up + down);
  double const expected = 600 + 100 * mean_change;
  double const error =
      100 * std::sqrt((changes - mean_change * mean_change) / static_cast<double>(n));
  auto const mean = static_cast<double>(played.sum("fte", 1, "wiskunde")) / static_cast<double>(n);
  CAPTURE(mean, expected, error);
  CHECK(std::abs(mean - expected) <= 4 * error);
  // At 1200 nobody can work more: that clock stands still, and only down competes.
  std::int64_t const less = (1200 * n - played.sum("fte", 1, "full")) / 100;
  Verdict verdict;
  verdict.judge("down from 1200", 0.3, n, less);
  check(verdict);
}
