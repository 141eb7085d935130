// Closed forms of study.

#include <array>
#include <cmath>
#include <iostream>
#include <string>

#include "tests/statistical/played.hpp"
#include "tests/statistical/verdict.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using namespace meesterplan::testing;

namespace {

constexpr std::int64_t n_futures = 400;

void check(Verdict const& verdict) {
  std::cout << Catch::getResultCapture().getCurrentTestName() << ": " << verdict.summary() << "\n";
  CAPTURE(verdict.summary(), verdict.failures());
  CHECK(verdict.failures().empty());
}

/// A programme of `years` for bachelors that everybody wants with `uptake`.
Programme programme_of(int years, double uptake) {
  Programme programme;
  programme.name = "master";
  programme.degrees = {Degree::bachelor};
  programme.years = years;
  programme.uptake = flat_table("uptake", uptake);
  return programme;
}

double binomial(int n, int k) {
  double ways = 1;
  for (int index = 0; index < k; ++index)
    ways = ways * (n - index) / (index + 1);
  return ways;
}

}  // namespace

TEST_CASE("A master is an absorbing state") {
  // Wanted with 0.15 a year; one certain study year after it.
  Scenario scenario = empty_school(2024, 8);
  scenario.programmes = {programme_of(1, 0.15)};
  add_alike(scenario, add_section(scenario, "wiskunde"), 100, [](Person&) {});
  Played const played(scenario, n_futures);
  Verdict verdict;
  for (int step = 0; step <= 8; ++step)
    verdict.judge("step " + std::to_string(step), step < 2 ? 0 : 1 - std::pow(0.85, step - 1),
                  100 * n_futures, played.sum("masters_heads", step));
  check(verdict);
}

TEST_CASE("Completion follows from drop-out and delay") {
  // 0.7 of those who start a programme of two years finish it; 0.2 of the study
  // years do not count. Finished in study year k: (k - 1) s^2 l^(k - 2), with s
  // the chance that a year counts and l that it does not, without dropping out.
  constexpr double completion = 0.7;
  constexpr double delay = 0.2;
  Scenario scenario = empty_school(2024, 12);
  Programme programme = programme_of(2, 0);
  programme.completion_with_grant = Uncertain::probability(completion);
  programme.completion_without_grant = Uncertain::probability(0.4);
  programme.delay = Uncertain::probability(delay);
  scenario.programmes = {programme};
  auto const students = [&](char const* name, bool grant) {
    add_alike(scenario, add_section(scenario, name), 100, [=](Person& person) {
      person.study = StudyStatus{"master", 0, grant};
    });
  };
  students("granted", true);
  students("alone", false);
  Played const played(scenario, n_futures);
  Verdict verdict;
  for (auto const& [name, finish] : {std::pair{"granted", completion}, {"alone", 0.4}}) {
    // s / (1 - l) = sqrt(finish), s = (1-d)(1-delay), l = (1-d) delay.
    double const root = std::sqrt(finish);
    double const stays = root / (1 - delay + root * delay);
    double const counts = stays * (1 - delay);
    double const lags = stays * delay;
    double finished = 0;
    for (int step = 1; step <= 12; ++step) {
      if (step >= 2)
        finished += binomial(step - 1, 1) * counts * counts * std::pow(lags, step - 2);
      verdict.judge(std::string(name) + " step " + std::to_string(step), finished, 100 * n_futures,
                    played.sum("masters_heads", step, name));
    }
    // After twelve years all but 1e-6 have finished or left.
    CHECK(std::abs(finished - finish) < 1e-5);
  }
  check(verdict);
}

TEST_CASE("Who joins the queue has a grant, or is willing without") {
  Scenario scenario = empty_school(2024, 1);
  scenario.programmes = {programme_of(2, 0.3)};
  scenario.study.p_grant = Uncertain::probability(0.6);
  scenario.study.without_grant = Uncertain::probability(0.5);
  auto const teachers = [&](char const* name, Contract contract) {
    add_alike(scenario, add_section(scenario, name), 100, [=](Person& person) {
      person.contract = contract;
      person.tenure = 0;
      person.experience = 0;
      // Replacements have no decision on contracts before this step.
      person.contract_end = Date{2030, 8, 1};
    });
  };
  teachers("permanent", Contract::permanent);
  teachers("replacement", Contract::replacement);
  Played const played(scenario, n_futures);
  Verdict verdict;
  verdict.judge("permanent", 0.3 * (0.6 + 0.4 * 0.5), 100 * n_futures,
                played.sum("enrolments", 1, "permanent"));
  verdict.judge("no grant but for permanent contracts", 0.3 * 0.5, 100 * n_futures,
                played.sum("enrolments", 1, "replacement"));
  check(verdict);
}

