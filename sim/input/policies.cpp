#include "sim/input/policies.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <span>
#include <utility>

#include <fmt/core.h>

#include "sim/input/assign.hpp"
#include "sim/input/library.hpp"
#include "sim/input/list_tables.hpp"
#include "sim/input/read_effects.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::input {
namespace {

using scenario::Bottleneck;
using scenario::Policy;

constexpr int first_year = 1900;
constexpr int last_year = 2200;
constexpr int most_phase_years = 50;

/// A text in both languages; of one alone it is the same.
Text text_of(Keys const& keys, std::string_view key, std::string_view key_en) {
  std::string const nl = keys.text(key).value_or("");
  std::string const en = keys.text(key_en).value_or(nl);
  return {nl.empty() ? en : nl, en};
}

Text title_of(Keys const& keys, std::string const& name) {
  Text title = text_of(keys, "title", "title_en");
  return title.nl.empty() ? Text{name, name} : title;
}

scenario::UnitScope read_scope(Keys const& keys) {
  return {keys.texts("sections"), keys.texts("subjects"), keys.texts("schools"),
          keys.texts("boards"), keys.texts("regions")};
}

scenario::PolicyCard read_card(Keys const& keys, std::string const& name) {
  scenario::PolicyCard card;
  card.title = title_of(keys, name);
  card.description = text_of(keys, "description", "description_en");
  card.owner = text_of(keys, "owner", "owner_en");
  card.leader = text_of(keys, "leader", "leader_en");
  card.support = keys.text("support").value_or("");
  card.rationale = keys.text("rationale").value_or("");
  assign(card.hours, keys.number("hours", {0, 1e9}));
  return card;
}

void read_time(Keys const& keys, Policy& policy) {
  if (keys.require("from"))
    assign(policy.from, keys.integer("from", first_year, last_year));
  if (auto const until = keys.integer("until", first_year, last_year))
    policy.until = static_cast<int>(*until);
  assign(policy.phase_in, keys.choice<scenario::PhaseIn>("phase_in", phase_in_words()));
  assign(policy.phase_years, keys.integer("phase_years", 1, most_phase_years));
}

/// What a table of the list is called in the scenario and, for what is drawn, in the
/// library: two scenarios that use the same share its draws.
struct ItemName {
  std::string name;
  std::string drawn;
};

/// Empty, with a problem, when it has neither name nor use.
std::optional<ItemName> read_name(Keys const& keys) {
  std::string const use = keys.text("use").value_or("");
  std::string const name = keys.text("name").value_or(use);
  if (name.empty()) {
    keys.require("name");
    return std::nullopt;
  }
  return ItemName{name, use.empty() ? name : use};
}

/// Whether nothing stands there that is no list.
bool is_list(Value const* value) {
  return value == nullptr || value->get<Value::List>() != nullptr;
}

/// Told which bottlenecks the policy of some keys lifts.
using CheckLifts = std::function<void(Keys const&, std::vector<std::string> const&)>;

void read_policy(Reading& reading, Value const& table, scenario::Scenario& scenario,
                 CheckLifts const& check_lifts) {
  std::string const called(name_of(table));
  Keys const keys(reading, &table, "policy", called.empty() ? "policy" : "policy." + called);
  std::optional<ItemName> const name = read_name(keys);
  Policy policy;
  policy.place = table.place;
  policy.use = keys.text("use").value_or("");
  policy.name = name ? name->name : "";
  policy.card = read_card(keys, policy.name);
  assign(policy.cluster, keys.choice<scenario::Cluster>("cluster", cluster_words()));
  policy.amo = keys.choices<scenario::Amo>("amo", amo_words());
  read_time(keys, policy);
  assign(policy.strength, keys.number("strength", {0, 1}));
  std::string const drawn = "policy." + (name ? name->drawn : "");
  if (auto carried_out = keys.uncertain("carried_out", scenario::Quantity::probability)) {
    if (carried_out->name == keys.field("carried_out"))
      carried_out->name = drawn + ".carried_out";
    policy.carried_out = std::move(*carried_out);
  }
  policy.scope = read_scope(keys);
  policy.lifts = keys.texts("lifts");
  check_lifts(keys, policy.lifts);
  policy.effects = read_effects(keys, "policy.effect", drawn);
  policy.costs = read_costs(keys, drawn);
  // Without what could not be read it would seem to do nothing.
  if (name && is_list(keys.any("effect")) && is_list(keys.any("cost")))
    scenario.policies.push_back(std::move(policy));
}

void read_bottleneck(Reading& reading, Value const& table, scenario::Scenario& scenario) {
  std::string const called(name_of(table));
  Keys const keys(reading, &table, "bottleneck",
                  called.empty() ? "bottleneck" : "bottleneck." + called);
  std::optional<ItemName> const name = read_name(keys);
  Bottleneck bottleneck;
  bottleneck.place = table.place;
  bottleneck.use = keys.text("use").value_or("");
  bottleneck.name = name ? name->name : "";
  bottleneck.title = title_of(keys, bottleneck.name);
  bottleneck.description = text_of(keys, "description", "description_en");
  assign(bottleneck.occurs, keys.flag("occurs"));
  assign(bottleneck.urgency, keys.choice<scenario::Urgency>("urgency", urgency_words()));
  bottleneck.why = keys.text("why").value_or("");
  bottleneck.remedy = keys.text("remedy").value_or("");
  bottleneck.scope = read_scope(keys);
  bottleneck.effects =
      read_effects(keys, "bottleneck.effect", "bottleneck." + (name ? name->drawn : ""));
  if (name)
    scenario.bottlenecks.push_back(std::move(bottleneck));
}

/// Reports what a policy lifts that neither the scenario nor the library knows.
void check_lifted(Keys const& keys, std::vector<std::string> const& lifts,
                  std::set<std::string> const& known) {
  for (std::string const& lifted : lifts) {
    if (known.count(lifted) > 0)
      continue;
    std::vector<std::string_view> const names(known.begin(), known.end());
    Text const meant = scenario::did_you_mean(lifted, names);
    Text const hint = meant.nl.empty() ? Text{" Voeg [[bottleneck]] toe, of haal het weg.",
                                              " Add [[bottleneck]], or remove it."}
                                       : meant;
    keys.reading().error(
        keys.item_place("lifts", lifted), keys.field("lifts"),
        {fmt::format("onbekend knelpunt {} (het staat niet in het scenario en niet in de "
                     "bibliotheek).{}",
                     quoted(lifted), hint.nl),
         fmt::format("unknown bottleneck {} (it is not in the scenario and not in the "
                     "library).{}",
                     quoted(lifted), hint.en)});
  }
}

/// The names of a list's items.
std::set<std::string> names_of(Value const* list) {
  std::set<std::string> names;
  if (list == nullptr || list->get<Value::List>() == nullptr)
    return names;
  for (Value const& item : list->items())
    names.emplace(name_of(item));
  return names;
}

/// Calls `read` for each item of the list `path`, laid over what it uses of `library`.
void for_each_whole(ScenarioReading& context, std::string const& path, Library& library,
                    std::span<std::string_view const> needed,
                    std::function<void(Value const&)> const& read) {
  Value const* const list = find(context.root, path);
  for_each_table(context.reading, list, path, [&](Value const& item) {
    if (is_misnamed(context.reading, *list, path, item, needed))
      return;
    if (std::optional<Value> const whole = library.complete(item))
      read(*whole);
  });
}

}  // namespace

