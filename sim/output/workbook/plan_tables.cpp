#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "sim/output/workbook/tables.hpp"
#include "sim/output/workbook/unit_series.hpp"

namespace meesterplan::output::workbook {
namespace {

using results::Results;
using results::TargetResult;

/// Tables of the plan tell of the first run: what others differ from.
constexpr std::size_t planned = 0;

/// Last year of the plan: that of the first target, or else of the run.
int target_year(Results const& results) {
  return results.targets.empty() ? results.start + results.years : results.targets.front().by;
}

/// The share of masters that the first target about them asks of everything together.
std::optional<double> masters_asked(Results const& results) {
  auto const found =
      std::find_if(results.targets.begin(), results.targets.end(), [](TargetResult const& target) {
        return target.level == "total" && target.metric == "masters";
      });
  if (found == results.targets.end())
    return std::nullopt;
  return static_cast<double>(found->bound.numerator) /
         static_cast<double>(found->bound.denominator);
}

/// The sections, after the schools where there are several.
std::vector<UnitSeries> planned_units(Results const& results) {
  std::vector<UnitSeries> units = units_of(results, "school");
  if (units.size() == 1)
    units.clear();
  std::vector<UnitSeries> const sections = units_of(results, "section");
  units.insert(units.end(), sections.begin(), sections.end());
  return units;
}

Value heads(std::optional<double> const& value) {
  return number_of(value, "heads");
}

bool tells_nothing(std::vector<Value> const& cells) {
  return std::all_of(cells.begin(), cells.end(), [](Value const& cell) {
    return std::holds_alternative<std::monostate>(cell);
  });
}

Row cells_of(Telling const& telling, UnitSeries const& unit) {
  return telling.unit_cells(planned, std::string(unit.level), std::string(unit.unit));
}

/// Teachers of a unit whom a share counts; empty where it or they are not told.
std::optional<double> counted(UnitSeries const& unit, std::string_view share, int year) {
  std::optional<double> const part = mean_at(unit, share, year);
  std::optional<double> const all = mean_at(unit, "heads", year);
  return part && all ? std::optional(*part * *all) : std::nullopt;
}

std::vector<Value> masters_cells(UnitSeries const& unit, int year) {
  std::vector<Value> cells = {heads(counted(unit, "degree_hbo_master", year)),
                              heads(counted(unit, "degree_wo_master", year))};
  for (char const* const metric : {"masters_sitting", "masters_starter", "masters_upskilled",
                                   "masters_outside", "masters_heads"})
    cells.push_back(heads(mean_at(unit, metric, year)));
  return cells;
}

std::vector<Value> gap_cells(Results const& results, UnitSeries const& unit,
                             std::optional<double> const& share) {
  int const start = results.start;
  int const by = target_year(results);
  auto const fte = [](std::optional<double> const& value) { return number_of(value, "fte"); };
  std::optional<double> const teachers = mean_at(unit, "heads", by);
  std::optional<double> const expected = mean_at(unit, "masters_heads", by);
  std::optional<double> wanted, gap;
  if (share && teachers)
    wanted = *share * *teachers;
  if (wanted && expected)
    gap = *expected - *wanted;
  return {fte(mean_at(unit, "net_fte", start)),
          fte(mean_at(unit, "demand", by)),
          fte(mean_at(unit, "unfilled", by)),
          heads(mean_at(unit, "masters_heads", start)),
          heads(wanted),
          heads(expected),
          heads(gap)};
}

std::vector<Value> study_cells(Results const& results, UnitSeries const& unit) {
  int const by = target_year(results);
  std::vector<Value> cells = {heads(mean_at(unit, "studying", results.start))};
  for (char const* const metric : {"enrolments", "graduations", "dropouts"})
    cells.push_back(heads(mean_over(unit, metric, results.start + 1, by)));
  return cells;
}

std::vector<std::string> gap_titles(Telling const& telling, int start, int by) {
  auto const with_year = [&](char const* nl, char const* en, int year) {
    return fmt::format(fmt::runtime(telling.text(nl, en)), year);
  };
  return {
      with_year("Inzetbare fte nu ({})", "Deployable fte now ({})", start),
      with_year("Nodige fte ({})", "Fte needed ({})", by),
      with_year("Niet vervulde fte ({})", "Unfilled fte ({})", by),
      with_year("Masters nu (aantal, {})", "Masters now (number, {})", start),
      with_year("Masters nodig (aantal, {})", "Masters needed (number, {})", by),
      with_year("Masters verwacht (aantal, {})", "Masters expected (number, {})", by),
      telling.text("Verschil: verwacht min nodig (aantal)", "Gap: expected less needed (number)")};
}

}  // namespace

Table masters_table(Telling const& telling) {
  Table table;
  table.name = {"Tabel 3", "Table 3"};
  table.about = {
      "Verwachte masters per sectie, nu en in het jaar van het eerste doel: naar soort (ieders "
      "hoogste diploma) en naar herkomst (hoe iemand als master kwam).",
      "Masters expected by section, now and in the year of the first target: by kind (everybody's "
      "highest degree) and by route (how somebody came as a master)."};
  table.columns =
      with(telling.unit_columns(),
           {telling.text("Jaar (1 oktober)", "Year (1 October)"),
            telling.text("Hbo-masters (aantal)", "Hbo masters (number)"),
            telling.text("Wo-masters (aantal)", "Wo masters (number)"),
            telling.text("Herkomst: zat er al (aantal)", "Route: here already (number)"),
            telling.text("Herkomst: als starter (aantal)", "Route: as starter (number)"),
            telling.text("Herkomst: studie hier (aantal)", "Route: study here (number)"),
            telling.text("Herkomst: van buiten (aantal)", "Route: from outside (number)"),
            telling.text("Alle masters (aantal)", "All masters (number)")});
  table.n_fixed = telling.unit_columns().size() + 1;
  Results const& results = telling.results(planned);
  for (UnitSeries const& unit : planned_units(results)) {
    for (int const year : std::set<int>{results.start, target_year(results)}) {
      std::vector<Value> cells = masters_cells(unit, year);
      if (tells_nothing(cells))
        continue;
      Row row = with(cells_of(telling, unit), {year_cell(year)});
      table.rows.push_back(with(std::move(row), std::move(cells)));
    }
  }
  return table;
}

Table gap_table(Telling const& telling) {
  Table table;
  table.name = {"Tabel 4", "Table 4"};
  table.about = {
      "Huidig, gewenst en het verschil per sectie, in het jaar van het eerste doel. Masters nodig: "
      "het doel maal de docenten van de sectie in dat jaar.",
      "Current, desired and gap by section, in the year of the first target. Masters needed: the "
      "target times the teachers of the section in that year."};
  Results const& results = telling.results(planned);
  table.columns =
      with(telling.unit_columns(), gap_titles(telling, results.start, target_year(results)));
  table.n_fixed = telling.unit_columns().size();
  std::optional<double> const share = masters_asked(results);
  for (UnitSeries const& unit : planned_units(results)) {
    std::vector<Value> cells = gap_cells(results, unit, share);
    if (!tells_nothing(cells))
      table.rows.push_back(with(cells_of(telling, unit), std::move(cells)));
  }
  return table;
}

Table study_table(Telling const& telling) {
  Table table;
  table.name = {"Studieplan", "Study plan"};
  table.about = {
      "Wie er per sectie studeert, nu en gemiddeld per schooljaar tot het jaar van het eerste "
      "doel; de afspraken vult de sectie in.",
      "Who studies by section, now and on average by school year until the year of the first "
      "target; the section fills in the agreements."};
  table.columns =
      with(telling.unit_columns(),
           {telling.text("Studeert nu (aantal)", "Studying now (number)"),
            telling.text("Begint (aantal per jaar)", "Begin (number a year)"),
            telling.text("Haalt een master (aantal per jaar)", "Take a master (number a year)"),
            telling.text("Stopt (aantal per jaar)", "Drop out (number a year)")});
  table.columns.push_back({telling.text("Afspraak", "Agreement"), Width::prose});
  table.n_fixed = telling.unit_columns().size();
  Results const& results = telling.results(planned);
  for (UnitSeries const& unit : planned_units(results)) {
    std::vector<Value> cells = study_cells(results, unit);
    if (tells_nothing(cells))
      continue;
    cells.emplace_back();
    table.rows.push_back(with(cells_of(telling, unit), std::move(cells)));
  }
  return table;
}

Table question_table(Telling const& telling) {
  Table table;
  table.name = {"Open vragen", "Open questions"};
  table.about = {"Wat getallen niet zeggen: vul de antwoorden in en bewaar ze bij het plan.",
                 "What numbers do not tell: fill in the answers and keep them with the plan."};
  table.columns = {{telling.text("Vraag", "Question"), Width::prose},
                   {telling.text("Antwoord", "Answer"), Width::prose}};
  table.n_fixed = 1;
  // Those of the page: web/words/*/hr.ts.
  Text const questions[] = {
      {"Welke secties hebben als eerste een master nodig, en waarom?",
       "Which sections need a master first, and why?"},
      {"Welke docenten willen studeren, en wat hebben zij nodig?",
       "Which teachers want to study, and what do they need?"},
      {"Welke taken en lessen krijgt wie een master heeft?",
       "Which tasks and lessons do those with a master get?"},
      {"Welke vacatures zetten we in maart tot mei open, en met welke eis?",
       "Which vacancies do we open in March to May, and with which requirement?"},
      {"Wat doen we om starters en ervaren docenten te houden?",
       "What do we do to keep starters and experienced teachers?"},
      {"Wie is verantwoordelijk, en wanneer kijken we opnieuw?",
       "Who is responsible, and when do we look again?"},
  };
  for (results::QuestionRow const& own : telling.results(0).questions)
    table.rows.push_back({own.text, own.answer.empty() ? Value() : Value(own.answer)});
  for (Text const& question : questions)
    table.rows.push_back({question.in(telling.language()), {}});
  return table;
}

}  // namespace meesterplan::output::workbook
