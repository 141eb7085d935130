#pragma once

#include <cstdint>

#include "sim/base/line_vector.hpp"
#include "sim/model/counters.hpp"
#include "sim/model/model.hpp"

namespace meesterplan::engine {

/// What a future costs, in cents, by section; every unit is the sum of its sections.
///
/// Who works on 1 October is paid for the school year that begins then: such costs go
/// to next(), and become those of the year that is played. What happens in a year
/// costs in it: row(). Nothing is kept by a model without money.
class Costs {
 public:
  explicit Costs(model::Model const& model);

  bool used() const { return used_; }

  /// Adds to a counter of money of a section, for the school year being played.
  void add(std::int32_t section, int counter, std::int64_t cents) {
    row_at(now_, section)[counter - model::counter::cost_first] += cents;
  }
  /// The same for the school year that begins when that one ends.
  void add_next(std::int32_t section, int counter, std::int64_t cents) {
    row_at(next_, section)[counter - model::counter::cost_first] += cents;
  }

  /// Begins a future, before its first reference date.
  void begin_future();
  /// Begins a school year, with what is known of it.
  void begin_year();
  /// Ends a school year: what is made of other amounts.
  void end_year();

  /// The amounts of a unit after end_year(), in the order of the counters of money from
  /// cost_first on; those of a unit of several sections in `scratch`, n_costs wide.
  std::int64_t const* see(scenario::Level level, std::int32_t unit, std::int64_t* scratch) const;

 private:
  using Rows = LineVector<std::int64_t>;
  static std::int64_t* row_at(Rows& rows, std::int32_t index) {
    return rows.data() + static_cast<std::size_t>(index) * model::n_costs;
  }
  static std::int64_t const* row_at(Rows const& rows, std::int32_t index) {
    return rows.data() + static_cast<std::size_t>(index) * model::n_costs;
  }

  model::Model const* model_;
  bool used_;
  Rows now_, next_;  ///< [section]
  Rows schools_;     ///< [school] sums
  /// [section] cents of the school year before that fall in the calendar year in which
  /// the one being played begins
  LineVector<std::int64_t> carried_;
};

}  // namespace meesterplan::engine
