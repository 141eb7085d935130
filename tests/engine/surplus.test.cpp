// Who goes and who moves when there is more staff than demand, worked out by
// hand from docs/methods.md, 7.8.
//
// Everybody's net fte is the fte. Temporary staff in service is without a
// licence and under three years here, so that no other phase decides about it.

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

/// A school that reduces surplus; sections and what they need are to be added.
Scenario school_that_reduces() {
  Scenario scenario = testing::empty_school(start, 2);
  scenario.surplus = SurplusMode::reduce;
  scenario.demand.mode = DemandMode::table;
  return scenario;
}

/// A section that needs `fte` from year 1 on; its index.
int add_section_needing(Scenario& scenario, std::string key, std::string subject, int school,
                        int fte) {
  int const section =
      testing::add_section_called(scenario, std::move(key), std::move(subject), school);
  scenario.demand.table.push_back(demand_row(section, fte));
  return section;
}

Person& add_permanent(Scenario& scenario, std::string name, int section, int tenure, int fte) {
  Person& person = add_person(scenario, std::move(name), section, 50);
  person.tenure = tenure;
  lessons_of(person).fte = Fte{fte};
  return person;
}

/// `tenure` (0 or 1) is that of the reference date.
Person& add_temporary(Scenario& scenario, std::string name, int section, int tenure, int fte) {
  Person& person = add_permanent(scenario, std::move(name), section, tenure, fte);
  person.contract = Contract::temporary;
  lessons_of(person).licence = Licence::appointable;
  return person;
}

void add_part(Person& person, int section, int fte) {
  Assignment part = lessons_of(person);
  part.section = section;
  part.fte = Fte{fte};
  person.assignments.push_back(part);
}

std::int64_t not_extended(WorkedFuture const& future, std::string const& section) {
  return future.counter(section, counter::exits_first + static_cast<int>(ExitCause::not_extended));
}

/// Two schools of board "one", with a section of maths each; the first needs
/// `here`, the second `there`.
Scenario two_schools(int here, int there) {
  Scenario scenario = school_that_reduces();
  scenario.schools[0].board = "one";
  testing::add_school(scenario, "other", "one");
  add_section_needing(scenario, "here", "wiskunde", 0, here);
  add_section_needing(scenario, "there", "wiskunde", 1, there);
  return scenario;
}

}  // namespace

TEST_CASE("Temporary staff goes by shortest tenure, each only within the surplus that is left") {
  // 3800 for 2900: 900 too much. "new" (700) comes this year, tenure 0, and
  // goes first: 200 left. "one" (500, tenure 1) does not fit. Of tenure 2 "two"
  // (600) does not fit and "small" (200) goes. Nobody permanent need go.
  Scenario scenario = school_that_reduces();
  int const section = add_section_needing(scenario, "wiskunde", "wiskunde", 0, 2900);
  add_permanent(scenario, "permanent", section, 0, 900);
  add_permanent(scenario, "old", section, 20, 900);
  add_temporary(scenario, "one", section, 0, 500);
  add_temporary(scenario, "two", section, 1, 600);
  add_temporary(scenario, "small", section, 1, 200);
  add_temporary(scenario, "new", section, 0, 700).starts_on = Date{start + 1, 8, 1};
  WorkedFuture const future(scenario);
  CHECK_FALSE(future.has("new"));
  CHECK_FALSE(future.has("small"));
  for (auto const* const name : {"permanent", "old", "one", "two"})
    CHECK(future.has(name));
  CHECK(not_extended(future, "wiskunde") == 2);
  CHECK(future.counter("wiskunde", counter::heads) == 4);
  CHECK(future.counter("wiskunde", counter::net_fte) == 2900);
  CHECK(future.counter("wiskunde", counter::surplus) == 0);
}

