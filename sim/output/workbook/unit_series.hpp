#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sim/results/results.hpp"

namespace meesterplan::output::workbook {

/// What a run tells of a unit; the run must outlive it.
struct UnitSeries {
  std::string_view level, unit;                   ///< keys
  std::vector<results::SeriesRow const*> rows{};  ///< that apply in some future
};

/// The units of a level, in the order in which the run tells of them.
std::vector<UnitSeries> units_of(results::Results const& results, std::string_view level);

/// The mean of a metric in a year; empty where it is not told.
std::optional<double> mean_at(UnitSeries const& unit, std::string_view metric, int year);

/// The mean over those years from `first` to `last` that are told; empty where none is.
std::optional<double> mean_over(UnitSeries const& unit, std::string_view metric, int first,
                                int last);

}  // namespace meesterplan::output::workbook
