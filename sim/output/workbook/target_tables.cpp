#include <string>

#include "sim/output/metric_texts.hpp"
#include "sim/output/names.hpp"
#include "sim/output/workbook/tables.hpp"

namespace meesterplan::output::workbook {
namespace {

using results::TargetResult;

Number chance(double value) {
  return {value, Look::chance};
}

Value chance(std::optional<double> const& value) {
  return value ? Value(chance(*value)) : Value();
}

Number bound_of(TargetResult const& target) {
  double const value =
      static_cast<double>(target.bound.numerator) / static_cast<double>(target.bound.denominator);
  Number number = number_of(value, target.measure);
  // A bound such as 33.3% is not to look like 33%.
  if (number.look == Look::share)
    number.look = Look::chance;
  return number;
}

std::string direction_of(TargetResult const& target, Telling const& telling) {
  return target.direction == "at_least" ? telling.text("minstens", "at least")
                                        : telling.text("hoogstens", "at most");
}

/// Run, target, level, school, unit: what rows about a target begin with.
Row cells_of(Telling const& telling, std::size_t run, TargetResult const& target) {
  Row row = telling.unit_cells(run, target.level, target.unit);
  row.insert(row.begin() + static_cast<std::ptrdiff_t>(telling.run_columns().size()), target.name);
  return row;
}

std::vector<Column> columns_of(Telling const& telling) {
  std::vector<Column> columns = telling.unit_columns();
  columns.insert(columns.begin() + static_cast<std::ptrdiff_t>(telling.run_columns().size()),
                 {telling.text("Doel", "Target")});
  return columns;
}

Row shortfall_cells(TargetResult const& target, Language language) {
  if (!target.shortfall)
    return Row(6);
  results::Shortfall const& shortfall = *target.shortfall;
  auto const number = [&](double value) { return Value(number_of(value, shortfall.measure)); };
  bool const is_heads = shortfall.measure == "heads";
  return {number(shortfall.mean),
          number(shortfall.p10),
          number(shortfall.p50),
          number(shortfall.p90),
          number(shortfall.per_year),
          is_heads ? Value(metric_name("heads", language))
                   : Value(measure_name(shortfall.measure, language))};
}

Row definition_cells(TargetResult const& target, Language language) {
  MetricText const* const text = find_metric_text(target.metric);
  return {text == nullptr ? Value() : Value(text->definition.in(language))};
}

std::vector<std::string> target_titles(Telling const& telling) {
  return {
      telling.text("Wat", "What"),
      telling.text("Richting", "Direction"),
      telling.text("Grens", "Bound"),
      telling.text("Uiterlijk op 1 oktober", "By 1 October of"),
      telling.text("Gehaald (toekomsten)", "Met (futures)"),
      telling.text("Van toepassing (toekomsten)", "Applies (futures)"),
      telling.text("Niemand om te tellen (toekomsten)", "Nobody to count (futures)"),
      telling.text("Kans", "Chance"),
      telling.text("Standaardfout van de kans", "Standard error of the chance"),
      telling.text("Kans, 95%-interval vanaf", "Chance, 95% interval from"),
      telling.text("Kans, 95%-interval tot", "Chance, 95% interval to"),
      telling.text("Kans bij alleen toeval", "Chance when only luck differs"),
      telling.text("Standaardfout daarvan", "Standard error of that"),
      telling.text("Tekort, gemiddeld", "Short, mean"),
      telling.text("Tekort, in 1 op 10 toekomsten hoogstens", "Short, in 1 of 10 futures at most"),
      telling.text("Tekort, middelste toekomst", "Short, middle future"),
      telling.text("Tekort, in 9 op 10 toekomsten hoogstens", "Short, in 9 of 10 futures at most"),
      telling.text("Tekort, per jaar in te lopen", "Short, to make up a year"),
      telling.text("Tekort in", "Short in"),
  };
}

Row target_row(Telling const& telling, std::size_t run, TargetResult const& target) {
  Row row = with(cells_of(telling, run, target),
                 {metric_name(target.metric, telling.language()), direction_of(target, telling),
                  bound_of(target), year_cell(target.by), whole(static_cast<double>(target.met)),
                  whole(static_cast<double>(target.applies)),
                  whole(static_cast<double>(target.not_applicable)), chance(target.probability),
                  chance(target.standard_error), chance(target.ci_low), chance(target.ci_high),
                  chance(target.chance_probability), chance(target.chance_standard_error)});
  row = with(std::move(row), shortfall_cells(target, telling.language()));
  return with(std::move(row), definition_cells(target, telling.language()));
}

}  // namespace

Table target_table(Telling const& telling) {
  Table table;
  table.name = {"Doelen", "Targets"};
  table.about = {"De kans dat elk doel in zijn jaar is gehaald, en wat er dan tekort komt.",
                 "The chance that each target is met in its year, and what falls short then."};
  table.n_fixed = telling.run_columns().size() + 1;
  table.columns = with(columns_of(telling), target_titles(telling));
  table.columns.push_back({telling.text("Betekenis", "Definition"), Width::prose});
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (TargetResult const& target : telling.results(run).targets)
      table.rows.push_back(target_row(telling, run, target));
  }
  return table;
}