TEST_CASE("Of temporary staff of one tenure the first by id goes") {
  // 500 too much, three of 500: one goes, whatever the order in the file.
  auto const names = in_order({"ann", "bob", "cor"});
  for (bool const turned : {false, true}) {
    Scenario scenario = school_that_reduces();
    int const section = add_section_needing(scenario, "wiskunde", "wiskunde", 0, 1000);
    for (std::size_t index = 0; index < names.size(); ++index)
      add_temporary(scenario, names[turned ? names.size() - 1 - index : index], section, 1, 500);
    WorkedFuture const future(scenario);
    CHECK_FALSE(future.has(names[0]));
    CHECK(future.has(names[1]));
    CHECK(future.has(names[2]));
  }
}

TEST_CASE("Surplus that is only reported stays") {
  Scenario scenario = school_that_reduces();
  scenario.surplus = SurplusMode::report;
  int const section = add_section_needing(scenario, "wiskunde", "wiskunde", 0, 1000);
  add_temporary(scenario, "ann", section, 1, 500);
  add_permanent(scenario, "bob", section, 1, 900);
  WorkedFuture const future(scenario);
  CHECK(future.has("ann"));
  CHECK(future.counter("wiskunde", counter::surplus) == 400);
}

TEST_CASE("The end of a temporary contract in surplus opens no seat and no vacancy") {
  // 400 too much: the temporary teacher of 400 goes. Under one_to_one nobody
  // succeeds; under fill the section has what it needs.
  for (auto const mode : {RecruitmentMode::one_to_one, RecruitmentMode::fill}) {
    Scenario scenario = school_that_reduces();
    int const section = add_section_needing(scenario, "wiskunde", "wiskunde", 0, 1000);
    add_permanent(scenario, "ann", section, 10, 1000);
    add_temporary(scenario, "bob", section, 1, 400);
    scenario.recruitment.mode = mode;
    scenario.recruitment.fill = {{{}, std::nullopt, Uncertain::probability(1)}};
    scenario.recruitment.entrants = {testing::entrant(30, 30, Degree::bachelor)};
    WorkedFuture const future(scenario, 2);
    CHECK(future.counter("wiskunde", counter::heads) == 1);
    CHECK(future.counter("wiskunde", counter::net_fte) == 1000);
    CHECK(future.counter("wiskunde", counter::unfilled) == 0);
  }
}

TEST_CASE("Who has two sections, and a replacement, neither goes nor moves") {
  // 800 too much in "here" and as much wanted in "there". "both" (temporary)
  // and "double" (permanent) teach in two sections. The replacement counts for
  // no net fte. So nobody is a candidate and the surplus stays.
  Scenario scenario = two_schools(600, 2000);
  int const art = add_section_needing(scenario, "art", "kunst", 0, 200);
  add_part(add_temporary(scenario, "both", 0, 1, 700), art, 100);
  add_part(add_permanent(scenario, "double", 0, 2, 700), art, 100);
  Person& replacement = add_permanent(scenario, "replacement", 0, 0, 500);
  replacement.contract = Contract::replacement;
  replacement.contract_end = Date{start + 2, 8, 1};
  WorkedFuture const future(scenario);
  CHECK(future.section_of("both") == "here");
  CHECK(future.section_of("double") == "here");
  CHECK(future.section_of("replacement") == "here");
  CHECK(not_extended(future, "here") == 0);
  CHECK(future.counter("there", counter::moves_in) == 0);
  CHECK(future.counter("here", counter::surplus) == 800);
  CHECK(future.counter("art", counter::surplus) == 0);
}

