#include "sim/scenario/validate.hpp"

#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "tests/scenario/small_school.hpp"
#include "tests/support/catch.hpp"

// Scenarios made by hand; those that come from files are in tests/errors.

namespace meesterplan::scenario {
namespace {

struct Case {
  std::string told;  ///< what the message holds
  std::function<void(Scenario&)> spoil;
};

void check(std::vector<Case> const& cases) {
  for (Case const& one : cases) {
    Scenario scenario = small_school();
    one.spoil(scenario);
    INFO(one.told);
    CHECK(told(scenario).find(one.told) != std::string::npos);
  }
}

TEST_CASE("a school that is in order gets no messages") {
  CHECK(told(small_school()).empty());
}

TEST_CASE("the frame has its bounds") {
  check({{"years: 0 is out", [](Scenario& s) { s.years = 0; }},
         {"years: 51 is out", [](Scenario& s) { s.years = 51; }},
         {"replicates: 0 is out", [](Scenario& s) { s.replicates = 0; }},
         {"replicates: 4294967296 is out", [](Scenario& s) { s.replicates = 4'294'967'296; }},
         {"start: 25 is out", [](Scenario& s) { s.start = 25; }}});
}

TEST_CASE("people, sections and schools refer to each other") {
  check({{"not a single teacher", [](Scenario& s) { s.people.clear(); }},
         {"\"a\" is there twice", [](Scenario& s) { s.people[1].key = "a"; }},
         {"an empty key", [](Scenario& s) { s.people[1].key.clear(); }},
         {"\"art\" is there twice", [](Scenario& s) { s.sections[1].key = "art"; }},
         {"belongs to no school", [](Scenario& s) { s.sections[1].school = 4; }},
         {"belongs to no section", [](Scenario& s) { s.people[0].assignments[0].section = -1; }},
         {"has no assignment", [](Scenario& s) { s.people[0].assignments.clear(); }},
         {"\"b\" is in section \"maths\" twice",
          [](Scenario& s) { s.people[1].assignments.push_back(s.people[1].assignments[0]); }},
         {"works 1.6 fte",
          [](Scenario& s) {
            s.people[0].assignments.push_back(s.people[0].assignments[0]);
            s.people[0].assignments[1].section = 1;
          }},
         {"works at two boards", [](Scenario& s) {
            s.schools.push_back({{}, "other", "north", "", {}, {}});
            s.sections[1].school = 1;
            s.people[0].assignments[0].fte = Fte{400};
            s.people[0].assignments.push_back(s.people[0].assignments[0]);
            s.people[0].assignments[1].section = 1;
          }}});
}

TEST_CASE("a life has its order") {
  check({{"an age of 9 years",
          [](Scenario& s) { s.people[0].born_first = s.people[0].born_last = Month::of(2016, 5); }},
         {"an age of", [](Scenario& s) { s.people[0].born_last = Month::of(1979, 5); }},
         {"31 years of service", [](Scenario& s) { s.people[0].tenure = 31; }},
         {"experience includes them", [](Scenario& s) { s.people[0].experience = 4; }},
         {"31 years of experience", [](Scenario& s) { s.people[0].experience = 31; }},
         {"leaving before starting",
          [](Scenario& s) {
            s.people[0].starts_on = Date{2026, 8, 1};
            s.people[0].leaves = KnownLeave{{2026, 7, 31}, ExitCause::other_board};
          }},
         {"gone already",
          [](Scenario& s) {
            s.people[0].leaves = KnownLeave{{2025, 10, 1}, ExitCause::other_board};
          }},
         {"there already",
          [](Scenario& s) {
            s.people[0].starts_on = Date{2025, 10, 1};
          }},
         {"without an end", [](Scenario& s) { s.people[0].contract = Contract::replacement; }},
         {"no [[programme]]",
          [](Scenario& s) {
            s.people[0].study = StudyStatus{"x", 0, false};
          }},
         {"nothing to draw from", [](Scenario& s) { s.people[0].degree = Degree::unknown; }}});
}

TEST_CASE("uncertain numbers fit their kind and their interval") {
  auto const with = [](double central, double low, double high) {
    return [=](Scenario& s) {
      s.study.p_grant = Uncertain::probability(central);
      s.study.p_grant.interval = Interval{low, high};
      s.study.p_grant.name = "p";
    };
  };
  check({{"low 0.9 is above high 0.5", with(0.7, 0.9, 0.5)},
         {"central 0.4 is outside", with(0.4, 0.5, 0.9)},
         {"1.2 is not a probability", with(0.9, 0.8, 1.2)},
         {"interval without width", with(0.4, 0.4, 0.4)},
         {"certain probability of 1", with(1, 0.9, 1)},
         {"nan is not a probability",
          [](Scenario& s) { s.study.p_grant = Uncertain::probability(std::nan("")); }},
         {"0 is not a ratio", [](Scenario& s) { s.critical.no_room = Uncertain::ratio(0); }},
         {"inf is not a number",
          [](Scenario& s) {
            s.demand.growth_error = Uncertain::other(std::numeric_limits<double>::infinity());
          }},
         {"without a name", [](Scenario& s) {
            s.study.p_grant = Uncertain::probability(0.5);
            s.study.p_grant.interval = Interval{0.4, 0.6};
          }}});
  Scenario fine = small_school();
  with(0.7, 0.5, 0.9)(fine);
  CHECK(told(fine).empty());
}

TEST_CASE("rules leave something to play with") {
  check({{"together 1 of", [](Scenario& s) { s.net.other_tasks = 1; }},
         {"study.capacity: 1.5 is not a share", [](Scenario& s) { s.study.capacity = 1.5; }},
         {"hours.step", [](Scenario& s) { s.hours.step = Fte{0}; }},
         {"recruitment.stop: 2030 is outside", [](Scenario& s) { s.recruitment.stop = {2030}; }},
         {"no entrants for \"art\"",
          [](Scenario& s) { s.recruitment.mode = RecruitmentMode::one_to_one; }},
         {"no chance of filling", [](Scenario& s) { s.recruitment.mode = RecruitmentMode::fill; }},
         {"section \"maths\" has no demand in 2026, 2027, 2028, 2029, 2030",
          [](Scenario& s) { s.demand.mode = DemandMode::table; }},
         {"subject \"art\" has no lessons",
          [](Scenario& s) { s.demand.mode = DemandMode::pupils; }}});
}

TEST_CASE("a target lies in the run and names a unit that is there") {
  auto const with = [](Level level, std::string unit, int year) {
    return [=](Scenario& s) {
      s.targets.push_back({{}, "t", "masters", level, unit, {1, 2}, Direction::at_least, year});
    };
  };
  check({{"2025 is outside the run", with(Level::total, "", 2025)},
         {"2031 is outside the run", with(Level::total, "", 2031)},
         {"Did you mean \"maths\"?", with(Level::section, "mahts", 2030)},
         {"at the level total", with(Level::total, "maths", 2030)}});
  Scenario fine = small_school();
  with(Level::section, "maths", 2030)(fine);
  CHECK(told(fine).empty());
}

TEST_CASE("messages stand at their place in the scenario's sources") {
  Scenario scenario = small_school();
  scenario.sources = {{"people.csv", 0}};
  scenario.people[1].place = {0, 7, 1};
  scenario.people[1].experience = 0;
  CHECK(told(scenario).rfind("people.csv:7:1: experience: ", 0) == 0);
}

}  // namespace
}  // namespace meesterplan::scenario
