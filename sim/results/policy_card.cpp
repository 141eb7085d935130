#include "sim/results/policy_card.hpp"

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
