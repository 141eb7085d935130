#pragma once

#include <cstdint>
#include <vector>

#include "sim/engine/state.hpp"
#include "sim/model/metric.hpp"
#include "sim/tally/tally.hpp"

namespace meesterplan::engine {

/// Writes what a future has come to into a tally, year by year.
class Recorder {
 public:
  explicit Recorder(model::Model const& model);

  /// Records 1 October at the end of the year being played.
  void record_year(State const& state, tally::Tally& tally);

  /// Records how the future ended: targets and drivers.
  void record_future(State const& state, tally::Tally& tally);

 private:
  /// `row` is the tally's, of the unit's first cell.
  void record_unit(model::LevelPlan const& level, std::int64_t row, std::int32_t year,
                   std::int64_t const* counters, tally::Tally& tally);
  void judge_targets(State const& state, std::int32_t year, tally::Tally& tally);

  model::Model const& model_;
  std::vector<std::int64_t> kept_;            ///< [metric] kept_per_unit
  std::vector<std::int64_t> scratch_;         ///< counters of the unit at hand
  std::vector<std::int8_t> met_;              ///< [target][year]
  std::vector<std::int64_t> target_value_;    ///< [target], kept units; in its year
  std::vector<std::uint8_t> target_applies_;  ///< [target]
  std::vector<std::int64_t> short_of_;        ///< [target]
};

}  // namespace meesterplan::engine
