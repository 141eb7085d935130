// Lessons that are left over, cover, and who has room for a master, worked out
// by hand from docs/methods.md, 7.11 and 7.3.

#include "tests/engine/lesson_school.hpp"
#include "tests/engine/worked_future.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::add_teacher;
using meesterplan::testing::check_upper;
using meesterplan::testing::demand_row;
using meesterplan::testing::lessons_of;
using meesterplan::testing::section_needing;
using meesterplan::testing::WorkedFuture;
namespace counter = meesterplan::model::counter;

TEST_CASE("Upper lessons that nobody takes are given by who has time, and are nobody's share") {
  // One section of 1000 upper vwo, 500 upper havo and 1000 in the rest; one
  // first-degree teacher (1000) keeps 600 and 200 and may have no more. Time
  // left: 200 of the first degree, 800 second, 500 appointable, 500 unlicensed.
  //   rest 1000 of 2000: 100, 400, 250, 250; as much time is left.
  //   upper vwo 400 of 1000: 40, 160, 100, 100; left 60, 240, 150, 150.
  //   upper havo 300 of 600: 30, 120, 75, 75.
  // Qualified: 600 + 200 + 100 + 40 + 30 of the first degree, 400 of the rest
  // by the second = 1370. Appointable 250 + 100 + 75 = 425. Hidden: upper
  // lessons by the second degree 280 and all of the unlicensed 425 = 705.
  Scenario scenario = section_needing(2500, 1000, 500);
  add_teacher(scenario, "first", Licence::first_degree, 0.6, 0.2);
  lessons_of(add_teacher(scenario, "second", Licence::second_degree, 0, 0)).fte = Fte{800};
  lessons_of(add_teacher(scenario, "fit", Licence::appointable, 0, 0)).fte = Fte{500};
  lessons_of(add_teacher(scenario, "none", Licence::unlicensed, 0, 0)).fte = Fte{500};
  WorkedFuture const future(scenario);
  CHECK(future.counter("wiskunde", counter::lesson_demand) == 2500);
  CHECK(future.counter("wiskunde", counter::lessons_qualified) == 1370);
  CHECK(future.counter("wiskunde", counter::lessons_appointable) == 425);
  CHECK(future.counter("wiskunde", counter::lessons_hidden) == 705);
  CHECK(future.counter("wiskunde", counter::lessons_cancelled) == 0);
  CHECK(future.counter("wiskunde", counter::upper_vwo_weight) == 600);
  check_upper(future, "first", 600, 200);
  for (auto const* const name : {"second", "fit", "none"})
    check_upper(future, name, 0, 0);

  SECTION("Sick leave takes from every grade; then own staff, then others cover") {
    // A tenth is ill: 1370 x 0.9 = 1233, 425 x 0.9 = 382.5 is 383, 705 x 0.9 =
    // 634.5 is 635; together 2251, so 249 is left. Own staff: 0.05 x 2800 = 140;
    // others: 0.03 x 2500 = 75; cancelled 34.
    scenario.net.sick_leave = Uncertain::probability(0.1);
    scenario.cover.own_staff = Uncertain::probability(0.05);
    scenario.cover.unqualified = Uncertain::probability(0.03);
    WorkedFuture const ill(scenario);
    CHECK(ill.counter("wiskunde", counter::lessons_qualified) == 1233);
    CHECK(ill.counter("wiskunde", counter::lessons_appointable) == 383);
    CHECK(ill.counter("wiskunde", counter::lessons_hidden) == 635);
    CHECK(ill.counter("wiskunde", counter::lessons_own_cover) == 140);
    CHECK(ill.counter("wiskunde", counter::lessons_unqualified_cover) == 75);
    CHECK(ill.counter("wiskunde", counter::lessons_cancelled) == 34);
    check_upper(ill, "first", 600, 200);
  }
  SECTION("Own staff covers all when it can, and nothing is cancelled") {
    // 249 is left; own staff could cover 0.2 x 2800 = 560.
    scenario.net.sick_leave = Uncertain::probability(0.1);
    scenario.cover.own_staff = Uncertain::probability(0.2);
    scenario.cover.unqualified = Uncertain::probability(0.03);
    WorkedFuture const ill(scenario);
    CHECK(ill.counter("wiskunde", counter::lessons_own_cover) == 249);
    CHECK(ill.counter("wiskunde", counter::lessons_unqualified_cover) == 0);
    CHECK(ill.counter("wiskunde", counter::lessons_cancelled) == 0);
  }
}

