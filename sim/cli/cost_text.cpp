#include "sim/cli/cost_text.hpp"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/cli/numbers.hpp"
#include "sim/cli/series_index.hpp"
#include "sim/cli/table.hpp"

namespace meesterplan::cli {
namespace {

struct Kind {
  std::string_view metric;
  std::string_view nl, en;
};

constexpr Kind kinds[] = {
    {"cost_wages", "loon", "wages"},          {"cost_policy", "beleid", "policies"},
    {"cost_study", "scholing", "study"},      {"cost_vacancy", "vacatures", "vacancies"},
    {"cost_turnover", "vertrek", "turnover"}, {"cost_redundancy", "ontslag", "redundancy"},
};

std::string thousands(double euro, Language language) {
  constexpr double a_thousand = 1000;
  return decimal(euro / a_thousand, 0, language);
}

/// "2026/27": the school year that ends in `year`.
std::string school_year(int year) {
  return fmt::format("{}/{:02}", year - 1, year % 100);
}

/// The middle future, and where 9 of 10 futures lie.
std::string spread(results::SeriesRow const* row, Language language) {
  if (row == nullptr)
    return "-";
  if (!row->quantiles)
    return thousands(row->mean, language);
  std::string const low = thousands(row->quantiles->p05, language);
  std::string const high = thousands(row->quantiles->p95, language);
  std::string text = thousands(row->quantiles->p50, language);
  if (low != high)
    text += fmt::format(" ({} - {})", low, high);
  return text;
}

std::string mean(results::SeriesRow const* row, Language language) {
  return row == nullptr ? "-" : thousands(row->mean, language);
}

void write_budgets(results::Results const& results, Language language, std::ostream& stream) {
  if (results.budgets.empty())
    return;
  bool const nl = language == Language::nl;
  TextTable table({nl ? "kalenderjaar" : "calendar year", nl ? "bestuur" : "board",
                   nl ? "begroting" : "budget", nl ? "verwacht" : "expected",
                   nl ? "kans op meer" : "chance of more", "95%"});
  for (results::BudgetResult const& budget : results.budgets) {
    table.add({std::to_string(budget.year), budget.board, thousands(budget.amount, language),
               thousands(budget.mean, language), chance(budget.probability, language),
               fmt::format("{} - {}", percent(budget.ci_low, 1, language),
                           percent(budget.ci_high, 1, language))});
  }
  stream << (nl ? "\nBegroting per kalenderjaar, in duizenden euro's\n"
                : "\nBudget by calendar year, in thousands of euros\n")
         << table.text();
}

}  // namespace

void write_costs(results::Results const& results, Language language, std::ostream& stream) {
  SeriesIndex const index(results.series);
  Scope const scope = whole_of(results);
  if (!index.has("cost_total", scope))
    return;
  bool const nl = language == Language::nl;
  std::vector<Kind> shown;
  std::copy_if(std::begin(kinds), std::end(kinds), std::back_inserter(shown),
               [&](Kind const& kind) { return index.has(kind.metric, scope); });
  std::vector<std::string> head = {nl ? "schooljaar" : "school year", nl ? "in totaal" : "in all"};
  for (Kind const& kind : shown)
    head.emplace_back(nl ? kind.nl : kind.en);
  TextTable table(head);
  for (int year = results.start + 1; year <= results.start + results.years; ++year) {
    std::vector<std::string> row = {school_year(year),
                                    spread(index.find("cost_total", scope, year), language)};
    for (Kind const& kind : shown)
      row.push_back(mean(index.find(kind.metric, scope, year), language));
    table.add(row);
  }
  stream << (nl ? "\nKosten in duizenden euro's (in totaal: de middelste toekomst, tussen haakjes "
                  "9 van de 10 toekomsten; per soort gemiddeld)\n"
                : "\nCosts in thousands of euros (in all: the middle future, in brackets 9 of 10 "
                  "futures; by kind the mean)\n")
         << table.text();
  write_budgets(results, language, stream);
}

}  // namespace meesterplan::cli
