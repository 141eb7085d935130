#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/hash.hpp"
#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

using scenario::Behaviour;
using scenario::Bottleneck;
using scenario::Effect;
using scenario::EffectForm;
using scenario::Policy;

/// The items of a list, by name: no order in a file matters.
template <class Item>
std::vector<Item const*> by_name(std::vector<Item> const& items) {
  std::vector<Item const*> sorted;
  sorted.reserve(items.size());
  for (Item const& item : items) {
    sorted.push_back(&item);
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](Item const* left, Item const* right) { return left->name < right->name; });
  return sorted;
}

double phased(scenario::PhaseIn phase_in, int year, int years) {
  double const x = std::min(1.0, static_cast<double>(year) / years);
  switch (phase_in) {
    case scenario::PhaseIn::linear:
      return x;
    case scenario::PhaseIn::front:
      return 1 - (1 - x) * (1 - x);
    case scenario::PhaseIn::back:
      return x * x;
    default:
      return 1;
  }
}

/// [step 0 .. years] strength x phase-in; 0 outside the policy's years.
std::vector<double> intensity_of(Building const& building, Policy const& policy) {
  std::vector<double> intensity(static_cast<std::size_t>(building.model.years) + 1, 0);
  for (std::size_t step = 0; step < intensity.size(); ++step) {
    int const year = building.model.start + static_cast<int>(step);
    if (year >= policy.from && year <= policy.until.value_or(year)) {
      intensity[step] =
          policy.strength * phased(policy.phase_in, year - policy.from + 1, policy.phase_years);
    }
  }
  return intensity;
}

/// Whether the effect leaves everything as it is.
bool is_neutral(Effect const& effect) {
  bool const certain =
      !effect.size.interval || effect.size.interval->low == effect.size.interval->high;
  switch (form_of(effect.on)) {
    case EffectForm::decision:
      return !effect.order.has_value();
    case EffectForm::share:
      return certain && effect.size.central == 0;
    default:
      return certain && effect.size.central == 1;
  }
}

/// Whether the scenario has what the effect acts on.
bool has_object(scenario::Scenario const& scenario, Effect const& effect) {
  switch (effect.on) {
    case Behaviour::exit:
      return !scenario.exits.empty();
    case Behaviour::enrolment:
    case Behaviour::dropout:
    case Behaviour::exemption:
    case Behaviour::grant:
    case Behaviour::without_grant:
      return !scenario.programmes.empty();
    case Behaviour::capacity:
      return !scenario.programmes.empty() && scenario.study.capacity.has_value();
    case Behaviour::hours_up:
      return !scenario.hours.up.rows.empty();
    case Behaviour::hours_down:
      return !scenario.hours.down.rows.empty();
    case Behaviour::permanent:
      return has_temporary(scenario);
    case Behaviour::fill:
      return scenario.recruitment.mode == scenario::RecruitmentMode::fill;
    case Behaviour::entrants:
      // In a labour market effects on the pool say who comes.
      return scenario.recruitment.mode != scenario::RecruitmentMode::none && !has_market(scenario);
    case Behaviour::pool:
    case Behaviour::attractiveness:
      return has_market(scenario);
    case Behaviour::own_cover:
    case Behaviour::unqualified_cover:
    case Behaviour::sick_leave:
    case Behaviour::room:
    case Behaviour::lesson_order:
      return scenario.lessons.has_value();
    default:
      return true;
  }
}

template <class Item>
std::vector<Effect const*> effects_of(Building const& building, Item const& item) {
  std::vector<Effect const*> kept;
  for (Effect const* effect : by_name(item.effects)) {
    if (!is_neutral(*effect) && has_object(building.scenario, *effect))
      kept.push_back(effect);
  }
  return kept;
}

bool ever_acts(Building const& building, Policy const& policy) {
  std::vector<double> const intensity = intensity_of(building, policy);
  return std::any_of(intensity.begin(), intensity.end(), [](double x) { return x > 0; }) &&
         (!effects_of(building, policy).empty() || !policy.costs.empty());
}

