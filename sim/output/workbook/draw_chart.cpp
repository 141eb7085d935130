#include "sim/output/workbook/draw_chart.hpp"

#include <array>
#include <cstddef>
#include <new>
#include <string>

namespace meesterplan::output::workbook {
namespace {

/// Told apart by those who see few colours, and by their lightness in print (Okabe and Ito,
/// 2008).
constexpr std::array<lxw_color_t, 8> colours = {0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7,
                                                0x56b4e9, 0xd55e00, 0x333333, 0xf0e442};
constexpr std::array<std::uint8_t, 4> dashes = {LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH,
                                                LXW_CHART_LINE_DASH_DASH_DOT,
                                                LXW_CHART_LINE_DASH_ROUND_DOT};
constexpr std::array<std::uint8_t, 4> marks = {LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE,
                                               LXW_CHART_MARKER_TRIANGLE, LXW_CHART_MARKER_DIAMOND};

std::uint8_t type_of(ChartKind kind) {
  if (kind == ChartKind::lines)
    return LXW_CHART_LINE;
  return kind == ChartKind::columns ? LXW_CHART_COLUMN : LXW_CHART_COLUMN_STACKED;
}

char const* format_of(Look look) {
  switch (look) {
    case Look::share:
    case Look::chance:
      return "0%";
    case Look::plain:
      return "0";
    default:
      return "#,##0";
  }
}

/// How the line of a series looks; the number of a series counts from 0.
lxw_chart_line line_of(Stroke stroke, std::size_t number) {
  lxw_chart_line line{};
  line.color = colours[number % colours.size()];
  line.width = 2.25F;
  line.dash_type = dashes[number % dashes.size()];
  if (stroke == Stroke::heavy || stroke == Stroke::thin) {
    line.color = colours.front();
    line.width = stroke == Stroke::heavy ? 3.0F : 1.25F;
    line.dash_type = stroke == Stroke::heavy ? LXW_CHART_LINE_DASH_SOLID : LXW_CHART_LINE_DASH_DASH;
  }
  if (stroke == Stroke::bound) {
    line.color = 0xd55e00;
    line.dash_type = LXW_CHART_LINE_DASH_ROUND_DOT;
  }
  return line;
}

void style_line(lxw_chart_series* drawn, Stroke stroke, std::size_t number) {
  lxw_chart_line line = line_of(stroke, number);
  chart_series_set_line(drawn, &line);
  if (stroke != Stroke::own) {
    chart_series_set_marker_type(drawn, LXW_CHART_MARKER_NONE);
    return;
  }
  lxw_chart_fill fill{};
  fill.color = line.color;
  lxw_chart_line edge{};
  edge.color = line.color;
  chart_series_set_marker_type(drawn, marks[number % marks.size()]);
  chart_series_set_marker_fill(drawn, &fill);
  chart_series_set_marker_line(drawn, &edge);
}

void add_series(lxw_chart* chart, ChartKind kind, ChartSeries const& series, std::size_t number,
                Language language) {
  lxw_chart_series* const drawn = chart_add_series(chart, nullptr, nullptr);
  if (drawn == nullptr)
    throw std::bad_alloc();
  std::string const& sheet = series.table->name.in(language);
  // Row 0 of a sheet is its head.
  auto const first = static_cast<lxw_row_t>(series.first + 1);
  auto const last = static_cast<lxw_row_t>(series.first + series.count);
  auto const year = static_cast<lxw_col_t>(series.year_column);
  auto const column = static_cast<lxw_col_t>(series.column);
  chart_series_set_categories(drawn, sheet.c_str(), first, year, last, year);
  chart_series_set_values(drawn, sheet.c_str(), first, column, last, column);
  chart_series_set_name(drawn, series.name.c_str());
  if (kind == ChartKind::lines) {
    style_line(drawn, series.stroke, number);
    return;
  }
  lxw_chart_fill fill{};
  fill.color = colours[number % colours.size()];
  chart_series_set_fill(drawn, &fill);
}

void set_titles(lxw_chart* drawn, Chart const& chart) {
  lxw_chart_font large{};
  large.size = 12;
  large.bold = LXW_TRUE;
  chart_title_set_name(drawn, chart.title.c_str());
  chart_title_set_name_font(drawn, &large);
  lxw_chart_font small{};
  small.size = 9;
  small.bold = LXW_EXPLICIT_FALSE;
  chart_axis_set_name(drawn->x_axis, chart.x_title.c_str());
  chart_axis_set_name_font(drawn->x_axis, &small);
  chart_axis_set_name(drawn->y_axis, chart.y_title.c_str());
  chart_axis_set_name_font(drawn->y_axis, &small);
}

bool has_negative(Chart const& chart) {
  for (ChartSeries const& series : chart.series) {
    for (std::size_t row = series.first; row < series.first + series.count; ++row) {
      auto const* const number = std::get_if<Number>(&series.table->rows[row][series.column]);
      if (number != nullptr && number->value < 0)
        return true;
    }
  }
  return false;
}

}  // namespace

lxw_error draw_chart(lxw_workbook* book, lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                     Chart const& chart, Language language) {
  lxw_chart* const drawn = workbook_add_chart(book, type_of(chart.kind));
  if (drawn == nullptr)
    throw std::bad_alloc();
  for (std::size_t index = 0; index < chart.series.size(); ++index)
    add_series(drawn, chart.kind, chart.series[index], index, language);
  set_titles(drawn, chart);
  chart_axis_set_num_format(drawn->y_axis, format_of(chart.look));
  if (chart.look == Look::share || chart.look == Look::chance) {
    chart_axis_set_min(drawn->y_axis, 0);
    chart_axis_set_max(drawn->y_axis, 1);
    chart_axis_set_major_unit(drawn->y_axis, 0.2);
  } else if (chart.kind != ChartKind::lines && !has_negative(chart)) {
    // Columns are compared by their length.
    chart_axis_set_min(drawn->y_axis, 0);
  }
  lxw_chart_line faint{};
  faint.color = 0xd9d9d9;
  chart_axis_major_gridlines_set_line(drawn->y_axis, &faint);
  chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
  std::string text = chart.text;
  lxw_chart_options options{};
  options.x_scale = 1.55;
  options.y_scale = 1.45;
  options.description = text.data();
  return worksheet_insert_chart_opt(sheet, row, column, drawn, &options);
}

}  // namespace meesterplan::output::workbook
