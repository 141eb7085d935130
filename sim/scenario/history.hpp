#pragma once

#include <string>

#include "sim/base/place.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::scenario {

/// What a metric came to before the start; shown beside the futures, never played.
struct HistoryRow {
  Place place;
  std::string metric;          ///< key of a metric (docs/methods.md)
  Level level = Level::total;  ///< of the unit
  std::string unit;            ///< key; empty: the whole
  int year = 0;                ///< school year before the start; as the metric's own year
  double value = 0;            ///< in the metric's measure: share, heads, fte, years, euro
  bool in_percents = false;    ///< as the value was written
  std::string source;
};

}  // namespace meesterplan::scenario