Table chance_table(Telling const& telling) {
  Table table;
  table.name = {"Kans per jaar", "Chance by year"};
  table.about = {"De kans dat elk doel op 1 oktober van elk jaar is gehaald.",
                 "The chance that each target is met on 1 October of each year."};
  table.columns =
      with(columns_of(telling),
           {telling.text("Jaar (1 oktober)", "Year (1 October)"), telling.text("Grens", "Bound"),
            telling.text("Gehaald (toekomsten)", "Met (futures)"),
            telling.text("Van toepassing (toekomsten)", "Applies (futures)"),
            telling.text("Kans", "Chance"),
            telling.text("Standaardfout van de kans", "Standard error of the chance")});
  set_keys(table.columns, {"year", "bound", "", "", "chance", ""});
  table.n_fixed = columns_of(telling).size() + 1;
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (TargetResult const& target : telling.results(run).targets) {
      for (results::TargetYear const& year : target.by_year) {
        table.add(
            {run, target.name, target.level, target.unit},
            with(cells_of(telling, run, target),
                 {year_cell(year.year), bound_of(target), whole(static_cast<double>(year.met)),
                  whole(static_cast<double>(year.applies)), chance(year.probability),
                  chance(year.standard_error)}));
      }
    }
  }
  return table;
}

Table dot_table(Telling const& telling) {
  Table table;
  table.name = {"Toekomsten per doel", "Futures by target"};
  table.about = {
      "Waar elk doel in zijn jaar staat: getallen van laag naar hoog, die elk voor "
      "evenveel toekomsten staan.",
      "Where each target stands in its year: numbers from low to high, each of which "
      "stands for as many futures."};
  table.columns =
      with(columns_of(telling),
           {telling.text("Op 1 oktober", "On 1 October of"), telling.text("Nummer", "Number"),
            telling.text("Stand", "Value"), telling.text("Grens", "Bound")});
  table.n_fixed = columns_of(telling).size() + 2;
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (TargetResult const& target : telling.results(run).targets) {
      int number = 0;
      for (results::TargetDot const& dot : target.dots) {
        Number const bound = bound_of(target);
        table.rows.push_back(with(
            cells_of(telling, run, target),
            {year_cell(target.by), year_cell(++number), Number{dot.value, bound.look}, bound}));
      }
    }
  }
  return table;
}

Table first_met_table(Telling const& telling) {
  Table table;
  table.name = {"Eerste keer gehaald", "First met"};
  table.about = {
      "In welk jaar elk doel voor het eerst wordt gehaald; de regel zonder jaar telt de "
      "toekomsten waarin dat nooit gebeurt.",
      "In which year each target is met first; the row without a year counts the "
      "futures in which that never happens."};
  table.columns = with(
      columns_of(telling),
      {telling.text("Jaar (1 oktober)", "Year (1 October)"), telling.text("Toekomsten", "Futures"),
       telling.text("Kans, uiterlijk in dat jaar", "Chance, by that year")});
  table.n_fixed = columns_of(telling).size() + 1;
  for (std::size_t run = 0; run < telling.n_runs(); ++run) {
    for (TargetResult const& target : telling.results(run).targets) {
      for (results::FirstMet const& first : target.first_met) {
        table.rows.push_back(with(cells_of(telling, run, target),
                                  {first.year ? Value(year_cell(*first.year)) : Value(),
                                   whole(static_cast<double>(first.futures)),
                                   first.year ? Value(chance(first.cumulative)) : Value()}));
      }
    }
  }
  return table;
}

}  // namespace meesterplan::output::workbook
