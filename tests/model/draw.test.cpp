#include "sim/model/draw.hpp"

#include <array>
#include <cmath>
#include <vector>

#include "sim/base/hash.hpp"
#include "sim/chance/logarithm.hpp"
#include "sim/model/compile.hpp"
#include "sim/model/stratum.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using Catch::Matchers::WithinAbs;
using model::Draw;
using scenario::Quantity;
using scenario::Scenario;
using scenario::Uncertain;

namespace {

Scenario small_school() {
  Scenario scenario = testing::empty_school(2025, 5);
  int const section = testing::add_section(scenario, "maths");
  testing::add_person(scenario, "ann", section, 40);
  scenario.exits = {testing::exit_table(scenario::ExitCause::other_board, 0.1)};
  return scenario;
}

/// The chance to finish a study, year by year: no formula solved.
double completed(double dropout, double delay, int years) {
  constexpr std::size_t most_years = 9;
  std::array<double, most_years> at{1};
  for (int year = 0; year < 20'000; ++year) {
    for (std::size_t counted = static_cast<std::size_t>(years); counted-- > 0;) {
      double const moves = at[counted] * (1 - dropout) * (1 - delay);
      at[counted + 1] += moves;
      at[counted] *= (1 - dropout) * delay;
    }
  }
  return at[static_cast<std::size_t>(years)];
}

}  // namespace

TEST_CASE("Every stratum is as likely") {
  std::vector<int> counts(model::n_strata, 0);
  constexpr int draws = 1'000'000;
  for (int replicate = 0; replicate < draws; ++replicate) {
    std::uint16_t const stratum =
        model::stratum_of({7, static_cast<std::uint32_t>(replicate)}, hash64("exit"));
    REQUIRE(stratum < model::n_strata);
    counts[stratum] += 1;
  }
  double chi_squared = 0;
  double const expected = static_cast<double>(draws) / model::n_strata;
  for (int const count : counts) {
    chi_squared += (count - expected) * (count - expected) / expected;
  }
  // 999 degrees of freedom: mean 999, sd 44.7; four of these.
  CHECK_THAT(chi_squared, WithinAbs(999, 4 * 44.7));
}

TEST_CASE("A stratum is a function of seed, future and name alone") {
  CHECK(model::stratum_of({1, 5}, hash64("a")) == model::stratum_of({1, 5}, hash64("a")));
  int equal = 0;
  for (std::uint32_t replicate = 0; replicate < 1000; ++replicate) {
    equal += model::stratum_of({1, replicate}, hash64("a")) ==
                     model::stratum_of({1, replicate}, hash64("b"))
                 ? 1
                 : 0;
  }
  CHECK(equal < 10);
}

TEST_CASE("The yearly chance to drop out gives the share that finishes") {
  for (double const completion : {0.05, 0.7, 0.75, 0.99, 1.0}) {
    for (double const delay : {0.0, 0.1, 0.6}) {
      for (int const years : {1, 2, 4, 8}) {
        double const dropout = model::yearly_dropout(completion, delay, years);
        INFO(completion << " " << delay << " " << years);
        CHECK(dropout >= 0);
        CHECK(dropout <= 1);
        CHECK_THAT(completed(dropout, delay, years), WithinAbs(completion, 1e-12));
      }
    }
  }
  CHECK(model::yearly_dropout(0, 0.1, 2) == 1);
  CHECK(model::yearly_dropout(1, 0.1, 2) == 0);
}

TEST_CASE("A certain model draws nothing and points at its own tables") {
  auto const made = model::compile(small_school());
  Draw draw(made.model);
  draw.set(12);
  CHECK(draw.strata().empty());
  CHECK(draw.exits.groups.front().hazard == made.model.exits.groups.front().hazard.data());
  CHECK(draw.exits.groups.front().total == made.model.exits.groups.front().total.data());
}

