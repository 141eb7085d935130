#include "sim/output/workbook/tables.hpp"

namespace meesterplan::output::workbook {

Table history_table(Telling const& telling) {
  Table table;
  table.name = {"Verleden", "History"};
  table.about = {"Hoe het was voor de peildatum, zoals het bestand ervan zegt.",
                 "How it was before the reference date, as the file about it says."};
  table.columns = with(telling.unit_columns(),
                       {telling.text("Jaar", "Year"), telling.text("Uitkomstmaat", "Metric"),
                        telling.text("Waarde", "Value")});
  table.columns.push_back({telling.text("Bron", "Source"), Width::prose});
  table.n_fixed = telling.unit_columns().size() + 1;
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (results::HistoryRow const& row : telling.results(run).history) {
      table.rows.push_back(with(
          telling.unit_cells(run, row.level, row.unit),
          {year_cell(row.year), title_of(row.metric, row.measure, telling.language()),
           number_of(row.value, row.measure), row.source.empty() ? Value() : Value(row.source)}));
    }
  }
  return table;
}

}  // namespace meesterplan::output::workbook
