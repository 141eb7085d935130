// Who gives which lessons, worked out by hand from docs/methods.md, 7.11.

#include <string>
#include <utility>
#include <vector>

#include "tests/engine/lesson_school.hpp"
#include "tests/engine/worked_future.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::add_teacher;
using meesterplan::testing::check_upper;
using meesterplan::testing::in_order;
using meesterplan::testing::lessons_of;
using meesterplan::testing::section_needing;
using meesterplan::testing::WorkedFuture;
namespace counter = meesterplan::model::counter;

namespace {

constexpr int start = 2025;

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
std::vector<std::string> others() {
  return in_order({"bachelor", "graduate"});
}

/// Two years to an hbo master with the first-degree licence; nobody enrols.
Programme hbo_master() {
  Programme hbo;
  hbo.name = "hbo";
  hbo.gives_degree = Degree::hbo_master;
  hbo.gives_licence = Licence::first_degree;
  hbo.years = 2;
  hbo.uptake = testing::flat_table("uptake", 0);
  return hbo;
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
  scenario.programmes = {hbo_master()};
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

TEST_CASE("As now: who graduated or came last year is new no more") {
  // Both teach nothing in upper vwo until year 2, which needs 100 of it more
  // than "much" gives (usual_upper is its 300). The last by id, new in year 1,
  // has to wait for the first.
  auto const names = in_order({"ann", "bob"});
  for (bool const graduates : {false, true}) {
    CAPTURE(graduates);
    Scenario scenario = section_needing(5000, 300, 0);
    scenario.demand.table.front().year.to = start + 1;
    DemandRow later = testing::demand_row(0, 5000, 400, 0);
    later.year.from = start + 2;
    scenario.demand.table.push_back(later);
    add_teacher(scenario, "much", Licence::second_degree, 0.3, 0);
    add_teacher(scenario, names[0], Licence::first_degree, 0, 0);
    if (graduates) {
      add_teacher(scenario, names[1], Licence::second_degree, 0, 0).study =
          StudyStatus{"hbo", 1, true};
      scenario.programmes = {hbo_master()};
    } else {
      add_newcomer(scenario, names[1], Degree::wo_master);
    }
    WorkedFuture const future(scenario, 2);
    check_upper(future, names[0], 100, 0);
    check_upper(future, names[1], 0, 0);
  }
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

TEST_CASE("What somebody had in upper havo is at most what upper vwo leaves") {
  // 501 in two equal halves: upper vwo 250.5 is 251, so upper havo is 250. In
  // millionths of 501: 500998.0 and 499002.0, half up. With 499 open there is
  // no lack of lessons on the reference date either.
  Scenario scenario = section_needing(600, 300, 300);
  scenario.sections.front().open_vacancies = Fte{499};
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
