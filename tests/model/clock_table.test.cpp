#include "sim/model/clock_table.hpp"

#include <cmath>
#include <limits>
#include <random>

#include "sim/chance/logarithm.hpp"
#include "sim/model/compile.hpp"
#include "tests/model/lookup.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using Catch::Matchers::WithinRel;
using model::Column;
using scenario::Degree;
using scenario::ExitCause;
using scenario::FactorKind;
using scenario::Scenario;
using scenario::Uncertain;
using testing::hazard_at;
using testing::somebody;
using testing::with;

namespace {

constexpr double certain = std::numeric_limits<double>::infinity();

Scenario one_section() {
  Scenario scenario = testing::empty_school(2025, 5);
  int const section = testing::add_section(scenario, "maths");
  testing::add_person(scenario, "ann", section, 40);
  scenario.exits = {testing::exit_table(ExitCause::leaves_profession, 0.1)};
  return scenario;
}

scenario::Factor factor(std::string name, FactorKind kind, double ratio, scenario::Cell cell) {
  scenario::Factor made;
  made.name = std::move(name);
  made.kind = kind;
  scenario::RateRow row;
  row.cell = std::move(cell);
  row.value = Uncertain::ratio(ratio);
  made.ratios.rows = {row};
  return made;
}

scenario::Cell experience(int from, int to) {
  scenario::Cell cell;
  cell.experience = {from, to};
  return cell;
}

scenario::Cell tenure(int from, int to) {
  scenario::Cell cell;
  cell.tenure = {from, to};
  return cell;
}

}  // namespace

TEST_CASE("Exit hazards are those of the file's rows") {
  Scenario scenario = one_section();
  std::vector<double> const rates = {0.02, 0.05, 0.3};
  scenario.exits = {testing::exit_by_age(ExitCause::retirement, 60, rates)};
  auto const made = model::compile(scenario);
  auto const& exits = made.model.exits;
  for (int age = 20; age <= 62; ++age) {
    double const p = rates[static_cast<std::size_t>(std::max(age - 60, 0))];
    CHECK(hazard_at(exits, with(somebody(), Column::age, age)) == chance::hazard(p));
  }
  CHECK(hazard_at(exits, with(somebody(), Column::age, 63)) == certain);
}

TEST_CASE("Causes add up, and what differs in columns or factors stays apart") {
  Scenario scenario = one_section();
  scenario.exits.push_back(testing::exit_table(ExitCause::disability_or_death, 0.01));
  scenario.exits.push_back(testing::exit_table(ExitCause::other_board, 0.05));
  scenario.exits.push_back({ExitCause::other_sector, testing::flat_table("sector", 0.02)});
  scenario.exit_factors = {factor("workload", FactorKind::general, 2, {})};
  auto const made = model::compile(scenario);
  auto const& exits = made.model.exits;
  // By age with the factor (two causes), by age without, for all with it.
  REQUIRE(exits.groups.size() == 3);
  CHECK(exits.groups[0].kinds == std::vector<std::int32_t>{1, 2});
  CHECK(exits.groups[0].order == std::vector<std::int32_t>{0, 2});
  double const expected = 2 * (chance::hazard(0.1) + chance::hazard(0.05)) + chance::hazard(0.01) +
                          2 * chance::hazard(0.02);
  CHECK_THAT(hazard_at(exits, somebody()), WithinRel(expected, 1e-14));
  CHECK_THAT(hazard_at(exits, somebody(), static_cast<int>(ExitCause::other_board)),
             WithinRel(2 * chance::hazard(0.05), 1e-14));
}

TEST_CASE("A factor that is one for everybody is dropped") {
  Scenario scenario = one_section();
  scenario.exit_factors = {factor("nothing", FactorKind::general, 1, tenure(0, 3))};
  CHECK(model::compile(scenario).model.exits.factors.empty());
}

