#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/base/number_text.hpp"
#include "sim/model/building.hpp"
#include "sim/model/metric.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::model {

namespace {

using scenario::HistoryRow;

/// Index of the unit that a row is about; empty, with a problem told, when there is none.
std::optional<std::int32_t> unit_of(Building& building, HistoryRow const& row) {
  if (row.level == scenario::Level::total)
    return 0;
  auto const& names = building.names.units[static_cast<std::size_t>(row.level)];
  auto const found = std::find(names.begin(), names.end(), row.unit);
  if (found != names.end())
    return static_cast<std::int32_t>(found - names.begin());
  std::vector<std::string_view> const known(names.begin(), names.end());
  Text const meant = scenario::did_you_mean(row.unit, known);
  building.tell(
      Severity::error, row.place, "unit",
      {"\"" + row.unit + "\" bestaat niet op dit niveau (zo heet er geen in het scenario)." +
           (meant.nl.empty() ? " Verbeter de naam, of haal de rij weg." : meant.nl),
       "\"" + row.unit + "\" does not exist on this level (none in the scenario is called so)." +
           (meant.en.empty() ? " Correct the name, or remove the row." : meant.en)});
  return std::nullopt;
}

/// Whether the value can be what it says: a share is at most 1, and only a share a percentage.
bool expect_value(Building& building, HistoryRow const& row, Metric const& metric) {
  bool const is_share = metric.measure == Measure::share;
  if (!is_share && row.in_percents) {
    building.tell(Severity::error, row.place, "value",
                  {"een percentage (\"" + row.metric + "\" is geen aandeel). Schrijf een getal.",
                   "a percentage (\"" + row.metric + "\" is no share). Write a number."});
    return false;
  }
  if (!is_share || row.value <= 1)
    return true;
  Text const value = rounded_text(row.value);
  bool const lacks_sign = !row.in_percents && row.value <= 100;
  Text const advice =
      lacks_sign ? Text{" Bedoelde u " + value.nl + "%?", " Did you mean " + value.en + "%?"}
                 : Text{" Verbeter het.", " Correct it."};
  building.tell(
      Severity::error, row.place, "value",
      {"meer dan het geheel (\"" + row.metric + "\" is een aandeel, hoogstens 1 of 100%)." +
           advice.nl,
       "more than the whole (\"" + row.metric + "\" is a share, at most 1 or 100%)." + advice.en});
  return false;
}

}  // namespace

void list_history(Building& building) {
  for (HistoryRow const& row : building.scenario.history) {
    int const metric = find_metric(row.metric);
    if (metric < 0) {
      tell_unknown_metric(building, row.metric, row.place, "metric");
      continue;
    }
    std::optional<std::int32_t> const unit = unit_of(building, row);
    bool const is_sound =
        expect_value(building, row, all_metrics()[static_cast<std::size_t>(metric)]);
    if (unit && is_sound)
      building.names.history.push_back({metric, row.level, *unit, row.year, row.value, row.source});
  }
}

}  // namespace meesterplan::model
