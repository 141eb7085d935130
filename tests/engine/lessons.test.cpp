// Who gives which lessons, worked out by hand from docs/methods.md, 7.11.
//
// Everybody works full hours and nothing is taken off, so a thousandth of fte
// is a thousandth of the lessons. Lessons in the file are those of year 0; the
// orders are played in the year after it.

#include <string>
#include <vector>

#include "tests/engine/worked_future.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::add_person;
using meesterplan::testing::demand_row;
using meesterplan::testing::in_order;
using meesterplan::testing::lessons_of;
using meesterplan::testing::WorkedFuture;
namespace counter = meesterplan::model::counter;

namespace {

constexpr int start = 2025;

/// One section that needs `fte` from year 1 on, of which upper vwo and upper havo.
Scenario section_needing(int fte, int upper_vwo, int upper_havo,
                         LessonOrder order = LessonOrder::as_now) {
  Scenario scenario = testing::empty_school(start, 2);
  int const section = testing::add_section(scenario, "wiskunde");
  scenario.demand.mode = DemandMode::table;
  scenario.demand.table = {demand_row(section, fte, upper_vwo, upper_havo)};
  scenario.lessons = LessonRules{order, 0.8};
  return scenario;
}

/// A bachelor with these lessons in the file.
Person& add_teacher(Scenario& scenario, std::string name, Licence licence, double upper_vwo,
                    double upper_havo) {
  Person& person = add_person(scenario, std::move(name), 0, 40);
  lessons_of(person).licence = licence;
  lessons_of(person).upper_vwo = upper_vwo;
  lessons_of(person).upper_havo = upper_havo;
  return person;
}

/// Somebody with a first-degree licence who comes in the first year.
Person& add_newcomer(Scenario& scenario, std::string name, Degree degree) {
  Person& person = add_teacher(scenario, std::move(name), Licence::first_degree, 0, 0);
  person.degree = degree;
  person.starts_on = Date{start + 1, 8, 1};
  person.tenure = 0;
  return person;
}

/// Sitting staff with 0.7 in upper vwo and 0.5 in upper havo. Who teaches in
/// upper vwo has 0.4, 0.2 and 0.1 of it, so that usual_upper is a third of 0.7,
/// rounded down: 0.233333.
void add_sitting_staff(Scenario& scenario) {
  add_teacher(scenario, "much", Licence::first_degree, 0.4, 0.2);
  add_teacher(scenario, "little", Licence::first_degree, 0.2, 0);
  add_teacher(scenario, "second", Licence::second_degree, 0.1, 0.3);
}

/// Names of others than wo masters who come or graduate in the first year, by id.
std::vector<std::string> const& others() {
  static std::vector<std::string> const names = in_order({"bachelor", "graduate"});
  return names;
}

/// A wo master and a bachelor come; a second-degree teacher graduates as an
/// hbo master and so gets the first-degree licence. A wo master without that
/// licence comes too and may receive nothing.
void add_newcomers(Scenario& scenario) {
  add_newcomer(scenario, "university", Degree::wo_master);
  add_newcomer(scenario, "bachelor", Degree::bachelor);
  Person& graduate = add_teacher(scenario, "graduate", Licence::second_degree, 0, 0);
  graduate.study = StudyStatus{"hbo", 1, true};
  lessons_of(add_newcomer(scenario, "lesser", Degree::wo_master)).licence = Licence::second_degree;
  Programme hbo;
  hbo.name = "hbo";
  hbo.gives_degree = Degree::hbo_master;
  hbo.gives_licence = Licence::first_degree;
  hbo.years = 2;
  hbo.uptake = testing::flat_table("uptake", 0);
  scenario.programmes = {hbo};
}

/// Checks the shares in upper vwo and upper havo, in thousandths.
void check_upper(WorkedFuture const& future, std::string const& person, std::int64_t vwo,
                 std::int64_t havo) {
  CAPTURE(person);
  CHECK(future.upper_vwo(person) == 1000 * vwo);
  CHECK(future.upper_havo(person) == 1000 * havo);
}

}  // namespace

TEST_CASE("As now: stayers keep, then newcomers receive, wo masters before others") {
  // Upper vwo 1300 less the 700 that is kept leaves 600. By turns up to 233:
  // the wo master 233 (left 367), the first other by id 233 (left 134), the
  // second 134. Nothing is left for who was there already. Upper havo 700 less
  // 500 leaves 200, and the wo master has room for all: 800 - 233 = 567.
  Scenario scenario = section_needing(7000, 1300, 700);
  add_sitting_staff(scenario);
  add_newcomers(scenario);
  WorkedFuture const future(scenario);
  check_upper(future, "much", 400, 200);
  check_upper(future, "little", 200, 0);
  check_upper(future, "second", 100, 300);
  check_upper(future, "university", 233, 200);
  check_upper(future, others()[0], 233, 0);
  check_upper(future, others()[1], 134, 0);
  check_upper(future, "lesser", 0, 0);
  CHECK(future.counter("wiskunde", counter::upper_vwo_weight) == 1300);
  CHECK(future.counter("wiskunde", counter::upper_vwo_wo_weight) == 233);
  CHECK(future.counter("wiskunde", counter::upper_vwo_heads) == 6);
  CHECK(future.counter("wiskunde", counter::upper_vwo_wo) == 1);
}

