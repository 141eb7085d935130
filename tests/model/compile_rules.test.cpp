// Rules on net fte, lessons, room and hiring as they are ready to run.

#include "tests/model/compiled_school.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using meesterplan::testing::at;
using meesterplan::testing::give;
using meesterplan::testing::problems_of;
using meesterplan::testing::row_of;
using meesterplan::testing::two_sections;
using model::Column;
using scenario::Degree;
using scenario::Licence;
using scenario::Scenario;

TEST_CASE("Net fte is all fte unless something is taken off") {
  Scenario scenario = two_sections();
  testing::add_person(scenario, "ann", 0, 40);
  CHECK(model::compile(scenario).model.net.all);
  scenario.net.study_leave_with_grant = 0.2;  // nobody studies
  CHECK(model::compile(scenario).model.net.all);
  scenario.net.starter_first_year = 0.2;
  auto const net = model::compile(scenario).model.net;
  CHECK_FALSE(net.all);
  CHECK(net.starter_first == 200'000);
}

TEST_CASE("Usual upper lessons are the mean of those who have them") {
  Scenario scenario = two_sections();
  scenario.lessons = scenario::LessonRules{};
  for (double const share : {0.5, 0.3, 0.0}) {
    auto& person = testing::add_person(scenario, "t" + std::to_string(share), 0, 40);
    person.assignments.front().upper_vwo = share;
    person.assignments.front().upper_havo = 0.1;
  }
  auto const made = model::compile(scenario);
  // Sections by key: art, maths.
  CHECK(made.model.lessons.usual_upper == std::vector<std::int64_t>{0, 400'000});
  CHECK(made.model.people.upper_vwo.get(row_of(made.model, "t" + std::to_string(0.3))) == 300'000);
  // Art has no upper lessons in the file, and nothing to derive them from.
  CHECK(made.notes.size() == 1);
}

TEST_CASE("Room is there when enough of all lessons are upper ones") {
  Scenario scenario = two_sections();
  scenario.lessons = scenario::LessonRules{};
  scenario.critical.no_room = scenario::Uncertain::ratio(2);
  auto& person = testing::add_person(scenario, "two", 0, 40);
  person.degree = Degree::wo_master;
  person.assignments.clear();
  give(person, 0, 600);
  give(person, 1, 400);
  person.assignments[0].upper_vwo = 0.2;
  person.assignments[0].upper_havo = 0.1;
  // 0.3 x 0.6 = 0.18 of all lessons.
  CHECK(at(model::compile(scenario).model, "two", Column::room) == 0);
  scenario.people.front().assignments[1].upper_havo = 0.05;
  CHECK(at(model::compile(scenario).model, "two", Column::room) == 1);
}

TEST_CASE("Upper lessons that the file does not give are divided over first-degree staff") {
  Scenario scenario = two_sections();
  scenario.lessons = scenario::LessonRules{};
  testing::add_person(scenario, "first", 0, 40).assignments.front().licence = Licence::first_degree;
  testing::add_person(scenario, "second", 0, 40);
  scenario.demand.mode = scenario::DemandMode::table;
  scenario.demand.table = {{{}, 0, {}, Fte{2000}, Fte{300}, Fte{200}}, {{}, 1, {}, Fte{0}, {}, {}}};
  auto const model = model::compile(scenario).model;
  CHECK(model.people.upper_vwo.get(row_of(model, "first")) == 300'000);
  CHECK(model.people.upper_havo.get(row_of(model, "first")) == 200'000);
  CHECK(model.people.upper_vwo.get(row_of(model, "second")) == 0);

  // More than a teacher may have of them is cut in proportion.
  scenario.demand.table.front().upper_vwo = Fte{1200};
  scenario.demand.table.front().upper_havo = Fte{400};
  auto const cut = model::compile(scenario).model;
  CHECK(cut.people.upper_vwo.get(row_of(cut, "first")) == 600'000);
  CHECK(cut.people.upper_havo.get(row_of(cut, "first")) == 200'000);
}

TEST_CASE("Entrants and fill chances are found by subject") {
  Scenario scenario = two_sections();
  testing::add_person(scenario, "ann", 0, 40);
  scenario.recruitment.mode = scenario::RecruitmentMode::fill;
  auto general = testing::entrant(25, 34, Degree::bachelor);
  auto mathematician = testing::entrant(40, 45, Degree::wo_master);
  mathematician.subject = "maths";
  mathematician.years_since_master = 4;
  scenario.recruitment.entrants = {mathematician, general};
  scenario.recruitment.fill = {{{}, {}, scenario::Uncertain::probability(0.9)},
                               {{}, "maths", scenario::Uncertain::probability(0.4)}};
  scenario.recruitment.stop = {2027, 1999};
  auto const model = model::compile(scenario).model;
  auto const& hiring = model.recruitment;
  REQUIRE(hiring.of_subject.size() == 2);
  auto const& art = hiring.entrants.at(static_cast<std::size_t>(hiring.of_subject[0].at(0)));
  auto const& maths = hiring.entrants.at(static_cast<std::size_t>(hiring.of_subject[1].at(0)));
  CHECK(art.age_from == 25);
  CHECK(art.ages == 10);
  CHECK(art.since_master == model::long_ago);
  CHECK(maths.since_master == 4);
  CHECK(hiring.fill[0].central == 0.9);
  CHECK(hiring.fill[1].central == 0.4);
  CHECK(hiring.stopped == std::vector<std::uint8_t>{0, 0, 1, 0, 0, 0, 0});

  scenario.recruitment.entrants = {mathematician};
  CHECK(problems_of(scenario).size() == 1);
}
