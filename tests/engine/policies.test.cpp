// What a policy does equals what a scenario does that has the number it makes.

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "sim/model/compile.hpp"
#include "tests/engine/random_scenario.hpp"
#include "tests/engine/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::compare_years;
using meesterplan::testing::play_one;
using meesterplan::testing::random_scenario;

namespace {

constexpr double odds = 2.5;
constexpr double hazard_ratio = 1.75;

Policy with(Behaviour on, double size) {
  Policy policy;
  policy.name = "policy";
  policy.from = 1900;
  policy.amo = {Amo::ability};
  Effect effect;
  effect.name = "effect";
  effect.on = on;
  effect.size =
      form_of(on) == EffectForm::share ? Uncertain::probability(size) : Uncertain::ratio(size);
  policy.effects = {effect};
  return policy;
}

double shifted(double probability) {
  return probability * odds / (1 - probability + probability * odds);
}

double raised(double probability) {
  return 1 - std::pow(1 - probability, hazard_ratio);
}

/// Everything certain, so that a changed number is not another distribution.
Scenario certain(std::uint64_t seed) {
  Scenario scenario = random_scenario(seed);
  scenario.uncertainty = Uncertainty::chance;
  return scenario;
}

using Change = std::function<void(Scenario&)>;

/// Plays scenarios with `policy` and with `change` instead: all are equal, and some
/// differ from those with neither. How many had something to differ in.
int same_as(Policy const& policy, Change const& change, int first_year = 0) {
  int n_different = 0;
  for (std::uint64_t seed = 1; seed <= 14; ++seed) {
    Scenario const scenario = certain(seed);
    CAPTURE(scenario.name);
    Scenario left = scenario;
    left.policies = {policy};
    Scenario right = scenario;
    change(right);
    model::Compiled const plain = model::compile(scenario);
    model::Compiled const by_policy = model::compile(left);
    model::Compiled const by_number = model::compile(right);
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
      tally::Tally const one = play_one(by_policy.model, replicate);
      tally::Tally const two = play_one(by_number.model, replicate);
      bool same = true;
      auto const n_cells = static_cast<std::int64_t>(by_policy.model.plan.cells.size());
      for (std::int64_t cell = 0; cell < n_cells; ++cell) {
        if (cell % by_policy.model.plan.n_years >= first_year)
          same = same && one.moments(cell) == two.moments(cell);
      }
      CHECK(same);
      auto const apart = compare_years(plain.model, play_one(plain.model, replicate), one, -1);
      n_different += apart.differ_after ? 1 : 0;
    }
  }
  return n_different;
}

void raise(RateTable& table) {
  for (RateRow& row : table.rows)
    row.value.central = raised(row.value.central);
}

}  // namespace

TEST_CASE("A hazard ratio on exits is that of other chances to leave") {
  Policy policy = with(Behaviour::exit, hazard_ratio);
  CHECK(same_as(policy, [](Scenario& scenario) {
          for (CauseRates& cause : scenario.exits) {
            if (cause.cause != ExitCause::retirement)
              raise(cause.rates);
          }
        }) > 8);
  policy.effects.front().causes = {ExitCause::other_board};
  CHECK(same_as(policy, [](Scenario& scenario) {
          for (CauseRates& cause : scenario.exits) {
            if (cause.cause == ExitCause::other_board)
              raise(cause.rates);
          }
        }) > 8);
}

TEST_CASE("A policy for some persons is a factor for them") {
  Policy policy = with(Behaviour::exit, hazard_ratio);
  policy.effects.front().who.degrees = {Degree::wo_master};
  policy.effects.front().who.age = {30, 45};
  CHECK(same_as(policy, [](Scenario& scenario) {
          Factor factor;
          factor.name = "policy";
          Cell cell;
          cell.degree = Degree::wo_master;
          cell.age = {30, 45};
          factor.ratios.rows = {RateRow{{}, cell, Uncertain::ratio(hazard_ratio), "test"}};
          scenario.exit_factors.push_back(factor);
        }) > 1);
}

