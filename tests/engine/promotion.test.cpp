// Who gets a place of the function mix, worked out by hand from docs/methods.md,
// 7.21. Nobody leaves, and nobody comes.

#include <string>
#include <utility>

#include "tests/engine/worked_future.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::in_order;
using meesterplan::testing::lessons_of;
using meesterplan::testing::WorkedFuture;
namespace counter = meesterplan::model::counter;

namespace {

constexpr int start = 2025;
constexpr char const* section = "wiskunde";

FunctionMix structure(double lc, double ld, double le = 0) {
  FunctionMix mix;
  mix.name = "mix";
  mix.share = {lc, ld, le};
  return mix;
}

/// A section without people, and this share of places in LC and LD.
Scenario school_with_places(double lc, double ld, int years = 4) {
  Scenario scenario = testing::empty_school(start, years);
  testing::add_section(scenario, section);
  scenario.function_mix = {structure(lc, ld)};
  return scenario;
}

Person& add_in(Scenario& scenario, std::string name, Scale scale, int experience, int fte = 1000) {
  Person& person = testing::add_person(scenario, std::move(name), 0, 50);
  person.scale = scale;
  person.experience = experience;
  lessons_of(person).fte = Fte{fte};
  return person;
}

/// Full-time staff in LB without a licence, who never rise.
void add_others(Scenario& scenario, int n) {
  for (int index = 0; index < n; ++index)
    lessons_of(add_in(scenario, "other " + std::to_string(index), Scale::lb, 0)).licence =
        Licence::appointable;
}

Programme one_year_to(Degree degree) {
  Programme programme;
  programme.name = "study";
  programme.gives_degree = degree;
  programme.years = 1;
  programme.uptake = testing::flat_table("uptake", 0);
  return programme;
}

}  // namespace

TEST_CASE("A place goes to the most experienced of the scale below") {
  // 10 fte, 30% in LC: 3 places, of which 1 is taken.
  Scenario scenario = school_with_places(0.3, 0);
  add_in(scenario, "sitting", Scale::lc, 30);
  add_in(scenario, "first", Scale::lb, 20);
  add_in(scenario, "second", Scale::lb, 15).tenure = 9;
  add_in(scenario, "third", Scale::lb, 15).tenure = 8;
  add_others(scenario, 6);
  WorkedFuture const future(scenario);
  CHECK(future.scale("first") == Scale::lc);
  CHECK(future.scale("second") == Scale::lc);
  CHECK(future.scale("third") == Scale::lb);
  CHECK(future.counter(section, counter::promotions) == 2);
  CHECK(future.counter(section, counter::scale_first + static_cast<int>(Scale::lc)) == 3000);
  CHECK(future.counter(section, counter::scale_over) == 0);
  CHECK(WorkedFuture(scenario, 2).counter(section, counter::promotions) == 0);
}

TEST_CASE("Who has a master goes first only where the scenario says so") {
  for (bool const first : {false, true}) {
    Scenario scenario = school_with_places(0.2, 0);
    scenario.promotion.masters_first = first;
    add_in(scenario, "experienced", Scale::lb, 20);
    add_in(scenario, "master", Scale::lb, 5).degree = Degree::hbo_master;
    add_others(scenario, 3);
    WorkedFuture const future(scenario);
    CHECK(future.scale("master") == (first ? Scale::lc : Scale::lb));
    CHECK(future.scale("experienced") == (first ? Scale::lb : Scale::lc));
  }
}

TEST_CASE("Of equal experience and tenure the first by id rises, whatever the order of rows") {
  auto const names = in_order({"ann", "bob"});
  for (bool const turned : {false, true}) {
    Scenario scenario = school_with_places(0.2, 0);
    add_in(scenario, names[turned ? 1 : 0], Scale::lb, 5);
    add_in(scenario, names[turned ? 0 : 1], Scale::lb, 5);
    add_others(scenario, 3);
    WorkedFuture const future(scenario);
    CHECK(future.scale(names[0]) == Scale::lc);
    CHECK(future.scale(names[1]) == Scale::lb);
  }
}

TEST_CASE("A place is taken by a whole person") {
  // 5 fte, 0.9 of it in LC: the first does not fit, the second does, 0.2 is left.
  Scenario scenario = school_with_places(0.18, 0);
  add_in(scenario, "full-time", Scale::lb, 20);
  add_in(scenario, "part-time", Scale::lb, 10, 700);
  add_in(scenario, "too much", Scale::lb, 9, 300);
  add_others(scenario, 3);
  WorkedFuture const future(scenario);
  CHECK(future.scale("full-time") == Scale::lb);
  CHECK(future.scale("part-time") == Scale::lc);
  CHECK(future.scale("too much") == Scale::lb);
}

