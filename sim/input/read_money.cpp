#include "sim/input/read_money.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "sim/input/assign.hpp"
#include "sim/input/keys.hpp"
#include "sim/input/rate_tables.hpp"

namespace meesterplan::input {
namespace {

using scenario::BudgetRow;
using scenario::Money;
using scenario::Quantity;
using scenario::WageRow;

constexpr int first_year = 1900;
constexpr int last_year = 2200;
constexpr int longest_experience = 100;

std::vector<WageRow> read_wages(Sheet const& sheet) {
  std::vector<WageRow> rows;
  std::string const name = sheet.reading().table_name(sheet.file());
  for_each_row(sheet, [&](Row& row) {
    WageRow wage;
    wage.place = row.place();
    wage.scale =
        row.choice<scenario::Scale>("scale", scale_words()).value_or(scenario::Scale::none);
    wage.experience = read_range(row, "experience", 0, longest_experience);
    wage.amount = read_uncertain(row, "amount", Quantity::amount, name);
    wage.source = row.text("source");
    if (row.is_usable())
      rows.push_back(std::move(wage));
  });
  return rows;
}

bool has_boards(scenario::Scenario const& scenario) {
  auto const& schools = scenario.schools;
  return std::any_of(schools.begin(), schools.end(), [&](scenario::School const& school) {
    return school.board != schools.front().board;
  });
}

/// That of a scenario with one board.
std::string only_board(scenario::Scenario const& scenario) {
  return scenario.schools.empty() ? std::string() : scenario.schools.front().board;
}

std::vector<BudgetRow> read_budgets(Sheet const& sheet, scenario::Scenario const& scenario) {
  constexpr double any = std::numeric_limits<double>::infinity();
  std::vector<BudgetRow> rows;
  for_each_row(sheet, [&](Row& row) {
    BudgetRow budget;
    budget.place = row.place();
    bool const is_named = !row.is_empty("board");
    budget.board = is_named ? std::string(row.text("board")) : only_board(scenario);
    budget.what = row.choice<scenario::BudgetFor>("for", budget_for_words())
                      .value_or(scenario::BudgetFor::all);
    if (row.require("year"))
      budget.year = row.integer("year", first_year, last_year).value_or(0);
    if (row.require("amount"))
      budget.amount = row.number("amount", {0, any}).value_or(0);
    budget.source = row.text("source");
    if (!is_named && has_boards(scenario)) {
      row.reject("board",
                 {"er staat geen bestuur (het scenario heeft er meer dan een). Vul het in.",
                  "there is no board (the scenario has more than one). Fill it in."});
    }
    if (row.is_usable())
      rows.push_back(std::move(budget));
  });
  return rows;
}

void read_amounts(Keys const& keys, Money& money) {
  auto const amount = [&](std::string_view key, scenario::Uncertain& target) {
    assign(target, keys.uncertain(key, Quantity::amount));
  };
  assign(money.price_growth, keys.uncertain("price_growth", Quantity::other));
  assign(money.tuition_paid, keys.number("tuition_paid", {0, 1}));
  amount("grant_tuition", money.grant_tuition);
  amount("grant_hour", money.grant_hour);
  assign(money.year_hours, keys.number("year_hours", {1, 3000}));
  amount("vacancy", money.vacancy);
  amount("cover", money.cover);
  amount("leaver", money.leaver);
  assign(money.redundancy, keys.uncertain("redundancy", Quantity::probability));
  assign(money.redundancy_most, keys.number("redundancy_most", {0, 10}));
}

}  // namespace

void read_money(ScenarioReading& context) {
  if (find(context.root, "money") == nullptr)
    return;
  Keys const keys = context.table("money");
  Money& money = context.scenario.money.emplace();
  money.place = keys.place();
  money.price_year = context.scenario.start;
  if (keys.require("price_year"))
    assign(money.price_year, keys.integer("price_year", first_year, last_year));
  read_amounts(keys, money);
  assign(money.default_scale, keys.choice<scenario::Scale>("default_scale", scale_words()));
  if (keys.require("wages")) {
    auto const file = keys.file("wages");
    if (auto const sheet = file ? context.sheet(*file, wages_format()) : std::nullopt)
      money.wages = read_wages(*sheet);
  }
  if (auto const file = keys.file("budgets")) {
    if (auto const sheet = context.sheet(*file, budgets_format()))
      money.budgets = read_budgets(*sheet, context.scenario);
  }
}

}  // namespace meesterplan::input
