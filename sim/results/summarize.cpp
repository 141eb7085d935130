#include "sim/results/summarize.hpp"

#include <array>
#include <optional>

#include "sim/base/contracts.hpp"
#include "sim/model/metric.hpp"
#include "sim/results/budget_results.hpp"
#include "sim/results/kept_quantiles.hpp"
#include "sim/results/known_rows.hpp"
#include "sim/results/result_hash.hpp"
#include "sim/results/small_sections.hpp"
#include "sim/results/target_results.hpp"
#include "sim/stats/moments.hpp"

namespace meesterplan::results {
namespace {

std::vector<HistoryRow> history_rows(model::Names const& names) {
  std::vector<HistoryRow> rows;
  for (model::HistoryPoint const& point : names.history) {
    model::Metric const& metric = model::all_metrics()[static_cast<std::size_t>(point.metric)];
    if (is_small(names, point.level, point.unit) && !is_shown_of_small(metric.key))
      continue;
    HistoryRow& row = rows.emplace_back();
    row.metric = metric.key;
    row.level = scenario::key_of(point.level);
    row.unit =
        names.units[static_cast<std::size_t>(point.level)][static_cast<std::size_t>(point.unit)];
    row.measure = model::key_of(metric.measure);
    row.year = point.year;
    row.value = point.value;
    row.source = point.source;
  }
  return rows;
}

/// One column of cells: a metric or a flow of a unit, year after year.
struct Column {
  scenario::Level level = scenario::Level::total;
  std::int32_t unit = 0;
  std::int64_t first_cell = 0;
};

/// Makes the rows of series and flows, column by column.
class Rows final {
 public:
  Rows(model::Model const& model, model::Names const& names, tally::Tally const& tally)
      : model_(model), names_(names), tally_(tally) {}

  void add_series(Column const& column, std::int32_t index, std::vector<SeriesRow>& rows) const {
    model::Metric const& metric = model::all_metrics()[static_cast<std::size_t>(index)];
    if (is_small(names_, column.level, column.unit) && !is_shown_of_small(metric.key))
      return;
    for (std::int32_t step = 0; step < tally_.plan().n_years; ++step)
      rows.push_back(series_row(column, metric, step));
  }

  void add_flow(Column const& column, std::int32_t index, std::vector<FlowRow>& rows) const {
    model::FlowDefinition const& flow = model::all_flows()[static_cast<std::size_t>(index)];
    if (is_small(names_, column.level, column.unit))
      return;
    for (std::int32_t step = 1; step < tally_.plan().n_years; ++step)
      rows.push_back(flow_row(column, flow, step));
  }

 private:
  std::string const& unit_of(Column const& column) const {
    return names_
        .units[static_cast<std::size_t>(column.level)][static_cast<std::size_t>(column.unit)];
  }

  std::optional<Quantiles> quantiles(std::int64_t cell, double per_unit) const {
    auto const counts = tally_.histogram(cell);
    std::int64_t const n = tally_.moments(cell).count;
    if (counts.empty() || n == 0)
      return std::nullopt;
    auto const kept =
        kept_quantiles(tally_.plan().cells[static_cast<std::size_t>(cell)].bins, counts, n);
    std::array<double, n_quantiles> value{};
    for (std::size_t i = 0; i < n_quantiles; ++i)
      value[i] = static_cast<double>(kept[i]) / per_unit;
    return Quantiles{value[0], value[1], value[2], value[3], value[4], value[5], value[6]};
  }

  SeriesRow series_row(Column const& column, model::Metric const& metric, std::int32_t step) const {
    std::int64_t const cell = column.first_cell + step;
    stats::Moments const moments = tally_.moments(cell);
    auto const per_unit = static_cast<double>(model::kept_per_unit(metric.measure));
    SeriesRow row;
    row.metric = metric.key;
    row.level = scenario::key_of(column.level);
    row.unit = unit_of(column);
    row.measure = model::key_of(metric.measure);
    row.year = model_.start + step;
    row.n = moments.count;
    if (moments.count > 0) {
      row.mean = stats::mean(moments) / per_unit;
      row.sd = stats::sd(moments) / per_unit;
    }
    row.quantiles = quantiles(cell, per_unit);
    return row;
  }

  FlowRow flow_row(Column const& column, model::FlowDefinition const& flow,
                   std::int32_t step) const {
    std::int64_t const cell = column.first_cell + step;
    stats::Moments const moments = tally_.moments(cell);
    FlowRow row;
    row.stock = flow.stock;
    row.level = scenario::key_of(column.level);
    row.unit = unit_of(column);
    row.year = model_.start + step;
    row.from = flow.inward ? "outside" : row.stock;
    row.to = flow.inward ? row.stock : "outside";
    row.cause = flow.cause;
    row.mean = moments.count > 0 ? stats::mean(moments) : 0.0;
    if (auto const found = quantiles(cell, 1.0)) {
      row.p10 = found->p10;
      row.p90 = found->p90;
    }
    return row;
  }

  model::Model const& model_;
  model::Names const& names_;
  tally::Tally const& tally_;
};

}  // namespace

Results summarize(model::Model const& model, model::Names const& names, tally::Tally const& tally) {
  model::RecordPlan const& plan = tally.plan();
  MP_EXPECT(plan.n_years == model.years + 1);
  Results results;
  results.scenario = names.scenario;
  results.description = names.description;
  results.seed = model.seed;
  results.replicates = tally.futures();
  results.replicates_asked = model.replicates;
  results.start = model.start;
  results.years = model.years;
  results.uncertainty = model.draw_parameters ? "all" : "chance";
  results.targets = target_results(model, names, tally);

  Rows const rows(model, names, tally);
  for (model::LevelPlan const& level : plan.levels) {
    Column column{level.level, 0, level.first_cell};
    for (; column.unit < level.n_units; ++column.unit) {
      for (std::int32_t const metric : level.metrics) {
        rows.add_series(column, metric, results.series);
        column.first_cell += plan.n_years;
      }
      for (std::int32_t const flow : level.flows) {
        rows.add_flow(column, flow, results.flows);
        column.first_cell += plan.n_years;
      }
    }
  }
  results.history = history_rows(names);
  results.drivers = driver_rows(names, tally);
  results.budgets = budget_results(model, names, tally);
  NeedsOnly const needs_only = units_with_needs_only(model, names);
  results.known = known_rows(model, names, needs_only);
  results.units = unit_rows(model, names, needs_only);
  results.result_hash = result_hash(model, names, tally);
  for (scenario::Source const& source : names.sources) {
    // A workbook counts once, however many of its sheets were read.
    bool const is_told =
        std::any_of(results.inputs.begin(), results.inputs.end(),
                    [&](InputFile const& file) { return file.name == source.name; });
    if (!is_told)
      results.inputs.push_back(InputFile{source.name, hexadecimal(source.hash)});
  }
  return results;
}

}  // namespace meesterplan::results