TEST_CASE("Places are given out from the top, and nobody rises two scales in a year") {
  // 5 fte: 1 place in LC (taken) and 1 in LD. "high" takes that in LD, "low" hers.
  Scenario scenario = school_with_places(0.2, 0.2);
  add_in(scenario, "high", Scale::lc, 10);
  add_in(scenario, "low", Scale::lb, 20);
  add_others(scenario, 3);
  WorkedFuture const future(scenario);
  CHECK(future.scale("high") == Scale::ld);
  CHECK(future.scale("low") == Scale::lc);
  CHECK(future.counter(section, counter::promotions) == 2);
}

TEST_CASE("Only permanent licensed staff of a known scale rises, and not in its first year") {
  Scenario scenario = school_with_places(1, 0, 1);
  Person& temporary = add_in(scenario, "temporary", Scale::lb, 20);
  temporary.contract = Contract::temporary;
  temporary.tenure = 1;
  lessons_of(temporary).licence = Licence::appointable;
  lessons_of(add_in(scenario, "unlicensed", Scale::lb, 20)).licence = Licence::unlicensed;
  add_in(scenario, "unknown", Scale::none, 20);
  add_in(scenario, "new", Scale::lb, 20).starts_on = Date{start + 1, 8, 1};
  add_in(scenario, "sound", Scale::lb, 1);
  WorkedFuture const future(scenario);
  CHECK(future.scale("temporary") == Scale::lb);
  CHECK(future.scale("unlicensed") == Scale::lb);
  CHECK(future.scale("unknown") == Scale::none);
  CHECK(future.scale("new") == Scale::lb);
  CHECK(future.scale("sound") == Scale::lc);
}

TEST_CASE("Staff above the places stays, and is counted over the sections that it is in") {
  // 6 fte, 1.5 of it in LC; 2 + 1 are there: 1.5 too much, 1 of it here and 0.5 there.
  Scenario scenario = school_with_places(0.25, 0);
  testing::add_section(scenario, "frans");
  add_in(scenario, "ann", Scale::lc, 20);
  add_in(scenario, "bob", Scale::lc, 20);
  lessons_of(add_in(scenario, "cor", Scale::lc, 20)).section = 1;
  add_others(scenario, 3);
  for (int const years : {0, 1, 3}) {
    WorkedFuture const future(scenario, years);
    CHECK(future.counter(section, counter::scale_over) == 1000);
    CHECK(future.counter("frans", counter::scale_over) == 500);
    CHECK(future.counter(section, counter::promotions) == 0);
  }
}

TEST_CASE("A right by degree makes the mix overshoot by exactly the fte that it raised") {
  // 5 fte and 1 place in LC, which is taken. Whoever graduates gets LC all the same.
  Scenario scenario = school_with_places(0.2, 0);
  scenario.programmes = {one_year_to(Degree::hbo_master)};
  scenario.promotion.right[static_cast<std::size_t>(Degree::hbo_master)] = Scale::lc;
  add_in(scenario, "sitting", Scale::lc, 30);
  add_in(scenario, "student", Scale::lb, 3, 800).study = StudyStatus{"study", 0, true};
  add_in(scenario, "small", Scale::lb, 3, 200).study = StudyStatus{"study", 0, true};
  add_in(scenario, "high", Scale::ld, 3).study = StudyStatus{"study", 0, true};
  add_in(scenario, "unknown", Scale::none, 3).study = StudyStatus{"study", 0, true};
  add_others(scenario, 2);
  WorkedFuture const future(scenario);
  CHECK(future.scale("student") == Scale::lc);
  CHECK(future.scale("small") == Scale::lc);
  CHECK(future.scale("high") == Scale::ld);
  CHECK(future.scale("unknown") == Scale::none);
  CHECK(future.counter(section, counter::scale_rights) == 2);
  CHECK(future.counter(section, counter::promotions) == 0);
  // 1000 of it is LD, of which there is no place at all.
  CHECK(future.counter(section, counter::scale_over) == 1000 + 800 + 200);
  scenario.promotion.right = {};
  WorkedFuture const without(scenario);
  CHECK(without.scale("student") == Scale::lb);
  CHECK(without.counter(section, counter::scale_over) == 1000);
}

TEST_CASE("A hire has at least the scale that the degree gives a right to") {
  Scenario scenario = school_with_places(0, 0);
  scenario.demand.mode = DemandMode::table;
  add_others(scenario, 1);
  scenario.demand.table = {testing::demand_row(0, 2000)};
  scenario.recruitment.mode = RecruitmentMode::fill;
  scenario.recruitment.fill = {{{}, std::nullopt, Uncertain::probability(1)}};
  scenario.recruitment.entrants = {testing::entrant(30, 30, Degree::wo_master)};
  auto const fte_in = [&](Scale scale) {
    return WorkedFuture(scenario).counter(section, counter::scale_first + static_cast<int>(scale));
  };
  CHECK(fte_in(Scale::lb) == 2000);
  scenario.promotion.right[static_cast<std::size_t>(Degree::wo_master)] = Scale::ld;
  CHECK(fte_in(Scale::ld) == 1000);
  scenario.recruitment.entrants.front().scale = Scale::le;
  CHECK(fte_in(Scale::le) == 1000);
}

