#include "sim/results/policy_card.hpp"

#include <cstddef>
#include <utility>

#include <fmt/format.h>

namespace meesterplan::results {
namespace {

GivenNumber given(scenario::Uncertain const& number) {
  GivenNumber told;
  told.central = number.central;
  if (number.interval) {
    told.low = number.interval->low;
    told.high = number.interval->high;
  }
  return told;
}

std::vector<PolicySize> sizes_of(scenario::Policy const& policy) {
  std::vector<PolicySize> sizes;
  sizes.reserve(policy.effects.size());
  for (scenario::Effect const& effect : policy.effects) {
    PolicySize& told = sizes.emplace_back();
    told.name = effect.name;
    told.on = key_of(effect.on);
    told.form = key_of(form_of(effect.on));
    if (effect.order) {
      told.order = key_of(*effect.order);
    } else {
      told.size = given(effect.size);
    }
    told.source = effect.source;
  }
  return sizes;
}

std::vector<PolicyPrice> prices_of(scenario::Policy const& policy) {
  std::vector<PolicyPrice> prices;
  prices.reserve(policy.costs.size());
  for (scenario::PolicyCost const& cost : policy.costs)
    prices.push_back({cost.name, std::string(key_of(cost.per)), given(cost.amount), cost.source});
  return prices;
}

std::string keys_of(std::vector<scenario::Amo> const& amo) {
  std::string keys;
  for (scenario::Amo const dimension : amo) {
    keys += keys.empty() ? "" : " ";
    keys += key_of(dimension);
  }
  return keys;
}

/// Lists the limits of one policy, effect or cost.
class Limits final {
 public:
  Limits(std::vector<PolicyLimit>& limits, std::string of, std::size_t item)
      : limits_(limits), of_(std::move(of)), item_(static_cast<std::int64_t>(item)) {}

  void add(char const* key, std::string value) {
    limits_.push_back({of_, item_, key, std::move(value)});
  }
  void add(char const* key, std::vector<std::string> const& values) {
    for (std::string const& value : values)
      this->add(key, value);
  }
  template <typename Term>
  void add_terms(char const* key, std::vector<Term> const& terms) {
    for (Term const term : terms)
      this->add(key, std::string(key_of(term)));
  }
  void add_range(std::string const& name, scenario::IntRange const& range, double unit = 1) {
    scenario::IntRange const all;
    auto const text = [&](int value) { return fmt::format("{}", value / unit); };
    if (range.from != all.from)
      this->add((name + "_from").c_str(), text(range.from));
    if (range.to != all.to)
      this->add((name + "_to").c_str(), text(range.to));
  }
  void add_who(scenario::Who const& who) {
    constexpr double thousandths = 1000;
    this->add_range("age", who.age);
    this->add_range("tenure", who.tenure);
    this->add_range("experience", who.experience);
    this->add_range("years_since_master", who.years_since_master);
    this->add_range("fte", who.fte, thousandths);
    this->add_terms("degree", who.degrees);
    this->add_terms("licence", who.licences);
    this->add_terms("contract", who.contracts);
  }

 private:
  std::vector<PolicyLimit>& limits_;
  std::string of_;
  std::int64_t item_;
};

std::vector<PolicyLimit> limits_of(scenario::Policy const& policy) {
  std::vector<PolicyLimit> all;
  Limits whole(all, "policy", 0);
  whole.add("section", policy.scope.sections);
  whole.add("subject", policy.scope.subjects);
  whole.add("school", policy.scope.schools);
  whole.add("board", policy.scope.boards);
  whole.add("region", policy.scope.regions);
  for (std::size_t item = 0; item < policy.effects.size(); ++item) {
    scenario::Effect const& effect = policy.effects[item];
    Limits limits(all, "effect", item);
    limits.add_who(effect.who);
    limits.add_terms("cause", effect.causes);
    limits.add("programme", effect.programmes);
    limits.add_terms("origin", effect.origins);
  }
  for (std::size_t item = 0; item < policy.costs.size(); ++item) {
    Limits limits(all, "cost", item);
    limits.add_who(policy.costs[item].who);
    limits.add_terms("origin", policy.costs[item].origins);
  }
  return all;
}

PolicyCard card_of(scenario::Policy const& policy) {
  PolicyCard card;
  card.name = policy.name;
  card.title = policy.card.title;
  card.description = policy.card.description;
  card.cluster = key_of(policy.cluster);
  card.amo = keys_of(policy.amo);
  card.from = policy.from;
  card.until = policy.until;
  card.phase_in = key_of(policy.phase_in);
  card.phase_years = policy.phase_years;
  card.strength = policy.strength;
  card.carried_out = given(policy.carried_out);
  card.support = policy.card.support;
  card.rationale = policy.card.rationale;
  card.owner = policy.card.owner;
  card.leader = policy.card.leader;
  card.hours = policy.card.hours;
  card.sizes = sizes_of(policy);
  card.prices = prices_of(policy);
  card.limits = limits_of(policy);
  return card;
}

}  // namespace

std::vector<PolicyCard> policy_cards(std::vector<scenario::Policy> const& policies) {
  std::vector<PolicyCard> cards;
  for (scenario::Policy const& policy : policies) {
    if (policy.strength > 0)
      cards.push_back(card_of(policy));
  }
  return cards;
}

}  // namespace meesterplan::results
