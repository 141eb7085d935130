#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/scenario/checks.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::scenario {
namespace {

constexpr int most_phase_years = 50;

/// What there is to name in a scope.
struct Units {
  std::set<std::string> sections, subjects, schools, boards, regions;
};

Units units_of(Scenario const& scenario) {
  Units units;
  for (Section const& section : scenario.sections) {
    units.sections.insert(section.key);
    units.subjects.insert(section.subject);
  }
  for (School const& school : scenario.schools) {
    units.schools.insert(school.key);
    units.boards.insert(school.board);
    units.regions.insert(school.region);
  }
  return units;
}

/// Tells that something is listed twice, and what is not `known`.
void check_names(Checks& checks, Place place, std::string const& field,
                 std::vector<std::string> const& names, std::set<std::string> const& known) {
  std::set<std::string> seen;
  for (std::string const& name : names) {
    if (!seen.insert(name).second) {
      checks.error(
          place, field,
          {fmt::format("\"{}\" staat er twee keer (een keer is genoeg). Haal er een weg.", name),
           fmt::format("\"{}\" is there twice (once is enough). Remove one.", name)});
      continue;
    }
    if (known.count(name) > 0)
      continue;
    std::vector<std::string_view> const words(known.begin(), known.end());
    Text const meant = did_you_mean(name, words);
    checks.error(place, field,
                 {fmt::format("\"{}\" is er niet (de school heeft het niet).{}", name,
                              meant.nl.empty() ? " Verbeter de naam, of haal hem weg." : meant.nl),
                  fmt::format("there is no \"{}\" (the school does not have it).{}", name,
                              meant.en.empty() ? " Correct the name, or remove it." : meant.en)});
  }
}

bool is_named(std::vector<std::string> const& names, std::string const& name) {
  return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

bool holds_anywhere(Scenario const& scenario, UnitScope const& scope) {
  return std::any_of(
      scenario.sections.begin(), scenario.sections.end(), [&](Section const& section) {
        auto const at = static_cast<std::size_t>(section.school);
        if (at >= scenario.schools.size())
          return true;
        School const& school = scenario.schools[at];
        return is_named(scope.sections, section.key) && is_named(scope.subjects, section.subject) &&
               is_named(scope.schools, school.key) && is_named(scope.boards, school.board) &&
               is_named(scope.regions, school.region);
      });
}

void check_scope(Checks& checks, Place place, std::string const& path, UnitScope const& scope,
                 Units const& units) {
  check_names(checks, place, path + ".sections", scope.sections, units.sections);
  check_names(checks, place, path + ".subjects", scope.subjects, units.subjects);
  check_names(checks, place, path + ".schools", scope.schools, units.schools);
  check_names(checks, place, path + ".boards", scope.boards, units.boards);
  check_names(checks, place, path + ".regions", scope.regions, units.regions);
  auto const all_known = [](std::vector<std::string> const& names,
                            std::set<std::string> const& known) {
    return std::all_of(names.begin(), names.end(),
                       [&](std::string const& name) { return known.count(name) > 0; });
  };
  bool const is_known =
      all_known(scope.sections, units.sections) && all_known(scope.subjects, units.subjects) &&
      all_known(scope.schools, units.schools) && all_known(scope.boards, units.boards) &&
      all_known(scope.regions, units.regions);
  if (!is_known || holds_anywhere(checks.scenario(), scope))
    return;
  checks.error(place, path,
               {"geen enkele sectie valt eronder (wat genoemd is, komt nergens samen voor). Haal "
                "een van de lijsten weg.",
                "not a single section is in scope (what is named is nowhere found together). "
                "Remove one of the lists."});
}

void check_time(Checks& checks, Policy const& policy, std::string const& path) {
  Scenario const& scenario = checks.scenario();
  int const last = scenario.start + scenario.years - 1;
  if (policy.until && *policy.until < policy.from) {
    checks.error(policy.place, path + ".until",
                 {fmt::format("tot en met {}, maar pas vanaf {} (zo is het er nooit). Verbeter een "
                              "van beide.",
                              *policy.until, policy.from),
                  fmt::format("until {}, but only from {} (so that it is never there). Correct one "
                              "of them.",
                              *policy.until, policy.from)});
    return;
  }
  if (checks.has_start() && (policy.from > last || policy.until.value_or(last) < scenario.start)) {
    checks.warning(policy.place, path + ".from",
                   {fmt::format("de jaren vallen buiten de looptijd (die is {} tot en met {}). Zo "
                                "doet dit niets.",
                                scenario.start, last),
                    fmt::format("its years are outside the run (which is {} to {}). So it does "
                                "nothing.",
                                scenario.start, last)});
  }
  if (policy.phase_years < 1 || policy.phase_years > most_phase_years) {
    checks.error(policy.place, path + ".phase_years",
                 {fmt::format("{} jaar invoeren (moet 1 tot en met {} zijn). Verbeter het.",
                              policy.phase_years, most_phase_years),
                  fmt::format("{} years to phase in (must be in [1, {}]). Correct it.",
                              policy.phase_years, most_phase_years)});
    return;
  }
  if (policy.phase_in == PhaseIn::step) {
    if (policy.phase_years > 1) {
      checks.warning(policy.place, path + ".phase_years",
                     {"dit doet niets (het beleid is er ineens: phase_in = \"step\"). Kies een "
                      "andere phase_in, of haal het weg.",
                      "this does nothing (the policy is there at once: phase_in = \"step\"). "
                      "Choose another phase_in, or remove it."});
    }
    return;
  }
  int const span = policy.until.value_or(policy.from + most_phase_years) - policy.from + 1;
  if (policy.phase_years <= span)
    return;
  checks.error(policy.place, path + ".phase_years",
               {fmt::format("{} jaar invoeren in een beleid van {} jaar (zo komt het nooit op "
                            "volle kracht). Verkort de invoering, of verander until.",
                            policy.phase_years, span),
                fmt::format("{} years to phase in a policy of {} (so that it never comes to full "
                            "strength). Shorten the phase-in, or change until.",
                            policy.phase_years, span)});
}

/// What it touches of ability, motivation and opportunity.
void check_amo(Checks& checks, Policy const& policy, std::string const& path) {
  std::set<Amo> seen;
  for (Amo const dimension : policy.amo) {
    if (seen.insert(dimension).second)
      continue;
    checks.error(
        policy.place, path + ".amo",
        {fmt::format("{} staat er twee keer (een keer is genoeg). Haal er een weg.",
                     key_of(dimension)),
         fmt::format("{} is there twice (once is enough). Remove one.", key_of(dimension))});
  }
  bool const acts = std::any_of(policy.effects.begin(), policy.effects.end(), [](Effect const& e) {
    return e.on != Behaviour::carried_out && e.on != Behaviour::lesson_order;
  });
  if (checks.scenario().policy_rules.amo == AmoRule::additive || !policy.amo.empty() || !acts)
    return;
  checks.error(policy.place, path + ".amo",
               {"er staat niet waarop het werkt: kunnen, willen of mogen (onder constraining moet "
                "dat bekend zijn). Vul amo in.",
                "it is not said what it works on: ability, motivation or opportunity (under "
                "constraining that must be known). Fill in amo."});
}

Bottleneck const* find_bottleneck(Scenario const& scenario, std::string const& name) {
  auto const found =
      std::find_if(scenario.bottlenecks.begin(), scenario.bottlenecks.end(),
                   [&](Bottleneck const& bottleneck) { return bottleneck.name == name; });
  return found == scenario.bottlenecks.end() ? nullptr : &*found;
}

std::string joined(std::set<std::string> const& names) {
  std::string list;
  for (std::string const& name : names)
    list += (list.empty() ? "" : ", ") + name;
  return list;
}

/// Says what comes of a policy that lifts bottlenecks: one that is not judged sets no
/// limit; where those that are judged do not occur there is nothing to lift.
void check_lifts(Checks& checks, Policy const& policy, std::string const& path) {
  Scenario const& scenario = checks.scenario();
  std::set<std::string> seen;
  bool any_judged = false;
  bool any_occurs = false;
  for (std::string const& name : policy.lifts) {
    if (!seen.insert(name).second) {
      checks.error(
          policy.place, path + ".lifts",
          {fmt::format("\"{}\" staat er twee keer (een keer is genoeg). Haal er een weg.", name),
           fmt::format("\"{}\" is there twice (once is enough). Remove one.", name)});
    }
    Bottleneck const* const bottleneck = find_bottleneck(scenario, name);
    any_judged = any_judged || bottleneck != nullptr;
    any_occurs = any_occurs || (bottleneck != nullptr && bottleneck->occurs);
  }
  if (policy.lifts.empty() || any_occurs)
    return;
  std::string const list = joined(seen);
  if (any_judged) {
    checks.note(policy.place, path + ".lifts",
                {fmt::format("het knelpunt {} komt niet voor (er valt niets weg te nemen). Dit "
                             "beleid doet dan niets.",
                             list),
                 fmt::format("the bottleneck {} does not occur (there is nothing to lift). This "
                             "policy then does nothing.",
                             list)});
    return;
  }
  checks.note(
      policy.place, path + ".lifts",
      {fmt::format("het knelpunt {} is niet beoordeeld (er is geen [[bottleneck]] van). Het "
                   "hele effect telt mee.",
                   list),
       fmt::format("the bottleneck {} has not been judged (there is no [[bottleneck]] of "
                   "it). The whole effect counts.",
                   list)});
}

void check_policy(Checks& checks, Policy const& policy, std::string const& path,
                  Units const& units) {
  check_time(checks, policy, path);
  check_uncertain(checks, policy.carried_out, path + ".carried_out");
  if (!(policy.strength >= 0 && policy.strength <= 1)) {
    checks.error(policy.place, path + ".strength",
                 {fmt::format("{} is geen aandeel (moet 0 tot en met 1 zijn). Verbeter het.",
                              number_text(policy.strength).nl),
                  fmt::format("{} is not a share (must be in [0, 1]). Correct it.",
                              number_text(policy.strength).en)});
  }
  check_scope(checks, policy.place, path, policy.scope, units);
  check_amo(checks, policy, path);
  check_lifts(checks, policy, path);
  check_effects(checks, policy.effects, path, Owner::policy);
  check_costs(checks, policy, path);
  if (policy.effects.empty() && policy.costs.empty()) {
    checks.error(
        policy.place, path,
        {"beleid zonder effect en zonder kosten (zo doet het niets). Voeg [[policy.effect]] "
         "of [[policy.cost]] toe, of noem met use iets uit de bibliotheek.",
         "a policy without effects and without costs (so that it does nothing). Add "
         "[[policy.effect]] or [[policy.cost]], or name something of the library with "
         "use."});
  }
}

}  // namespace

void check_policies(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  if (scenario.policies.empty() && scenario.bottlenecks.empty())
    return;
  Units const units = units_of(scenario);
  for (std::size_t i = 0; i < scenario.policies.size(); ++i) {
    Policy const& policy = scenario.policies[i];
    std::string const path = "policy." + policy.name;
    check_twice(checks, scenario.policies, i, path);
    check_policy(checks, policy, path, units);
  }
  for (std::size_t i = 0; i < scenario.bottlenecks.size(); ++i) {
    Bottleneck const& bottleneck = scenario.bottlenecks[i];
    std::string const path = "bottleneck." + bottleneck.name;
    check_twice(checks, scenario.bottlenecks, i, path);
    check_scope(checks, bottleneck.place, path, bottleneck.scope, units);
    check_effects(checks, bottleneck.effects, path, Owner::bottleneck);
  }
}

}  // namespace meesterplan::scenario
