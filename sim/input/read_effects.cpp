#include "sim/input/read_effects.hpp"

#include <array>
#include <limits>
#include <utility>

#include <fmt/core.h>

#include "sim/input/assign.hpp"
#include "sim/input/list_tables.hpp"

namespace meesterplan::input {
namespace {

using scenario::Effect;
using scenario::EffectForm;
using scenario::PolicyCost;
using scenario::Quantity;
using scenario::Uncertain;

constexpr int longest = 100;  ///< of tenure, experience and years since the master

/// Both ends of a class in whole numbers, in their order.
scenario::IntRange read_range(Keys const& keys, std::string const& of, int highest) {
  scenario::IntRange range;
  assign(range.from, keys.integer(of + "_from", 0, highest));
  assign(range.to, keys.integer(of + "_to", 0, highest));
  return range;
}

scenario::IntRange read_fte_range(Keys const& keys) {
  scenario::IntRange range;
  if (std::optional<Fte> const from = keys.fte("fte_from", {0, 2}))
    range.from = static_cast<int>(from->thousandths);
  if (std::optional<Fte> const to = keys.fte("fte_to", {0, 2}))
    range.to = static_cast<int>(to->thousandths);
  return range;
}

scenario::Who read_who(Keys const& keys) {
  constexpr int oldest = 120;
  scenario::Who who;
  who.age = read_range(keys, "age", oldest);
  who.tenure = read_range(keys, "tenure", longest);
  who.experience = read_range(keys, "experience", longest);
  who.years_since_master = read_range(keys, "years_since_master", longest);
  who.fte = read_fte_range(keys);
  who.degrees = keys.choices<scenario::Degree>("degrees", degree_words());
  who.licences = keys.choices<scenario::Licence>("licences", licence_words());
  who.contracts = keys.choices<scenario::Contract>("contracts", contract_words());
  return who;
}

/// The key that holds the size of an effect.
struct SizeKey {
  EffectForm form;
  std::string_view key;
  Quantity quantity;
};

constexpr std::array size_keys{
    SizeKey{EffectForm::hazard_ratio, "ratio", Quantity::ratio},
    SizeKey{EffectForm::odds_ratio, "odds_ratio", Quantity::ratio},
    SizeKey{EffectForm::multiplier, "multiplier", Quantity::ratio},
    SizeKey{EffectForm::share, "share", Quantity::probability},
};

/// A size that the behaviour cannot have.
void tell_wrong_size(Keys const& keys, std::string_view found, std::string_view behaviour,
                     std::string_view wanted) {
  if (wanted.empty()) {
    keys.error(found, {fmt::format("{} bij {} (dat is een besluit en heeft geen grootte). Haal het "
                                   "weg.",
                                   found, behaviour),
                       fmt::format("{} with {} (which is a decision and has no size). Remove it.",
                                   found, behaviour)});
    return;
  }
  keys.error(found, {fmt::format("{} bij {} (daar heet de grootte {}). Schrijf {}.", found,
                                 behaviour, wanted, wanted),
                     fmt::format("{} with {} (whose size is called {}). Write {}.", found,
                                 behaviour, wanted, wanted)});
}

void read_size(Keys const& keys, std::string const& drawn, Effect& effect) {
  EffectForm const form = scenario::form_of(effect.on);
  std::string_view wanted;
  for (SizeKey const& size : size_keys) {
    if (size.form == form)
      wanted = size.key;
  }
  bool is_told = false;
  for (SizeKey const& size : size_keys) {
    if (size.key == wanted || !keys.has(size.key))
      continue;
    tell_wrong_size(keys, size.key, key_of(effect.on), wanted);
    is_told = true;
  }
  if (wanted.empty() || (is_told && !keys.has(wanted)) || !keys.require(wanted))
    return;
  Quantity const quantity = form == EffectForm::share ? Quantity::probability : Quantity::ratio;
  if (std::optional<Uncertain> found = keys.uncertain(wanted, quantity)) {
    if (found->name == keys.field(wanted))
      found->name = drawn;
    effect.size = std::move(*found);
  }
}

/// Where the keys of an item of `owner`'s list `key` are found in problems.
std::string path_of(Keys const& owner, std::string_view key, Value const& item) {
  std::string const name(name_of(item));
  return name.empty() ? owner.field(key) : owner.field(key) + "." + name;
}

/// Whether an effect of this kind can act on `behaviour`; validate() tells when not.
bool has_size(std::string_view kind, scenario::Behaviour behaviour) {
  EffectForm const form = scenario::form_of(behaviour);
  return kind == "policy.effect" || (form != EffectForm::share && form != EffectForm::decision);
}

Effect read_effect(Keys const& keys, std::string_view kind, std::string const& drawn) {
  Effect effect;
  effect.place = keys.place();
  if (keys.require("name"))
    effect.name = keys.text("name").value_or("");
  effect.who = read_who(keys);
  effect.causes = keys.choices<scenario::ExitCause>("causes", drawn_cause_words());
  effect.programmes = keys.texts("programmes");
  effect.origins = keys.choices<scenario::Origin>("origins", origin_words());
  effect.order = keys.choice<scenario::LessonOrder>("order", lesson_order_words());
  effect.source = keys.text("source").value_or("");
  if (!keys.require("on"))
    return effect;
  if (auto const on = keys.choice<scenario::Behaviour>("on", behaviour_words())) {
    effect.on = *on;
    if (has_size(kind, effect.on))
      read_size(keys, drawn + "." + effect.name, effect);
  }
  return effect;
}

void tell_wrong_cost(Keys const& keys, std::string_view found, std::string_view wanted) {
  std::string const per(key_of(*keys.choice<scenario::CostPer>("per", cost_per_words())));
  keys.error(found, {fmt::format("{} bij per = \"{}\" (daar hoort {} bij). Schrijf {}.", found, per,
                                 wanted, wanted),
                     fmt::format("{} with per = \"{}\" (to which {} belongs). Write {}.", found,
                                 per, wanted, wanted)});
}

PolicyCost read_cost(Keys const& keys, std::string const& drawn) {
  PolicyCost cost;
  cost.place = keys.place();
  if (keys.require("name"))
    cost.name = keys.text("name").value_or("");
  cost.who = read_who(keys);
  cost.origins = keys.choices<scenario::Origin>("origins", origin_words());
  cost.source = keys.text("source").value_or("");
  if (!keys.require("per"))
    return cost;
  auto const per = keys.choice<scenario::CostPer>("per", cost_per_words());
  if (!per)
    return cost;
  cost.per = *per;
  bool const is_share = cost.per == scenario::CostPer::wage_share;
  std::string_view const wanted = is_share ? "share" : "amount";
  std::string_view const other = is_share ? "amount" : "share";
  if (keys.has(other))
    tell_wrong_cost(keys, other, wanted);
  if ((keys.has(other) && !keys.has(wanted)) || !keys.require(wanted))
    return cost;
  Quantity const quantity = is_share ? Quantity::probability : Quantity::amount;
  if (std::optional<Uncertain> found = keys.uncertain(wanted, quantity)) {
    if (found->name == keys.field(wanted))
      found->name = drawn + ".cost." + cost.name;
    cost.amount = std::move(*found);
  }
  return cost;
}

}  // namespace

std::vector<Effect> read_effects(Keys const& owner, std::string_view kind,
                                 std::string const& drawn) {
  std::vector<Effect> effects;
  for_each_table(owner.reading(), owner.any("effect"), std::string(kind), [&](Value const& item) {
    Keys const keys(owner.reading(), &item, kind, path_of(owner, "effect", item));
    effects.push_back(read_effect(keys, kind, drawn));
  });
  return effects;
}

std::vector<PolicyCost> read_costs(Keys const& owner, std::string const& drawn) {
  std::vector<PolicyCost> costs;
  for_each_table(owner.reading(), owner.any("cost"), "policy.cost", [&](Value const& item) {
    Keys const keys(owner.reading(), &item, "policy.cost", path_of(owner, "cost", item));
    costs.push_back(read_cost(keys, drawn));
  });
  return costs;
}

}  // namespace meesterplan::input
