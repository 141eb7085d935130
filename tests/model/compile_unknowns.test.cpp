// What the file does not know and each future draws.

#include "tests/model/compiled_school.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using Catch::Matchers::WithinAbs;
using meesterplan::testing::give;
using meesterplan::testing::problems_of;
using meesterplan::testing::row_of;
using meesterplan::testing::two_sections;
using scenario::Degree;
using scenario::Licence;
using scenario::Scenario;

TEST_CASE("An unknown degree is drawn by the colleagues and the reference shares") {
  Scenario scenario = two_sections();
  auto with = [&](std::string key, Licence licence, Degree degree) {
    auto& person = testing::add_person(scenario, std::move(key), 0, 40);
    person.assignments.front().licence = licence;
    person.degree = degree;
  };
  with("a", Licence::first_degree, Degree::wo_master);
  with("b", Licence::first_degree, Degree::wo_master);
  with("c", Licence::first_degree, Degree::bachelor);
  with("d", Licence::second_degree, Degree::bachelor);
  with("e", Licence::unknown, Degree::wo_master);  // no licence known: does not count
  with("x", Licence::first_degree, Degree::unknown);
  scenario.unknown.weight = 5;
  scenario.unknown.degree[0] = {0, 0.2, 0.2, 0.6};
  scenario.unknown.degree[1] = {0.1, 0.8, 0.1, 0};
  scenario.unknown.degree[2] = {0, 1, 0, 0};
  scenario.unknown.degree[3] = {1, 0, 0, 0};
  scenario.unknown.licence = {0.4, 0.5, 0.05, 0.05};
  auto const model = model::compile(scenario).model;
  REQUIRE(model.unknown_degrees.size() == 1);
  auto const& unknown = model.unknown_degrees.front();
  CHECK(static_cast<std::size_t>(unknown.person) == row_of(model, "x"));
  // First degree: n = 3; (0 + 0)/8, (1 + 1)/8, (0 + 1)/8, (2 + 3)/8.
  CHECK(unknown.cumulative[0][0] == 0);
  CHECK_THAT(unknown.cumulative[0][1], WithinAbs(2.0 / 8, 1e-15));
  CHECK_THAT(unknown.cumulative[0][2], WithinAbs(3.0 / 8, 1e-15));
  CHECK(unknown.cumulative[0][3] == 1);
  // Second degree: n = 1; .5/6, (1 + 4)/6, .5/6 and then nothing.
  CHECK_THAT(unknown.cumulative[1][0], WithinAbs(0.5 / 6, 1e-15));
  CHECK_THAT(unknown.cumulative[1][1], WithinAbs(5.5 / 6, 1e-15));
  CHECK(unknown.cumulative[1][2] == 1);

  // The licence of e, among five known: (4 + 2)/10, (1 + 2.5)/10, ...
  REQUIRE(model.unknown_licences.size() == 1);
  auto const& licence = model.unknown_licences.front();
  CHECK(licence.assignment == 0);
  CHECK_THAT(licence.cumulative[0], WithinAbs(6.0 / 10, 1e-15));
  CHECK_THAT(licence.cumulative[1], WithinAbs(9.5 / 10, 1e-15));
  CHECK(licence.cumulative[3] == 1);
}

TEST_CASE("The unknown licence of a second assignment is that assignment's") {
  Scenario scenario = two_sections();
  auto& both = testing::add_person(scenario, "both", 0, 40);
  give(both, 1, 200, Licence::unknown);
  scenario.unknown.licence = {0, 1, 0, 0};
  auto const model = model::compile(scenario).model;
  REQUIRE(model.unknown_licences.size() == 1);
  auto const& unknown = model.unknown_licences.front();
  REQUIRE(unknown.assignment == 1);
  CHECK(model.people.extras[0].section == unknown.section);
  CHECK(unknown.section == 0);
}

TEST_CASE("Unknown with nothing to go by is an error at the person") {
  Scenario scenario = two_sections();
  testing::add_person(scenario, "x", 0, 40).degree = Degree::unknown;
  scenario.people.front().place = {0, 9, 1};
  auto const problems = problems_of(scenario);
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().line == 9);
  CHECK(problems.front().field == "degree");
}

TEST_CASE("An unknown birth month has its first month and width") {
  Scenario scenario = two_sections();
  auto& person = testing::add_person(scenario, "x", 0, 40);
  person.born_first = Month::of(1985, 1);
  person.born_last = Month::of(1985, 12);
  auto const model = model::compile(scenario).model;
  REQUIRE(model.unknown_births.size() == 1);
  CHECK(model.unknown_births.front().first == Month::of(1985, 1).index);
  CHECK(model.unknown_births.front().months == 12);
}
