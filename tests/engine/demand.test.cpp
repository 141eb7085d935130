// What is needed and what is deployable, worked out by hand from
// docs/methods.md, 7.8 and 7.10.

#include <array>
#include <limits>
#include <string>

#include "tests/engine/worked_future.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::add_person;
using meesterplan::testing::demand_row;
using meesterplan::testing::lessons_of;
using meesterplan::testing::WorkedFuture;
namespace counter = meesterplan::model::counter;

namespace {

constexpr int start = 2025;
using Parts = std::array<std::int64_t, 3>;  ///< upper vwo, upper havo, rest

/// A section with lessons and one teacher, whose upper shares are one half each.
Scenario halves(int fte, int open_vacancies) {
  Scenario scenario = testing::empty_school(start, 3);
  int const section = testing::add_section(scenario, "wiskunde");
  scenario.sections.front().open_vacancies = Fte{open_vacancies};
  Person& person = add_person(scenario, "ann", section, 40);
  lessons_of(person).fte = Fte{fte};
  lessons_of(person).upper_vwo = 0.5;
  lessons_of(person).upper_havo = 0.5;
  scenario.lessons = LessonRules{};
  return scenario;
}

/// A section a teacher of full hours, whose key is the teacher's; so net fte
/// of the section is the teacher's.
Person& add_alone(Scenario& scenario, std::string name, int age, int experience) {
  int const section = testing::add_section(scenario, name);
  Person& person = add_person(scenario, std::move(name), section, age);
  person.tenure = 0;
  person.experience = experience;
  return person;
}

std::int64_t net_of(WorkedFuture const& future, std::string const& name) {
  return future.counter(name, counter::net_fte);
}

/// Demand is modelled, so that net fte is.
Scenario school_with_demand() {
  Scenario scenario = testing::empty_school(start, 3);
  scenario.recording.metrics = {"net_fte"};
  return scenario;
}

TEST_CASE(
    "A table with one upper part has the other as on the reference date, within what is left") {
  // On the reference date halves: of 1000 that is 500 and 500. With 800 given for
  // one part the other has at most 200, and the rest none.
  for (bool const vwo : {true, false}) {
    CAPTURE(vwo);
    Scenario scenario = halves(800, 0);
    scenario.demand.mode = DemandMode::table;
    DemandRow row = demand_row(0, 1000, 800, 800);
    (vwo ? row.upper_havo : row.upper_vwo).reset();
    scenario.demand.table = {row};
    CHECK(WorkedFuture(scenario).demand("wiskunde") ==
          (vwo ? Parts{800, 200, 0} : Parts{200, 800, 0}));
  }
}

}  // namespace

TEST_CASE("Demand of the reference date is staff and open vacancies in one proportion") {
  // 800 in two halves and 200 open.
  CHECK(WorkedFuture(halves(800, 200), 0).demand("wiskunde") == Parts{500, 500, 0});
  // 500 in halves and 501 open: half of 1001 rounds up, and upper havo has at
  // most what upper vwo leaves.
  CHECK(WorkedFuture(halves(500, 501), 0).demand("wiskunde") == Parts{501, 500, 0});
  // 501 in halves: the same for a person.
  CHECK(WorkedFuture(halves(501, 0), 0).demand("wiskunde") == Parts{251, 250, 0});
}

TEST_CASE("Constant demand stays as on the reference date when staff leaves") {
  Scenario scenario = halves(800, 200);
  add_person(scenario, "bob", 0, 50).leaves = KnownLeave{{start + 1, 8, 1}, ExitCause::other_board};
  // Bob's 1000 has no upper lessons: 400, 400 and 1000 of 1800, and 200 open:
  // 2000 x 4 / 18 = 444.4 twice, and 1112.
  CHECK(WorkedFuture(scenario, 2).demand("wiskunde") == Parts{444, 444, 1112});
}

TEST_CASE("Open vacancies of a section without staff are wanted in the rest") {
  Scenario scenario = halves(800, 0);
  testing::add_section(scenario, "frans");
  scenario.sections.back().open_vacancies = Fte{600};
  CHECK(WorkedFuture(scenario, 0).demand("frans") == Parts{0, 0, 600});
}

TEST_CASE("A table gives the demand of the year that ends a step") {
  // Year 0 is measured, whatever the table says of it.
  Scenario scenario = halves(800, 0);
  scenario.demand.mode = DemandMode::table;
  constexpr int lowest = std::numeric_limits<int>::min();
  constexpr int highest = std::numeric_limits<int>::max();
  for (int const k : {0, 1, 2}) {
    DemandRow row = demand_row(0, 1000 + 100 * k, 300 + 10 * k, 200 + k);
    row.year = {k == 0 ? lowest : start + k, k == 2 ? highest : start + k};
    scenario.demand.table.push_back(row);
  }
  CHECK(WorkedFuture(scenario, 0).demand("wiskunde") == Parts{400, 400, 0});
  CHECK(WorkedFuture(scenario, 1).demand("wiskunde") == Parts{310, 201, 589});
  CHECK(WorkedFuture(scenario, 2).demand("wiskunde") == Parts{320, 202, 678});
}

