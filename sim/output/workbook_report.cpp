#include "sim/output/workbook_report.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>
#include <string_view>
#include <vector>

#include "sim/output/version.hpp"
#include "sim/output/workbook/book.hpp"
#include "sim/output/workbook/cell_text.hpp"
#include "sim/output/workbook/charts.hpp"
#include "sim/output/workbook/tables.hpp"
#include "sim/output/workbook/telling.hpp"

namespace meesterplan::output {
namespace {

using workbook::Table;
using workbook::Telling;

/// The number in `text` from `first` on; 0 where there is none.
int number_at(std::string_view text, std::size_t first, std::size_t count) {
  int number = 0;
  if (text.size() >= first + count)
    std::from_chars(text.data() + first, text.data() + first + count, number);
  return number;
}

/// The moment that "2026-11-28T14:05:09Z" names; of what is none the first of 1980, which
/// archives begin at, so that a file of the same run has the same bytes.
std::time_t moment_of(std::string_view text) {
  namespace chrono = std::chrono;
  auto const part = [](int number) { return static_cast<unsigned>(std::max(number, 0)); };
  chrono::year_month_day day{chrono::year(number_at(text, 0, 4)),
                             chrono::month(part(number_at(text, 5, 2))),
                             chrono::day(part(number_at(text, 8, 2)))};
  if (!day.ok() || day.year() < chrono::year(1980)) {
    day = chrono::year(1980) / 1 / 1;
    text = {};
  }
  auto const moment = chrono::sys_days(day) + chrono::hours(number_at(text, 11, 2)) +
                      chrono::minutes(number_at(text, 14, 2)) +
                      chrono::seconds(number_at(text, 17, 2));
  return chrono::duration_cast<chrono::seconds>(moment.time_since_epoch()).count();
}

/// Where printed pages come from, in signs that a footer does not take for orders.
std::string footer_of(std::span<ReportedRun const> runs) {
  std::string footer = "meesterplan " + std::string(version());
  std::size_t const n_told = std::min<std::size_t>(runs.size(), 4);
  for (ReportedRun const& run : runs.first(n_told)) {
    std::string hash = run.results->result_hash.substr(0, 16);
    hash.erase(std::remove(hash.begin(), hash.end(), '&'), hash.end());
    footer += ", " + hash;
  }
  return workbook::chart_text(footer, 120);
}

/// All sheets but the first and the charts.
struct Tables {
  Table targets, chances, first_met, dots, series, spread, history, costs, calendar, budgets, flows,
      known, staffing, masters, gaps, studies, questions, cards, sizes, prices, policies, drivers,
      notes, terms;
};

/// The plan by section: for those who make it.
void add_plan(Telling const& telling, std::optional<study::StaffingTable> const& staffing,
              Tables& tables) {
  if (staffing) {
    tables.staffing = workbook::staffing_table(telling, *staffing);
    workbook::add_staffing_notes(telling, *staffing, tables.notes);
  }
  tables.masters = workbook::masters_table(telling);
  tables.gaps = workbook::gap_table(telling);
  tables.studies = workbook::study_table(telling);
  tables.questions = workbook::question_table(telling);
}

Tables tables_of(Telling const& telling, std::optional<study::StaffingTable> const& staffing) {
  Tables tables;
  tables.targets = workbook::target_table(telling);
  tables.chances = workbook::chance_table(telling);
  tables.first_met = workbook::first_met_table(telling);
  tables.dots = workbook::dot_table(telling);
  tables.series = workbook::series_table(telling);
  tables.spread = workbook::spread_table(telling);
  tables.costs = workbook::cost_table(telling);
  tables.calendar = workbook::calendar_table(telling);
  tables.budgets = workbook::budget_table(telling);
  tables.flows = workbook::flow_table(telling);
  tables.known = workbook::known_table(telling);
  tables.history = workbook::history_table(telling);
  tables.cards = workbook::card_table(telling);
  tables.sizes = workbook::size_table(telling);
  tables.prices = workbook::price_table(telling);
  tables.policies = workbook::policy_table(telling);
  tables.notes = workbook::note_table(telling);
  tables.terms = workbook::term_table(telling);
  if (telling.reader() == Reader::hr || telling.reader() == Reader::region)
    tables.drivers = workbook::driver_table(telling);
  if (telling.reader() == Reader::hr)
    add_plan(telling, staffing, tables);
  return tables;
}

/// Those with rows, in the order of the sheets.
std::vector<Table const*> shown(Tables const& tables) {
  std::vector<Table const*> all = {
      &tables.targets,  &tables.chances,   &tables.first_met, &tables.dots,     &tables.series,
      &tables.spread,   &tables.history,   &tables.costs,     &tables.calendar, &tables.budgets,
      &tables.flows,    &tables.known,     &tables.staffing,  &tables.masters,  &tables.gaps,
      &tables.studies,  &tables.questions, &tables.cards,     &tables.sizes,    &tables.prices,
      &tables.policies, &tables.drivers,   &tables.notes,     &tables.terms};
  auto const is_empty = [](Table const* table) { return table->rows.empty(); };
  all.erase(std::remove_if(all.begin(), all.end(), is_empty), all.end());
  return all;
}

}  // namespace

void write_workbook(std::span<ReportedRun const> runs, Reader reader, Language language,
                    std::string const& path, std::optional<study::StaffingTable> const& staffing) {
  Telling const telling(runs, reader, language);
  Tables const tables = tables_of(telling, staffing);
  std::vector<Table const*> const sheets = shown(tables);
  std::vector<workbook::Chart> const charts = workbook::charts(
      telling, {tables.chances, tables.spread, tables.series, tables.costs, tables.budgets});
  workbook::Book book(path, {"meesterplan: " + runs.front().results->scenario, footer_of(runs),
                             moment_of(runs.front().kept_at), language});
  book.add(workbook::about_table(telling, sheets));
  if (!charts.empty()) {
    book.add(charts, {"Grafieken", "Charts"},
             telling.text("Elke grafiek tekent getallen van de andere werkbladen.",
                          "Each chart draws numbers of the other sheets."));
  }
  for (Table const* const sheet : sheets)
    book.add(*sheet);
  book.close();
}

}  // namespace meesterplan::output