TEST_CASE("Temporary staff goes, also with room elsewhere; permanent staff moves after it") {
  // 1000 too much in "here", 2000 wanted in "there". "temporary" (400, tenure 2)
  // goes first though "short" (permanent, tenure 1) is here shorter: 600 left.
  // "short" (500) moves: 100 left. "long" (500) no longer fits and stays.
  Scenario scenario = two_schools(900, 2000);
  add_permanent(scenario, "short", 0, 0, 500);
  add_permanent(scenario, "long", 0, 9, 500);
  add_permanent(scenario, "longest", 0, 19, 500);
  add_temporary(scenario, "temporary", 0, 1, 400);
  WorkedFuture const future(scenario);
  CHECK_FALSE(future.has("temporary"));
  CHECK(future.section_of("short") == "there");
  CHECK(future.section_of("long") == "here");
  CHECK(future.section_of("longest") == "here");
  CHECK(not_extended(future, "here") == 1);
  CHECK(future.counter("here", counter::moves_out) == 1);
  CHECK(future.counter("there", counter::moves_in) == 1);
  CHECK(future.counter("here", counter::net_fte) == 1000);
  CHECK(future.counter("here", counter::surplus) == 100);
  CHECK(future.counter("there", counter::net_fte) == 500);
  CHECK(future.counter("there", counter::unfilled) == 1500);
}

TEST_CASE("Permanent staff of one tenure moves in the order of ids") {
  auto const names = in_order({"ann", "bob"});
  for (bool const turned : {false, true}) {
    Scenario scenario = two_schools(500, 2000);
    add_permanent(scenario, names[turned ? 1 : 0], 0, 5, 500);
    add_permanent(scenario, names[turned ? 0 : 1], 0, 5, 500);
    WorkedFuture const future(scenario);
    CHECK(future.section_of(names[0]) == "there");
    CHECK(future.section_of(names[1]) == "here");
  }
}

TEST_CASE("A move goes to the largest gap in the subject at the board that is large enough") {
  // "here" has 1500 too much. Gaps: "small" 600, "large" 900, "other board"
  // 3000 and "other subject" 3000. The first by tenure (500) goes to "large",
  // which has 400 left; the second (500) to "small", which has 100 left; for
  // the third (500) there is no gap of 500 any more.
  Scenario scenario = school_that_reduces();
  scenario.schools[0].board = "one";
  int const second = testing::add_school(scenario, "second", "one");
  int const third = testing::add_school(scenario, "third", "one");
  int const elsewhere = testing::add_school(scenario, "elsewhere", "two");
  int const here = add_section_needing(scenario, "here", "wiskunde", 0, 500);
  add_section_needing(scenario, "small", "wiskunde", second, 600);
  add_section_needing(scenario, "large", "wiskunde", third, 900);
  add_section_needing(scenario, "other board", "wiskunde", elsewhere, 3000);
  add_section_needing(scenario, "other subject", "frans", second, 3000);
  add_permanent(scenario, "a", here, 1, 500);
  add_permanent(scenario, "b", here, 2, 500);
  add_permanent(scenario, "c", here, 3, 500);
  add_permanent(scenario, "d", here, 4, 500);
  WorkedFuture const future(scenario);
  CHECK(future.section_of("a") == "large");
  CHECK(future.section_of("b") == "small");
  CHECK(future.section_of("c") == "here");
  CHECK(future.section_of("d") == "here");
  CHECK(future.counter("here", counter::surplus) == 500);
  CHECK(future.counter("other board", counter::moves_in) == 0);
  CHECK(future.counter("other subject", counter::moves_in) == 0);
}

TEST_CASE("A gap as large as the net fte is large enough, a smaller one is not") {
  for (int const gap : {500, 499}) {
    Scenario scenario = two_schools(500, gap);
    add_permanent(scenario, "ann", 0, 5, 500);
    add_permanent(scenario, "bob", 0, 6, 500);
    WorkedFuture const future(scenario);
    CHECK(future.section_of("ann") == (gap == 500 ? "there" : "here"));
    CHECK(future.section_of("bob") == "here");
  }
}

TEST_CASE("Of equal gaps the section first by hashed key is chosen") {
  auto const keys = in_order({"north", "south", "west"});
  Scenario scenario = school_that_reduces();
  scenario.schools[0].board = "one";
  int const here = add_section_needing(scenario, "here", "wiskunde", 0, 500);
  for (std::size_t index = keys.size(); index-- > 0;) {
    int const school = testing::add_school(scenario, "school " + keys[index], "one");
    add_section_needing(scenario, keys[index], "wiskunde", school, 800);
  }
  add_permanent(scenario, "ann", here, 5, 500);
  add_permanent(scenario, "bob", here, 6, 500);
  WorkedFuture const future(scenario);
  CHECK(future.section_of("ann") == keys[0]);
}

