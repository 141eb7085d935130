#include "sim/study/policies.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

namespace meesterplan::study {
namespace {

using Catch::Matchers::WithinAbs;
using results::PolicyAnswer;
using results::PolicyEffect;
using scenario::Behaviour;

/// Two sections that many leave and nobody joins; four in ten are masters.
scenario::Scenario two_sections() {
  scenario::Scenario school = testing::empty_school(2026, 4);
  school.replicates = 60;
  school.seed = 11;
  int number = 0;
  for (std::string const subject : {"engels", "wiskunde"}) {
    int const section = testing::add_section(school, subject);
    for (int head = 0; head < 15; ++head, ++number) {
      scenario::Person& person = testing::add_person(school, "person " + std::to_string(number),
                                                     section, 25 + number * 37 % 35);
      if (number % 5 < 2)
        person.degree = scenario::Degree::wo_master;
    }
  }
  school.exits = {testing::exit_table(scenario::ExitCause::leaves_profession, 0.1)};
  school.targets = {
      testing::target_of("masters_heads", scenario::Level::total, Rational{8, 1}, 2029)};
  return school;
}

/// A policy that makes leaving `ratio` times as likely.
scenario::Policy policy(std::string name, double ratio, double chance = 1) {
  scenario::Policy policy;
  policy.name = std::move(name);
  policy.card.title = {"Titel", "Title"};
  policy.from = 2026;
  policy.amo = {scenario::Amo::motivation};
  policy.carried_out = scenario::Uncertain::probability(chance);
  scenario::Effect effect;
  effect.name = "stay";
  effect.on = Behaviour::exit;
  effect.causes = {scenario::ExitCause::leaves_profession};
  effect.size = scenario::Uncertain::ratio(ratio);
  policy.effects = {effect};
  return policy;
}

PolicyAnswer answer_of(scenario::Scenario const& scenario, int threads = 1) {
  Options options;
  options.threads = threads;
  options.block_size = threads == 1 ? 0 : 7;
  std::optional<PolicyAnswer> const answer = policies(scenario, options);
  REQUIRE(answer);
  return *answer;
}

/// Index of the outcome of a kind.
std::size_t find(PolicyAnswer const& answer, std::string const& kind) {
  for (std::size_t index = 0; index < answer.outcomes.size(); ++index) {
    if (answer.outcomes[index].kind == kind)
      return index;
  }
  FAIL("no outcome " + kind);
  return 0;
}

double total_of(results::Results const& results, std::string const& metric, int from) {
  double sum = 0;
  for (results::SeriesRow const& row : results.series) {
    if (row.metric == metric && row.level == "total" && row.year >= from)
      sum += row.mean;
  }
  return sum;
}

TEST_CASE("of one policy all three effects are the difference between two runs") {
  scenario::Scenario const without = two_sections();
  scenario::Scenario with = without;
  with.policies = {policy("stay", 0.4, 0.7)};
  PolicyAnswer const answer = answer_of(with);
  CHECK(answer.exact);
  CHECK(answer.replicates == 60);
  REQUIRE(answer.effects.size() == 1);

  results::Results const before = run(without, {});
  results::Results const after = run(with, {});
  auto const check = [&](std::string const& kind, double none, double all) {
    CAPTURE(kind);
    std::size_t const index = find(answer, kind);
    CHECK(answer.outcomes[index].n == 60);
    CHECK_THAT(answer.outcomes[index].none, WithinAbs(none, 1e-9));
    CHECK_THAT(answer.outcomes[index].all, WithinAbs(all, 1e-9));
    PolicyEffect const& effect = answer.effects[0][index];
    for (results::Estimate const& estimate : {effect.alone, effect.last, effect.share})
      CHECK_THAT(estimate.mean, WithinAbs(all - none, 1e-9));
    CHECK(effect.alone.standard_error > 0);
    CHECK(effect.alone.standard_error == effect.last.standard_error);
  };
  check("chance", before.targets[0].probability, after.targets[0].probability);
  check("masters", total_of(before, "masters_heads", 2030), total_of(after, "masters_heads", 2030));
  check("exits", total_of(before, "exits", 2027), total_of(after, "exits", 2027));
}

TEST_CASE("a policy of one section has its own effect, whatever is done in another") {
  scenario::Scenario school = two_sections();
  school.policies = {policy("english", 0.3), policy("maths", 0.6)};
  school.policies[0].scope.subjects = {"engels"};
  school.policies[1].scope.subjects = {"wiskunde"};
  PolicyAnswer const answer = answer_of(school);
  for (std::string const kind : {"masters", "exits"}) {
    std::size_t const index = find(answer, kind);
    for (auto const& effects : answer.effects) {
      PolicyEffect const& effect = effects[index];
      CHECK(effect.alone.mean != 0);
      CHECK_THAT(effect.last.mean, WithinAbs(effect.alone.mean, 1e-9));
      CHECK_THAT(effect.share.mean, WithinAbs(effect.alone.mean, 1e-9));
    }
  }
}

TEST_CASE("what the policies do adds up to what all of them do") {
  for (std::size_t const n_policies : {std::size_t{3}, std::size_t{7}}) {
    CAPTURE(n_policies);
    scenario::Scenario school = two_sections();
    school.replicates = 20;
    for (std::size_t index = 0; index < n_policies; ++index)
      school.policies.push_back(policy("p" + std::to_string(index), 0.7));
    PolicyAnswer const answer = answer_of(school);
    CHECK(answer.exact == (n_policies == 3));
    CHECK(answer.n_orders == (n_policies == 3 ? 0 : 12));
    for (std::size_t index = 0; index < answer.outcomes.size(); ++index) {
      results::PolicyOutcome const& outcome = answer.outcomes[index];
      double sum = 0;
      for (auto const& effects : answer.effects)
        sum += effects[index].share.mean;
      CHECK_THAT(sum, WithinAbs(outcome.all - outcome.none, 1e-9));
    }
  }
}

TEST_CASE("what a policy costs is told beside what it does") {
  scenario::Scenario school = two_sections();
  school.money.emplace();
  school.money->price_year = 2026;
  school.money->wages.emplace_back();
  school.money->wages.back().amount = scenario::Uncertain::amount(80'000);
  school.policies = {policy("paid", 1), policy("stay", 0.3)};
  scenario::PolicyCost cost;
  cost.name = "fee";
  cost.per = scenario::CostPer::board;
  cost.amount = scenario::Uncertain::amount(1250);
  school.policies[0].costs = {cost};
  PolicyAnswer const answer = answer_of(school);
  std::size_t const index = find(answer, "cost");
  CHECK(answer.outcomes[index].measure == "euro");
  // Four years of the fee, in every future.
  PolicyEffect const& paid = answer.effects[0][index];
  for (results::Estimate const& estimate : {paid.alone, paid.last, paid.share}) {
    CHECK_THAT(estimate.mean, WithinAbs(4 * 1250, 1e-6));
    CHECK_THAT(estimate.standard_error, WithinAbs(0, 1e-6));
  }
  // Nobody is hired: who stays is paid on, at most for three more years.
  PolicyEffect const& stay = answer.effects[1][index];
  double const stayed = -answer.effects[1][find(answer, "exits")].alone.mean;
  CHECK(stay.alone.mean > 80'000 * stayed * 0.5);
  CHECK(stay.alone.mean < 80'000 * 3 * 15);
  CHECK(answer.outcomes[index].all > answer.outcomes[index].none);
  school.money.reset();
  CHECK(answer_of(school).outcomes.size() == answer.outcomes.size() - 1);
}

TEST_CASE("policies of strength 0 and small sections are not told of") {
  scenario::Scenario school = two_sections();
  int const small = testing::add_section(school, "latijn");
  testing::add_person(school, "one", small, 40);
  school.targets.push_back(
      testing::target_of("masters_heads", scenario::Level::section, Rational{1, 1}, 2029));
  school.policies = {policy("off", 0.4), policy("on", 0.4)};
  school.policies[0].strength = 0;
  PolicyAnswer const answer = answer_of(school);
  REQUIRE(answer.effects.size() == 1);
  std::vector<results::PolicyCard> const cards = results::policy_cards(school.policies);
  REQUIRE(cards.size() == 1);
  CHECK(cards[0].name == "on");
  // Chance and value of all together and of two sections, masters and exits.
  CHECK(answer.outcomes.size() == 8);
  for (results::PolicyOutcome const& outcome : answer.outcomes)
    CHECK(outcome.unit != "latijn");
  school.policies.pop_back();
  CHECK_FALSE(policies(school, {}));
}

TEST_CASE("threads and blocks change nothing, and a question can be stopped") {
  scenario::Scenario school = two_sections();
  school.policies = {policy("a", 0.4, 0.5), policy("b", 0.8)};
  CHECK(answer_of(school) == answer_of(school, 2));
  Options options;
  int n_asked = 0;
  options.cancelled = [&] { return ++n_asked > 2; };
  CHECK_FALSE(policies(school, options));
}

}  // namespace
}  // namespace meesterplan::study
