// What staff costs, worked out by hand from docs/methods.md, "Money", to the cent; and laws.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/model/compile.hpp"
#include "sim/model/metric.hpp"
#include "sim/results/result_hash.hpp"
#include "sim/run/run.hpp"
#include "tests/engine/priced_future.hpp"
#include "tests/engine/random_scenario.hpp"
#include "tests/engine/worked_future.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::plain_money;
using meesterplan::testing::wage;
using Played = meesterplan::testing::PricedFuture;

namespace {

constexpr int start = testing::priced_start;

Scenario two_sections(int years) {
  Scenario scenario = testing::empty_school(start, years);
  testing::add_section(scenario, "A");
  testing::add_section(scenario, "B");
  scenario.money = plain_money();
  return scenario;
}

Person& add_with(Scenario& scenario, std::string name, Scale scale, int experience, int fte) {
  Person& person = testing::add_person(scenario, std::move(name), 0, 40);
  person.scale = scale;
  person.experience = experience;
  person.assignments.front().fte = Fte{fte};
  return person;
}

/// Three years without drop-out or delay, for 9 000 a year.
Programme costly_programme() {
  Programme programme;
  programme.name = "master";
  programme.years = 3;
  programme.uptake = testing::flat_table("uptake", 0);
  programme.tuition = Uncertain::amount(9000);
  return programme;
}

/// One teacher in LB, a student in LC with a grant, and one of two sections who is known
/// to leave in the first year.
Scenario worked_example() {
  Scenario scenario = two_sections(3);
  scenario.programmes = {costly_programme()};
  scenario.net.study_leave_with_grant = 0.2;
  scenario.money->grant_tuition = Uncertain::amount(7000);
  scenario.money->grant_hour = Uncertain::amount(30);
  scenario.money->year_hours = 1600;
  scenario.money->leaver = Uncertain::amount(10'000);
  add_with(scenario, "a", Scale::lb, 3, 1000);
  add_with(scenario, "b", Scale::lc, 8, 800).study = StudyStatus{"master", 0, true};
  Person& leaver = add_with(scenario, "c", Scale::none, 10, 500);
  leaver.assignments.push_back(leaver.assignments.front());
  leaver.assignments.back().section = 1;
  leaver.assignments.back().fte = Fte{300};
  leaver.leaves = KnownLeave{{start + 1, 8, 1}, ExitCause::retirement};
  return scenario;
}

}  // namespace

TEST_CASE("Wages, study and turnover of a worked example, to the cent") {
  Played const played(worked_example());
  // 60 000 x 1.02; 0.8 x 80 000 x 1.02 less a fifth for leave; 0.5 and 0.3 x 70 000 x 1.02.
  CHECK(played.section("cost_wages_LB", 0, 1) == 6'120'000);
  CHECK(played.section("cost_wages_LC", 0, 1) == 5'222'400);
  CHECK(played.section("cost_wages", 0, 1) == 6'120'000 + 5'222'400 + 3'570'000);
  CHECK(played.section("cost_wages", 1, 1) == 2'142'000);
  // Leave 13 056, less 30 x 1600 x 1.02 x 0.8 x 0.2 = 7 833.60; tuition 2 000 x 1.02.
  CHECK(played.section("cost_study", 0, 1) == 1'305'600 - 783'360 + 204'000);
  CHECK(played.section("cost_turnover", 0, 1) == 1'020'000);
  CHECK(played.section("cost_turnover", 1, 1) == 0);
  CHECK(played.section("cost_total", 0, 1) == 16'658'640);
  CHECK(played.total("cost_total", 1) == 18'800'640);
  // A year later everything is 2% dearer and the third has gone.
  CHECK(played.section("cost_wages_LB", 0, 2) == 6'242'400);
  CHECK(played.section("cost_study", 0, 2) == 1'331'712 - 799'027 + 208'080);
  CHECK(played.total("cost_total", 2) == 12'310'013);
  // With five years of experience 70 000 x 1.061208.
  CHECK(played.section("cost_wages_LB", 0, 3) == 7'428'456);
}

TEST_CASE("A calendar year has seven months of a school year and five of the next") {
  Played const played(worked_example());
  // 7/12 of the first year (by section 9 717 540 and 1 249 500), 5/12 of the second.
  CHECK(played.total("cost_calendar", 1) == 9'717'540 + 1'249'500 + 5'129'172);
  CHECK(played.moments("cost_calendar", Level::total, 0, 0).count == 0);
  CHECK(played.moments("cost_calendar", Level::total, 0, 3).count == 0);
  CHECK(played.moments("cost_total", Level::total, 0, 0).count == 0);
  // What is left out of the years played: August to December of the first and January
  // to July of the last school year.
  std::int64_t const calendar = played.total("cost_calendar", 1) + played.total("cost_calendar", 2);
  std::int64_t const school =
      played.total("cost_total", 1) + played.total("cost_total", 2) + played.total("cost_total", 3);
  std::int64_t const before = 6'941'100 + 892'500;
  std::int64_t const last = played.total("cost_total", 3);
  CHECK(calendar + before + (last - (5 * last + 6) / 12) == school);
}

TEST_CASE("Policies cost what they say, at the strength that they have") {
  Scenario scenario = two_sections(2);
  scenario.money->price_growth = Uncertain::other(0);
  add_with(scenario, "a", Scale::lb, 1, 1000);
  add_with(scenario, "b", Scale::lc, 8, 800);
  Person& other = add_with(scenario, "c", Scale::lb, 2, 500);
  other.assignments.front().section = 1;
  Policy policy;
  policy.name = "induction";
  policy.from = start;
  policy.phase_in = PhaseIn::linear;
  policy.phase_years = 2;
  auto const add = [&](std::string name, CostPer per, double amount) -> PolicyCost& {
    PolicyCost cost;
    cost.name = std::move(name);
    cost.per = per;
    cost.amount =
        per == CostPer::wage_share ? Uncertain::probability(amount) : Uncertain::amount(amount);
    return policy.costs.emplace_back(std::move(cost));
  };
  auto const played_with = [&](CostPer per, double amount, Who const& who = {}) {
    policy.costs.clear();
    add("cost", per, amount).who = who;
    scenario.policies = {policy};
    return Played(scenario);
  };
  SECTION("a head, of those whom it is about") {
    Who starters;
    starters.experience = {0, 2};
    Played const played = played_with(CostPer::head, 1000, starters);
    // Half strength in the first year, when two are starters; then one has three years.
    CHECK(played.section("cost_policy", 0, 1) == 50'000);
    CHECK(played.section("cost_policy", 1, 1) == 50'000);
    CHECK(played.section("cost_policy", 0, 2) == 100'000);
    CHECK(played.section("cost_policy", 1, 2) == 0);
  }
  SECTION("an fte") {
    Played const played = played_with(CostPer::fte, 1000);
    CHECK(played.section("cost_policy", 0, 2) == 180'000);
    CHECK(played.section("cost_policy", 1, 2) == 50'000);
  }
  SECTION("a share of the wages") {
    Who master;
    master.fte = {0, 900};
    Played const played = played_with(CostPer::wage_share, 0.1, master);
    CHECK(played.section("cost_policy", 0, 2) == 640'000);
    CHECK(played.section("cost_policy", 1, 2) == 300'000);
  }
  SECTION("a school, shared by its sections") {
    Played const played = played_with(CostPer::school, 1000.01);
    CHECK(played.section("cost_policy", 0, 2) == 50'001);
    CHECK(played.section("cost_policy", 1, 2) == 50'000);
    CHECK(played.total("cost_policy", 1) == 50'001);
  }
  SECTION("only in scope") {
    policy.scope.sections = {"B"};
    Played const played = played_with(CostPer::board, 1000);
    CHECK(played.section("cost_policy", 0, 2) == 0);
    CHECK(played.section("cost_policy", 1, 2) == 100'000);
  }
  SECTION("nothing when it is not carried out") {
    policy.carried_out = Uncertain::probability(0);
    Played const played = played_with(CostPer::fte, 1000);
    CHECK(played.total("cost_policy", 2) == 0);
  }
}

TEST_CASE("A policy pays for each who is hired and each who begins to study") {
  Scenario scenario = two_sections(1);
  scenario.money->price_growth = Uncertain::other(0);
  add_with(scenario, "a", Scale::lb, 8, 1000).leaves =
      KnownLeave{{start + 1, 8, 1}, ExitCause::other_board};
  add_with(scenario, "b", Scale::lb, 8, 1000);
  scenario.recruitment.mode = RecruitmentMode::one_to_one;
  scenario.recruitment.entrants = {testing::entrant(30, 30, Degree::bachelor)};
  scenario.programmes = {costly_programme()};
  scenario.programmes.front().uptake = testing::flat_table("uptake", 1);
  Policy policy;
  policy.name = "selection";
  policy.from = start;
  PolicyCost hire;
  hire.name = "hire";
  hire.per = CostPer::hire;
  hire.amount = Uncertain::amount(700);
  PolicyCost enrolment = hire;
  enrolment.name = "enrolment";
  enrolment.per = CostPer::enrolment;
  enrolment.amount = Uncertain::amount(30);
  policy.costs = {hire, enrolment};
  scenario.policies = {policy};
  CHECK(Played(scenario).total("cost_policy", 1) == 70'000 + 3'000);
  scenario.policies.front().costs.front().origins = {Origin::mover};
  CHECK(Played(scenario).total("cost_policy", 1) == 3'000);
}

TEST_CASE("Nobody begins to study beyond the board's budget for it") {
  Scenario scenario = two_sections(4);
  scenario.money->price_growth = Uncertain::other(0);
  scenario.programmes = {costly_programme()};
  scenario.programmes.front().years = 2;
  scenario.programmes.front().uptake = testing::flat_table("uptake", 1);
  for (int index = 0; index < 10; ++index)
    add_with(scenario, "p" + std::to_string(index), Scale::lb, 8, 1000)
        .assignments.front()
        .section = index % 2;
  auto const studying = [](Played const& played, std::int32_t year) {
    return played.of("studying", Level::total, 0, year);
  };
  SECTION("without a budget everybody does") {
    CHECK(studying(Played(scenario), 1) == 10);
  }
  SECTION("a budget for three and a half admits three") {
    for (int year = start + 1; year < start + 4; ++year)
      scenario.money->budgets.push_back({{}, "", BudgetFor::study, year, 31'500, {}});
    Played const played(scenario);
    CHECK(studying(played, 1) == 3);
    CHECK(played.total("cost_study", 2) == 3 * 900'000);
    // They study for two years, and then make room.
    CHECK(studying(played, 2) == 3);
    CHECK(played.total("graduations", 3) == 3);
    CHECK(studying(played, 3) == 3);
  }
  SECTION("nothing is for nobody") {
    scenario.money->budgets = {{{}, "", BudgetFor::study, start + 1, 0, {}}};
    Played const played(scenario);
    CHECK(studying(played, 1) == 0);
    CHECK(studying(played, 2) == 10);
  }
}

TEST_CASE("Who is made redundant gets pay for each year of service, up to the limit") {
  // Both teach half a full-time job too much and leave at once. The one with 4 years of
  // service (5 at the end of the year) costs 5 x 0.05 of 0.5 x 60 000 x 1.02; the one
  // with 30 no more than 1.2 of 0.5 x 70 000 x 1.02 instead of 31 x 0.05.
  Scenario scenario = two_sections(2);
  scenario.surplus = SurplusMode::redundancy;
  scenario.redundancy.notice_years = 0;
  scenario.demand.mode = DemandMode::table;
  scenario.demand.table = {testing::demand_row(0, 0), testing::demand_row(1, 0)};
  Person& young = add_with(scenario, "young", Scale::lb, 0, 500);
  young.tenure = 4;
  Person& old = add_with(scenario, "old", Scale::lb, 30, 500);
  old.tenure = 30;
  old.assignments.front().section = 1;
  scenario.money->redundancy = Uncertain::probability(0.05);
  scenario.money->redundancy_most = 1.2;
  Played const played(scenario);
  CHECK(played.section("cost_redundancy", 0, 1) == 765'000);
  CHECK(played.section("cost_redundancy", 1, 1) == 4'284'000);
  CHECK(played.total("cost_redundancy", 2) == 0);
}

TEST_CASE("A budget is exceeded in the futures that cost more") {
  Scenario scenario = worked_example();
  double const costs = 160'962.12;
  scenario.money->budgets = {{{}, "", BudgetFor::all, start + 1, costs, {}},
                             {{}, "", BudgetFor::all, start + 2, 1, {}}};
  Played const enough(scenario);
  REQUIRE(enough.compiled.model.plan.budgets.size() == 2);
  CHECK(enough.tally.budget(0).over == 0);
  CHECK(enough.tally.budget(0).costs.sum == 16'096'212);
  CHECK(enough.tally.budget(1).over == 1);
  scenario.money->budgets.front().amount = costs - 0.01;
  CHECK(Played(scenario).tally.budget(0).over == 1);
}

TEST_CASE("A target of costs is met where they are not above it") {
  Scenario scenario = worked_example();
  Target target = testing::target_of("cost_calendar", Level::total, {160'962, 1}, start + 1);
  target.direction = Direction::at_most;
  scenario.targets = {target};
  Played const below(scenario);
  CHECK(below.tally.target(0).met == std::vector<std::int64_t>{0, 0, 1, 0});
  CHECK(below.tally.target(0).applies == std::vector<std::int64_t>{0, 1, 1, 0});
  scenario.targets.front().bound = {160'963, 1};
  CHECK(Played(scenario).tally.target(0).met == std::vector<std::int64_t>{0, 1, 1, 0});
}
