#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/model/known_change.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::model {

/// A metric of a unit in a year before the start, as the file tells it.
struct HistoryPoint {
  std::int32_t metric = 0;  ///< index into all_metrics()
  scenario::Level level = scenario::Level::total;
  std::int32_t unit = 0;
  int year = 0;
  double value = 0;
  std::string source;
};

/// The names that belong to a Model's indexes; only results/ reads them.
struct Names {
  std::string scenario;
  std::string description;
  std::vector<scenario::Source> sources;
  std::array<std::vector<std::string>, scenario::n_levels> units;  ///< [Level][unit]
  std::vector<scenario::Target> targets;
  std::vector<std::string> parameters;
  std::vector<std::int32_t> section_subject;  ///< [section] unit of Level::subject
  std::vector<std::string> section_cluster;   ///< [section] for publication; its subject if none
  std::vector<std::int64_t> start_heads;      ///< [section], for the privacy rule
  std::vector<HistoryPoint> history;          ///< file order
  std::vector<KnownChange> known;             ///< what the file tells of the coming years
  /// The sections of each one in service of whom no leave is known; for the privacy rule.
  std::vector<std::vector<std::int32_t>> staying;
};

}  // namespace meesterplan::model
