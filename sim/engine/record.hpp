#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/base/contracts.hpp"
#include "sim/base/line_vector.hpp"
#include "sim/engine/player.hpp"
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

  /// How a target ended in the future recorded last.
  TargetOutcome outcome(std::size_t target) const;

 private:
  struct Value {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;  ///< 0 for a ratio: does not apply; 1: no ratio
  };

  /// A metric, ready to be formed of many units' counters.
  class Formula {
   public:
    explicit Formula(model::Metric const& metric)
        : numerator_(metric.numerator, first_of(metric)),
          denominator_(metric.denominator, first_of(metric)),
          times_(metric.denominator_times),
          kept_(model::kept_per_unit(metric.measure)) {}

    Value value(std::int64_t const* counters) const {
      Value value{numerator_.of(counters), 1};
      if (denominator_.first >= 0)
        value.denominator = denominator_.of(counters) * times_;
      return value;
    }

    /// In kept units, a ratio rounded half up; `value` applies.
    std::int64_t kept(Value value) const {
      if (denominator_.first < 0)
        return value.numerator;
      return (2 * value.numerator * kept_ + value.denominator) / (2 * value.denominator);
    }

   private:
    /// The first counter of the rows that a metric is made of.
    static int first_of(model::Metric const& metric) {
      return model::is_cost(metric) ? model::counter::cost_first : 0;
    }

    /// A sum of counters, often of one; those of money are of one.
    struct Sum {
      Sum(std::span<model::Counter const> counters, int first_of_row)
          : first(counters.empty() ? -1 : counters.front() - first_of_row),
            others(counters.empty() ? counters : counters.subspan(1)) {
        MP_EXPECT(first_of_row == 0 || others.empty());
      }

      std::int64_t of(std::int64_t const* counters) const {
        std::int64_t sum = counters[this->first];
        for (model::Counter const other : this->others)
          sum += counters[other];
        return sum;
      }

      int first;  ///< -1: no counter at all
      std::span<model::Counter const> others;
    };

    Sum numerator_;
    Sum denominator_;
    std::int64_t times_;
    std::int64_t kept_;
  };

  /// Writes the unit's values of a year from `value` on; where its row ends.
  std::int64_t* record_unit(model::LevelPlan const& level, std::int32_t year,
                            std::int64_t const* counters, std::int64_t* value) const;
  /// Writes its costs of a year from `value` on; what is of the year before stands
  /// `a_year` values earlier.
  void record_costs(model::LevelPlan const& level, std::int32_t year, std::int64_t const* costs,
                    std::int64_t* value, std::ptrdiff_t a_year) const;
  /// The counters that a target's metric is made of.
  std::int64_t const* see_target(State const& state, model::TargetPlan const& target);
  void judge_targets(State const& state, std::int32_t year);
  void judge_budgets(State const& state, std::int32_t year, tally::Tally& tally);
  bool is_paid(std::size_t target, std::int32_t year);
  void keep_target(std::size_t index, Value value, std::int64_t missing);

  model::Model const& model_;
  std::vector<Formula> formulas_;            ///< [metric]
  std::vector<std::uint8_t> is_cost_;        ///< [metric]
  std::vector<std::int32_t> years_back_;     ///< [metric]
  std::vector<model::Counter> flows_;        ///< [flow]
  LineVector<std::int64_t> scratch_;         ///< counters of the unit at hand
  LineVector<std::int8_t> met_;              ///< [target][year]
  LineVector<std::int64_t> target_value_;    ///< [target], kept units; in its year
  LineVector<std::uint8_t> target_applies_;  ///< [target]
  LineVector<std::int64_t> short_of_;        ///< [target]
};

}  // namespace meesterplan::engine
