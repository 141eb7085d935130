#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace meesterplan::results {

/// A mean over futures with its standard error.
struct Estimate {
  double mean = 0;
  double standard_error = 0;

  friend bool operator==(Estimate const&, Estimate const&) = default;
};

/// A number that policies change.
struct PolicyOutcome {
  std::string kind;     ///< chance, value, masters, exits, cost
  std::string target;   ///< of chance and value: its name; else empty
  std::string level;    ///< section, school, board, region, total
  std::string unit;     ///< key; "all" for total
  std::string measure;  ///< share, heads, fte, years, euro; what `none` and `all` are in
  int year = 0;         ///< of a target; of others the last one played
  std::int64_t n = 0;   ///< futures that count: it applies in all that was compared
  double none = 0;      ///< mean without any policy
  double all = 0;       ///< mean with all of them

  friend bool operator==(PolicyOutcome const&, PolicyOutcome const&) = default;
};

/// What one policy does to one outcome. All are means of differences between the
/// same futures.
struct PolicyEffect {
  Estimate alone;  ///< only this one, less none
  Estimate last;   ///< all, less all but this one
  Estimate share;  ///< its Shapley value; over the policies they add up to all - none

  friend bool operator==(PolicyEffect const&, PolicyEffect const&) = default;
};

/// What each policy of a scenario does (docs/methods.md, "Which policy does what").
struct PolicyAnswer {
  bool exact = true;          ///< Shapley values over all orders; else over drawn ones
  std::int64_t n_orders = 0;  ///< drawn; 0 when exact
  std::int64_t replicates = 0;
  std::vector<PolicyOutcome> outcomes;
  std::vector<std::vector<PolicyEffect>> effects;  ///< [policy of Results::policy_cards][outcome]

  friend bool operator==(PolicyAnswer const&, PolicyAnswer const&) = default;
};

}  // namespace meesterplan::results
