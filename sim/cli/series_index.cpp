#include "sim/cli/series_index.hpp"

#include <algorithm>
#include <limits>
#include <string>

namespace meesterplan::cli {

SeriesIndex::SeriesIndex(std::vector<results::SeriesRow> const& rows) : rows_(rows) {
  for (results::SeriesRow const& row : rows) {
    by_key_.emplace(Key(row.metric, row.level, row.unit, row.year), &row);
  }
}

results::SeriesRow const* SeriesIndex::find(std::string_view metric, Scope scope, int year) const {
  auto const found = by_key_.find(Key(metric, scope.level, scope.unit, year));
  return found == by_key_.end() || found->second->n == 0 ? nullptr : found->second;
}

bool SeriesIndex::has(std::string_view metric, Scope scope) const {
  auto const first =
      by_key_.lower_bound(Key(metric, scope.level, scope.unit, std::numeric_limits<int>::min()));
  return first != by_key_.end() && std::get<0>(first->first) == metric &&
         std::get<1>(first->first) == scope.level && std::get<2>(first->first) == scope.unit;
}

std::vector<std::string_view> SeriesIndex::units(std::string_view level) const {
  std::vector<std::string_view> units;
  std::map<std::string_view, bool> seen;
  for (results::SeriesRow const& row : rows_) {
    if (row.level == level && seen.emplace(row.unit, true).second)
      units.emplace_back(row.unit);
  }
  return units;
}

int year_of_interest(results::Results const& results) {
  int year = results.targets.empty() ? results.start + results.years : 0;
  for (results::TargetResult const& target : results.targets)
    year = std::max(year, target.by);
  return year;
}

Scope whole_of(results::Results const& results) {
  for (std::string_view level : {"total", "region", "board", "school", "subject", "section"}) {
    auto const found =
        std::find_if(results.series.begin(), results.series.end(),
                     [&](results::SeriesRow const& row) { return row.level == level; });
    if (found != results.series.end())
      return {found->level, found->unit};
  }
  return {"total", "all"};
}

}  // namespace meesterplan::cli
