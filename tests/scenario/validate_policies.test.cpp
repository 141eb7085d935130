#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "tests/scenario/small_school.hpp"
#include "tests/support/catch.hpp"

// Policies made by hand, with what a reader would not let through; those that come
// from files are in tests/errors.

namespace meesterplan::scenario {
namespace {

Effect effect(Behaviour on, Uncertain size) {
  Effect effect;
  effect.name = "all";
  effect.on = on;
  effect.size = std::move(size);
  return effect;
}

/// The small school with a policy that is in order.
Scenario planned() {
  Scenario scenario = small_school();
  Policy policy;
  policy.name = "plan";
  policy.from = 2026;
  policy.effects = {effect(Behaviour::exit, Uncertain::ratio(0.9))};
  policy.effects[0].causes = {ExitCause::retirement};
  scenario.policies = {policy};
  return scenario;
}

struct Case {
  std::string told;  ///< what the message holds
  std::function<void(Scenario&, Policy&)> spoil;
};

void check(std::vector<Case> const& cases) {
  for (Case const& one : cases) {
    Scenario scenario = planned();
    one.spoil(scenario, scenario.policies.front());
    INFO(one.told << "\n" << told(scenario));
    CHECK(told(scenario).find(one.told) != std::string::npos);
  }
}

TEST_CASE("a policy that is in order gets no messages") {
  CHECK(told(planned()).empty());
}

TEST_CASE("a policy has years, a strength and a chance") {
  constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
  check({{"0 years to phase in", [](auto&, Policy& p) { p.phase_years = 0; }},
         {"51 years to phase in", [](auto&, Policy& p) { p.phase_years = 51; }},
         {"3 years to phase in a policy of 2",
          [](auto&, Policy& p) {
            p.until = 2027;
            p.phase_in = PhaseIn::back;
            p.phase_years = 3;
          }},
         {"its years are outside the run", [](auto&, Policy& p) { p.from = 2030; }},
         {"policy.plan.strength: 1.2 is not a share", [](auto&, Policy& p) { p.strength = 1.2; }},
         {"policy.plan.strength: nan", [](auto&, Policy& p) { p.strength = no_number; }},
         {"policy.plan.carried_out: 1.5 is not a probability",
          [](auto&, Policy& p) { p.carried_out = Uncertain::probability(1.5); }},
         {"policy.plan.hours: -1 hours", [](auto&, Policy& p) { p.card.hours = -1; }},
         {"policy.plan.hours: inf", [](auto&, Policy& p) { p.card.hours = INFINITY; }}});
}

TEST_CASE("the last year of a run is one in which a policy can act, and so is the first") {
  Scenario scenario = planned();
  scenario.policies[0].from = 2029;
  CHECK(told(scenario).empty());
  scenario.policies[0].from = 2020;
  scenario.policies[0].until = 2025;
  CHECK(told(scenario).empty());
}

TEST_CASE("an effect has a size that its form allows") {
  check(
      {{"policy.plan.effect.all.ratio: -1 is not a ratio",
        [](auto&, Policy& p) { p.effects[0].size = Uncertain::ratio(-1); }},
       {"policy.plan.effect.all.odds_ratio: 0 is not a ratio",
        [](auto&, Policy& p) { p.effects = {effect(Behaviour::permanent, Uncertain::ratio(0))}; }},
       {"policy.plan.effect.all.share: 2 is not a probability",
        [](auto&, Policy& p) {
          p.effects = {effect(Behaviour::starter_reduction, Uncertain::probability(2))};
        }},
       {"together 1 of the working time", [](Scenario& s, Policy& p) {
          s.net.starter_first_year = 0.6;
          p.effects = {effect(Behaviour::starter_reduction, Uncertain::probability(0.4))};
        }}});
}

TEST_CASE("who, causes, programmes, origins and order belong to some behaviours only") {
  auto const with = [](Behaviour on, std::function<void(Effect&)> const& say) {
    return [on, say](Scenario&, Policy& policy) {
      policy.effects = {effect(on, Uncertain::ratio(1.1))};
      say(policy.effects[0]);
    };
  };
  check({{"a group of teachers with sick_leave",
          with(Behaviour::sick_leave, [](Effect& e) { e.who.fte.to = 500; })},
         {"a group of teachers with capacity",
          with(Behaviour::capacity, [](Effect& e) { e.who.licences = {Licence::first_degree}; })},
         {"age, years, fte or contract with pool",
          with(Behaviour::pool, [](Effect& e) { e.who.contracts = {Contract::permanent}; })},
         {"causes of exit with hours_up",
          with(Behaviour::hours_up, [](Effect& e) { e.causes = {ExitCause::retirement}; })},
         {"replacement_ended has no chance of its own",
          with(Behaviour::exit, [](Effect& e) { e.causes = {ExitCause::replacement_ended}; })},
         {"programmes with grant", with(Behaviour::grant, [](Effect& e) { e.programmes = {"x"}; })},
         {"unknown programme \"x\"",
          with(Behaviour::dropout, [](Effect& e) { e.programmes = {"x"}; })},
         {"newcomers with attractiveness",
          with(Behaviour::attractiveness, [](Effect& e) { e.origins = {Origin::lio}; })},
         {"an order of lessons with fill",
          with(Behaviour::fill, [](Effect& e) { e.order = LessonOrder::as_now; })},
         {"lesson_order without order", with(Behaviour::lesson_order, [](Effect&) {})}});
}

TEST_CASE("a diploma may be said of newcomers, anything of who leaves") {
  Scenario scenario = planned();
  Effect newcomers = effect(Behaviour::entrants, Uncertain::ratio(1.2));
  newcomers.name = "newcomers";
  newcomers.who.degrees = {Degree::wo_master};
  newcomers.who.licences = {Licence::first_degree};
  newcomers.origins = {Origin::lio};
  Effect& leavers = scenario.policies[0].effects[0];
  leavers.who = {{30, 40},
                 {1, 2},
                 {3, 4},
                 {0, 2},
                 {200, 800},
                 {Degree::wo_master},
                 {Licence::first_degree},
                 {Contract::permanent}};
  leavers.causes = {ExitCause::retirement};
  scenario.policies[0].effects.push_back(newcomers);
  CHECK(told(scenario) ==
        "policy.plan.effect.newcomers.on: entrants has no effect here (nobody is hired). Nothing "
        "needs to be done.\n");
}

TEST_CASE("only a hire has an origin, and only persons and wages have a group") {
  auto const with = [](CostPer per, std::function<void(PolicyCost&)> const& say) {
    return [per, say](Scenario&, Policy& policy) {
      PolicyCost cost;
      cost.name = "item";
      cost.per = per;
      say(cost);
      policy.costs = {cost};
    };
  };
  check({{"newcomers with per = \"fte\"",
          with(CostPer::fte, [](PolicyCost& c) { c.origins = {Origin::mover}; })},
         {"a group of teachers with per = \"hire\"",
          with(CostPer::hire, [](PolicyCost& c) { c.who.age.to = 30; })},
         {"a lower end above the upper one", with(CostPer::head,
                                                  [](PolicyCost& c) {
                                                    c.who.age = {40, 30};
                                                  })},
         {"a cost of -2 euros", with(CostPer::board, [](PolicyCost& c) { c.amount.central = -2; })},
         {"cost.item.share: 3 is not a probability",
          with(CostPer::wage_share, [](PolicyCost& c) { c.amount = Uncertain::probability(3); })}});
}

TEST_CASE("a policy whose bottlenecks do not occur does nothing; one that occurs is enough") {
  Scenario scenario = planned();
  scenario.policies[0].lifts = {"one", "two"};
  CHECK(told(scenario).find("one, two has not been judged") != std::string::npos);
  Bottleneck bottleneck;
  bottleneck.name = "one";
  bottleneck.occurs = false;
  scenario.bottlenecks = {bottleneck};
  CHECK(told(scenario).find("one, two does not occur") != std::string::npos);
  bottleneck.name = "two";
  bottleneck.occurs = true;
  scenario.bottlenecks.push_back(bottleneck);
  CHECK(told(scenario).empty());
}

TEST_CASE("an effect on what the scenario does not have is noted") {
  std::vector<std::pair<Behaviour, std::string>> const idle{
      {Behaviour::exit, "nobody leaves for those causes"},
      {Behaviour::enrolment, "no programme to follow"},
      {Behaviour::dropout, "no programme to follow"},
      {Behaviour::exemption, "no programme to follow"},
      {Behaviour::grant, "no programme to follow"},
      {Behaviour::without_grant, "no programme to follow"},
      {Behaviour::capacity, "no programme to follow"},
      {Behaviour::hours_up, "nobody goes to work more"},
      {Behaviour::hours_down, "nobody goes to work less"},
      {Behaviour::fill, "not filled with a chance"},
      {Behaviour::entrants, "nobody is hired"},
      {Behaviour::pool, "no labour market"},
      {Behaviour::attractiveness, "no labour market"},
      {Behaviour::own_cover, "colleagues cover no lessons"},
      {Behaviour::unqualified_cover, "the unqualified give no lessons"},
      {Behaviour::sick_leave, "there is no sick leave"},
      {Behaviour::room, "a lack of room does nothing"},
      {Behaviour::lesson_order, "lessons are not modelled"},
      {Behaviour::carried_out, "there is no other policy"}};
  for (auto const& [on, why] : idle) {
    Scenario scenario = planned();
    Effect& all = scenario.policies[0].effects[0];
    all = effect(on, Uncertain::ratio(1));
    if (on == Behaviour::lesson_order)
      all.order = LessonOrder::as_now;
    INFO(key_of(on));
    CHECK(told(scenario).find(why) != std::string::npos);
  }
  Scenario scenario = planned();
  Programme programme;
  programme.name = "master";
  programme.uptake.rows = {age_row(20, 60, 0.1)};
  scenario.programmes = {programme};
  scenario.policies[0].effects = {effect(Behaviour::capacity, Uncertain::ratio(1.1))};
  CHECK(told(scenario).find("no limit to who studies at once") != std::string::npos);
  scenario.study.capacity = 0.2;
  CHECK(told(scenario).find("no effect here") == std::string::npos);
}

TEST_CASE("a bottleneck cannot do what only helps") {
  for (Behaviour const on : {Behaviour::starter_reduction, Behaviour::exemption, Behaviour::room,
                             Behaviour::lesson_order}) {
    Scenario scenario = small_school();
    Bottleneck bottleneck;
    bottleneck.name = "hard";
    bottleneck.effects = {effect(on, Uncertain::probability(0.1))};
    scenario.bottlenecks = {bottleneck};
    INFO(key_of(on));
    CHECK(told(scenario).find("in a bottleneck (it makes nothing worse)") != std::string::npos);
  }
}

}  // namespace
}  // namespace meesterplan::scenario
