#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/publish/school_of.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::publish {
namespace {

/// The school with so many in upper vwo, of whom a share has a wo master.
Results with_upper_vwo(double heads, double share) {
  Results school = school_of(ordinary);
  for (int year = start; year <= last; ++year) {
    school.series.push_back({"wo_upper_vwo", "total", "all", "share", year, 100, share, 0, {}});
    school.series.push_back({"upper_vwo_heads", "total", "all", "heads", year, 100, heads, 0, {}});
  }
  results::TargetResult target;
  target.name = "upper";
  target.metric = "wo_upper_vwo";
  target.level = "total";
  target.unit = "all";
  school.targets.push_back(target);
  return school;
}

TEST_CASE("a share of few people is told to nobody outside, nor the target about it") {
  Published const many = published(with_upper_vwo(47, 0.6), Reader::board);
  CHECK(value(many.runs.front(), "wo_upper_vwo", "all", start) == 0.6);
  CHECK(value(many.runs.front(), "upper_vwo_heads", "all", start) == -1);
  CHECK(many.runs.front().targets.size() == 2);

  // Four teachers; three with a wo master; three without one.
  for (auto const& [heads, share] :
       {std::pair(4.0, 0.5), std::pair(47.0, 3.0 / 47), std::pair(47.0, 44.0 / 47)}) {
    CAPTURE(heads, share);
    Results const school = with_upper_vwo(heads, share);
    for (Reader const reader : {Reader::board, Reader::council, Reader::region}) {
      Published const few = published(school, reader);
      for (int year = start; year <= last; ++year)
        CHECK(value(few.runs.front(), "wo_upper_vwo", "all", year) == -1);
      CHECK(few.runs.front().targets.size() == 1);
      CHECK(few.without_targets == std::vector<std::string>{"upper"});
    }
    Results const hr = published(school, Reader::hr).runs.front();
    CHECK(value(hr, "wo_upper_vwo", "all", start) == share);
    CHECK(value(hr, "upper_vwo_heads", "all", start) == heads);
  }
}

TEST_CASE("a share is silent where nobody knows of how many people it is") {
  Results school = with_upper_vwo(47, 0.6);
  std::erase_if(school.series,
                [](SeriesRow const& row) { return row.metric == "upper_vwo_heads"; });
  CHECK(value(published(school, Reader::board).runs.front(), "wo_upper_vwo", "all", start) == -1);
}

TEST_CASE("what became of a few starters is not told") {
  for (double const starters : {4.5, 5.5}) {
    Results school = school_of(ordinary);
    school.series.push_back(
        {"starters_after_3_years", "total", "all", "share", last, 100, 0.5, 0, {}});
    school.series.push_back(
        {"starters_3_years_ago", "total", "all", "heads", last, 100, starters, 0, {}});
    Results const board = published(school, Reader::board).runs.front();
    CHECK(value(board, "starters_after_3_years", "all", last) == (starters < 5 ? -1 : 0.5));
  }
}

TEST_CASE("of the years before, others read of the whole and of many people") {
  Results school = with_upper_vwo(47, 0.6);
  std::vector<results::HistoryRow> const told = {
      {"masters", "total", "all", "share", 2021, 0.37, "DUO"},
      {"heads", "total", "all", "heads", 2021, 58, ""},
      {"masters_heads", "total", "all", "heads", 2021, 20, ""},
      {"wo_upper_vwo", "total", "all", "share", 2021, 0.7, ""},
      {"unfilled", "total", "all", "fte", 2021, 1.2, ""}};
  school.history = told;
  std::vector<results::HistoryRow> const untold = {
      {"masters", "total", "all", "share", 2020, 0.05, ""},       // three of as many as now
      {"masters_heads", "total", "all", "heads", 2020, 4, ""},    // four
      {"masters_heads", "total", "all", "heads", 2019, 52, ""},   // two others
      {"exits", "total", "all", "heads", 2020, 12, ""},           // by year
      {"studying", "total", "all", "heads", 2020, 12, ""},        // HR alone
      {"heads", "total", "all", "heads", 2018, 3, ""},            // a year with few
      {"unfilled", "total", "all", "fte", 2018, 1.5, ""},         // of that year too
      {"mean_age", "total", "all", "years", 2018, 61.3, ""},      // and that
      {"heads", "total", "all", "heads", 2017, 10, ""},           // enough, but
      {"share_55plus", "total", "all", "share", 2017, 0.1, ""}};  // one of those ten
  school.history.insert(school.history.end(), untold.begin(), untold.end());
  school.history.push_back({"masters", "section", "engels", "share", 2020, 0.4, ""});  // a part
  Published const board = published(school, Reader::board);
  std::vector<results::HistoryRow> expected = told;
  expected.push_back({"heads", "total", "all", "heads", 2017, 10, ""});
  CHECK(board.runs.front().history == expected);
  CHECK(board.without_history.size() == untold.size() - 1);
  CHECK(published(school, Reader::hr).runs.front().history == school.history);
}

/// A run that keeps these metrics alone, as `[record]` may ask.
Results keeping(Results run, std::set<std::string> const& metrics) {
  std::erase_if(run.series, [&](SeriesRow const& row) { return !metrics.contains(row.metric); });
  return run;
}

TEST_CASE("of whom a run does not say how many they are, nothing is told") {
  Results const school = school_of(ordinary);
  for (Reader const reader : {Reader::board, Reader::council, Reader::region}) {
    Published const told = published(keeping(school, {"masters", "demand"}), reader);
    CHECK(told.runs.front().series.empty());
    CHECK(told.runs.front().targets.empty());
    CHECK(told.runs.front().flows.empty());
  }
  // How many there are, but not how many masters.
  Published const council =
      published(keeping(school, {"heads", "masters", "demand"}), Reader::council);
  CHECK(value(council.runs.front(), "heads", "all", start) == 54);
  for (SeriesRow const& row : council.runs.front().series)
    CHECK(row.metric != "masters");
  CHECK(council.runs.front().targets.empty());
}

TEST_CASE("leavers of a school of few cannot be taken off the whole") {
  Results region = school_of(ordinary);
  region.series.push_back({"exits", "total", "all", "heads", 2026, 100, 62, 1, {}});
  for (auto const& [school, exits] :
       std::map<std::string, double>{{"A", 30}, {"B", 20}, {"C", 2}, {"D", 10}}) {
    add_series(region, "school", school, 300, 120);
    region.series.push_back({"exits", "school", school, "heads", 2026, 100, exits, 1, {}});
  }
  Results const told = published(region, Reader::region).runs.front();
  CHECK(value(told, "exits", "C", 2026) == -1);
  CHECK(value(told, "exits", "D", 2026) == -1);  // stands beside it
  CHECK(value(told, "exits", "A", 2026) == 30);
}

/// What is told of a metric of the schools of a region in a year, and of all together.
struct Told {
  double whole = -1;
  double sum = 0;
  double least = 1e9;  ///< the smallest that is told and not nothing
  int schools = 0;
};

Told told_of(Results const& region, std::string const& metric, int year) {
  Told told;
  told.whole = value(region, metric, "all", year);
  for (SeriesRow const& row : region.series) {
    if (row.level != "school" || row.metric != metric || row.year != year)
      continue;
    told.sum += row.mean;
    told.schools += 1;
    if (row.mean > 0)
      told.least = std::min(told.least, row.mean);
  }
  return told;
}

TEST_CASE("no school of few comes back by subtraction, nor who leaves or comes there") {
  std::mt19937 random(11);  // NOLINT: the same every time
  int n_told = 0;
  for (int round = 0; round < 500; ++round) {
    Results region;
    region.start = start;
    region.years = last - start;
    std::size_t const n_schools = 2 + random() % 8;
    int heads = 0;
    int masters = 0;
    std::map<std::pair<std::string, int>, double> sums;
    for (std::size_t school = 0; school < n_schools; ++school) {
      int const here = static_cast<int>(random() % 60);
      int const with = here == 0 ? 0 : static_cast<int>(random() % static_cast<unsigned>(here));
      add_series(region, "school", std::to_string(school), here, with);
      heads += here;
      masters += with;
      for (char const* const metric : {"exits", "hires"}) {
        for (int year = start + 1; year <= last; ++year) {
          double const mean = 0.25 * static_cast<double>(random() % 90);
          sums[{metric, year}] += mean;
          region.series.push_back(
              {metric, "school", std::to_string(school), "heads", year, 100, mean, 1, {}});
        }
      }
    }
    add_series(region, "total", "all", heads, masters);
    for (auto const& [key, sum] : sums)
      region.series.push_back({key.first, "total", "all", "heads", key.second, 100, sum, 1, {}});
    Results const told = published(region, Reader::region).runs.front();
    std::vector<std::pair<std::string, int>> asked = {{"heads", start}, {"masters_heads", start}};
    for (auto const& [key, sum] : sums)
      asked.push_back(key);
    for (auto const& [metric, year] : asked) {
      Told const found = told_of(told, metric, year);
      if (found.schools == 0)
        continue;
      CAPTURE(round, metric, year, found.whole, found.sum);
      CHECK(found.least >= 10);
      double const rest = found.whole - found.sum;
      CHECK((found.whole < 0 || rest == 0 || rest >= 10));
      n_told += 1;
    }
  }
  CHECK(n_told > 500);
}

TEST_CASE("costs by kind, from which few leavers could be reckoned, stay inside HR") {
  Results school = school_of(ordinary);
  for (char const* const metric : {"cost_turnover", "cost_study", "cost_total", "cost_calendar"})
    school.series.push_back({metric, "total", "all", "euro", 2026, 100, 16'000, 1, {}});
  Results const board = published(school, Reader::board).runs.front();
  CHECK(value(board, "cost_turnover", "all", 2026) == -1);
  CHECK(value(board, "cost_study", "all", 2026) == -1);
  CHECK(value(board, "cost_total", "all", 2026) == 16'000);
  CHECK(value(published(school, Reader::hr).runs.front(), "cost_turnover", "all", 2026) == 16'000);
}

TEST_CASE("policies are told to HR alone") {
  Results school = school_of(ordinary);
  school.policy_cards.emplace_back();
  school.policies.emplace();
  for (Reader const reader : {Reader::board, Reader::council, Reader::region}) {
    Results const told = published(school, reader).runs.front();
    CHECK(told.policy_cards.empty());
    CHECK_FALSE(told.policies);
  }
  Results const hr = published(school, Reader::hr).runs.front();
  CHECK(hr.policy_cards.size() == 1);
  CHECK(hr.policies);
}

}  // namespace
}  // namespace meesterplan::publish
