#include "sim/model/policy_draw.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "sim/base/hash.hpp"
#include "sim/chance/address.hpp"
#include "sim/model/compile.hpp"
#include "sim/model/draw.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using Catch::Matchers::WithinAbs;
using model::Draw;

namespace {

/// Two sections of which vacancies are tried, so that Behaviour::fill has an object.
Scenario school() {
  Scenario scenario = testing::empty_school(2025, 6);
  int const maths = testing::add_section(scenario, "maths");
  testing::add_section(scenario, "french");
  testing::add_person(scenario, "ann", maths, 40);
  scenario.recruitment.mode = RecruitmentMode::fill;
  scenario.recruitment.fill = {{{}, {}, Uncertain::probability(0.5)}};
  scenario.recruitment.entrants = {testing::entrant(25, 25, Degree::bachelor)};
  return scenario;
}

Effect on_fill(double odds) {
  Effect effect;
  effect.name = "fill";
  effect.on = Behaviour::fill;
  effect.size = Uncertain::ratio(odds);
  return effect;
}

Policy policy(std::string name, double odds, std::vector<Amo> amo = {Amo::ability}) {
  Policy made;
  made.name = std::move(name);
  made.from = 2025;
  made.amo = std::move(amo);
  made.effects = {on_fill(odds)};
  return made;
}

Bottleneck bottleneck(std::string name, double odds, bool occurs = true) {
  Bottleneck made;
  made.name = std::move(name);
  made.occurs = occurs;
  made.effects = {on_fill(odds)};
  return made;
}

/// The odds ratio on filling in a section (0: french, 1: maths) in a step.
double ratio(Scenario const& scenario, std::int32_t step, std::int32_t section = 1) {
  model::Compiled const compiled = model::compile(scenario);
  Draw draw(compiled.model);
  draw.set(0);
  return draw.policies.ratio(Behaviour::fill, step, section);
}

}  // namespace

TEST_CASE("Odds are multiplied, and what is certain stays") {
  CHECK_THAT(model::with_odds(0.5, 3), WithinAbs(0.75, 1e-15));
  CHECK_THAT(model::with_odds(0.2, 1.0 / 4), WithinAbs(1.0 / 17, 1e-15));
  CHECK(model::with_odds(0, 7) == 0);
  CHECK(model::with_odds(1, 7) == 1);
}

TEST_CASE("A policy comes to its strength by its phase-in and stops after its last year") {
  Scenario scenario = school();
  auto const logs = [&](PhaseIn phase_in) {
    scenario.policies = {policy("p", 2)};
    Policy& made = scenario.policies.front();
    made.from = 2026;
    made.until = 2029;
    made.phase_in = phase_in;
    made.phase_years = 4;
    made.strength = 0.5;
    std::vector<double> found;
    for (std::int32_t step = 0; step <= 6; ++step)
      found.push_back(std::log2(ratio(scenario, step)));
    return found;
  };
  auto const check = [&](PhaseIn phase_in, std::vector<double> const& expected) {
    std::vector<double> const found = logs(phase_in);
    REQUIRE(found.size() == expected.size());
    for (std::size_t step = 0; step < found.size(); ++step)
      CHECK_THAT(found[step], WithinAbs(expected[step] / 2, 1e-12));
  };
  check(PhaseIn::step, {0, 1, 1, 1, 1, 0, 0});
  check(PhaseIn::linear, {0, 0.25, 0.5, 0.75, 1, 0, 0});
  check(PhaseIn::front, {0, 7.0 / 16, 0.75, 15.0 / 16, 1, 0, 0});
  check(PhaseIn::back, {0, 1.0 / 16, 0.25, 9.0 / 16, 1, 0, 0});
}