TEST_CASE("Cells, totals and factors follow the stratum of their parameter") {
  Scenario scenario = small_school();
  scenario.exits.front().rates.rows.front().value =
      testing::uncertain(Quantity::probability, 0.1, 0.08, 0.12, "exit");
  auto disability = testing::exit_table(scenario::ExitCause::leaves_profession, 0.02);
  scenario.exits.push_back(disability);
  scenario::Factor factor;
  factor.name = "workload";
  factor.ratios.rows = {testing::rate_row(0)};
  factor.ratios.rows.front().value = testing::uncertain(Quantity::ratio, 1.5, 1.1, 2.0, "workload");
  scenario.exit_factors = {factor};
  auto const made = model::compile(scenario);
  auto const& group = made.model.exits.groups.front();
  auto const& parameters = made.model.parameters;
  REQUIRE(group.drawn.size() == 1);
  REQUIRE(made.names.parameters.size() == 2);
  Draw draw(made.model);
  for (std::uint32_t replicate : {0U, 1U, 77U}) {
    draw.set(replicate);
    auto const& cell = group.drawn.front();
    auto const& number = cell.number;
    auto const stratum = draw.strata()[static_cast<std::size_t>(number.parameter)];
    double const expected = parameters.grids[static_cast<std::size_t>(number.grid)][stratum];
    CHECK(stratum == model::stratum_of({made.model.seed, replicate}, hash64("exit")));
    CHECK(draw.exits.groups.front().hazard[cell.target] == expected);
    CHECK(draw.exits.groups.front().total[cell.target] == expected + chance::hazard(0.02));
    CHECK(draw.value(number) == expected);
    double const ratio = draw.exits.factors.front()[0];
    CHECK(ratio != 1.5);
    CHECK(ratio > 0.9);
  }
}

TEST_CASE("Under chance alone every number is central") {
  Scenario scenario = small_school();
  scenario.exits.front().rates.rows.front().value =
      testing::uncertain(Quantity::probability, 0.1, 0.08, 0.12, "exit");
  scenario.uncertainty = scenario::Uncertainty::chance;
  auto const made = model::compile(scenario);
  Draw draw(made.model);
  draw.set(3);
  auto const& group = made.model.exits.groups.front();
  CHECK(draw.strata().empty());
  CHECK(draw.value(group.drawn.front().number) == chance::hazard(0.1));
  CHECK(draw.exits.groups.front().hazard == group.hazard.data());
}

TEST_CASE("The mean of a drawn probability is its centre") {
  Scenario scenario = small_school();
  scenario.contracts.p_permanent =
      testing::uncertain(Quantity::probability, 0.6, 0.4, 0.8, "permanent");
  scenario.people.front().contract = scenario::Contract::temporary;
  auto const made = model::compile(scenario);
  Draw draw(made.model);
  double sum = 0;
  constexpr std::uint32_t futures = 20'000;
  for (std::uint32_t replicate = 0; replicate < futures; ++replicate) {
    draw.set(replicate);
    sum += draw.p_permanent;
  }
  // sd of the parameter about 0.1.
  CHECK_THAT(sum / futures, WithinAbs(0.6, 4 * 0.1 / std::sqrt(futures)));
}

TEST_CASE("Entrants' weights become cumulative chances") {
  Scenario scenario = small_school();
  scenario.recruitment.mode = scenario::RecruitmentMode::one_to_one;
  auto first = testing::entrant(25, 30, scenario::Degree::bachelor);
  first.weight = Uncertain::ratio(3);
  auto second = testing::entrant(40, 45, scenario::Degree::bachelor);
  scenario.recruitment.entrants = {second, first};
  auto const made = model::compile(scenario);
  Draw const draw(made.model);
  CHECK(draw.entrant_cumulative(0, 0) == std::vector<double>{0.75, 1});
}

