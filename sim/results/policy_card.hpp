#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/scenario/policies.hpp"

namespace meesterplan::results {

/// A number as the scenario gives it, with its 95% interval where it is uncertain.
struct GivenNumber {
  double central = 0;
  std::optional<double> low, high;

  friend bool operator==(GivenNumber const&, GivenNumber const&) = default;
};

/// What a policy is assumed to change, at full strength.
struct PolicySize {
  std::string name;
  std::string on;     ///< key of the behaviour: exit, enrolment, ...
  std::string form;   ///< hazard_ratio, odds_ratio, multiplier, share, decision
  GivenNumber size;   ///< of a decision nothing
  std::string order;  ///< of a decision: key of the order in which lessons are given out
  std::string source;

  friend bool operator==(PolicySize const&, PolicySize const&) = default;
};

/// What a policy costs in a year in which it is carried out, at full strength.
struct PolicyPrice {
  std::string name;
  std::string per;     ///< board, school, head, fte, hire, enrolment, wage_share
  GivenNumber amount;  ///< euro; of wage_share a share of the wages
  std::string source;

  friend bool operator==(PolicyPrice const&, PolicyPrice const&) = default;
};

/// What a policy, an effect or a cost of it is limited to; all limits of one hold together,
/// of one key any value.
struct PolicyLimit {
  std::string of;         ///< policy, effect, cost
  std::int64_t item = 0;  ///< place among the effects or costs
  std::string key;        ///< section, subject, school, board, region, age_from, degree, ...
  std::string value;

  friend bool operator==(PolicyLimit const&, PolicyLimit const&) = default;
};

/// A policy that the scenario uses, as people want to read of it.
struct PolicyCard {
  std::string name;
  Text title;
  Text description;
  std::string cluster;       ///< key
  std::string amo;           ///< keys of what it raises, a space between them
  int from = 0;              ///< first school year
  std::optional<int> until;  ///< last school year; empty: the last one played
  std::string phase_in;      ///< key
  int phase_years = 1;
  double strength = 1;
  GivenNumber carried_out;  ///< chance that it is carried out
  std::string support, rationale;
  Text owner, leader;
  double hours = 0;
  std::vector<PolicySize> sizes;
  std::vector<PolicyPrice> prices;
  std::vector<PolicyLimit> limits;

  friend bool operator==(PolicyCard const&, PolicyCard const&) = default;
};

/// The cards of the policies that are used (strength above 0), in their order.
std::vector<PolicyCard> policy_cards(std::vector<scenario::Policy> const& policies);

}  // namespace meesterplan::results
