#pragma once

#include <map>
#include <string_view>
#include <tuple>
#include <vector>

#include "sim/results/results.hpp"

namespace meesterplan::cli {

/// Where results are told for: the whole, a school, a section.
struct Scope {
  std::string_view level;
  std::string_view unit;
};

/// Finds the row of a metric, place and year. The rows must outlive it.
class SeriesIndex final {
 public:
  explicit SeriesIndex(std::vector<results::SeriesRow> const& rows);

  /// Null where there is no such row, or no future in which the metric applies.
  results::SeriesRow const* find(std::string_view metric, Scope scope, int year) const;

  /// Whether any row is about `metric` and `scope`.
  bool has(std::string_view metric, Scope scope) const;

  /// The units of `level`, in the order of the rows.
  std::vector<std::string_view> units(std::string_view level) const;

 private:
  using Key = std::tuple<std::string_view, std::string_view, std::string_view, int>;

  std::vector<results::SeriesRow> const& rows_;
  std::map<Key, results::SeriesRow const*> by_key_;
};

/// The school year that answers are about: that of the last target, or else the last one.
int year_of_interest(results::Results const& results);

/// The largest scope that the results hold: total, region, board, school.
Scope whole_of(results::Results const& results);

}  // namespace meesterplan::cli
