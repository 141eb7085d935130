#include "sim/output/workbook/charts.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "sim/base/number_text.hpp"
#include "sim/output/names.hpp"
#include "sim/output/workbook/cell_text.hpp"
#include "sim/output/workbook/tables.hpp"

namespace meesterplan::output::workbook {
namespace {

/// More would not be read.
constexpr std::size_t most_lines = 8;
constexpr std::size_t most_charts_of_a_kind = 6;
constexpr std::size_t longest_name = 40;
constexpr std::size_t longest_title = 110;

/// A number as a sentence has it.
std::string in_words(Number const& number, Language language) {
  bool const is_part = number.look == Look::share || number.look == Look::chance;
  if (is_part)
    return localized(fmt::format("{:.1f}", 100 * number.value)).in(language) + "%";
  bool const is_round = number.look != Look::decimal;
  return localized(fmt::format("{:.{}f}", number.value, is_round ? 0 : 1)).in(language);
}

/// "30.0% (2026)"; empty where there is no number.
std::string point_text(ChartSeries const& series, std::size_t row, Language language) {
  Row const& cells = series.table->rows[row];
  auto const* const number = std::get_if<Number>(&cells[series.column]);
  auto const* const year = std::get_if<Number>(&cells[series.year_column]);
  if (number == nullptr || year == nullptr)
    return "";
  return fmt::format("{} ({:.0f})", in_words(*number, language), year->value);
}

/// "masters: 30.0% (2026), 70.0% (2030)".
std::string series_text(ChartSeries const& series, Language language) {
  std::string const first = point_text(series, series.first, language);
  std::string const last = point_text(series, series.first + series.count - 1, language);
  std::string text = series.name + ": " + first;
  if (last != first)
    text += (first.empty() ? "" : ", ") + last;
  return text;
}

std::string chart_description(Chart const& chart, Language language) {
  std::string text = chart.title + ".";
  for (ChartSeries const& series : chart.series)
    text += " " + series_text(series, language) + ".";
  return text;
}

/// Collects charts of the tables of a workbook.
class Drawer final {
 public:
  Drawer(Telling const& telling, Drawn const& drawn) : telling_(telling), drawn_(drawn) {}

  void draw_chances();
  void draw_fans();
  void draw_whole(std::vector<std::string> const& metrics, ChartKind kind, std::string const& title,
                  std::string const& y_title);
  void draw_costs();
  void draw_budgets();

  std::vector<Chart> take() { return std::move(charts_); }

 private:
  std::optional<ChartSeries> series_of(Table const& table, Block const& block,
                                       std::string_view column) const;
  void add_bound(Block const& fan, Chart& chart) const;
  void add(Chart chart, std::size_t n_all = 0);
  std::string with_run(std::size_t run, std::string const& name) const;
  std::string place(Block const& block) const;