TEST_CASE("Effects on one behaviour add in log, each where it holds") {
  Scenario scenario = school();
  scenario.policies = {policy("a", 2), policy("b", 3)};
  scenario.policies[1].scope.subjects = {"maths"};
  CHECK_THAT(ratio(scenario, 1), WithinAbs(6, 1e-12));
  CHECK_THAT(ratio(scenario, 1, 0), WithinAbs(2, 1e-12));
}

TEST_CASE("Effects that lie on one of ability, motivation and opportunity are limited") {
  Scenario scenario = school();
  scenario.policy_rules.amo = AmoRule::constraining;
  scenario.policies = {policy("a", 4)};
  CHECK_THAT(ratio(scenario, 1), WithinAbs(std::pow(4, 0.5), 1e-12));
  // All three as strong: nothing is lost.
  scenario.policies = {policy("a", 4, {Amo::ability, Amo::motivation, Amo::opportunity})};
  CHECK_THAT(ratio(scenario, 1), WithinAbs(4, 1e-12));
  // L = (2 log 2, log 2, log 2): w = 1/2 + 1/2 x 1/2.
  scenario.policies = {policy("a", 4), policy("m", 2, {Amo::motivation}),
                       policy("o", 2, {Amo::opportunity})};
  CHECK_THAT(ratio(scenario, 1), WithinAbs(std::pow(16, 0.75), 1e-11));
  scenario.policy_rules.one_sided_effect = 1;
  CHECK_THAT(ratio(scenario, 1), WithinAbs(16, 1e-11));
}

TEST_CASE("Under constraining an effect grows with strength without a jump") {
  Scenario scenario = school();
  scenario.policy_rules.amo = AmoRule::constraining;
  scenario.policies = {policy("a", 4), policy("m", 3, {Amo::motivation}),
                       policy("o", 2, {Amo::opportunity})};
  double before = 0;
  constexpr int steps = 200;
  for (int index = 0; index <= steps; ++index) {
    scenario.policies[1].strength = static_cast<double>(index) / steps;
    double const now = std::log(ratio(scenario, 1));
    if (index > 0)
      CHECK(std::abs(now - before) < 0.03);
    before = now;
  }
}

TEST_CASE("A policy does no more than lift the bottleneck that it names") {
  Scenario scenario = school();
  scenario.bottlenecks = {bottleneck("slow", 0.5)};
  CHECK_THAT(ratio(scenario, 0), WithinAbs(0.5, 1e-15));
  scenario.policies = {policy("lifting", 8)};
  CHECK_THAT(ratio(scenario, 1), WithinAbs(4, 1e-12));
  scenario.policies.front().lifts = {"slow"};
  CHECK(ratio(scenario, 1) == 1);
  SECTION("halfway it lifts a part") {
    scenario.policies.front().strength = 0.1;
    CHECK_THAT(ratio(scenario, 1), WithinAbs(0.5 * std::pow(8, 0.1), 1e-12));
  }
  SECTION("two policies share what there is to lift") {
    scenario.policies.push_back(policy("other", 8));
    scenario.policies.back().lifts = {"slow"};
    CHECK(ratio(scenario, 1) == 1);
  }
  SECTION("one that makes it worse counts in full") {
    scenario.policies.front().effects.front().size = Uncertain::ratio(0.5);
    CHECK_THAT(ratio(scenario, 1), WithinAbs(0.25, 1e-12));
  }
  SECTION("what is judged absent leaves nothing to lift") {
    scenario.bottlenecks.front().occurs = false;
    CHECK(ratio(scenario, 1) == 1);
  }
  SECTION("what is not judged limits nothing") {
    scenario.bottlenecks.clear();
    CHECK_THAT(ratio(scenario, 1), WithinAbs(8, 1e-12));
  }
  SECTION("where the bottleneck does not hold the policy is free") {
    scenario.bottlenecks.front().scope.subjects = {"french"};
    CHECK_THAT(ratio(scenario, 1), WithinAbs(8, 1e-12));
    CHECK(ratio(scenario, 1, 0) == 1);
  }
}

