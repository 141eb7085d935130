#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sim/model/counters.hpp"

namespace meesterplan::model {

/// The unit in which a metric is reported, and in which it is kept.
enum class Measure : std::uint8_t {
  heads,  ///< whole
  fte,    ///< kept in thousandths
  share,  ///< kept in units of 1e-9
  years,  ///< kept in thousandths of a year
};

/// What a metric needs from the model to mean anything.
enum class Need : std::uint8_t { nothing, demand, recruitment, lessons, study, starters };

/// A result of a unit and year: a sum of counters, or a ratio of two sums.
struct Metric {
  std::string_view key;
  Measure measure = Measure::heads;
  std::span<Counter const> numerator;
  std::span<Counter const> denominator;  ///< empty: no ratio
  /// The ratio is numerator / (denominator x this); 12 turns months to years.
  std::int64_t denominator_times = 1;
  bool section_quantiles = false;  ///< quantiles also for sections
  Need need = Need::nothing;
};

/// All metrics, in the canonical order of results.
std::span<Metric const> all_metrics();

/// Index into all_metrics() of `key`, or -1.
int find_metric(std::string_view key);

/// What one unit of the reported measure is in kept units (1, 1000, 1e9, 1000).
std::int64_t kept_per_unit(Measure measure);
std::string_view key_of(Measure measure);

/// A flow of a stock, for the balance.
struct FlowDefinition {
  std::string_view stock;  ///< heads, masters
  std::string_view cause;
  bool inward = false;
  Counter counter = counter::heads;
};

/// All flows, in canonical order; per stock they add up to its change.
std::span<FlowDefinition const> all_flows();

}  // namespace meesterplan::model