TEST_CASE("No factor touches a certain exit, not even a factor of zero") {
  Scenario scenario = one_section();
  scenario.exit_factors = {factor("nobody leaves", FactorKind::general, 0, {})};
  auto const made = model::compile(scenario);
  CHECK(hazard_at(made.model.exits, with(somebody(), Column::age, 70)) == certain);
  CHECK(hazard_at(made.model.exits, somebody()) < 1e-30);
}

TEST_CASE("A teacher has a starter factor or a tenure factor, never both") {
  Scenario scenario = one_section();
  scenario.exit_factors = {factor("first year", FactorKind::starter, 3, experience(0, 0)),
                           factor("second year", FactorKind::starter, 1, experience(1, 1)),
                           factor("new here", FactorKind::tenure, 1.5, tenure(0, 4))};
  auto const made = model::compile(scenario);
  auto const& exits = made.model.exits;
  double const base = chance::hazard(0.1);
  auto const at = [&](int years_here, int years_teaching) {
    auto values = with(somebody(), Column::tenure, years_here);
    return hazard_at(exits, with(values, Column::experience, years_teaching));
  };
  CHECK(at(0, 0) == base * 3);
  CHECK(at(0, 1) == base);  // a starter row matches, though it is 1
  CHECK(at(0, 2) == base * 1.5);
  CHECK(at(4, 20) == base * 1.5);
  CHECK(at(5, 20) == base);
}

TEST_CASE("Factors act on leaving the profession, board and sector unless told otherwise") {
  Scenario scenario = one_section();
  scenario.exits = {{ExitCause::retirement, testing::flat_table("retirement", 0.1)},
                    {ExitCause::other_sector, testing::flat_table("sector", 0.1)}};
  auto on_retirement = factor("b", FactorKind::general, 5, {});
  on_retirement.causes = {ExitCause::retirement};
  scenario.exit_factors = {factor("a", FactorKind::general, 3, {}), on_retirement};
  auto const made = model::compile(scenario);
  double const base = chance::hazard(0.1);
  CHECK(hazard_at(made.model.exits, somebody(), static_cast<int>(ExitCause::retirement)) ==
        5 * base);
  CHECK(hazard_at(made.model.exits, somebody(), static_cast<int>(ExitCause::other_sector)) ==
        3 * base);
}

TEST_CASE("A master without room to apply it leaves sooner in the critical years") {
  Scenario scenario = one_section();
  scenario.lessons = scenario::LessonRules{};
  scenario.critical.no_room = Uncertain::ratio(2);
  auto const made = model::compile(scenario);
  double const base = chance::hazard(0.1);
  auto const at = [&](Degree degree, int since, int years_here, int room) {
    auto values = with(somebody(), Column::degree, static_cast<int>(degree));
    values = with(values, Column::since_master, since);
    values = with(values, Column::tenure, years_here);
    return hazard_at(made.model.exits, with(values, Column::room, room)) / base;
  };
  CHECK(at(Degree::wo_master, 0, 10, 0) == 2);
  CHECK(at(Degree::hbo_master, 1, 10, 0) == 2);
  CHECK(at(Degree::wo_master, 2, 10, 0) == 1);
  CHECK(at(Degree::wo_master, model::long_ago, 1, 0) == 2);
  CHECK(at(Degree::wo_master, 0, 0, 1) == 1);
  CHECK(at(Degree::bachelor, 0, 0, 0) == 1);

  scenario.lessons.reset();
  CHECK(model::compile(scenario).model.exits.factors.empty());
}

TEST_CASE("The year of a table is the school year at whose start it is looked up") {
  Scenario scenario = one_section();
  scenario.exits = {{ExitCause::other_board, {"board", {}}}};
  auto before = testing::rate_row(0.1);
  before.cell.year.to = 2027;
  auto after = testing::rate_row(0.2);
  after.cell.year.from = 2028;
  scenario.exits.front().rates.rows = {before, after};
  auto const made = model::compile(scenario);
  CHECK(hazard_at(made.model.exits, with(somebody(), Column::year, 2)) == chance::hazard(0.1));
  CHECK(hazard_at(made.model.exits, with(somebody(), Column::year, 3)) == chance::hazard(0.2));
}

