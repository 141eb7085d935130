#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/model/model.hpp"
#include "sim/model/names.hpp"
#include "sim/tally/tally.hpp"

namespace meesterplan::results {

/// A section of a SmallRun.
struct SmallSection {
  std::string key;
  std::int64_t start_heads = 0;
};

/// A model that was never compiled: some sections, five metrics and two flows
/// of each, 2026 to 2028, and a tally to fill by hand.
struct SmallRun {
  model::Model model;
  model::Names names;

  explicit SmallRun(std::vector<SmallSection> const& sections);

  /// Adds `metric` >= bound for section `unit`, to be met in 2028; returns its
  /// number.
  std::int32_t add_target(std::string const& metric, std::int32_t unit);

  /// Adds a parameter with a driver for every target.
  void add_parameter(std::string const& name);

  /// The cell of a metric's key, or of a flow's "stock cause".
  std::int64_t cell(std::int32_t unit, std::string_view column, std::int32_t step) const;
};

/// Index into all_flows(); fails the test when there is none.
std::int32_t flow_of(std::string_view stock, std::string_view cause);

/// Index into all_metrics(); fails the test when there is none.
std::int32_t metric_of(std::string_view key);

}  // namespace meesterplan::results
