#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/base/contracts.hpp"
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

/// Values of a target's metric by bin of one parameter.
struct DriverBin {
  std::int64_t n = 0;
  std::int64_t sum = 0;  ///< kept units
  stats::UnsignedWide sum_squares = 0;

  friend bool operator==(DriverBin const&, DriverBin const&) = default;
};

/// What a number of futures leave behind: integers only, so that merging is
/// exact in any order. Four verbs: make it, add to it, merge, read.
class Tally {
 public:
  /// An empty tally; `plan` must outlive it.
  explicit Tally(model::RecordPlan const& plan);

  /// Adds one future's value (kept units) to a cell. A metric that does not
  /// apply is not added.
  void add(std::int64_t cell, std::int64_t value) {
    this->add(cell / n_years_, static_cast<std::int32_t>(cell % n_years_), value);
  }

  /// The same for the cell row x years + year: fast for rows in their order.
  /// Called for every cell of every future, hence inline.
  void add(std::int64_t row, std::int32_t year, std::int64_t value) {
    std::size_t const index = this->place(row, year);
    MP_EXPECT(row >= 0 && index < cells_.size());
    Cell& kept = cells_[index];
    kept.moments.add(value);
    if (kept.waiting < 0)
      return;
    Waiting& waiting = waiting_[static_cast<std::size_t>(kept.waiting)];
    waiting.bin[waiting.n] = static_cast<std::uint16_t>(bin_of(kept, waiting, value));
    if (++waiting.n == waiting.bin.size())
      this->settle(kept);
  }

  /// Adds the target's standing of one future: met[year] is 1 when met, 0
  /// when not, -1 when the unit is empty. [year] 0..years.
  void add_target(std::int32_t target, std::span<std::int8_t const> met);

  /// Adds the number that the target is short of in its year (>= 0).
  void add_shortfall(std::int32_t target, std::int64_t short_of);

  /// Adds the target metric's value in its year to the drivers' bins.
  /// `strata` [parameter]; nothing is added when the plan keeps no drivers.
  void add_drivers(std::int32_t target, std::int64_t value, std::span<std::uint16_t const> strata);

  /// Counts one finished future.
  void count_future(std::int64_t teacher_years);

  /// Adds everything of `other`, which has the same plan.
  void merge(Tally const& other);

  model::RecordPlan const& plan() const { return *plan_; }
  std::int64_t futures() const { return futures_; }
  std::int64_t teacher_years() const { return teacher_years_; }
  stats::Moments const& moments(std::int64_t cell) const {
    return cells_[this->place(cell)].moments;
  }
  /// Counts by bin; empty when the cell keeps none.
  std::vector<std::uint32_t> histogram(std::int64_t cell) const;
  TargetTally const& target(std::int32_t target) const {
    return targets_[static_cast<std::size_t>(target)];
  }
  std::span<std::uint32_t const> shortfall_histogram(std::int32_t target) const;
  DriverBin const& driver(std::int32_t target, std::int32_t parameter, int bin) const;

  /// Whether both remember the same; the plans themselves are not compared.
  friend bool operator==(Tally const&, Tally const&);

 private:
  /// All that every value of a cell needs, in one line of memory.
  struct alignas(64) Cell {
    stats::Moments moments;
    double bins_a_unit = 1;  ///< 1 / width
    std::int32_t n_bins = 0;
    std::int32_t waiting = -1;  ///< index into waiting_; -1: no histogram

    friend bool operator==(Cell const&, Cell const&) = default;
  };

  /// The last values of one cell, by bin, that its histogram does not have yet.
  /// All histograms together are too large for the near memory; with these,
  /// each is fetched once for 27 futures.
  struct alignas(64) Waiting {
    std::int64_t half_width = 0;
    std::uint16_t n = 0;
    std::array<std::uint16_t, 27> bin{};
  };

  /// Bins::bin_of() without its division. The half more keeps the quotient
  /// further from a whole number than rounding can bring it, for every value
  /// below 2^50: it is exact.
  static std::int64_t bin_of(Cell const& cell, Waiting const& waiting, std::int64_t value) {
    double const above = static_cast<double>(value + waiting.half_width) + 0.5;
    auto const bin = static_cast<std::int64_t>(above * cell.bins_a_unit);
    return std::clamp<std::int64_t>(bin, 0, cell.n_bins - 1);
  }

  /// Where a cell stands in cells_: year by year, as a future comes along.
  std::size_t place(std::int64_t row, std::int32_t year) const {
    return static_cast<std::size_t>(year * n_rows_ + row);
  }
  std::size_t place(std::int64_t cell) const {
    return this->place(cell / n_years_, static_cast<std::int32_t>(cell % n_years_));
  }

  /// Counts what waits of a cell with a histogram.
  void settle(Cell const& cell);
  /// Adds what waits of every cell to `bins`, laid out as bins_.
  void add_waiting(std::vector<std::uint32_t>& bins) const;

  model::RecordPlan const* plan_;
  std::int64_t n_years_;  ///< at least 1
  std::int64_t n_rows_;
  std::vector<Cell> cells_;              ///< [year][row]
  std::vector<Waiting> waiting_;         ///< of the cells with a histogram
  std::vector<std::int64_t> histogram_;  ///< [waiting] first count in bins_
  std::vector<std::uint32_t> bins_;      ///< of all cells, then of all shortfalls
  std::vector<TargetTally> targets_;
  std::vector<DriverBin> drivers_;  ///< [target][parameter][bin]
  std::int64_t futures_ = 0;
  std::int64_t teacher_years_ = 0;
};

}  // namespace meesterplan::tally