TEST_CASE("Sections with surplus are dealt with in the order of their hashed keys") {
  // Two sections have 500 too much and one place of 500 is wanted: the teacher
  // of the first section by hashed key gets it.
  auto const keys = in_order({"north", "south"});
  for (bool const turned : {false, true}) {
    Scenario scenario = school_that_reduces();
    scenario.schools[0].board = "one";
    add_section_needing(scenario, "wanted", "wiskunde", 0, 500);
    for (std::size_t index = 0; index < keys.size(); ++index) {
      std::string const& key = keys[turned ? 1 - index : index];
      int const school = testing::add_school(scenario, "school " + key, "one");
      int const section = add_section_needing(scenario, key, "wiskunde", school, 0);
      add_permanent(scenario, "of " + key, section, 5, 500);
    }
    WorkedFuture const future(scenario);
    CHECK(future.section_of("of " + keys[0]) == "wanted");
    CHECK(future.section_of("of " + keys[1]) == keys[1]);
  }
}

TEST_CASE("Who moves keeps tenure, contract and licence, and leaves upper lessons behind") {
  // The lessons are given out anew: in "there" 400 of upper vwo and 100 of upper
  // havo are wanted, in "here" bob keeps what he had.
  Scenario scenario = two_schools(500, 500);
  scenario.lessons = LessonRules{};
  scenario.demand.table[0].upper_vwo = Fte{200};
  scenario.demand.table[0].upper_havo = Fte{100};
  scenario.demand.table[1].upper_vwo = Fte{400};
  scenario.demand.table[1].upper_havo = Fte{100};
  Person& ann = add_permanent(scenario, "ann", 0, 5, 500);
  ann.degree = Degree::wo_master;
  Person& bob = add_permanent(scenario, "bob", 0, 6, 500);
  for (Person* const person : {&scenario.people[0], &bob}) {
    lessons_of(*person).upper_vwo = 0.4;
    lessons_of(*person).upper_havo = 0.2;
  }
  WorkedFuture const future(scenario);
  CHECK(future.section_of("ann") == "there");
  // Of a second-degree licence: who had upper lessons may keep them, but nobody
  // new receives any, though they are wanted.
  CHECK(future.upper_vwo("ann") == 0);
  CHECK(future.upper_havo("ann") == 0);
  CHECK(future.upper_vwo("bob") == 400'000);
  CHECK(future.upper_havo("bob") == 200'000);
  CHECK(future.main_fte("ann") == 500);
  CHECK(future.column("ann", model::Column::licence) == static_cast<int>(Licence::second_degree));
  CHECK(future.counter("there", counter::moves_in_masters) == 1);
  CHECK(future.counter("here", counter::moves_out_masters) == 1);
  CHECK(future.counter("there", counter::contract_first + static_cast<int>(Contract::permanent)) ==
        1);
}

TEST_CASE("Surplus is counted in net fte, and so is who fits in it") {
  // A fifth of everybody's time goes to other tasks: 1000 is 800 net, 500 is
  // 400. 800 + 800 + 400 = 2000 net for a demand of 1600: 400 too much, which is
  // the net fte of "half", but less than that of "full", who is here shorter.
  Scenario scenario = school_that_reduces();
  scenario.net.other_tasks = 0.2;
  int const section = add_section_needing(scenario, "wiskunde", "wiskunde", 0, 1600);
  add_permanent(scenario, "ann", section, 10, 1000);
  add_temporary(scenario, "full", section, 0, 1000);
  add_temporary(scenario, "half", section, 1, 500);
  WorkedFuture const future(scenario);
  CHECK(future.has("full"));
  CHECK_FALSE(future.has("half"));
  CHECK(future.counter("wiskunde", counter::net_fte) == 1600);
}