TEST_CASE("A policy for some sections and years is a rate for them") {
  Policy policy = with(Behaviour::exit, hazard_ratio);
  policy.from = 2025;
  policy.until = 2026;
  policy.scope.subjects = {"wiskunde"};
  CHECK(same_as(policy, [](Scenario& scenario) {
          Factor factor;
          factor.name = "policy";
          Cell cell;
          cell.subject = "wiskunde";
          cell.year = {2025, 2026};
          factor.ratios.rows = {RateRow{{}, cell, Uncertain::ratio(hazard_ratio), "test"}};
          scenario.exit_factors.push_back(factor);
        }) > 1);
}

TEST_CASE("A hazard ratio on enrolment is that of another uptake") {
  CHECK(same_as(with(Behaviour::enrolment, hazard_ratio), [](Scenario& scenario) {
          for (Programme& programme : scenario.programmes)
            raise(programme.uptake);
        }) > 2);
}

TEST_CASE("A hazard ratio on hours is that of other chances") {
  CHECK(same_as(with(Behaviour::hours_up, hazard_ratio),
                [](Scenario& scenario) { raise(scenario.hours.up); }) > 1);
  CHECK(same_as(with(Behaviour::hours_down, hazard_ratio),
                [](Scenario& scenario) { raise(scenario.hours.down); }) > 1);
}

TEST_CASE("An odds ratio on a single chance is that of another chance") {
  CHECK(same_as(with(Behaviour::permanent, odds), [](Scenario& scenario) {
          scenario.contracts.p_permanent.central = shifted(scenario.contracts.p_permanent.central);
        }) > 1);
  CHECK(same_as(with(Behaviour::fill, odds), [](Scenario& scenario) {
          for (FillRow& row : scenario.recruitment.fill)
            row.probability.central = shifted(row.probability.central);
        }) > 1);
  CHECK(same_as(with(Behaviour::grant, odds), [](Scenario& scenario) {
          scenario.study.p_grant.central = shifted(scenario.study.p_grant.central);
        }) > 0);
  CHECK(same_as(with(Behaviour::without_grant, odds), [](Scenario& scenario) {
          scenario.study.without_grant.central = shifted(scenario.study.without_grant.central);
        }) > 0);
}

TEST_CASE("Odds on sick leave and cover are those of other shares, from the first year on") {
  CHECK(same_as(
            with(Behaviour::sick_leave, odds),
            [](Scenario& scenario) {
              scenario.net.sick_leave.central = shifted(scenario.net.sick_leave.central);
              for (School& school : scenario.schools) {
                if (school.sick_leave)
                  school.sick_leave->central = shifted(school.sick_leave->central);
              }
            },
            1) > 1);
  CHECK(same_as(
            with(Behaviour::own_cover, odds),
            [](Scenario& scenario) {
              scenario.cover.own_staff.central = shifted(scenario.cover.own_staff.central);
            },
            1) > 1);
  CHECK(same_as(
            with(Behaviour::unqualified_cover, odds),
            [](Scenario& scenario) {
              scenario.cover.unqualified.central = shifted(scenario.cover.unqualified.central);
            },
            1) > 1);
}

TEST_CASE("A multiplier of places and of entrants is that of other numbers") {
  CHECK(same_as(with(Behaviour::capacity, 3), [](Scenario& scenario) {
          if (scenario.study.capacity)
            scenario.study.capacity = *scenario.study.capacity * 3;
        }) > 0);
  Policy policy = with(Behaviour::entrants, 4);
  policy.effects.front().who.degrees = {Degree::wo_master, Degree::hbo_master};
  CHECK(same_as(policy, [](Scenario& scenario) {
          for (EntrantRow& row : scenario.recruitment.entrants) {
            if (row.degree == Degree::wo_master || row.degree == Degree::hbo_master)
              row.weight.central *= 4;
          }
        }) > 1);
}

