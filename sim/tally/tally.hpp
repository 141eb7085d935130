#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "sim/base/contracts.hpp"
#include "sim/base/line_vector.hpp"
#include "sim/model/record_plan.hpp"
#include "sim/stats/moments.hpp"

namespace meesterplan::tally {

/// What is remembered of one target for one unit.
struct TargetTally {
  explicit TargetTally(std::size_t n_years = 0)
      : met(n_years), applies(n_years), first_met(n_years) {}

  std::vector<std::int64_t> met;        ///< [year] futures
  std::vector<std::int64_t> applies;    ///< [year] futures in which the unit is not empty
  std::vector<std::int64_t> first_met;  ///< [year] futures; year 0 counts
  std::int64_t never = 0;               ///< futures
  stats::Moments shortfall;             ///< at the target's year

  friend bool operator==(TargetTally const&, TargetTally const&) = default;
};

/// What is remembered of one budget.
struct BudgetTally {
  std::int64_t over = 0;  ///< futures that cost more
  stats::Moments costs;   ///< cents

  friend bool operator==(BudgetTally const&, BudgetTally const&) = default;
};

/// Values of a target's metric by bin of one parameter.
struct DriverBin {
  std::int64_t n = 0;
  std::int64_t sum = 0;  ///< kept units
  stats::UnsignedWide sum_squares = 0;

  friend bool operator==(DriverBin const&, DriverBin const&) = default;
};

/// What a number of futures leave behind: integers only, so that merging is
/// exact in any order. Four verbs: make it, add to it, merge, read.
///
/// A future adds its values, its targets and its drivers, and is then counted;
/// its values are seen from then on.
class Tally {
 public:
  /// An empty tally; `plan` must outlive it.
  explicit Tally(model::RecordPlan const& plan);

  /// Adds the value (kept units) that a cell has in the future at hand, once a
  /// future at most. A metric that does not apply is not added.
  void add(std::int64_t cell, std::int64_t value) {
    MP_EXPECT(cell >= 0 && cell < n_rows_ * n_years_);
    this->values_of(static_cast<std::int32_t>(cell % n_years_))[cell / n_years_] = value;
  }

  /// Where the values of the future at hand go for one year: that of the cell
  /// row x years + year at [row]. Each may be written once, any number but the
  /// lowest; what is not written is not added. Good until the future is counted.
  std::int64_t* values_of(std::int32_t year) {
    MP_EXPECT(year >= 0 && year < n_years_);
    return latest_.data() + static_cast<std::size_t>(n_waiting_) * stride_ + this->place(0, year);
  }

  /// Adds the target's standing of one future: met[year] is 1 when met, 0
  /// when not, -1 when the unit is empty. [year] 0..years.
  void add_target(std::int32_t target, std::span<std::int8_t const> met);

  /// Adds the number that the target is short of in its year (>= 0).
  void add_shortfall(std::int32_t target, std::int64_t short_of);

  /// Adds the target metric's value in its year to the drivers' bins.
  /// `strata` [parameter]; nothing is added when the plan keeps no drivers.
  void add_drivers(std::int32_t target, std::int64_t value, std::span<std::uint16_t const> strata);

  /// Adds what one future cost of what a budget is for, in cents.
  void add_costs(std::int32_t budget, std::int64_t cents);

  /// Counts the future at hand, which is finished.
  void count_future(std::int64_t teacher_years);

  /// Adds everything of `other`, which has the same plan.
  void merge(Tally const& other);

  model::RecordPlan const& plan() const { return *plan_; }
  std::int64_t futures() const { return futures_; }
  std::int64_t teacher_years() const { return teacher_years_; }
  stats::Moments moments(std::int64_t cell) const;
  /// Counts by bin; empty when the cell keeps none.
  std::vector<std::uint32_t> histogram(std::int64_t cell) const;
  TargetTally const& target(std::int32_t target) const {
    return targets_[static_cast<std::size_t>(target)];
  }
  BudgetTally const& budget(std::int32_t budget) const {
    return budgets_[static_cast<std::size_t>(budget)];
  }
  std::span<std::uint32_t const> shortfall_histogram(std::int32_t target) const;
  DriverBin const& driver(std::int32_t target, std::int32_t parameter, int bin) const;

  /// Whether both remember the same; the plans themselves are not compared.
  friend bool operator==(Tally const&, Tally const&);

 private:
  /// Values wait until there are some of every cell: what is remembered of a
  /// cell is fetched and stored once for as many futures.
  static constexpr int most_waiting = 4;
  /// Stands for no value.
  static constexpr std::int64_t absent = std::numeric_limits<std::int64_t>::min();

  /// The histogram of one cell.
  struct Histogram {
    double bins_a_unit = 1;  ///< 1 / width
    std::int64_t half_width = 0;
    std::int64_t first = 0;  ///< count in bins_
    std::int32_t n_bins = 0;
    std::uint32_t place = 0;  ///< of the cell

    /// Bins::bin_of() without its division. The half more keeps the quotient
    /// further from a whole number than rounding can bring it, for every value
    /// below 2^50: it is exact.
    std::size_t bin_of(std::int64_t value) const {
      double const above = static_cast<double>(value + half_width) + 0.5;
      auto const bin = static_cast<std::int64_t>(above * bins_a_unit);
      return static_cast<std::size_t>(first + std::clamp<std::int64_t>(bin, 0, n_bins - 1));
    }
  };

  /// Where a cell stands in moments_ and in a future's values: year by year,
  /// as a future comes along.
  std::size_t place(std::int64_t row, std::int32_t year) const {
    return static_cast<std::size_t>(year * n_rows_ + row);
  }
  std::size_t place(std::int64_t cell) const {
    return this->place(cell / n_years_, static_cast<std::int32_t>(cell % n_years_));
  }

  /// Calls take(value) for each value at `place` that waits.
  template <class Take>
  void for_each_waiting(std::size_t place, Take const& take) const {
    for (std::size_t future = 0; future < static_cast<std::size_t>(n_waiting_); ++future) {
      std::int64_t const value = latest_[future * stride_ + place];
      if (value != absent)
        take(value);
    }
  }

  /// Remembers what waits, so that nothing does.
  void settle();
  /// Remembers what waits of all cells in `moments` and `bins`, laid out as
  /// moments_ and bins_.
  void add_waiting(std::vector<stats::Moments>& moments, std::vector<std::uint32_t>& bins) const;

  model::RecordPlan const* plan_;
  std::int64_t n_years_;  ///< at least 1
  std::int64_t n_rows_;
  std::vector<stats::Moments> moments_;  ///< [year][row]
  std::size_t stride_;                   ///< from one future's values to the next one's
  LineVector<std::int64_t> latest_;      ///< [future][year][row], of the last futures
  int n_waiting_ = 0;                    ///< finished futures whose values stand in latest_
  std::vector<Histogram> histograms_;    ///< in the order of their places
  std::vector<std::uint32_t> bins_;      ///< of all cells, then of all shortfalls
  std::vector<TargetTally> targets_;
  std::vector<BudgetTally> budgets_;
  std::vector<DriverBin> drivers_;  ///< [target][parameter][bin]
  std::int64_t futures_ = 0;
  std::int64_t teacher_years_ = 0;
};

}  // namespace meesterplan::tally
