#include <algorithm>
#include <string>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/output/names.hpp"
#include "sim/output/workbook/tables.hpp"

namespace meesterplan::output::workbook {
namespace {

Number chance(double value) {
  return {value, Look::chance};
}

/// What the file tells of somebody, in words.
std::string event_name(std::string const& event, Telling const& telling) {
  if (event == "leaves")
    return telling.text("vertrekt", "leaves");
  if (event == "starts")
    return telling.text("begint", "starts");
  if (event == "hours")
    return telling.text("werkt meer of minder uren", "changes hours");
  if (event == "pension_age")
    return telling.text("AOW-leeftijd, gaat misschien", "state pension age, may go");
  if (event == "contract_end")
    return telling.text("tijdelijk contract loopt af", "temporary contract ends");
  return event;
}

Row flow_row(Telling const& telling, std::size_t run, results::FlowRow const& flow) {
  bool const is_in = flow.to == flow.stock;
  auto const heads = [](double value) { return number_of(value, "heads"); };
  auto const quantile = [](std::optional<double> const& value) {
    return number_of(value, "heads");
  };
  return with(telling.unit_cells(run, flow.level, flow.unit),
              {year_cell(flow.year), stock_name(flow.stock, telling.language()),
               is_in ? telling.text("erbij", "in") : telling.text("eraf", "out"),
               cause_name(flow.cause, telling.language()), heads(is_in ? flow.mean : -flow.mean),
               heads(flow.mean), quantile(flow.p10), quantile(flow.p90)});
}

/// Rows about the whole first, then those about its parts; else in their order.
template <class Told>
std::vector<Told const*> largest_first(std::vector<Told> const& rows) {
  std::vector<Told const*> sorted;
  sorted.reserve(rows.size());
  for (Told const& row : rows)
    sorted.push_back(&row);
  std::stable_sort(sorted.begin(), sorted.end(), [](Told const* left, Told const* right) {
    return level_rank(left->level) < level_rank(right->level);
  });
  return sorted;
}

/// Those of one target and unit together, the largest share first.
std::vector<results::DriverRow> largest_share_first(std::vector<results::DriverRow> drivers) {
  for (auto first = drivers.begin(); first != drivers.end();) {
    auto const last = std::find_if(first, drivers.end(), [&](results::DriverRow const& row) {
      return row.target != first->target || row.unit != first->unit;
    });
    std::stable_sort(first, last,
                     [](results::DriverRow const& left, results::DriverRow const& right) {
                       return left.share > right.share;
                     });
    first = last;
  }
  return drivers;
}

}  // namespace

Table flow_table(Telling const& telling) {
  Table table;
  table.name = {"Stromen", "Flows"};
  table.about = {
      "Wie erbij kwam en wie vertrok in het jaar tot 1 oktober. Per eenheid, jaar en "
      "groep is de som van de veranderingen die van het gemiddelde aantal.",
      "Who came and who left in the year until 1 October. By unit, year and group the "
      "changes add up to that of the mean number."};
  table.columns = with(
      telling.unit_columns(),
      {telling.text("Jaar (tot 1 oktober)", "Year (until 1 October)"),
       telling.text("Groep", "Group"), telling.text("Richting", "Direction"),
       telling.text("Oorzaak", "Cause"), telling.text("Verandering (aantal)", "Change (number)"),
       telling.text("Gemiddeld (aantal)", "Mean (number)"),
       telling.text("In 1 van de 10 toekomsten hoogstens", "In 1 of 10 futures at most"),
       telling.text("In 9 van de 10 toekomsten hoogstens", "In 9 of 10 futures at most")});
  table.n_fixed = telling.unit_columns().size() + 1;
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (results::FlowRow const* const flow : largest_first(telling.results(run).flows))
      table.rows.push_back(flow_row(telling, run, *flow));
  }
  return table;
}

Table known_table(Telling const& telling) {
  Table table;
  table.name = {"Nu al bekend", "Known already"};
  table.about = {"Wat de bestanden al zeggen over de komende jaren.",
                 "What the files tell already of the coming years."};
  table.columns = with(telling.unit_columns(),
                       {telling.text("Jaar (tot 1 oktober)", "Year (until 1 October)"),
                        telling.text("Wat er gebeurt", "What happens"),
                        telling.text("Oorzaak", "Cause"), telling.text("Vanaf maand", "From month"),
                        telling.text("Docenten (aantal)", "Teachers (number)"), "Fte"});
  table.n_fixed = telling.unit_columns().size() + 1;
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (results::KnownRow const* const row : largest_first(telling.results(run).known)) {
      results::KnownRow const& known = *row;
      table.rows.push_back(
          with(telling.unit_cells(run, known.level, known.unit),
               {year_cell(known.year), event_name(known.event, telling),
                known.cause.empty() ? Value() : Value(cause_name(known.cause, telling.language())),
                known.month.empty() ? Value() : Value(known.month),
                whole(static_cast<double>(known.heads)), number_of(known.fte, "fte")}));
    }
  }
  return table;
}