TEST_CASE("As now: a second round fills up to the most of upper lessons, without crumbs") {
  // Upper vwo 2032 - 700 = 1332: three newcomers take 233 each (left 633),
  // "much" has more than 233 already, "little" takes 33 (left 600). Second
  // round, up to 800 in all: the wo master 567 (left 33), the next newcomer 33.
  // Upper havo 540 - 500 = 40: the wo master is at 800; of the others 40 would
  // be new and is less than 50; "much" had upper havo and takes 40. Whether
  // "little", who had none, is asked before does not matter.
  Scenario scenario = section_needing(7000, 2032, 540);
  add_sitting_staff(scenario);
  add_newcomers(scenario);
  WorkedFuture const future(scenario);
  check_upper(future, "university", 800, 0);
  check_upper(future, others()[0], 266, 0);
  check_upper(future, others()[1], 233, 0);
  check_upper(future, "much", 400, 240);
  check_upper(future, "little", 233, 0);
  check_upper(future, "second", 100, 300);
}

TEST_CASE("As now: of who was there already the first by id receives first") {
  // Nobody is new. usual_upper is (100 + 100 + 100 + 300) / 4 = 150. Upper vwo
  // 850 - 600 = 250: each of the three takes 50 up to 150 (left 100); in the
  // second round the first by id takes it all. Upper havo 550: the first has
  // room for 800 - 250 = 550, which is all. The third, a wo master, would come
  // before them if degrees were asked.
  auto const names = in_order({"ann", "bob", "cor"});
  Scenario scenario = section_needing(4000, 850, 550);
  for (auto const& name : names)
    add_teacher(scenario, name, Licence::first_degree, 0.1, 0);
  scenario.people.back().degree = Degree::wo_master;
  add_teacher(scenario, "much", Licence::second_degree, 0.3, 0);
  WorkedFuture const future(scenario);
  check_upper(future, names[0], 250, 550);
  check_upper(future, names[1], 150, 0);
  check_upper(future, names[2], 150, 0);
  check_upper(future, "much", 300, 0);
}

TEST_CASE("As now: what is above demand is cut in proportion, each share rounded down") {
  // Upper vwo 501 of 700: 400 x 501 / 700 = 286.3, 200 x 501 / 700 = 143.1 and
  // 100 x 501 / 700 = 71.6, together 500. The last thousandth goes to "little",
  // the only one with a first-degree licence under 233. Upper havo 300 of 500:
  // 200 x 3 / 5 and 300 x 3 / 5.
  Scenario scenario = section_needing(3000, 501, 300);
  add_sitting_staff(scenario);
  WorkedFuture const future(scenario);
  check_upper(future, "much", 286, 120);
  check_upper(future, "little", 144, 0);
  check_upper(future, "second", 71, 180);
}

TEST_CASE("The reference date stands as in the file, in every order") {
  for (auto const order :
       {LessonOrder::as_now, LessonOrder::first_degree_first, LessonOrder::wo_master_first}) {
    Scenario scenario = section_needing(3000, 0, 0, order);
    add_sitting_staff(scenario);
    // More than the most.
    lessons_of(scenario.people[0]).upper_vwo = 0.9;
    lessons_of(scenario.people[0]).upper_havo = 0.1;
    // Open vacancies leave upper lessons that nobody receives yet.
    scenario.sections.front().open_vacancies = Fte{1000};
    WorkedFuture const future(scenario, 0);
    check_upper(future, "much", 900, 100);
    check_upper(future, "little", 200, 0);
    check_upper(future, "second", 100, 300);
  }
}

TEST_CASE("First degree first: by id, upper vwo before upper havo, up to the most") {
  // By id the first takes 800 of upper vwo's 1300 and the second 500. Upper
  // havo 700: the first is full, the second takes 800 - 500 = 300, the third
  // 400. The second-degree teacher had 100 and 300; nothing is left. That the
  // third is a wo master and the first is new does not matter.
  auto const names = in_order({"ann", "bob", "cor"});
  Scenario scenario = section_needing(4000, 1300, 700, LessonOrder::first_degree_first);
  add_newcomer(scenario, names[0], Degree::bachelor);
  add_teacher(scenario, names[1], Licence::first_degree, 0.2, 0);
  add_teacher(scenario, names[2], Licence::first_degree, 0, 0.1).degree = Degree::wo_master;
  add_teacher(scenario, "second", Licence::second_degree, 0.1, 0.3);
  WorkedFuture const future(scenario);
  check_upper(future, names[0], 800, 0);
  check_upper(future, names[1], 500, 300);
  check_upper(future, names[2], 0, 400);
  check_upper(future, "second", 0, 0);
}

