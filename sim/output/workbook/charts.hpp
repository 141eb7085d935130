#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/output/workbook/table.hpp"
#include "sim/output/workbook/telling.hpp"

namespace meesterplan::output::workbook {

enum class ChartKind { lines, columns, stacked };

/// How a line stands out; columns have no need of it.
enum class Stroke {
  own,    ///< each line its own colour, marks and dashes
  heavy,  ///< the middle of a fan
  thin,   ///< its edges
  bound,  ///< what has to be reached
};

/// Cells of a table, from above down.
struct ChartSeries {
  std::string name;
  Table const* table = nullptr;
  std::size_t column = 0;
  std::size_t year_column = 0;
  std::size_t first = 0, count = 0;  ///< rows of the table, from 0
  Stroke stroke = Stroke::own;
};

struct Chart {
  ChartKind kind = ChartKind::lines;
  std::string title;
  std::string x_title, y_title;
  Look look = Look::decimal;
  std::string text;  ///< for who does not see it: the title, and each series' first and last number
  std::vector<ChartSeries> series;  ///< at least one
};

/// Where charts take their numbers; the tables must outlive the charts.
struct Drawn {
  Table const& chances;
  Table const& spread;
  Table const& series;
  Table const& costs;
  Table const& budgets;
};

/// Chance of each target by year; the fan of what each target counts, with its bound; staff,
/// vacancies and what stays unfilled of the whole; costs by kind; budgets. Those of which there
/// are numbers, and where there are many the first of them.
std::vector<Chart> charts(Telling const& telling, Drawn const& drawn);

}  // namespace meesterplan::output::workbook