TEST_CASE("An appointment ends after its years, and goes on where a place is kept") {
  // 1 place in LC for two years. "ann" gets it in year 1; in year 3 "bob" has a
  // master and goes first, so that "ann" goes back; in year 5 he keeps it.
  Scenario scenario = school_with_places(0.2, 0, 6);
  scenario.promotion.masters_first = true;
  scenario.promotion.appointment_years = 2;
  scenario.programmes = {one_year_to(Degree::hbo_master)};
  scenario.programmes.front().years = 3;
  add_in(scenario, "ann", Scale::lb, 20);
  add_in(scenario, "bob", Scale::lb, 10).study = StudyStatus{"study", 0, true};
  add_others(scenario, 3);
  for (int const year : {1, 2}) {
    CHECK(WorkedFuture(scenario, year).scale("ann") == Scale::lc);
    CHECK(WorkedFuture(scenario, year).scale("bob") == Scale::lb);
  }
  WorkedFuture const third(scenario, 3);
  CHECK(third.scale("ann") == Scale::lb);
  CHECK(third.scale("bob") == Scale::lc);
  CHECK(third.counter(section, counter::appointments_ended) == 1);
  CHECK(third.counter(section, counter::promotions) == 1);
  WorkedFuture const fifth(scenario, 5);
  CHECK(fifth.scale("bob") == Scale::lc);
  CHECK(fifth.counter(section, counter::appointments_ended) == 0);
  CHECK(fifth.counter(section, counter::promotions) == 0);
}

TEST_CASE("An appointment ends where the place is gone") {
  Scenario scenario = school_with_places(0.2, 0);
  scenario.promotion.appointment_years = 2;
  scenario.function_mix.front().until = start + 2;
  add_in(scenario, "ann", Scale::lb, 20);
  add_others(scenario, 4);
  CHECK(WorkedFuture(scenario, 2).scale("ann") == Scale::lc);
  WorkedFuture const later(scenario, 3);
  CHECK(later.scale("ann") == Scale::lb);
  CHECK(later.counter(section, counter::appointments_ended) == 1);
}

TEST_CASE("A right by degree turns an appointment into a scale for good") {
  Scenario scenario = school_with_places(0.2, 0, 5);
  scenario.promotion.appointment_years = 2;
  scenario.promotion.right[static_cast<std::size_t>(Degree::hbo_master)] = Scale::lc;
  scenario.programmes = {one_year_to(Degree::hbo_master)};
  scenario.programmes.front().years = 2;
  scenario.function_mix.front().until = start + 1;
  add_in(scenario, "ann", Scale::lb, 20).study = StudyStatus{"study", 0, true};
  add_others(scenario, 4);
  WorkedFuture const second(scenario, 2);
  CHECK(second.scale("ann") == Scale::lc);
  CHECK(second.counter(section, counter::scale_rights) == 1);
  CHECK(WorkedFuture(scenario, 5).scale("ann") == Scale::lc);
}

TEST_CASE("A structure of a school goes before that of its board, that before one of all") {
  Scenario scenario = school_with_places(0, 0);
  scenario.schools[0].key = "here";
  scenario.schools[0].board = "one";
  add_in(scenario, "ann", Scale::lb, 20);
  CHECK(WorkedFuture(scenario).scale("ann") == Scale::lb);
  scenario.function_mix.push_back(structure(1, 0));
  scenario.function_mix.back().boards = {"one"};
  CHECK(WorkedFuture(scenario).scale("ann") == Scale::lc);
  scenario.function_mix.insert(scenario.function_mix.begin(), structure(0, 0));
  scenario.function_mix.front().schools = {"here"};
  CHECK(WorkedFuture(scenario).scale("ann") == Scale::lb);
}

TEST_CASE("Places of a board are those of its schools together") {
  // 1 + 3 fte, a quarter in LC: one place at the board, none at the small school.
  for (auto const per : {Level::school, Level::board}) {
    Scenario scenario = school_with_places(0.25, 0);
    scenario.promotion.per = per;
    scenario.schools[0].board = "one";
    int const second = testing::add_school(scenario, "second", "one");
    int const there = testing::add_section_called(scenario, "there", "wiskunde", second);
    add_in(scenario, "ann", Scale::lb, 20);
    for (int index = 0; index < 3; ++index) {
      Person& person = add_in(scenario, "other " + std::to_string(index), Scale::lb, 0);
      lessons_of(person).section = there;
    }
    CHECK(WorkedFuture(scenario).scale("ann") == (per == Level::board ? Scale::lc : Scale::lb));
  }
}
