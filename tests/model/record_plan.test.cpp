#include "sim/model/record_plan.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "sim/model/compile.hpp"
#include "sim/model/metric.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using scenario::Level;
using scenario::Scenario;

namespace {

Scenario small_school() {
  Scenario scenario = testing::empty_school(2025, 4);
  int const maths = testing::add_section(scenario, "maths");
  int const art = testing::add_section(scenario, "art");
  for (int teacher = 0; teacher < 10; ++teacher) {
    testing::add_person(scenario, "m" + std::to_string(teacher), maths, 30 + teacher);
  }
  auto& both = testing::add_person(scenario, "both", maths, 50);
  scenario::Assignment second = both.assignments.front();
  second.section = art;
  second.fte = Fte{200};
  both.assignments.push_back(second);
  scenario.exits = {testing::exit_table(scenario::ExitCause::retirement, 0.05)};
  return scenario;
}

model::LevelPlan const* level_of(model::RecordPlan const& plan, Level level) {
  auto const place = std::find_if(plan.levels.begin(), plan.levels.end(),
                                  [&](auto const& one) { return one.level == level; });
  return place == plan.levels.end() ? nullptr : &*place;
}

/// Bins of a metric of a unit in the first year.
model::Bins bins_of(model::RecordPlan const& plan, Level level, std::int32_t unit,
                    char const* metric) {
  model::LevelPlan const* found = level_of(plan, level);
  REQUIRE(found != nullptr);
  auto const place =
      std::find(found->metrics.begin(), found->metrics.end(), model::find_metric(metric));
  REQUIRE(place != found->metrics.end());
  std::int64_t const column = place - found->metrics.begin();
  auto const cell = found->first_cell + (unit * found->columns() + column) * plan.n_years;
  return plan.cells[static_cast<std::size_t>(cell)].bins;
}

bool records(model::RecordPlan const& plan, char const* metric) {
  auto const& metrics = plan.levels.front().metrics;
  return std::find(metrics.begin(), metrics.end(), model::find_metric(metric)) != metrics.end();
}

std::vector<Problem> problems_of(Scenario const& scenario) {
  try {
    model::compile(scenario);
  } catch (InputError const& error) {
    return error.problems();
  }
  return {};
}

}  // namespace

TEST_CASE("A bin stands for the values around its multiple of the width") {
  model::Bins const bins{10, 4};
  CHECK(bins.bin_of(-3) == 0);
  CHECK(bins.bin_of(4) == 0);
  CHECK(bins.bin_of(5) == 1);
  CHECK(bins.bin_of(14) == 1);
  CHECK(bins.bin_of(29) == 3);
  CHECK(bins.bin_of(1000) == 3);
}

