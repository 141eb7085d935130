#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <tuple>

#include "sim/output/metric_texts.hpp"
#include "sim/output/names.hpp"
#include "sim/output/workbook/tables.hpp"

namespace meesterplan::output::workbook {
namespace {

using results::SeriesRow;

/// Chooses rows of series.
using Chooses = std::function<bool(SeriesRow const&)>;

bool is_calendar(SeriesRow const& row) {
  return row.metric == "cost_calendar";
}

bool is_cost(SeriesRow const& row) {
  return row.metric.rfind("cost_", 0) == 0;
}

/// Where a metric stands: as in the list of their texts.
class MetricOrder final {
 public:
  MetricOrder() {
    for (MetricText const& text : metric_texts())
      ranks_.emplace(text.metric, ranks_.size());
  }

  std::size_t rank_of(std::string_view metric) const {
    auto const found = ranks_.find(metric);
    return found == ranks_.end() ? ranks_.size() : found->second;
  }

 private:
  std::map<std::string_view, std::size_t> ranks_;
};

/// Metrics that occur in the chosen rows of any run, with their measures, in order.
std::vector<std::pair<std::string, std::string>> metrics_of(Telling const& telling,
                                                            Chooses const& is_chosen) {
  MetricOrder const order;
  std::map<std::pair<std::size_t, std::string>, std::string> found;
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (SeriesRow const& row : telling.results(run).series) {
      if (is_chosen(row))
        found.emplace(std::pair(order.rank_of(row.metric), row.metric), row.measure);
    }
  }
  std::vector<std::pair<std::string, std::string>> metrics;
  metrics.reserve(found.size());
  for (auto const& entry : found)
    metrics.emplace_back(entry.first.second, entry.second);
  return metrics;
}

/// Level, unit, year.
using Place = std::tuple<std::size_t, std::string, int>;

/// A table with the chosen metrics as columns, the mean of each in its cell.
void fill_wide(Telling const& telling, Chooses const& is_chosen, std::string const& year_title,
               Table& table) {
  auto const metrics = metrics_of(telling, is_chosen);
  table.columns = with(telling.unit_columns(), {year_title});
  set_keys(table.columns, {"year"});
  table.n_fixed = table.columns.size();
  std::map<std::string_view, std::size_t> column_of;
  for (auto const& metric : metrics) {
    column_of.emplace(metric.first, column_of.size());
    table.columns.push_back(
        {title_of(metric.first, metric.second, telling.language()), Width::fits, metric.first});
  }
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    std::map<Place, std::pair<Block, Row>> rows;
    for (SeriesRow const& row : telling.results(run).series) {
      if (!is_chosen(row) || row.n == 0)
        continue;
      auto& place = rows[Place(level_rank(row.level), row.unit, row.year)];
      place.first = {run, "", row.level, row.unit};
      place.second.resize(metrics.size());
      place.second[column_of[row.metric]] = number_of(row.mean, row.measure);
    }
    for (auto& entry : rows) {
      Block const& block = entry.second.first;
      Row cells = with(telling.unit_cells(run, block.level, block.unit),
                       {year_cell(std::get<2>(entry.first))});
      table.add(block, with(std::move(cells), std::move(entry.second.second)));
    }
  }
}

std::vector<std::string> spread_titles(Telling const& telling) {
  return {telling.text("Jaar", "Year"),
          telling.text("Toekomsten", "Futures"),
          telling.text("Gemiddelde", "Mean"),
          telling.text("Standaardafwijking", "Standard deviation"),
          telling.text("p05: in 5 van de 100 toekomsten hoogstens", "p05: 5 in 100 at most"),
          telling.text("p10: in 1 van de 10 hoogstens", "p10: 1 in 10 at most"),
          telling.text("p25: in 1 van de 4 hoogstens", "p25: 1 in 4 at most"),
          telling.text("p50: middelste toekomst", "p50: middle future"),
          telling.text("p75: in 3 van de 4 hoogstens", "p75: 3 in 4 at most"),
          telling.text("p90: in 9 van de 10 hoogstens", "p90: 9 in 10 at most"),
          telling.text("p95: in 95 van de 100 hoogstens", "p95: 95 in 100 at most")};
}

Row spread_row(Telling const& telling, std::size_t run, SeriesRow const& row) {
  auto const number = [&](double value) { return Value(number_of(value, row.measure)); };
  results::Quantiles const& at = *row.quantiles;
  Row cells = with(telling.run_cells(run), {metric_name(row.metric, telling.language()),
                                            measure_name(row.measure, telling.language())});
  Row unit = telling.unit_cells(run, row.level, row.unit);
  auto const n_run_cells = static_cast<std::ptrdiff_t>(telling.run_columns().size());
  cells = with(std::move(cells), Row(unit.begin() + n_run_cells, unit.end()));
  return with(std::move(cells),
              {year_cell(row.year), whole(static_cast<double>(row.n)), number(row.mean),
               number(row.sd), number(at.p05), number(at.p10), number(at.p25), number(at.p50),
               number(at.p75), number(at.p90), number(at.p95)});
}

}  // namespace