TEST_CASE("Without time for all the rest comes before upper lessons, by time left") {
  // 3700 is needed and 1700 there. The first-degree teacher keeps 500 + 300,
  // which is more than the most (500), so nothing comes to it. Time left, 200
  // of the first degree and 700 of the second, all goes to the rest (2000).
  // Left: 500 of upper vwo, 400 of upper havo and 1100 of the rest, together
  // 2000, all cancelled as there is no cover.
  Scenario scenario = section_needing(3700, 1000, 700);
  add_teacher(scenario, "first", Licence::first_degree, 0.5, 0.3);
  lessons_of(add_teacher(scenario, "second", Licence::second_degree, 0, 0)).fte = Fte{700};
  scenario.lessons->max_upper = 0.5;
  WorkedFuture const future(scenario);
  check_upper(future, "first", 500, 300);
  CHECK(future.counter("wiskunde", counter::lessons_qualified) == 1700);
  CHECK(future.counter("wiskunde", counter::lessons_hidden) == 0);
  CHECK(future.counter("wiskunde", counter::lessons_cancelled) == 2000);
}

TEST_CASE("Of time left in proportion the last licence takes the remainder") {
  // The rest is 100, time left is 300 of the first degree and 700 of those
  // without a licence, so 30 and 70; then upper havo 1 of 900 left: floor(270 /
  // 900) = 0 for the first degree, 1 for the others.
  Scenario scenario = section_needing(801, 700, 1);
  add_teacher(scenario, "first", Licence::first_degree, 0.7, 0);
  lessons_of(add_teacher(scenario, "none", Licence::unlicensed, 0, 0)).fte = Fte{700};
  WorkedFuture const future(scenario);
  CHECK(future.counter("wiskunde", counter::lessons_qualified) == 700 + 30);
  CHECK(future.counter("wiskunde", counter::lessons_hidden) == 70 + 1);
}

TEST_CASE("A share of lessons is kept in millionths, half up") {
  // A third of 700 is 233, in millionths of 700 332857.1; and 600 is 857142.9.
  Scenario scenario = section_needing(700, 600, 0, LessonOrder::first_degree_first);
  scenario.lessons->max_upper = 1;
  lessons_of(add_teacher(scenario, "ann", Licence::first_degree, 0.333333, 0)).fte = Fte{700};
  CHECK(WorkedFuture(scenario, 0).upper_vwo("ann") == 332'857);
  CHECK(WorkedFuture(scenario).upper_vwo("ann") == 857'143);
}

TEST_CASE("There is room for a master when exactly the wanted share is upper lessons") {
  // 0.3 of 600 and 0.05 of 400 are 180 + 20 = 200 of 1000, which is 0.2; one
  // thousandth of fte less is too little.
  for (int const less : {0, 1}) {
    Scenario scenario = section_needing(2000, 0, 0);
    testing::add_section(scenario, "rekenen");
    scenario.demand.table.push_back(demand_row(1, 2000));
    scenario.exits = {testing::exit_table(ExitCause::leaves_profession, 0)};
    scenario.critical.no_room = Uncertain::ratio(2);
    Person& person = add_teacher(scenario, "ann", Licence::first_degree, 0.2, 0.1);
    person.degree = Degree::wo_master;
    lessons_of(person).fte = Fte{600};
    Assignment other = lessons_of(person);
    other.section = 1;
    other.fte = Fte{400};
    other.upper_vwo = 0;
    other.upper_havo = (20 - less) / 400.0;
    person.assignments.push_back(other);
    WorkedFuture const future(scenario, 0);
    CHECK(future.column("ann", model::Column::room) == (less == 0 ? 1 : 0));
  }
}