TEST_CASE("Bins reach to twice the start value and a little") {
  auto const plan = model::compile(small_school()).model.plan;
  // Sections: art (one head of 0.2 fte), maths (11 heads, 11 fte).
  CHECK(bins_of(plan, Level::section, 0, "heads").count == 23);
  CHECK(bins_of(plan, Level::section, 1, "heads").count == 43);
  CHECK(bins_of(plan, Level::section, 1, "heads").width == 1);
  model::Bins const fte = bins_of(plan, Level::section, 1, "fte");
  CHECK(fte.count <= 257);
  CHECK(fte.count > 250);
  CHECK((fte.count - 1) * fte.width >= 24'000);
  // Who teaches in two sections is one head of the school.
  CHECK(bins_of(plan, Level::school, 0, "heads").count == 43);
  CHECK(bins_of(plan, Level::section, 0, "masters").width == 5'000'000);
  CHECK(bins_of(plan, Level::section, 0, "masters").count == 201);
  CHECK(bins_of(plan, Level::total, 0, "masters").count == 1001);
  CHECK(bins_of(plan, Level::total, 0, "mean_age").width == 100);
  CHECK(bins_of(plan, Level::section, 0, "mean_age").count == 0);
}

TEST_CASE("Large units get equal bins") {
  Scenario scenario = testing::empty_school(2025, 1);
  int const section = testing::add_section(scenario, "maths");
  for (int teacher = 0; teacher < 3000; ++teacher) {
    testing::add_person(scenario, "t" + std::to_string(teacher), section, 40);
  }
  auto const plan = model::compile(scenario).model.plan;
  model::Bins const at_section = bins_of(plan, Level::section, 0, "heads");
  CHECK(at_section.width == 24);
  CHECK(at_section.count == 252);
  model::Bins const in_all = bins_of(plan, Level::total, 0, "heads");
  CHECK(in_all.width == 2);
  CHECK(in_all.count == 3011);
}

TEST_CASE("Histograms lie one after another and cells by unit, metric and year") {
  auto const plan = model::compile(small_school()).model.plan;
  std::int64_t next = 0;
  for (model::CellPlan const& cell : plan.cells) {
    if (cell.bins.count == 0) {
      CHECK(cell.histogram == -1);
      continue;
    }
    CHECK(cell.histogram == next);
    next += cell.bins.count;
  }
  CHECK(plan.n_bins == next);
  std::int64_t cells = 0;
  for (model::LevelPlan const& level : plan.levels) {
    if (level.same_as_before)
      continue;
    CHECK(level.first_cell == cells);
    cells += level.n_units * level.columns() * plan.n_years;
  }
  CHECK(static_cast<std::int64_t>(plan.cells.size()) == cells);
}

TEST_CASE("Levels of one unit that is the whole share their cells, a section never") {
  Scenario scenario = small_school();
  scenario.schools.front().board = "bestuur";
  auto const cells_of = [&](Level level) {
    auto const plan = model::compile(scenario).model.plan;
    model::LevelPlan const* const planned = level_of(plan, level);
    REQUIRE(planned != nullptr);
    return std::pair(planned->first_cell, planned->same_as_before);
  };
  auto const [school, school_is_same] = cells_of(Level::school);
  CHECK_FALSE(school_is_same);
  CHECK(cells_of(Level::board) == std::pair(school, true));
  CHECK(cells_of(Level::total) == std::pair(school, true));
  CHECK(cells_of(Level::section) == std::pair(std::int64_t{0}, false));
  CHECK(school > 0);

  // Two schools of one board: the board is the whole, a school is not.
  scenario.schools.push_back(scenario.schools.front());
  scenario.schools.back().key = "tweede";
  CHECK_FALSE(cells_of(Level::school).second);
  auto const [board, board_is_same] = cells_of(Level::board);
  CHECK_FALSE(board_is_same);
  CHECK(cells_of(Level::total) == std::pair(board, true));
}

TEST_CASE("Levels without names are left out, and those not asked for") {
  Scenario scenario = small_school();
  auto plan = model::compile(scenario).model.plan;
  CHECK(plan.levels.size() == 3);
  CHECK(level_of(plan, Level::board) == nullptr);
  scenario.schools.front().board = "bestuur";
  plan = model::compile(scenario).model.plan;
  CHECK(level_of(plan, Level::board) != nullptr);
  CHECK(level_of(plan, Level::region) == nullptr);
  scenario.recording.levels = {Level::total};
  plan = model::compile(scenario).model.plan;
  REQUIRE(plan.levels.size() == 1);
  CHECK(plan.levels.front().level == Level::total);
}

TEST_CASE("What cannot happen is not recorded unless asked for") {
  Scenario scenario = small_school();
  auto const plan = model::compile(scenario).model.plan;
  CHECK(records(plan, "exits_retirement"));
  CHECK_FALSE(records(plan, "exits_other_board"));
  CHECK_FALSE(records(plan, "hires"));
  CHECK_FALSE(records(plan, "wo_upper_vwo"));
  CHECK_FALSE(records(plan, "vacancies"));
  CHECK_FALSE(records(plan, "scale_LB"));
  CHECK(records(plan, "unfilled"));
  CHECK(plan.levels.front().flows.size() == 2);

  scenario.recording.metrics = {"exits_other_board", "heads"};
  auto const asked = model::compile(scenario).model.plan;
  CHECK(asked.levels.front().metrics.size() == 2);
  CHECK(asked.levels.front().flows.empty());
  scenario.recording.metrics.push_back("flows");
  CHECK(model::compile(scenario).model.plan.levels.front().flows.size() == 2);
}

TEST_CASE("Demand is played only when something asks for it") {
  Scenario scenario = small_school();
  scenario.recruitment.mode = scenario::RecruitmentMode::one_to_one;
  scenario.recruitment.entrants = {testing::entrant(25, 30, scenario::Degree::bachelor)};
  CHECK_FALSE(model::compile(scenario).model.demand.used);
  scenario.recording.metrics = {"surplus"};
  CHECK(model::compile(scenario).model.demand.used);
}

TEST_CASE("A target is judged in raw counters") {
  Scenario scenario = small_school();
  scenario.targets = {testing::target_of("masters", Level::section, {1, 2}, 2028),
                      testing::target_of("fte", Level::total, {21, 2}, 2029),
                      testing::target_of("mean_age", Level::school, {45, 1}, 2029)};
  scenario.targets.back().direction = scenario::Direction::at_most;
  auto const plan = model::compile(scenario).model.plan;
  REQUIRE(plan.targets.size() == 4);
  model::TargetPlan const& art = plan.targets[0];
  CHECK(art.unit == 0);
  CHECK(art.step == 3);
  CHECK(art.bound_numerator == 1);
  CHECK(art.bound_denominator == 2);
  CHECK(art.shortfall.count == 23);
  CHECK(plan.targets[1].unit == 1);
  CHECK(plan.targets[1].first_histogram == art.first_histogram + art.shortfall.count);
  // 10.5 fte are 10 500 thousandths; 45 years x 12 months x heads.
  CHECK(plan.targets[2].bound_numerator == 21'000);
  CHECK(plan.targets[2].shortfall.count == 0);
  CHECK(plan.targets[3].bound_numerator == 45);
  CHECK_FALSE(plan.targets[3].at_least);
}

TEST_CASE("A target for one unit, and for one that is not there") {
  Scenario scenario = small_school();
  scenario.targets = {testing::target_of("masters", Level::section, {1, 2}, 2028)};
  scenario.targets.front().unit = "maths";
  auto const plan = model::compile(scenario).model.plan;
  REQUIRE(plan.targets.size() == 1);
  CHECK(plan.targets.front().unit == 1);
  scenario.targets.front().unit = "latin";
  REQUIRE(problems_of(scenario).size() == 1);
}

TEST_CASE("An unknown metric is told at its place with the nearest known one") {
  Scenario scenario = small_school();
  scenario.targets = {testing::target_of("mastrs", Level::total, {1, 2}, 2028)};
  scenario.targets.front().place = {0, 7, 3};
  auto const problems = problems_of(scenario);
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().file == "test.toml");
  CHECK(problems.front().line == 7);
  CHECK(problems.front().message.en.find("\"masters\"") != std::string::npos);
  CHECK(problems.front().message.nl.find("\"masters\"") != std::string::npos);
}

TEST_CASE("A metric of something that is not modelled is an error when asked for") {
  Scenario scenario = small_school();
  scenario.recording.metrics = {"wo_upper_vwo"};
  CHECK(problems_of(scenario).size() == 1);
  scenario.recording.metrics = {"vacancies", "studying", "starters_after_3_years"};
  CHECK(problems_of(scenario).size() == 3);
}

TEST_CASE("Drivers are kept when there are parameters, targets and draws") {
  Scenario scenario = small_school();
  scenario.exits.front().rates.rows.front().value =
      testing::uncertain(scenario::Quantity::probability, 0.05, 0.03, 0.07, "retirement");
  CHECK(model::compile(scenario).model.plan.n_parameters == 0);
  scenario.targets = {testing::target_of("masters", Level::total, {1, 2}, 2028)};
  CHECK(model::compile(scenario).model.plan.n_parameters == 1);
  scenario.uncertainty = scenario::Uncertainty::chance;
  CHECK(model::compile(scenario).model.plan.n_parameters == 0);
}

TEST_CASE("What does not fit in memory is refused with the reason") {
  Scenario const scenario = small_school();
  auto const bytes = model::compile(scenario).model.plan.bytes();
  CHECK(bytes > 10'000);
  try {
    model::compile(scenario, bytes / 2);
    FAIL("compiled");
  } catch (InputError const& error) {
    REQUIRE(error.problems().size() == 1);
    CHECK(error.problems().front().message.en.find("MB a thread") != std::string::npos);
  }
}
