#include "sim/study/exit_chances.hpp"

#include <cmath>
#include <utility>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using scenario::ExitCause;
using scenario::Scenario;

namespace {

double of(study::ExitChances const& chances, ExitCause cause) {
  return chances[static_cast<std::size_t>(cause)];
}

}  // namespace

TEST_CASE("The chance to leave is that of the table, by factors on the hazard") {
  Scenario school = testing::empty_school(2025, 3);
  testing::add_section(school, "maths");
  testing::add_section(school, "art");
  testing::add_person(school, "z", 0, 40);
  testing::add_person(school, "a", 1, 40);
  testing::add_person(school, "later", 0, 40).starts_on = Date{2026, 8, 1};
  school.exits = {testing::exit_table(ExitCause::leaves_profession, 0.1),
                  testing::exit_table(ExitCause::other_board, 0.2)};
  scenario::Factor factor;
  factor.name = "subject";
  factor.causes = {ExitCause::leaves_profession};
  factor.ratios = testing::flat_table("ratio", 2);
  factor.ratios.rows.front().value = scenario::Uncertain::ratio(2);
  factor.ratios.rows.front().cell.subject = "art";
  school.exit_factors = {factor};

  std::vector<study::ExitChances> const chances = study::first_exit_chances(school);
  REQUIRE(chances.size() == 3);
  CHECK(std::abs(of(chances[0], ExitCause::leaves_profession) - 0.1) < 1e-12);
  CHECK(std::abs(of(chances[1], ExitCause::leaves_profession) - (1 - 0.9 * 0.9)) < 1e-12);
  CHECK(std::abs(of(chances[1], ExitCause::other_board) - 0.2) < 1e-12);
  CHECK(of(chances[0], ExitCause::retirement) == 0);
  CHECK(of(chances[2], ExitCause::other_board) == 0);
}

TEST_CASE("Policies do not change the chance that is told") {
  Scenario school = testing::empty_school(2025, 3);
  testing::add_section(school, "maths");
  testing::add_person(school, "z", 0, 40);
  school.exits = {testing::exit_table(ExitCause::leaves_profession, 0.1)};
  std::vector<study::ExitChances> const before = study::first_exit_chances(school);
  scenario::Policy policy;
  policy.name = "stay";
  policy.from = 2025;
  scenario::Effect effect;
  effect.name = "all";
  effect.on = scenario::Behaviour::exit;
  effect.size = scenario::Uncertain::ratio(0.5);
  policy.effects = {effect};
  school.policies = {policy};
  CHECK(study::first_exit_chances(school) == before);
}
