// How far hours go up and down, worked out by hand from docs/methods.md, 7.7.
// A step of 100 thousandths is certain each year in which it is possible.

#include <string>
#include <utility>
#include <vector>

#include "tests/engine/worked_future.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::lessons_of;
using meesterplan::testing::WorkedFuture;

namespace {

/// One person with these assignments, each in a section of its own.
Scenario person_of(std::vector<int> const& ftes) {
  Scenario scenario = testing::empty_school(2025, 4);
  for (std::size_t index = 0; index < ftes.size(); ++index)
    testing::add_section(scenario, "section " + std::to_string(index));
  Person& person = testing::add_person(scenario, "ann", 0, 40);
  Assignment part = lessons_of(person);
  person.assignments.clear();
  for (std::size_t index = 0; index < ftes.size(); ++index) {
    part.section = static_cast<int>(index);
    part.fte = Fte{ftes[index]};
    person.assignments.push_back(part);
  }
  return scenario;
}

std::int64_t main_after(Scenario const& scenario, int years) {
  return WorkedFuture(scenario, years).main_fte("ann");
}

Scenario rising(std::vector<int> const& ftes) {
  Scenario scenario = person_of(ftes);
  scenario.hours.up = testing::flat_table("up", 1);
  return scenario;
}

Scenario falling(std::vector<int> const& ftes) {
  Scenario scenario = person_of(ftes);
  scenario.hours.down = testing::flat_table("down", 1);
  return scenario;
}

}  // namespace

TEST_CASE("Hours rise by steps up to 1200 of the person's total") {
  Scenario const alone = rising({1000});
  CHECK(main_after(alone, 1) == 1100);
  CHECK(main_after(alone, 2) == 1200);
  CHECK(main_after(alone, 3) == 1200);
  // 1101 + 100 would be above 1200.
  CHECK(main_after(rising({1101}), 2) == 1101);
  // 600 + 500 is the most from which a step is possible.
  CHECK(main_after(rising({600, 500}), 2) == 700);
}

TEST_CASE("Hours fall by steps down to 100 of the person's total") {
  Scenario const alone = falling({300});
  CHECK(main_after(alone, 1) == 200);
  CHECK(main_after(alone, 2) == 100);
  CHECK(main_after(alone, 3) == 100);
  CHECK(main_after(falling({199}), 2) == 199);
}

TEST_CASE("The main assignment keeps at least 50, else a crossing changes nothing") {
  CHECK(main_after(falling({150, 100}), 1) == 50);
  CHECK(main_after(falling({149, 100}), 1) == 149);
  // 50 + 100 = 150 is less than 100 + a step: no further step is possible.
  CHECK(main_after(falling({150, 100}), 3) == 50);
}