bool names(std::vector<std::string> const& listed, std::string const& name) {
  return listed.empty() || std::find(listed.begin(), listed.end(), name) != listed.end();
}

/// [section of the model] whether a scope holds for it.
std::vector<std::uint8_t> sections_in(Building const& building, scenario::UnitScope const& scope) {
  auto const& scenario = building.scenario;
  std::vector<std::uint8_t> held;
  held.reserve(building.scenario_section.size());
  for (std::int32_t const index : building.scenario_section) {
    auto const& section = scenario.sections[static_cast<std::size_t>(index)];
    auto const& school = scenario.schools[static_cast<std::size_t>(section.school)];
    bool const in = names(scope.sections, section.key) && names(scope.subjects, section.subject) &&
                    names(scope.schools, school.key) && names(scope.boards, school.board) &&
                    names(scope.regions, school.region);
    held.push_back(in ? 1 : 0);
  }
  return held;
}

/// Makes the scopes: sections in the same of `scopes` share one. Returns, of each
/// of `scopes`, [scope] whether it holds there.
std::vector<std::vector<std::uint8_t>> divide(
    Building& building, std::vector<scenario::UnitScope const*> const& scopes) {
  std::vector<std::vector<std::uint8_t>> held;
  held.reserve(scopes.size());
  for (scenario::UnitScope const* scope : scopes) {
    held.push_back(sections_in(building, *scope));
  }
  PolicyModel& policies = building.model.policies;
  std::map<std::string, std::int32_t> numbers;
  for (std::size_t section = 0; section < building.scenario_section.size(); ++section) {
    std::string pattern;
    for (auto const& one : held)
      pattern.push_back(one[section] != 0 ? '1' : '0');
    auto const next = static_cast<std::int32_t>(numbers.size());
    policies.scope_of_section.push_back(numbers.emplace(std::move(pattern), next).first->second);
  }
  policies.n_scopes = std::max(1, static_cast<std::int32_t>(numbers.size()));
  std::vector<std::vector<std::uint8_t>> by_scope(
      scopes.size(), std::vector<std::uint8_t>(static_cast<std::size_t>(policies.n_scopes), 0));
  for (auto const& [pattern, scope] : numbers) {
    for (std::size_t index = 0; index < pattern.size(); ++index)
      by_scope[index][static_cast<std::size_t>(scope)] = pattern[index] == '1' ? 1 : 0;
  }
  return by_scope;
}

std::array<double, scenario::n_amo> parts_of(Policy const& policy) {
  std::array<double, scenario::n_amo> parts{};
  for (scenario::Amo const part : policy.amo)
    parts[static_cast<std::size_t>(part)] = 1.0 / static_cast<double>(policy.amo.size());
  return parts;
}

/// A bottleneck that has been judged.
struct Judged {
  Bottleneck const* bottleneck = nullptr;
  std::vector<std::uint8_t> held;  ///< [scope]
  std::int32_t index = -1;         ///< among those that occur
};

/// What the lifting of bottlenecks leaves of a policy in a scope.
struct Lifting {
  bool acts = true;                    ///< false: what it lifts does not occur there
  std::vector<std::int32_t> attached;  ///< those that it can at most lift; empty: no limit
};

Lifting lifting_of(Policy const& policy, std::vector<Judged> const& judged, std::size_t scope) {
  Lifting lifting;
  bool any_judged = false;
  for (Judged const& one : judged) {
    bool const named = std::find(policy.lifts.begin(), policy.lifts.end(), one.bottleneck->name) !=
                       policy.lifts.end();
    if (!named || one.held[scope] == 0)
      continue;
    any_judged = true;
    if (one.index >= 0)
      lifting.attached.push_back(one.index);
  }
  lifting.acts = !any_judged || !lifting.attached.empty();
  return lifting;
}