Table budget_table(Telling const& telling) {
  Table table;
  table.name = {"Begroting", "Budgets"};
  table.about = {"Wat een bestuur per kalenderjaar mag uitgeven, en de kans dat het meer wordt.",
                 "What a board may spend by calendar year, and the chance that it spends more."};
  table.columns =
      with(telling.run_columns(),
           {telling.text("Bestuur", "Board"), telling.text("Kalenderjaar", "Calendar year"),
            telling.text("Begroting (euro)", "Budget (euro)"),
            telling.text("Kosten, gemiddeld (euro)", "Costs, mean (euro)"),
            telling.text("Kosten, standaardafwijking (euro)", "Costs, standard deviation (euro)"),
            telling.text("Boven de begroting (toekomsten)", "Over the budget (futures)"),
            telling.text("Kans op meer", "Chance of more"),
            telling.text("Standaardfout van de kans", "Standard error of the chance"),
            telling.text("Kans, 95%-interval vanaf", "Chance, 95% interval from"),
            telling.text("Kans, 95%-interval tot", "Chance, 95% interval to")});
  set_keys(table.columns, {"year", "amount", "mean", "", "", "", "", "", ""});
  table.n_fixed = telling.run_columns().size() + 2;
  auto const euro = [](double value) { return number_of(value, "euro"); };
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (results::BudgetResult const& budget : telling.results(run).budgets) {
      table.add(
          {run, "budget", "board", budget.board},
          with(telling.run_cells(run),
               {budget.board.empty() ? Value() : Value(budget.board), year_cell(budget.year),
                euro(budget.amount), euro(budget.mean), euro(budget.sd),
                whole(static_cast<double>(budget.over)), chance(budget.probability),
                chance(budget.standard_error), chance(budget.ci_low), chance(budget.ci_high)}));
    }
  }
  return table;
}

Table driver_table(Telling const& telling) {
  Table table;
  table.name = {"Drijfveren", "Drivers"};
  table.about = {"Welk deel van de spreiding in een doel samengaat met elk onzeker getal.",
                 "What part of the spread in a target goes with each uncertain number."};
  table.columns =
      with(telling.run_columns(),
           {telling.text("Doel", "Target"), telling.text("Eenheid", "Unit"),
            telling.text("Onzeker getal", "Uncertain number"),
            telling.text("Deel van de spreiding", "Part of the spread"),
            telling.text("95%-interval vanaf", "95% interval from"),
            telling.text("95%-interval tot", "95% interval to"),
            telling.text("Ruis: hieronder is het toeval", "Noise: below this it is luck"),
            telling.text("Van toeval te onderscheiden", "Told apart from luck")});
  table.n_fixed = telling.run_columns().size() + 1;
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (results::DriverRow const& driver : largest_share_first(telling.results(run).drivers)) {
      table.rows.push_back(
          with(telling.run_cells(run),
               {driver.target, driver.unit == "all" ? telling.text("alles", "all") : driver.unit,
                parameter_name(driver.parameter, telling.language()), chance(driver.share),
                chance(driver.low), chance(driver.high), chance(driver.noise),
                driver.distinguishable ? telling.text("ja", "yes") : telling.text("nee", "no")}));
    }
  }
  return table;
}

Table note_table(Telling const& telling) {
  Table table;
  table.name = {"Opmerkingen", "Notes"};
  table.about = {"Waarschuwingen over de bestanden, en waarden die zijn ingevuld.",
                 "Warnings about the files, and values that were filled in."};
  table.columns = telling.run_columns();
  table.columns.push_back({telling.text("Soort", "Kind")});
  table.columns.push_back({telling.text("Opmerking", "Note"), Width::prose});
  table.columns = with(std::move(table.columns),
                       {telling.text("Bestand", "File"), telling.text("Blad", "Sheet"),
                        telling.text("Regel", "Line"), telling.text("Kolom", "Column"),
                        telling.text("Veld", "Field")});
  auto const number = [](int value) { return value == 0 ? Value() : Value(year_cell(value)); };
  auto const text = [](std::string const& words) { return words.empty() ? Value() : Value(words); };
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (Problem const& note : telling.results(run).notes) {
      bool const is_warning = note.severity != Severity::note;
      table.rows.push_back(with(
          telling.run_cells(run),
          {is_warning ? telling.text("waarschuwing", "warning") : telling.text("opmerking", "note"),
           note.message.in(telling.language()), text(note.file), text(note.sheet),
           number(note.line), number(note.column),
           text(note.label.in(telling.language()).empty() ? note.field
                                                          : note.label.in(telling.language()))}));
    }
  }
  return table;
}

}  // namespace meesterplan::output::workbook
