#pragma once

#include <cstddef>
#include <vector>

#include "sim/output/workbook/table.hpp"

namespace meesterplan::output::workbook {

/// How wide each column has to be to show what it holds, in characters; long texts are cut by
/// the eye, and titles stand on a few lines.
std::vector<double> column_widths(Table const& table);

/// On how many lines the widest title of the head stands in columns of those widths.
std::size_t lines_of_head(Table const& table, std::vector<double> const& widths);

/// On how many lines the prose of a row stands.
std::size_t lines_of(Row const& row, Table const& table, std::vector<double> const& widths);

/// How many of the columns that should stay in view may, so that others are seen beside them.
std::size_t columns_in_view(Table const& table, std::vector<double> const& widths);

}  // namespace meesterplan::output::workbook
