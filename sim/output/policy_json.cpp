#include "sim/output/policy_json.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/contracts.hpp"
#include "sim/input/definitions.hpp"
#include "sim/output/policy_limits.hpp"

namespace meesterplan::output {
namespace {

using Json = nlohmann::ordered_json;

template <typename Value>
Json or_null(std::optional<Value> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

/// A key with what people call it, as the members `name`, `name`_nl and `name`_en.
void add_term(Json& row, std::string const& name, std::string_view list, std::string const& key) {
  Text const text = input::term_name(list, key);
  row[name] = key;
  row[name + "_nl"] = text.nl;
  row[name + "_en"] = text.en;
}

void add_text(Json& row, std::string const& name, Text const& text) {
  row[name + "_nl"] = text.nl;
  row[name + "_en"] = text.en;
}

void add_number(Json& row, results::GivenNumber const& number) {
  row["central"] = number.central;
  row["low"] = or_null(number.low);
  row["high"] = or_null(number.high);
}

Json size_row(results::PolicySize const& size) {
  Json row = {{"name", size.name}};
  add_term(row, "on", "on", size.on);
  row["form"] = size.form;
  bool const is_decision = !size.order.empty();
  if (is_decision) {
    row.update({{"central", nullptr}, {"low", nullptr}, {"high", nullptr}});
    add_term(row, "order", "lessons.order", size.order);
  } else {
    add_number(row, size.size);
    row.update({{"order", nullptr}, {"order_nl", nullptr}, {"order_en", nullptr}});
  }
  row["source"] = size.source;
  return row;
}

Json price_row(results::PolicyPrice const& price) {
  Json row = {{"name", price.name}};
  add_term(row, "per", "per", price.per);
  add_number(row, price.amount);
  row["source"] = price.source;
  return row;
}

void add_amo(Json& row, std::string const& amo) {
  row["amo"] = words_in(amo);
  add_text(row, "amo", amo_text(amo));
}

Json estimate_of(results::Estimate const& estimate) {
  return {{"mean", estimate.mean}, {"standard_error", estimate.standard_error}};
}

Json outcome_row(results::PolicyOutcome const& outcome) {
  return {{"kind", outcome.kind},
          {"target", outcome.target.empty() ? Json(nullptr) : Json(outcome.target)},
          {"level", outcome.level},
          {"unit", outcome.unit},
          {"measure", outcome.measure},
          {"year", outcome.year},
          {"n", outcome.n},
          {"none", outcome.none},
          {"all", outcome.all}};
}

Json effects_row(results::PolicyCard const& card,
                 std::vector<results::PolicyEffect> const& effects_of_policy) {
  Json effects = Json::array();
  for (results::PolicyEffect const& effect : effects_of_policy) {
    effects.push_back({{"alone", estimate_of(effect.alone)},
                       {"last", estimate_of(effect.last)},
                       {"share", estimate_of(effect.share)}});
  }
  return {{"name", card.name},
          {"title_nl", card.title.nl},
          {"title_en", card.title.en},
          {"cluster", card.cluster},
          {"carried_out", card.carried_out.central},
          {"effects", effects}};
}

}  // namespace

Json policy_card_row(results::PolicyCard const& card) {
  Json row = {{"name", card.name}};
  add_text(row, "title", card.title);
  add_text(row, "description", card.description);
  add_text(row, "only", limits_text(card, "policy", 0));
  add_term(row, "cluster", "cluster", card.cluster);
  add_amo(row, card.amo);
  row["from"] = card.from;
  row["until"] = or_null(card.until);
  row["phase_in"] = card.phase_in;
  row["phase_years"] = card.phase_years;
  row["strength"] = card.strength;
  add_number(row["carried_out"], card.carried_out);
  row["support"] = card.support;
  add_text(row, "owner", card.owner);
  add_text(row, "leader", card.leader);
  row["rationale"] = card.rationale;
  row["hours"] = card.hours;
  row["effects"] = Json::array();
  for (std::size_t item = 0; item < card.sizes.size(); ++item) {
    Json& effect = row["effects"].emplace_back(size_row(card.sizes[item]));
    add_text(effect, "only", limits_text(card, "effect", item));
  }
  row["costs"] = Json::array();
  for (std::size_t item = 0; item < card.prices.size(); ++item) {
    Json& cost = row["costs"].emplace_back(price_row(card.prices[item]));
    add_text(cost, "only", limits_text(card, "cost", item));
  }
  return row;
}

Json policies_of(results::Results const& results) {
  MP_EXPECT(results.policies.has_value());
  results::PolicyAnswer const& answer = *results.policies;
  MP_EXPECT(answer.effects.size() == results.policy_cards.size());
  Json outcomes = Json::array();
  for (results::PolicyOutcome const& outcome : answer.outcomes)
    outcomes.push_back(outcome_row(outcome));
  Json policies = Json::array();
  for (std::size_t policy = 0; policy < answer.effects.size(); ++policy)
    policies.push_back(effects_row(results.policy_cards[policy], answer.effects[policy]));
  return {{"method", answer.exact ? "exact" : "drawn"},
          {"orders", answer.n_orders},
          {"replicates", answer.replicates},
          {"outcomes", outcomes},
          {"policies", policies}};
}

}  // namespace meesterplan::output