  Telling const& telling_;
  Drawn const& drawn_;
  std::vector<Chart> charts_;
};

/// The rows of a block in one column; empty when no such column has a number there.
std::optional<ChartSeries> Drawer::series_of(Table const& table, Block const& block,
                                             std::string_view column) const {
  std::optional<std::size_t> const at = table.find_column(column);
  std::optional<std::size_t> const year = table.find_column("year");
  if (!at || !year)
    return std::nullopt;
  for (std::size_t row = block.first; row < block.first + block.count; ++row) {
    if (std::holds_alternative<Number>(table.rows[row][*at]))
      return ChartSeries{"", &table, *at, *year, block.first, block.count, Stroke::own};
  }
  return std::nullopt;
}

/// Keeps a chart that has series; of too many the first, which its title says.
void Drawer::add(Chart chart, std::size_t n_all) {
  if (chart.series.empty())
    return;
  chart.title = chart_text(chart.title, longest_title);
  if (n_all > chart.series.size()) {
    chart.title +=
        fmt::format(fmt::runtime(telling_.text(" (eerste {} van {})", " (first {} of {})")),
                    chart.series.size(), n_all);
  }
  for (ChartSeries& series : chart.series)
    series.name = chart_text(series.name, longest_name);
  chart.text = chart_description(chart, telling_.language());
  charts_.push_back(std::move(chart));
}

/// "masters", or "masters, run" where runs have to be told apart.
std::string Drawer::with_run(std::size_t run, std::string const& name) const {
  if (telling_.n_runs() == 1)
    return name;
  return name.empty() ? telling_.run_name(run) : name + ", " + telling_.run_name(run);
}

std::string Drawer::place(Block const& block) const {
  return block.level == "total" ? level_name(block.level, telling_.language()) : block.unit;
}

void Drawer::draw_chances() {
  std::map<std::string, std::vector<Block const*>> of_target;
  std::vector<std::string> order;
  for (Block const& block : drawn_.chances.blocks) {
    if (of_target[block.what].empty())
      order.push_back(block.what);
    of_target[block.what].push_back(&block);
  }
  order.resize(std::min(order.size(), most_charts_of_a_kind));
  for (std::string const& target : order) {
    Chart chart;
    chart.title = telling_.text("Kans per jaar: ", "Chance by year: ") + target;
    chart.x_title = telling_.text("Jaar (1 oktober)", "Year (1 October)");
    chart.y_title = telling_.text("Kans dat het doel is gehaald", "Chance that the target is met");
    chart.look = Look::share;
    for (Block const* const block : of_target[target]) {
      std::optional<ChartSeries> series = this->series_of(drawn_.chances, *block, "chance");
      if (!series || chart.series.size() == most_lines)
        continue;
      series->name = this->with_run(block->run, this->place(*block));
      chart.series.push_back(*series);
    }
    this->add(chart, of_target[target].size());
  }
}

/// A line at the bound, of the target that is about the same metric and unit.
void Drawer::add_bound(Block const& fan, Chart& chart) const {
  for (results::TargetResult const& target : telling_.results(fan.run).targets) {
    if (target.metric != fan.what || target.level != fan.level || target.unit != fan.unit)
      continue;
    for (Block const& block : drawn_.chances.blocks) {
      bool const is_it = block.run == fan.run && block.what == target.name &&
                         block.level == fan.level && block.unit == fan.unit &&
                         block.count == fan.count;
      if (!is_it)
        continue;
      if (std::optional<ChartSeries> series = this->series_of(drawn_.chances, block, "bound")) {
        series->name = telling_.text("doel ", "target ") + target.name;
        series->stroke = Stroke::bound;
        chart.series.push_back(*series);
      }
    }
  }
}

void Drawer::draw_fans() {
  std::size_t n_drawn = 0;
  for (Block const& block : drawn_.spread.blocks) {
    auto const& targets = telling_.results(block.run).targets;
    auto const target = std::find_if(targets.begin(), targets.end(), [&](auto const& each) {
      return each.metric == block.what && each.level == block.level && each.unit == block.unit;
    });
    if (target == targets.end() || n_drawn == most_charts_of_a_kind)
      continue;
    Chart chart;
    std::string const metric = metric_name(block.what, telling_.language());
    chart.title = this->with_run(block.run, metric + ", " + this->place(block));
    chart.title += telling_.text(": de middelste toekomst, en 8 van de 10",
                                 ": the middle future, and 8 of 10");
    chart.x_title = telling_.text("Jaar", "Year");
    chart.y_title = title_of(block.what, target->measure, telling_.language());
    chart.look = number_of(0.0, target->measure).look;
    std::pair<char const*, std::string> const lines[] = {
        {"p90", telling_.text("1 van de 10 toekomsten is hoger", "1 of 10 futures is higher")},
        {"p50", telling_.text("middelste toekomst", "middle future")},
        {"p10", telling_.text("1 van de 10 toekomsten is lager", "1 of 10 futures is lower")}};
    for (auto const& line : lines) {
      std::optional<ChartSeries> series = this->series_of(drawn_.spread, block, line.first);
      if (!series)
        continue;
      series->name = line.second;
      series->stroke = std::string_view(line.first) == "p50" ? Stroke::heavy : Stroke::thin;
      chart.series.push_back(*series);
    }
    this->add_bound(block, chart);
    this->add(chart);
    ++n_drawn;
  }
}

/// The metrics of the largest unit of each run.
void Drawer::draw_whole(std::vector<std::string> const& metrics, ChartKind kind,
                        std::string const& title, std::string const& y_title) {
  Chart chart;
  chart.kind = kind;
  chart.title = title;
  chart.x_title = telling_.text("Jaar (1 oktober)", "Year (1 October)");
  chart.y_title = y_title;
  for (std::size_t run = 0; run < telling_.n_runs(); ++run) {
    auto const& blocks = drawn_.series.blocks;
    auto const block = std::find_if(blocks.begin(), blocks.end(),
                                    [&](Block const& each) { return each.run == run; });
    if (block == blocks.end())
      continue;
    for (std::string const& metric : metrics) {
      std::optional<ChartSeries> series = this->series_of(drawn_.series, *block, metric);
      if (!series || chart.series.size() == most_lines)
        continue;
      series->name = this->with_run(run, metric_name(metric, telling_.language()));
      chart.series.push_back(*series);
    }
  }
  this->add(chart);
}

void Drawer::draw_costs() {
  for (std::size_t run = 0; run < std::min(telling_.n_runs(), most_charts_of_a_kind); ++run) {
    auto const& blocks = drawn_.costs.blocks;
    auto const block = std::find_if(blocks.begin(), blocks.end(),
                                    [&](Block const& each) { return each.run == run; });
    if (block == blocks.end())
      continue;
    Chart chart;
    chart.kind = ChartKind::stacked;
    chart.title = this->with_run(
        run, telling_.text("Kosten per schooljaar en soort", "Costs by school year and kind"));
    chart.x_title = telling_.text("Schooljaar dat eindigt in", "School year that ends in");
    chart.y_title = "Euro";
    chart.look = Look::euro;
    for (std::string const& kind : cost_kinds()) {
      if (std::optional<ChartSeries> series = this->series_of(drawn_.costs, *block, kind)) {
        series->name = metric_name(kind, telling_.language());
        chart.series.push_back(*series);
      }
    }
    this->add(chart);
  }
}

void Drawer::draw_budgets() {
  std::size_t n_drawn = 0;
  for (Block const& block : drawn_.budgets.blocks) {
    if (n_drawn++ == most_charts_of_a_kind)
      return;
    Chart chart;
    chart.kind = ChartKind::columns;
    chart.title = telling_.text("Begroting en verwachte kosten", "Budget and expected costs");
    if (!block.unit.empty())
      chart.title += ": " + block.unit;
    chart.title = this->with_run(block.run, chart.title);
    chart.x_title = telling_.text("Kalenderjaar", "Calendar year");
    chart.y_title = "Euro";
    chart.look = Look::euro;
    for (std::string_view column : {"amount", "mean"}) {
      if (std::optional<ChartSeries> series = this->series_of(drawn_.budgets, block, column)) {
        series->name = column == "amount" ? telling_.text("begroting", "budget")
                                          : telling_.text("kosten, gemiddeld", "costs, mean");
        chart.series.push_back(*series);
      }
    }
    this->add(chart);
  }
}

}  // namespace

std::vector<Chart> charts(Telling const& telling, Drawn const& drawn) {
  Drawer drawer(telling, drawn);
  drawer.draw_chances();
  drawer.draw_fans();
  drawer.draw_whole({"heads", "fte"}, ChartKind::lines,
                    telling.text("Docenten en fte op 1 oktober", "Teachers and fte on 1 October"),
                    telling.text("Aantal, fte", "Number, fte"));
  drawer.draw_whole({"vacancies"}, ChartKind::columns,
                    telling.text("Vacatures per jaar", "Vacancies by year"),
                    telling.text("Aantal", "Number"));
  drawer.draw_whole({"unfilled", "cancelled"}, ChartKind::lines,
                    telling.text("Wat open blijft en wat uitvalt", "What stays open or is dropped"),
                    "Fte");
  drawer.draw_costs();
  drawer.draw_budgets();
  return drawer.take();
}

}  // namespace meesterplan::output::workbook
