#pragma once

#include <xlsxwriter.h>

#include "sim/base/text.hpp"
#include "sim/output/workbook/charts.hpp"

namespace meesterplan::output::workbook {

/// Puts the chart on `sheet` with its corner in that cell. Its numbers stay where they are, on
/// the sheets of its tables.
lxw_error draw_chart(lxw_workbook* book, lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                     Chart const& chart, Language language);

}  // namespace meesterplan::output::workbook