TEST_CASE("A decision on the order of lessons is that order") {
  Policy policy = with(Behaviour::lesson_order, 1);
  policy.effects.front().order = LessonOrder::wo_master_first;
  CHECK(same_as(policy, [](Scenario& scenario) {
          if (scenario.lessons)
            scenario.lessons->order = LessonOrder::wo_master_first;
        }) > 1);
}

TEST_CASE("Fewer lessons for starters add to the rule") {
  // Nobody starts on the reference date, so that the demand of later years is the same.
  int n_checked = 0;
  for (std::uint64_t seed = 1; seed <= 14; ++seed) {
    Scenario left = certain(seed);
    for (Person& person : left.people)
      person.experience = std::max(person.experience, 3);
    Scenario right = left;
    left.policies = {with(Behaviour::starter_reduction, 0.15)};
    right.net.starter_first_year += 0.15;
    right.net.starter_second_year += 0.15;
    model::Compiled const one = model::compile(left);
    model::Compiled const two = model::compile(right);
    CHECK(compare_years(one.model, play_one(one.model, 0), play_one(two.model, 0), left.years)
              .equal_until);
    ++n_checked;
  }
  CHECK(n_checked == 14);
}

TEST_CASE("Room for all masters is the lack of none") {
  Policy const policy = with(Behaviour::room, 1);
  CHECK(same_as(policy,
                [](Scenario& scenario) { scenario.critical.no_room = Uncertain::ratio(1); }) > 0);
}

TEST_CASE("An exemption for everybody is a programme of a year less") {
  Scenario left = testing::empty_school(2025, 8);
  int const section = testing::add_section(left, "maths");
  for (int index = 0; index < 30; ++index)
    testing::add_person(left, "p" + std::to_string(index), section, 30 + index % 10);
  Programme programme;
  programme.name = "wo";
  programme.years = 3;
  programme.uptake = testing::flat_table("uptake", 0.2);
  programme.completion_with_grant = Uncertain::probability(0.512);  // 0.8 a year
  programme.completion_without_grant = Uncertain::probability(0.512);
  left.programmes = {programme};
  Scenario right = left;
  left.policies = {with(Behaviour::exemption, 1)};
  right.programmes.front().years = 2;
  right.programmes.front().completion_with_grant = Uncertain::probability(0.64);
  right.programmes.front().completion_without_grant = Uncertain::probability(0.64);
  model::Compiled const one = model::compile(left);
  model::Compiled const two = model::compile(right);
  for (std::uint32_t replicate = 0; replicate < 20; ++replicate)
    CHECK(
        compare_years(one.model, play_one(one.model, replicate), play_one(two.model, replicate), 8)
            .equal_until);
}

TEST_CASE("A hazard ratio on drop-out is that of another completion") {
  Scenario left = testing::empty_school(2025, 8);
  int const section = testing::add_section(left, "maths");
  for (int index = 0; index < 30; ++index)
    testing::add_person(left, "p" + std::to_string(index), section, 30 + index % 10);
  Programme programme;
  programme.name = "wo";
  programme.years = 2;
  programme.uptake = testing::flat_table("uptake", 0.2);
  programme.completion_with_grant = Uncertain::probability(0.64);
  programme.completion_without_grant = Uncertain::probability(0.64);
  left.programmes = {programme};
  Scenario right = left;
  left.policies = {with(Behaviour::dropout, 2)};
  // 0.8 stay each year; twice the hazard: 0.64.
  right.programmes.front().completion_with_grant = Uncertain::probability(0.4096);
  right.programmes.front().completion_without_grant = Uncertain::probability(0.4096);
  model::Compiled const one = model::compile(left);
  model::Compiled const two = model::compile(right);
  for (std::uint32_t replicate = 0; replicate < 20; ++replicate)
    CHECK(
        compare_years(one.model, play_one(one.model, replicate), play_one(two.model, replicate), 8)
            .equal_until);
}
