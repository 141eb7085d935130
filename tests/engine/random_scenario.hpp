#pragma once

#include <cstdint>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace meesterplan::testing {

/// Throws dice for tests: the same row of numbers for a seed on every machine
/// (SplitMix64; the standard distributions differ between libraries).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits();
  int between(int low, int high);  ///< even, both ends included
  double share();                  ///< in [0, 1)
  bool chance(double p) { return this->share() < p; }
  template <class Value>
  Value const& one_of(std::vector<Value> const& values) {
    return values[static_cast<std::size_t>(this->between(0, static_cast<int>(values.size()) - 1))];
  }

 private:
  std::uint64_t state_;
};

/// A small scenario that is valid and uses any mix of what the model has: one
/// to three boards over one or two regions, 3 to 40 teachers with one to three
/// assignments, all contracts, known events, unknown degrees and birth months,
/// study with a capacity, hours, the three modes of recruitment, surplus, the
/// three orders of lessons, cover, all modes of demand and uncertain
/// parameters. One replicate, 3 to 8 years; the same for the same seed.
scenario::Scenario random_scenario(std::uint64_t seed);

/// The same in a labour market: candidates of four origins for each subject in each
/// region, movers, who waits, preferences and attractive schools.
scenario::Scenario random_market(std::uint64_t seed);

}  // namespace meesterplan::testing