TEST_CASE("Programmes are drawn in proportion to their hazards") {
  Scenario scenario = empty_school(2024, 2);
  Programme const first = programme_of(1, 0.2);
  Programme second = programme_of(3, 0.1);
  second.name = "other";
  second.gives_degree = Degree::hbo_master;
  scenario.programmes = {first, second};
  add_alike(scenario, add_section(scenario, "wiskunde"), 100, [](Person&) {});
  Played const played(scenario, n_futures);
  double const one = -std::log(0.8);
  double const two = -std::log(0.9);
  double const starts = 1 - 0.8 * 0.9;
  Verdict verdict;
  verdict.judge("both", starts, 100 * n_futures, played.sum("enrolments", 1));
  // The first takes one year: who is a master after two years was in it.
  verdict.judge("first", starts * one / (one + two), 100 * n_futures,
                played.sum("masters_heads", 2));
  check(verdict);
}

TEST_CASE("A queue before one place: one student at a time") {
  // All want to study at once; one place in a section of 10; each year of study
  // ends in a master with 0.6, else in a drop-out who joins the queue again.
  constexpr double completion = 0.6;
  Scenario scenario = empty_school(2024, 6);
  Programme programme = programme_of(1, 1);
  programme.completion_with_grant = Uncertain::probability(completion);
  programme.completion_without_grant = Uncertain::probability(completion);
  scenario.programmes = {programme};
  scenario.study.capacity = 0.05;  // of 10 heads: less than one, so one
  add_alike(scenario, add_section(scenario, "wiskunde"), 10, [](Person&) {});
  scenario.recording.metrics = {"masters", "masters_heads", "enrolments", "studying"};
  std::int64_t const n = 20'000;
  Played const played(scenario, n);
  Verdict verdict;
  for (int step = 1; step <= 6; ++step) {
    CHECK(played.sum("enrolments", step) == n);
    CHECK(played.sum("studying", step) == n);
    // One attempt a year since the second: a binomial number of masters.
    if (step > 1)
      verdict.judge("step " + std::to_string(step), completion, n * (step - 1),
                    played.sum("masters_heads", step));
  }
  CHECK(played.sum("masters_heads", 1) == 0);
  check(verdict);
}

TEST_CASE("A queue is walked in the order of crossing") {
  // Two want it with certainty, one place: who does not get it this year gets it
  // next year, when the first has left the place.
  Scenario scenario = empty_school(2024, 3);
  scenario.programmes = {programme_of(1, 1)};
  scenario.study.capacity = 0.5;
  add_alike(scenario, add_section(scenario, "wiskunde"), 3, [](Person&) {});
  Played const played(scenario, 100);
  for (int step = 1; step <= 3; ++step)
    CHECK(played.sum("masters_heads", step) == 100 * (step - 1));
}

TEST_CASE("A capacity of nothing admits nobody, and none admits all") {
  Scenario scenario = empty_school(2024, 1);
  scenario.programmes = {programme_of(1, 1)};
  add_alike(scenario, add_section(scenario, "wiskunde"), 20, [](Person&) {});
  scenario.study.capacity = 0;
  CHECK(Played(scenario, 20).sum("enrolments", 1) == 0);
  scenario.study.capacity.reset();
  CHECK(Played(scenario, 20).sum("enrolments", 1) == 20 * 20);
  scenario.study.capacity = 0.29;  // of 20: 5.8, so five
  CHECK(Played(scenario, 20).sum("enrolments", 1) == 5 * 20);
}

TEST_CASE("An unknown degree is drawn from known colleagues and the reference") {
  // Ten known second-degree colleagues: 6 bachelors, 3 hbo masters, 1 wo master;
  // first-degree colleagues do not count. p = (n_c + 5 ref_c) / 15.
  Scenario scenario = empty_school(2024, 1);
  for (auto& degrees : scenario.unknown.degree)
    degrees = {0.1, 0.5, 0.25, 0.15};
  scenario.unknown.licence = {0.4, 0.4, 0.1, 0.1};
  int const section = add_section(scenario, "wiskunde");
  for (int index = 0; index < 10; ++index) {
    Person& person = add_person(scenario, "known" + std::to_string(index), section, 40);
    person.degree = index < 6   ? Degree::bachelor
                    : index < 9 ? Degree::hbo_master
                                : Degree::wo_master;
  }
  for (int index = 0; index < 5; ++index) {
    Person& person = add_person(scenario, "first" + std::to_string(index), section, 40);
    person.degree = Degree::wo_master;
    person.assignments.front().licence = Licence::first_degree;
  }
  add_person(scenario, "unknown", section, 40).degree = Degree::unknown;
  std::int64_t const n = 40'000;
  Played const played(scenario, n);
  Verdict verdict;
  verdict.judge("master", (4 + 5 * 0.40) / 15, n, played.sum("masters_heads", 0) - 9 * n);
  check(verdict);
}