TEST_CASE("Each policy is carried out in as many futures as its chance says") {
  Scenario scenario = school();
  scenario.policies = {policy("a", 2), policy("b", 2)};
  for (Policy& made : scenario.policies)
    made.carried_out = Uncertain::probability(0.3);
  // Whoever raises others: odds of b times 7 / 3 make 0.5 of 0.3.
  Policy leadership = policy("leadership", 1);
  leadership.effects.front().on = Behaviour::carried_out;
  leadership.effects.front().size = Uncertain::ratio(7.0 / 3);
  scenario.policies.push_back(leadership);
  scenario.policies.back().from = 2027;
  scenario.policies[1].from = 2027;
  model::Compiled const compiled = model::compile(scenario);
  Draw draw(compiled.model);
  constexpr std::uint32_t n = 40'000;
  int n_a = 0;
  int n_b = 0;
  int n_both = 0;
  for (std::uint32_t replicate = 0; replicate < n; ++replicate) {
    draw.set(replicate);
    int const a = draw.policies.is_carried_out(0) ? 1 : 0;
    int const b = draw.policies.is_carried_out(1) ? 1 : 0;
    n_a += a;
    n_b += b;
    n_both += a * b;
    CHECK(draw.policies.is_carried_out(2));
    CHECK(draw.policies.intensity(0, 1) == a);
  }
  // Four standard errors.
  CHECK(std::abs(n_a - 0.3 * n) < 4 * std::sqrt(n * 0.3 * 0.7));
  CHECK(std::abs(n_b - 0.5 * n) < 4 * std::sqrt(n * 0.5 * 0.5));
  CHECK(std::abs(n_both - 0.15 * n) < 4 * std::sqrt(n * 0.15 * 0.85));
}

TEST_CASE("A policy without effect leaves no trace in the model") {
  Scenario scenario = school();
  model::Compiled const plain = model::compile(scenario);
  auto const check = [&] {
    model::Compiled const made = model::compile(scenario);
    CHECK_FALSE(made.model.policies.used());
    CHECK(made.model.parameters.n_parameters() == plain.model.parameters.n_parameters());
    CHECK(made.model.policies.n_scopes == 1);
  };
  scenario.policies = {policy("p", 2)};
  scenario.policies.front().carried_out =
      testing::uncertain(Quantity::probability, 0.5, 0.3, 0.7, "p.carried_out");
  scenario.policies.front().scope.subjects = {"maths"};
  SECTION("strength 0") {
    scenario.policies.front().strength = 0;
    check();
  }
  SECTION("a ratio of 1") {
    scenario.policies.front().effects.front().size = Uncertain::ratio(1);
    check();
  }
  SECTION("years that are not played") {
    scenario.policies.front().from = 2040;
    check();
  }
  SECTION("nothing to act on") {
    scenario.policies.front().effects.front().on = Behaviour::dropout;
    check();
  }
}

TEST_CASE("Uncertain effects are drawn once a future, in log") {
  Scenario scenario = school();
  scenario.policies = {policy("p", 2)};
  scenario.policies.front().effects.front().size =
      testing::uncertain(Quantity::ratio, 2, 1, 4, "policy.p.fill");
  model::Compiled const compiled = model::compile(scenario);
  REQUIRE(compiled.model.parameters.n_parameters() == 1);
  Draw draw(compiled.model);
  double sum = 0;
  constexpr std::uint32_t n = 4000;
  for (std::uint32_t replicate = 0; replicate < n; ++replicate) {
    draw.set(replicate);
    double const now = draw.policies.ratio(Behaviour::fill, 2, 1);
    CHECK(now == draw.policies.ratio(Behaviour::fill, 5, 0));
    sum += std::log(now);
  }
  double const sigma = std::log(4.0) / 3.92;
  CHECK(std::abs(sum / n - std::log(2.0)) < 4 * sigma / std::sqrt(static_cast<double>(n)));
}