TEST_CASE("Leave, sick leave and cover are whole millionths") {
  Scenario scenario = small_school();
  scenario.lessons = scenario::LessonRules{};
  scenario.net.leave_by_age = {{{}, {57, 59}, 0.1}, {{}, {60, 80}, 0.2}};
  scenario.net.leave_uptake = Uncertain::probability(0.55);
  scenario.net.sick_leave = Uncertain::probability(0.0599999);
  scenario.cover.own_staff = Uncertain::probability(0.02);
  auto const made = model::compile(scenario);
  Draw const draw(made.model);
  auto const at = [&](int age) {
    return draw.leave_by_age[static_cast<std::size_t>(age - model::timed_low)];
  };
  CHECK(at(56) == 0);
  CHECK(at(57) == 55'000);
  CHECK(at(60) == 110'000);
  CHECK(at(81) == 0);
  CHECK(draw.sick_leave == std::vector<std::int32_t>{60'000});
  CHECK(draw.own_staff == 20'000);
}

TEST_CASE("Demand from pupils: groups rounded up, hours of lessons into fte") {
  Scenario scenario = small_school();
  auto& demand = scenario.demand;
  demand.mode = scenario::DemandMode::pupils;
  demand.lesson_minutes = 50;
  demand.weeks = 36;
  demand.full_time_hours = 720;
  auto const pupils = [&](std::string track, int year_of_study, int year, int count) {
    demand.pupils.push_back({{}, 0, std::move(track), year_of_study, year, count});
  };
  auto const lessons = [&](std::string track, int year_of_study, double share, double per_week) {
    demand.lessons.push_back({{}, "maths", std::move(track), year_of_study, share, 25, per_week});
  };
  pupils("vwo", 3, 2025, 100);
  pupils("vwo", 4, 2025, 100);
  pupils("havo", 5, 2025, 51);
  pupils("vwo", 4, 2026, 101);
  pupils("mavo", 4, 2025, 30);
  lessons("vwo", 3, 1, 4);
  lessons("vwo", 4, 0.5, 3);
  lessons("havo", 5, 1, 3);
  lessons("mavo", 4, 1, 2);
  auto const made = model::compile(scenario);
  Draw const draw(made.model);
  // A lesson a week is 50/60 x 36 / 720 = 1/24 fte.
  // vwo 3: 4 groups x 4; vwo 4: 50/25 = 2 groups x 3; havo 5: 3 x 3; mavo: 2 x 2.
  REQUIRE(draw.demand.size() == 6);
  CHECK(draw.demand[0][0] == 250);
  CHECK(draw.demand[0][1] == 375);
  CHECK(draw.demand[0][2] == 250 + 375 + 833);
  // 101 x 0.5 = 50.5 pupils need a third group; the last count holds on.
  CHECK(draw.demand[1][0] == 375);
  CHECK(draw.demand[5][0] == 375);
  CHECK(made.notes.size() == 1);
}

TEST_CASE("An error of growth grows with the years") {
  Scenario scenario = small_school();
  auto& demand = scenario.demand;
  demand.mode = scenario::DemandMode::pupils;
  for (int year = 2025; year <= 2030; ++year) {
    demand.pupils.push_back({{}, 0, "vwo", 1, year, 100});
  }
  demand.lessons = {{{}, "maths", "vwo", 1, 1, 1, 24}};  // a group a pupil, 1 fte each
  demand.growth_error = testing::uncertain(Quantity::other, 0, -0.02, 0.02, "growth");
  auto const made = model::compile(scenario);
  Draw draw(made.model);
  draw.set(5);
  double const error = draw.value(made.model.demand.growth_error);
  REQUIRE(error != 0);
  double pupils = 100;
  for (std::size_t step = 0; step <= 5; ++step) {
    CHECK(draw.demand[step][2] == static_cast<std::int64_t>(std::ceil(pupils - 1e-9)) * 1000);
    pupils *= 1 + error;
  }
}

TEST_CASE("Demand by table keeps what the rows say") {
  Scenario scenario = small_school();
  scenario.demand.mode = scenario::DemandMode::table;
  scenario.demand.table = {{{}, 0, {2025, 2027}, Fte{3000}, Fte{500}, {}},
                           {{}, 0, {2028, 2040}, Fte{2500}, {}, Fte{400}}};
  auto const made = model::compile(scenario);
  Draw const draw(made.model);
  using Parts = std::array<std::int64_t, 3>;
  CHECK(draw.demand[2] == Parts{500, -1, 3000});
  CHECK(draw.demand[3] == Parts{-1, 400, 2500});
}

TEST_CASE("Two sections of one subject cannot share a school's pupils") {
  Scenario scenario = small_school();
  testing::add_section_called(scenario, "maths-2", "maths");
  scenario.demand.mode = scenario::DemandMode::pupils;
  CHECK_THROWS_AS(model::compile(scenario), InputError);
}