TEST_CASE("Who may enrol belongs to the programme") {
  Scenario scenario = one_section();
  scenario::Programme master;
  master.name = "master";
  master.gives_degree = Degree::hbo_master;
  master.uptake = testing::flat_table("uptake", 0.04);
  master.contracts = {scenario::Contract::permanent};
  master.age = {25, 55};
  master.tenure.from = 2;
  scenario::Programme upgrade = master;
  upgrade.name = "wo";
  upgrade.gives_degree = Degree::wo_master;
  upgrade.licences = {scenario::Licence::first_degree};
  upgrade.contracts = {};
  scenario.programmes = {master, upgrade};
  auto const made = model::compile(scenario);
  auto const& enrol = made.model.enrol;
  REQUIRE(enrol.groups.size() == 1);
  double const h = chance::hazard(0.04);
  auto const bachelor = with(somebody(), Column::degree, static_cast<int>(Degree::bachelor));
  auto const second = with(bachelor, Column::licence, 1);
  auto const first = with(bachelor, Column::licence, 0);
  CHECK(hazard_at(enrol, second) == h);
  CHECK(hazard_at(enrol, first) == 2 * h);
  CHECK(hazard_at(enrol, first, 1) == h);
  CHECK(hazard_at(enrol, with(second, Column::contract, 2)) == 0);
  CHECK(hazard_at(enrol, with(first, Column::contract, 2)) == h);
  CHECK(hazard_at(enrol, with(second, Column::age, 24)) == 0);
  CHECK(hazard_at(enrol, with(second, Column::age, 56)) == 0);
  CHECK(hazard_at(enrol, with(second, Column::tenure, 1)) == 0);
  CHECK(hazard_at(enrol, with(first, Column::degree, static_cast<int>(Degree::hbo_master))) == h);
  CHECK(hazard_at(enrol, with(first, Column::degree, static_cast<int>(Degree::wo_master))) == 0);
}

TEST_CASE("Hours go up and down by their own tables") {
  Scenario scenario = one_section();
  scenario.hours.up = testing::flat_table("up", 0.03);
  scenario.hours.down = testing::flat_table("down", 0.05);
  scenario.hours.down.rows.front().cell.age.from = 60;
  auto const made = model::compile(scenario);
  CHECK(hazard_at(made.model.hours, somebody(), 0) == chance::hazard(0.03));
  CHECK(hazard_at(made.model.hours, somebody(), 1) == 0);
  CHECK(hazard_at(made.model.hours, with(somebody(), Column::age, 61), 1) == chance::hazard(0.05));
  CHECK(made.model.people[Column::fte].used());
}

TEST_CASE("An uncertain cell points at its place in the table") {
  Scenario scenario = one_section();
  auto& rows = scenario.exits.front().rates.rows;
  rows.front().value = testing::uncertain(scenario::Quantity::probability, 0.1, 0.08, 0.12, "exit");
  auto const made = model::compile(scenario);
  auto const& group = made.model.exits.groups.front();
  REQUIRE(group.drawn.size() == 1);
  CHECK(group.hazard[static_cast<std::size_t>(group.drawn.front().target)] == chance::hazard(0.1));
  CHECK(made.model.exits.uncertain());
  CHECK(made.model.draw_parameters);
}

TEST_CASE("A table with too many cells is refused") {
  Scenario scenario = one_section();
  scenario::RateTable table{"big", {}};
  for (int value = 0; value < 60; ++value) {
    auto row = testing::rate_row(0.01);
    row.cell.age = {value, value};
    row.cell.tenure = {value, value};
    row.cell.experience = {value, value};
    table.rows.push_back(row);
  }
  scenario.exits = {{ExitCause::other_board, table}};
  CHECK_THROWS_AS(model::compile(scenario), InputError);
}