/// Makes policies and bottlenecks, each with what it does where.
class PolicyBuilder {
 public:
  explicit PolicyBuilder(Building& building) : building_(building) {
    for (Policy const* policy : by_name(building.scenario.policies)) {
      if (ever_acts(building, *policy))
        policies_.push_back(policy);
    }
    for (Bottleneck const* bottleneck : by_name(building.scenario.bottlenecks))
      judged_.push_back({bottleneck, {}, -1});
  }

  void build() {
    this->divide_sections();
    for (Judged& judged : judged_) {
      if (judged.bottleneck->occurs)
        this->add_bottleneck(judged);
    }
    for (std::size_t index = 0; index < policies_.size(); ++index)
      this->add_policy(index);
    this->add_support();
  }

 private:
  void divide_sections() {
    std::vector<scenario::UnitScope const*> scopes;
    for (Judged const& judged : judged_)
      scopes.push_back(&judged.bottleneck->scope);
    for (Policy const* policy : policies_)
      scopes.push_back(&policy->scope);
    auto held = divide(building_, scopes);
    for (std::size_t index = 0; index < judged_.size(); ++index)
      judged_[index].held = held[index];
    held_.assign(held.begin() + static_cast<std::ptrdiff_t>(judged_.size()), held.end());
  }

  Number size_of(Effect const& effect) {
    EffectForm const form = form_of(effect.on);
    if (form == EffectForm::decision)
      return {};
    return building_.parameters.add(effect.size, form == EffectForm::share ? Use::as_is : Use::log);
  }

  void add_bottleneck(Judged& judged) {
    judged.index = building_.model.policies.n_bottlenecks++;
    for (Effect const* effect : effects_of(building_, *judged.bottleneck)) {
      EffectTerm const term{-1, judged.index, this->size_of(*effect)};
      building_.effects.push_back({effect, term, judged.held, {}});
    }
  }

  void add_policy(std::size_t index) {
    Policy const& policy = *policies_[index];
    PolicyPlan plan;
    plan.key = hash64(policy.name);
    plan.carried_out = building_.parameters.add(policy.carried_out, Use::as_is);
    plan.first_step = std::max(0, policy.from - building_.model.start);
    plan.intensity = intensity_of(building_, policy);
    plan.held = held_[index];
    plan.parts = parts_of(policy);
    for (Effect const* effect : effects_of(building_, policy)) {
      PolicyEffect made{
          effect, {static_cast<std::int32_t>(index), -1, this->size_of(*effect)}, held_[index], {}};
      for (std::size_t scope = 0; scope < made.held.size(); ++scope) {
        Lifting lifting = lifting_of(policy, judged_, scope);
        if (!lifting.acts)
          made.held[scope] = 0;
        made.attached.push_back(std::move(lifting.attached));
      }
      building_.effects.push_back(std::move(made));
    }
    building_.model.policies.policies.push_back(std::move(plan));
  }

  /// What raises the chance of others acts on all that raise nothing themselves.
  void add_support() {
    auto& plans = building_.model.policies.policies;
    std::vector<EffectTerm> support;
    std::vector<std::uint8_t> supports(plans.size(), 0);
    for (PolicyEffect const& effect : building_.effects) {
      if (effect.effect->on != Behaviour::carried_out || effect.term.policy < 0)
        continue;
      support.push_back(effect.term);
      supports[static_cast<std::size_t>(effect.term.policy)] = 1;
    }
    for (std::size_t index = 0; index < plans.size(); ++index) {
      if (supports[index] == 0)
        plans[index].raised_by = support;
    }
  }

  Building& building_;
  std::vector<Policy const*> policies_;          ///< by name
  std::vector<Judged> judged_;                   ///< by name
  std::vector<std::vector<std::uint8_t>> held_;  ///< [policy][scope]
};

}  // namespace

void build_policies(Building& building) {
  PolicyModel& policies = building.model.policies;
  policies.rule = building.scenario.policy_rules.amo;
  policies.one_sided_effect = building.scenario.policy_rules.one_sided_effect;
  PolicyBuilder(building).build();
}

}  // namespace meesterplan::model
