#include "sim/output/workbook/unit_series.hpp"

#include <cstddef>
#include <map>

namespace meesterplan::output::workbook {

using results::SeriesRow;

std::vector<UnitSeries> units_of(results::Results const& results, std::string_view level) {
  std::vector<UnitSeries> units;
  std::map<std::string_view, std::size_t> place_of;
  for (SeriesRow const& row : results.series) {
    if (row.level != level)
      continue;
    auto const [place, is_new] = place_of.emplace(row.unit, units.size());
    if (is_new)
      units.push_back({row.level, row.unit});
    if (row.n > 0)
      units[place->second].rows.push_back(&row);
  }
  return units;
}

std::optional<double> mean_at(UnitSeries const& unit, std::string_view metric, int year) {
  return mean_over(unit, metric, year, year);
}

std::optional<double> mean_over(UnitSeries const& unit, std::string_view metric, int first,
                                int last) {
  double sum = 0;
  int n_years = 0;
  for (SeriesRow const* const row : unit.rows) {
    if (row->metric == metric && row->year >= first && row->year <= last) {
      sum += row->mean;
      ++n_years;
    }
  }
  return n_years == 0 ? std::nullopt : std::optional(sum / n_years);
}

}  // namespace meesterplan::output::workbook