void read_policies(ScenarioReading& context) {
  Keys const rules = context.table("policy_rules");
  assign(context.scenario.policy_rules.amo,
         rules.choice<scenario::AmoRule>("amo", amo_rule_words()));
  assign(context.scenario.policy_rules.one_sided_effect, rules.number("one_sided_effect", {0, 1}));
  Library policies(context.reading, context.root, "policies", "policy");
  Library bottlenecks(context.reading, context.root, "bottlenecks", "bottleneck");
  std::set<std::string> known = names_of(find(context.root, "bottleneck"));
  known.insert(bottlenecks.names().begin(), bottlenecks.names().end());
  CheckLifts const check_lifts = [&](Keys const& keys, std::vector<std::string> const& lifts) {
    if (bottlenecks.is_known())
      check_lifted(keys, lifts, known);
  };
  constexpr std::array<std::string_view, 3> new_policy{"use", "from", "effect"};
  for_each_whole(context, "policy", policies, new_policy, [&](Value const& item) {
    read_policy(context.reading, item, context.scenario, check_lifts);
  });
  constexpr std::array<std::string_view, 3> new_bottleneck{"use", "title", "effect"};
  for_each_whole(context, "bottleneck", bottlenecks, new_bottleneck, [&](Value const& item) {
    read_bottleneck(context.reading, item, context.scenario);
  });
}

}  // namespace meesterplan::input
