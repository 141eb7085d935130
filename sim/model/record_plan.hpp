#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/scenario/terms.hpp"

namespace meesterplan::model {

/// Equal bins for values around multiples of `width`: bin b stands for
/// b x width. The last bin also takes what lies above (overflow).
struct Bins {
  std::int64_t width = 1;
  std::int32_t count = 0;  ///< 0: no histogram

  std::int32_t bin_of(std::int64_t value) const {
    std::int64_t const bin = value <= 0 ? 0 : (value + width / 2) / width;
    return static_cast<std::int32_t>(bin < count - 1 ? bin : count - 1);
  }
};

/// What a tally remembers of one metric (or flow) of one unit in one year.
struct CellPlan {
  Bins bins;
  std::int64_t histogram = -1;  ///< first count in the tally; -1: none
};

/// What is recorded of every unit of a level.
struct LevelPlan {
  scenario::Level level = scenario::Level::total;
  std::int32_t n_units = 0;
  std::vector<std::int32_t> metrics;  ///< indexes into all_metrics()
  std::size_t n_costs = 0;            ///< how many of them, the last ones, are costs
  std::vector<std::int32_t> flows;    ///< indexes into all_flows()
  std::int64_t first_cell = 0;
  /// The one unit of this level is the whole, as that of a level before: the
  /// cells are that one's, and written once.
  bool same_as_before = false;

  std::int64_t columns() const { return static_cast<std::int64_t>(metrics.size() + flows.size()); }
};

/// A target for one unit.
///
/// It is judged in raw counters. With n the sum of the metric's numerator
/// counters and d the sum of its denominator counters x denominator_times (1
/// for a metric that is no ratio) it is met when
/// n x bound_denominator >= (at_most: <=) bound_numerator x d.
struct TargetPlan {
  std::int32_t target = 0;  ///< index into the scenario's targets
  std::int32_t metric = 0;  ///< index into all_metrics()
  scenario::Level level = scenario::Level::total;
  std::int32_t unit = 0;
  std::int64_t bound_numerator = 0;  ///< of a metric that is no ratio: in kept units
  std::int64_t bound_denominator = 1;
  bool at_least = true;
  std::int32_t step = 0;             ///< the year by which
  std::int64_t first_histogram = 0;  ///< of the shortfall
  Bins shortfall;                    ///< empty: none is kept
};

/// What a board may spend in a calendar year.
struct BudgetPlan {
  std::int32_t board = 0;
  std::int32_t step = 0;    ///< calendar year - start
  std::int64_t amount = 0;  ///< cents
};

/// Everything a tally remembers; decided before the run.
///
/// Cells lie as [level][unit][metric, then flow][year].
struct RecordPlan {
  std::int32_t n_years = 0;  ///< steps + 1
  std::vector<LevelPlan> levels;
  std::vector<CellPlan> cells;
  std::vector<TargetPlan> targets;
  std::vector<BudgetPlan> budgets;  ///< by board, then year
  std::int64_t n_bins = 0;          ///< of all histograms together
  std::int32_t n_parameters = 0;    ///< whose drivers are kept; 0 without drivers

  std::int64_t bytes() const;  ///< of one tally
};

/// What a tally keeps of a cell, and besides of one with a histogram but for
/// its bins; tally/ has the types and holds these to them.
inline constexpr std::int64_t bytes_a_cell = 80;
inline constexpr std::int64_t bytes_a_histogram = 32;

/// Bins of the drivers.
inline constexpr int n_driver_bins = 20;

}  // namespace meesterplan::model
