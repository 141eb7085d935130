#pragma once

#include <optional>
#include <string>

#include "sim/base/place.hpp"

namespace meesterplan::scenario {

/// What kind of number an uncertain one is; it decides the distribution
/// (docs/methods.md): a probability is beta, a ratio lognormal, any other
/// number normal, truncated at its bounds. An amount is one of money, at least 0.
enum class Quantity { probability, ratio, other, amount };

/// A 95% interval.
struct Interval {
  double low = 0;
  double high = 0;
};

/// A number that may be uncertain: drawn once a future, then fixed in it.
struct Uncertain {
  double central = 0;
  std::optional<Interval> interval;  ///< empty: certain
  Quantity quantity = Quantity::probability;
  /// Stable name under which its quantile is drawn; numbers that share a
  /// name share the quantile. Needed only with an interval.
  std::string name;
  Place place;
  std::string written{};  ///< `central` as it stands in the file; may be empty

  static Uncertain probability(double central) {
    return {central, {}, Quantity::probability, {}, {}};
  }
  static Uncertain ratio(double central) { return {central, {}, Quantity::ratio, {}, {}}; }
  static Uncertain other(double central) { return {central, {}, Quantity::other, {}, {}}; }
  static Uncertain amount(double central) { return {central, {}, Quantity::amount, {}, {}}; }
};

}  // namespace meesterplan::scenario
