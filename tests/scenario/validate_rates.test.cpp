#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "sim/scenario/validate.hpp"
#include "tests/scenario/small_school.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::scenario {
namespace {

constexpr int open_low = std::numeric_limits<int>::min();
constexpr int open_high = std::numeric_limits<int>::max();

Scenario with_table(std::vector<RateRow> rows) {
  Scenario scenario = small_school();
  scenario.sources = {{"exit.csv", 0}};
  int line = 2;
  for (RateRow& row : rows)
    row.place = {0, line++, 1};
  scenario.exits.push_back({ExitCause::other_board, {"exit/other_board", std::move(rows)}});
  return scenario;
}

TEST_CASE("classes that meet are complete") {
  CHECK(told(with_table(
                 {age_row(open_low, 29, 0.1), age_row(30, 49, 0.1), age_row(50, open_high, 0.1)}))
            .empty());
  RateRow young = age_row(20, 29, 0.1);
  RateRow young_vast = young;
  young.cell.contract = Contract::temporary;
  young_vast.cell.contract = Contract::permanent;
  RateRow young_replacement = young;
  young_replacement.cell.contract = Contract::replacement;
  CHECK(told(with_table({young, young_vast, young_replacement, age_row(30, 60, 0.1)})).empty());
  CHECK(told(with_table({young, young_vast, age_row(30, 60, 0.1)}))
            .find("age 20-29, contract replacement") != std::string::npos);
}

TEST_CASE("a gap is told with the rows at both sides, an overlap with both rows") {
  std::string const gap =
      told(with_table({age_row(20, 29, 0.1), age_row(32, 49, 0.1), age_row(50, 60, 0.1)}));
  CHECK(gap.find("age 30-31, between the rows on line 2 and on line 3") != std::string::npos);
  CHECK(std::count(gap.begin(), gap.end(), '\n') == 1);
  std::string const overlap = told(with_table({age_row(20, 30, 0.1), age_row(30, 49, 0.1)}));
  CHECK(overlap.find("exit.csv:3:1: probability: this row overlaps the one on line 2") !=
        std::string::npos);
  CHECK(std::count(overlap.begin(), overlap.end(), '\n') == 1);
}

TEST_CASE("subjects: each of the scenario, or a row without") {
  RateRow art = age_row(open_low, open_high, 0.1);
  art.cell.subject = "art";
  RateRow maths = art;
  maths.cell.subject = "maths";
  RateRow latin = art;
  latin.cell.subject = "latin";
  CHECK(told(with_table({art, maths, latin})).empty());
  CHECK(told(with_table({art, latin})).find("no row for subject maths") != std::string::npos);
  CHECK(told(with_table({art, maths, age_row(open_low, open_high, 0.1)})).find("overlaps") !=
        std::string::npos);
}

TEST_CASE("somebody always leaves in the end") {
  Scenario scenario = small_school();
  scenario.exits[0].rates.rows[1].value.central = 0.99;
  CHECK(told(scenario).find("nobody leaves for certain") != std::string::npos);
  scenario.exits[0].rates.rows = {age_row(0, 66, 0.02), age_row(67, 67, 1)};
  CHECK(told(scenario).empty());
  scenario.people[0].born_first = scenario.people[0].born_last = Month::of(1957, 5);
  CHECK(told(scenario).find("nobody leaves for certain") != std::string::npos);
  scenario.exits.clear();
  CHECK(told(scenario).find("no chances of leaving") != std::string::npos);
}

TEST_CASE("retirement classes need a pension age, and hold it against the oldest") {
  Scenario scenario = small_school();
  RateRow before;
  before.cell.retirement = {open_low, -1};
  before.value = Uncertain::probability(0);
  RateRow after = before;
  after.cell.retirement = {0, 0};
  after.value = Uncertain::probability(1);
  scenario.exits[0].rates.rows = {before, after};
  CHECK(told(scenario).find("state pension age") != std::string::npos);
  scenario.pension = {{{}, Month::of(2020, 1), 67 * 12}};
  CHECK(told(scenario).empty());
  // 67 in October 2025, so r = 1 at the end of the first year.
  scenario.people[0].born_first = scenario.people[0].born_last = Month::of(1958, 10);
  CHECK(told(scenario).find("nobody leaves for certain") != std::string::npos);
  scenario.people[0].born_first = scenario.people[0].born_last = Month::of(1958, 11);
  CHECK(told(scenario).empty());
}

/// Rows that hold at a point of three axes, counted the simple way.
int rows_at(std::vector<RateRow> const& rows, int age, int tenure, Contract contract) {
  return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](RateRow const& row) {
    return row.cell.age.contains(age) && row.cell.tenure.contains(tenure) &&
           (!row.cell.contract || *row.cell.contract == contract);
  }));
}

TEST_CASE("gaps and overlaps are found exactly where a simple count finds them") {
  constexpr unsigned seed = 20251001;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  auto const below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  int n_whole = 0;
  for (int trial = 0; trial < 2000; ++trial) {
    std::vector<RateRow> rows;
    int const cut = 1 + below(8);
    int const n_rows = 2 + below(4);
    for (int i = 0; i < n_rows; ++i) {
      bool const left = i % 2 == 0;
      RateRow row = age_row(left ? 0 : cut + below(2), left ? cut - 1 : 9, 0.1);
      if (n_rows > 2 && below(2) == 0) {
        row.cell.contract = static_cast<Contract>(below(n_contracts));
      } else if (n_rows > 2) {
        row.cell.tenure = i < 2 ? IntRange{0, 3} : IntRange{4, 6};
      }
      rows.push_back(row);
    }
    IntRange ages{open_high, open_low};
    IntRange tenures{open_high, open_low};
    for (RateRow const& row : rows) {
      ages = {std::min(ages.from, row.cell.age.from), std::max(ages.to, row.cell.age.to)};
      tenures = {std::min(tenures.from, row.cell.tenure.from),
                 std::max(tenures.to, row.cell.tenure.to)};
    }
    bool gap = false;
    bool overlap = false;
    for (int age = ages.from; age <= ages.to; ++age) {
      for (int tenure = std::max(tenures.from, -1); tenure <= std::min(tenures.to, 8); ++tenure) {
        for (int contract = 0; contract < n_contracts; ++contract) {
          int const n = rows_at(rows, age, tenure, static_cast<Contract>(contract));
          gap = gap || n == 0;
          overlap = overlap || n > 1;
        }
      }
    }
    std::string const text = told(with_table(rows));
    INFO("trial " << trial << "\n" << text);
    CHECK((text.find("there is no row") != std::string::npos) == gap);
    CHECK((text.find("overlaps") != std::string::npos) == overlap);
    n_whole += !gap && !overlap ? 1 : 0;
  }
  CHECK(n_whole > 20);
}

}  // namespace
}  // namespace meesterplan::scenario