TEST_CASE("First degree first: who had more than the most may keep as much") {
  // The first by id had 600 + 300 = 900 and may have 900 again: of upper vwo
  // 900. The second takes what is left of it, 100, and of upper havo 600 what
  // is left of 800: 700, of which there are 600.
  auto const names = in_order({"ann", "bob"});
  Scenario scenario = section_needing(2000, 1000, 600, LessonOrder::first_degree_first);
  add_teacher(scenario, names[0], Licence::first_degree, 0.6, 0.3);
  add_teacher(scenario, names[1], Licence::first_degree, 0.1, 0.1);
  WorkedFuture const future(scenario);
  check_upper(future, names[0], 900, 0);
  check_upper(future, names[1], 100, 600);
}

TEST_CASE("Wo masters first: then the others with a first-degree licence, each by id") {
  // The wo masters are the last by id. Upper vwo 1300: the first wo master by
  // id 800, the second 500. Upper havo 700: the second wo master 300, then of
  // the others the first by id 400.
  auto const names = in_order({"ann", "bob", "cor", "dirk"});
  Scenario scenario = section_needing(4000, 1300, 700, LessonOrder::wo_master_first);
  add_newcomer(scenario, names[0], Degree::bachelor);
  add_teacher(scenario, names[1], Licence::first_degree, 0.5, 0).degree = Degree::hbo_master;
  add_teacher(scenario, names[2], Licence::first_degree, 0, 0).degree = Degree::wo_master;
  add_teacher(scenario, names[3], Licence::first_degree, 0, 0).degree = Degree::wo_master;
  WorkedFuture const future(scenario);
  check_upper(future, names[2], 800, 0);
  check_upper(future, names[3], 500, 300);
  check_upper(future, names[0], 0, 400);
  check_upper(future, names[1], 0, 0);
  CHECK(future.counter("wiskunde", counter::upper_vwo_wo_weight) == 1300);
}

TEST_CASE("Other licences keep what first-degree staff leaves, cut in proportion") {
  // Upper vwo 1200: one first-degree teacher takes 800, 400 is left for who
  // had 300 and 200: 300 x 400 / 500 = 240 and 160. Upper havo 150: the
  // first-degree teacher is full, the others had 100 together and keep it; the
  // other 50 is nobody's share.
  for (auto const order : {LessonOrder::first_degree_first, LessonOrder::wo_master_first}) {
    Scenario scenario = section_needing(3000, 1200, 150, order);
    add_teacher(scenario, "first", Licence::first_degree, 0, 0);
    add_teacher(scenario, "second", Licence::second_degree, 0.3, 0.1);
    add_teacher(scenario, "none", Licence::unlicensed, 0.2, 0);
    WorkedFuture const future(scenario);
    check_upper(future, "first", 800, 0);
    check_upper(future, "second", 240, 100);
    check_upper(future, "none", 160, 0);
  }
}

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

TEST_CASE("What somebody had in upper havo is at most what upper vwo leaves") {
  // 501 in two equal halves: upper vwo 250.5 is 251, so upper havo is 250. In
  // millionths of 501: 500998.0 and 499002.0, half up.
  Scenario scenario = section_needing(600, 300, 300);
  scenario.lessons->max_upper = 0.5;
  lessons_of(add_teacher(scenario, "ann", Licence::first_degree, 0.5, 0.5)).fte = Fte{501};
  WorkedFuture const future(scenario);
  CHECK(future.upper_vwo("ann") == 500'998);
  CHECK(future.upper_havo("ann") == 499'002);
  CHECK(future.counter("wiskunde", counter::lessons_qualified) == 501);
}

TEST_CASE("A new part of 50 thousandths is no crumb, one of 49 is") {
  // Nothing was given in upper havo; of upper vwo the first keeps all.
  for (int const wanted : {50, 49}) {
    Scenario scenario = section_needing(2000, 400, wanted);
    add_teacher(scenario, "ann", Licence::first_degree, 0.4, 0);
    WorkedFuture const future(scenario);
    check_upper(future, "ann", 400, wanted == 50 ? 50 : 0);
  }
}

TEST_CASE("Who has had or taken lessons in a part may take a crumb more of it") {
  // By id: "ann" had 100 of upper vwo and 100 of upper havo and takes 10 more of
  // each; nobody else is there to take them.
  Scenario scenario = section_needing(2000, 110, 110);
  add_teacher(scenario, "ann", Licence::first_degree, 0.1, 0.1);
  check_upper(WorkedFuture(scenario), "ann", 110, 110);
  // In the other orders everybody starts from nothing: what one had still counts.
  for (auto const order : {LessonOrder::first_degree_first, LessonOrder::wo_master_first}) {
    Scenario few = section_needing(2000, 30, 20, order);
    add_teacher(few, "ann", Licence::first_degree, 0.1, 0);
    check_upper(WorkedFuture(few), "ann", 30, 0);
  }
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