Table series_table(Telling const& telling) {
  Table table;
  table.name = {"Reeksen", "Series"};
  table.about = {
      "Gemiddelden over de toekomsten: de stand op 1 oktober van het jaar, of wat er in "
      "het jaar tot dan gebeurde.",
      "Means over the futures: how things stand on 1 October of the year, or what "
      "happened in the year until then."};
  fill_wide(
      telling, [](SeriesRow const& row) { return !is_cost(row); },
      telling.text("Jaar (1 oktober)", "Year (1 October)"), table);
  return table;
}

Table cost_table(Telling const& telling) {
  Table table;
  table.name = {"Kosten", "Costs"};
  table.about = {"Gemiddelde kosten per schooljaar en soort, in de prijzen van dat jaar.",
                 "Mean costs by school year and kind, in the prices of that year."};
  fill_wide(
      telling, [](SeriesRow const& row) { return is_cost(row) && !is_calendar(row); },
      telling.text("Schooljaar dat eindigt in", "School year that ends in"), table);
  return table;
}

Table calendar_table(Telling const& telling) {
  Table table;
  table.name = {"Kosten per kalenderjaar", "Costs by calendar year"};
  table.about = {
      "Gemiddelde kosten per kalenderjaar: 7/12 van het schooljaar dat erin eindigt en "
      "5/12 van dat wat erin begint.",
      "Mean costs by calendar year: 7/12 of the school year that ends in it and 5/12 "
      "of the one that begins in it."};
  fill_wide(telling, is_calendar, telling.text("Kalenderjaar", "Calendar year"), table);
  return table;
}

Table spread_table(Telling const& telling) {
  Table table;
  table.name = {"Spreiding", "Spread"};
  table.about = {"Hoe ver de toekomsten uiteen lopen, van de getallen waarvan dat is bijgehouden.",
                 "How far the futures differ, of the numbers of which that is kept."};
  table.columns =
      with(telling.run_columns(), {telling.text("Wat", "What"), telling.text("Maat", "Measure")});
  std::vector<Column> const units = telling.unit_columns();
  table.columns.insert(table.columns.end(),
                       units.begin() + static_cast<std::ptrdiff_t>(telling.run_columns().size()),
                       units.end());
  table.n_fixed = table.columns.size() + 1;
  table.columns = with(std::move(table.columns), spread_titles(telling));
  set_keys(table.columns, {"year", "", "", "", "p05", "p10", "p25", "p50", "p75", "p90", "p95"});
  MetricOrder const order;
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    std::map<std::tuple<std::size_t, std::string, Place>, SeriesRow const*> rows;
    for (SeriesRow const& row : telling.results(run).series) {
      if (row.quantiles && row.n > 0) {
        rows.emplace(std::tuple(order.rank_of(row.metric), row.metric,
                                Place(level_rank(row.level), row.unit, row.year)),
                     &row);
      }
    }
    for (auto const& entry : rows) {
      SeriesRow const& row = *entry.second;
      table.add({run, row.metric, row.level, row.unit}, spread_row(telling, run, row));
    }
  }
  return table;
}

Table term_table(Telling const& telling) {
  Table table;
  table.name = {"Begrippen", "Terms"};
  table.about = {"Wat elk getal betekent, en hoe het in scenario's heet.",
                 "What each number means, and how scenarios call it."};
  table.columns =
      with(std::vector<Column>(), {telling.text("Wat", "What"), telling.text("Maat", "Measure")});
  table.columns.push_back({telling.text("Betekenis", "Definition"), Width::prose});
  table.columns.push_back({telling.text("Naam in scenario's", "Name in scenarios")});
  table.n_fixed = 1;
  for (auto const& metric : metrics_of(telling, [](SeriesRow const&) { return true; })) {
    MetricText const* const text = find_metric_text(metric.first);
    table.rows.push_back(
        {metric_name(metric.first, telling.language()),
         measure_name(metric.second, telling.language()),
         text == nullptr ? Value() : Value(text->definition.in(telling.language())), metric.first});
  }
  return table;
}

std::vector<std::string> cost_kinds() {
  return {"cost_wages",   "cost_policy",   "cost_study",
          "cost_vacancy", "cost_turnover", "cost_redundancy"};
}

}  // namespace meesterplan::output::workbook