TEST_CASE("A table without upper parts has them in the proportion of the reference date") {
  Scenario scenario = halves(800, 0);
  lessons_of(scenario.people.front()).upper_havo = 0.25;
  scenario.demand.mode = DemandMode::table;
  DemandRow row = demand_row(0, 1001);
  row.upper_vwo.reset();
  row.upper_havo.reset();
  scenario.demand.table = {row};
  // 1001 / 2 = 500.5 is 501, 1001 / 4 = 250.25 is 250.
  CHECK(WorkedFuture(scenario).demand("wiskunde") == Parts{501, 250, 250});
}

TEST_CASE("A table with one upper part has the other in the proportion of the reference date") {
  // Halves on the reference date: 500 of 1000.
  Scenario scenario = halves(800, 0);
  scenario.demand.mode = DemandMode::table;
  DemandRow row = demand_row(0, 1000, 300, 300);
  row.upper_havo.reset();
  scenario.demand.table = {row};
  CHECK(WorkedFuture(scenario).demand("wiskunde") == Parts{300, 500, 200});
  row.upper_havo = row.upper_vwo;
  row.upper_vwo.reset();
  scenario.demand.table = {row};
  CHECK(WorkedFuture(scenario).demand("wiskunde") == Parts{500, 300, 200});
}

TEST_CASE("Net fte is less by starters' reduction, at the experience of the year's end") {
  // Experience at the end of the first year: 1, 2; a known starter 0 and an
  // experienced one 5.
  Scenario scenario = school_with_demand();
  scenario.net.starter_first_year = 0.2;
  scenario.net.starter_second_year = 0.1;
  add_alone(scenario, "second", 30, 0);
  add_alone(scenario, "third", 30, 1);
  add_alone(scenario, "first", 30, 0).starts_on = Date{start + 1, 8, 1};
  add_alone(scenario, "moved", 30, 5).starts_on = Date{start + 1, 8, 1};
  WorkedFuture const future(scenario);
  CHECK(net_of(future, "second") == 900);
  CHECK(net_of(future, "third") == 1000);
  CHECK(net_of(future, "first") == 800);
  CHECK(net_of(future, "moved") == 1000);
  WorkedFuture const at_start(scenario, 0);
  CHECK(net_of(at_start, "second") == 800);
  CHECK(net_of(at_start, "third") == 900);
}

TEST_CASE("Net fte is less by leave at the age of the year's end, and the parts add up") {
  // From 57 on 0.2 of which half is taken; other tasks take 0.05 from all.
  Scenario scenario = school_with_demand();
  scenario.net.other_tasks = 0.05;
  scenario.net.leave_uptake = Uncertain::probability(0.5);
  scenario.net.leave_by_age = {{{}, {57, 70}, 0.2}};
  add_alone(scenario, "56", 56, 20);
  add_alone(scenario, "55", 55, 20);
  lessons_of(add_alone(scenario, "half", 60, 20)).fte = Fte{501};
  WorkedFuture const future(scenario);
  CHECK(net_of(future, "56") == 850);
  CHECK(net_of(future, "55") == 950);
  CHECK(net_of(future, "half") == 426);  // 501 x 0.85 = 425.85
}

TEST_CASE("Who studies has leave with a grant or without; a replacement is not deployable") {
  Scenario scenario = school_with_demand();
  scenario.net.study_leave_with_grant = 0.2;
  scenario.net.study_leave_without_grant = 0.05;
  Programme programme;
  programme.name = "wo";
  programme.years = 4;
  programme.uptake = testing::flat_table("uptake", 0);
  scenario.programmes = {programme};
  add_alone(scenario, "with", 30, 5).study = StudyStatus{"wo", 1, true};
  add_alone(scenario, "without", 30, 5).study = StudyStatus{"wo", 1, false};
  add_alone(scenario, "done", 30, 5).study = StudyStatus{"wo", 3, true};
  Person& replacement = add_alone(scenario, "replacement", 30, 5);
  replacement.contract = Contract::replacement;
  replacement.contract_end = Date{start + 2, 8, 1};
  WorkedFuture const future(scenario);
  CHECK(net_of(future, "with") == 800);
  CHECK(net_of(future, "without") == 950);
  CHECK(net_of(future, "done") == 1000);  // graduates in the first year
  CHECK(net_of(future, "replacement") == 0);
  CHECK(future.counter("replacement", counter::fte) == 1000);
}
