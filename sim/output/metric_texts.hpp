#pragma once

#include <string_view>
#include <vector>

#include "sim/base/text.hpp"

namespace meesterplan::output {

/// How a metric is called in a sentence or above a column, and what it counts.
struct MetricText {
  std::string_view metric;  ///< key, docs/methods.md
  Text name;
  Text definition;  ///< one sentence, printed under a target
};

/// Those of every metric that has texts.
std::vector<MetricText> metric_texts();

/// The texts of `metric`, or null when there are none (then show the key).
MetricText const* find_metric_text(std::string_view metric);

}  // namespace meesterplan::output
