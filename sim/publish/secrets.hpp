#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/publish/clusters.hpp"
#include "sim/publish/reader.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::publish {

/// What of which units is not told, in all runs that are told side by side.
class Secrets {
 public:
  /// Nothing is secret.
  Secrets() = default;

  /// Keeps secret what would tell of fewer than `least` people: the units of the levels that
  /// `reader` sees, boards (of which budgets tell) and `clusters`.
  Secrets(std::span<results::Results const* const> runs, Reader reader,
          std::vector<Cluster> const& clusters, std::int64_t least);

  bool hides(std::string_view level, std::string const& unit) const {
    return holds(units_, level, unit);
  }
  /// Nothing is told of the unit, or not how many masters it has.
  bool hides_masters(std::string_view level, std::string const& unit) const {
    return holds(masters_, level, unit);
  }
  /// A share of the whole, such as that of 55 and over, of which either part is few.
  bool hides_share(std::string_view metric) const { return shares_.contains(metric); }

  /// Units of which nothing is told, and those of which only masters are not.
  std::vector<std::string> units() const;
  std::vector<std::string> without_masters() const;

 private:
  using Keys = std::set<std::pair<std::string, std::string>>;  ///< level and unit

  static bool holds(Keys const& keys, std::string_view level, std::string const& unit) {
    return keys.contains({std::string(level), unit});
  }
  void keep_units(std::span<results::Results const* const> runs, std::string_view level,
                  std::int64_t least);
  /// Units of which a run does not say how many teachers, or masters, they have.
  void keep_uncounted(std::span<results::Results const* const> runs, std::string_view level);
  void keep_clusters(std::span<results::Results const* const> runs,
                     std::vector<Cluster> const& clusters, std::int64_t least);
  void keep_shares(results::Results const& run, std::int64_t least);

  Keys units_, masters_;
  std::set<std::string, std::less<>> shares_;  ///< metrics
};

}  // namespace meesterplan::publish
