#include "sim/publish/publish.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>

#include "tests/publish/school_of.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::publish {
namespace {

std::set<std::string> levels(Results const& run) {
  std::set<std::string> found;
  for (SeriesRow const& row : run.series)
    found.insert(row.level);
  return found;
}

TEST_CASE("each reader gets its own levels, and only HR what concerns single persons") {
  Results const school = school_of(ordinary);
  Results const board = published(school, Reader::board).runs.front();
  CHECK(levels(board) == std::set<std::string>{"total"});
  CHECK(board.targets.size() == 1);
  CHECK(board.flows.size() == 1);
  CHECK(board.drivers.empty());
  CHECK(board.notes.empty());
  CHECK(board.settings.empty());
  CHECK(board.units.empty());
  CHECK(value(board, "studying", "all", start) == -1);
  CHECK(value(board, "masters_heads", "all", start) == 26);

  Results const hr = published(school, Reader::hr).runs.front();
  CHECK(levels(hr) == std::set<std::string>{"section", "total"});
  CHECK(hr.targets.size() == 2);
  CHECK(hr.notes.size() == 1);
  CHECK(hr.drivers.size() == 1);
  CHECK(value(hr, "studying", "all", start) == 2);

  Published const council = published(school, Reader::council);
  CHECK(levels(council.runs.front()) == std::set<std::string>{"cluster", "total"});
  CHECK(council.least == 5);
  CHECK(value(council.runs.front(), "heads", "talen", start) == 21);
  CHECK(value(council.runs.front(), "heads", "talen", last) == 21 * 0.9375);
  CHECK_THAT(value(council.runs.front(), "masters", "talen", start),
             Catch::Matchers::WithinAbs(11.0 / 21, 1e-12));
}

TEST_CASE("outside HR it cannot be seen who is known to come or go") {
  Results school = school_of(ordinary);
  school.flows.clear();
  for (auto const& [cause, mean] : std::map<std::string, double>{{"hire_known", 2},
                                                                 {"hire_mover", 1.5},
                                                                 {"hire_starter", 4},
                                                                 {"hire_side_entrant", 0.25}})
    school.flows.push_back({"heads", "total", "all", 2026, "outside", "heads", cause, mean, 1, 3});
  for (auto const& [cause, mean] :
       std::map<std::string, double>{{"retirement", 4.5}, {"disability_or_death", 1}})
    school.flows.push_back({"heads", "total", "all", 2026, "heads", "outside", cause, mean, 1, 3});
  // Of masters too few come or go for anything to be told.
  school.flows.push_back(
      {"masters", "total", "all", 2026, "masters", "outside", "other_board", 1, 1, 3});
  auto const flows = published(school, Reader::board).runs.front().flows;
  std::map<std::string, double> found;
  for (results::FlowRow const& flow : flows) {
    CHECK(flow.stock == "heads");
    CHECK_FALSE(flow.p10);
    found[flow.cause] = flow.mean;
  }
  CHECK(found == std::map<std::string, double>{
                     {"exit_other", 5.5}, {"hire_other", 3.75}, {"hire_starter", 4}});
  CHECK(published(school, Reader::hr).runs.front().flows == school.flows);
}

TEST_CASE("a year in which a few leave tells neither how many nor how they spread") {
  Results school = school_of(ordinary);
  results::Quantiles const spread;
  for (int year = start; year <= last; ++year) {
    double const leavers = year == 2026 ? 3 : 8;
    school.series.push_back({"exits", "total", "all", "heads", year, 100, leavers, 1, spread});
    school.series.push_back(
        {"turnover", "total", "all", "share", year, 100, leavers / 51, 1, spread});
  }
  Results const board = published(school, Reader::board).runs.front();
  CHECK(value(board, "exits", "all", 2026) == -1);
  CHECK(value(board, "turnover", "all", 2026) == -1);
  CHECK(value(board, "exits", "all", 2027) == 8);
  for (SeriesRow const& row : board.series)
    CHECK_FALSE(row.quantiles);
}

TEST_CASE("a target cannot tell what its metric may not") {
  Results school = school_of(ordinary);
  for (char const* const metric : {"studying", "degree_wo_master", "exits", "cost_total"}) {
    results::TargetResult target;
    target.name = metric;
    target.metric = metric;
    target.level = "total";
    target.unit = "all";
    school.targets.push_back(target);
  }
  Published const told = published(school, Reader::board);
  std::vector<std::string> names;
  for (results::TargetResult const& target : told.runs.front().targets)
    names.push_back(target.name);
  CHECK(names == std::vector<std::string>{"half", "cost_total"});
  CHECK(told.without_targets == std::vector<std::string>{"degree_wo_master", "exits", "studying"});
}

TEST_CASE("what runs tell of themselves names no folder, and counts nobody") {
  Results school = school_of(ordinary);
  school.inputs = {{"/home/jan/school/scenario.toml", "00"}, {"C:\\school\\people.csv", "01"}};
  school.diagnostics.teacher_years = 400;
  school.budgets = {{"A", 2026, 1e6, 3, 0.3, 0, 0, 1, 9e5, 1e4}};
  Results const board = published(school, Reader::board).runs.front();
  // By itself the hash of a small file tells what is in it.
  REQUIRE(board.inputs.size() == 1);
  CHECK(board.inputs[0].name == "scenario.toml, people.csv");
  CHECK(board.inputs[0].hash.size() == 16);
  CHECK(board.diagnostics == results::Diagnostics{});
  CHECK(board.budgets.size() == 1);
  // A board of four teachers has no budget that may be seen, nor has the next one.
  add_series(school, "board", "A", 4, 2);
  add_series(school, "board", "B", 30, 12);
  add_series(school, "board", "C", 60, 30);
  school.budgets.push_back({"C", 2026, 1e6, 3, 0.3, 0, 0, 1, 9e5, 1e4});
  auto const budgets = published(school, Reader::board).runs.front().budgets;
  REQUIRE(budgets.size() == 1);
  CHECK(budgets[0].board == "C");
  Results const tiny = school_of({{"kunst", "kunst", 4, 2}});
  CHECK(published(tiny, Reader::board).runs.front().series.empty());
}

TEST_CASE("people who work in two sections of a cluster do not make it large enough") {
  Published const council = published(
      school_of({{"latijn", "oud", 3, 3}, {"grieks", "oud", 3, 3}, {"wiskunde", "exact", 30, 12}}),
      Reader::council);
  CHECK(value(council.runs.front(), "heads", "oud", start) == -1);
}

TEST_CASE("small clusters are put together before anything is withheld") {
  Results const school = school_of({{"latijn", "klassiek", 4, 2},
                                    {"kunst", "kunst", 6, 3},
                                    {"wiskunde", "exact", 30, 12},
                                    {"engels", "talen", 28, 14}});
  Published const council = published(school, Reader::council);
  CHECK(council.merged == std::vector<std::string>{"klassiek + kunst"});
  CHECK(council.withheld.empty());
  CHECK(value(council.runs.front(), "heads", "klassiek + kunst", start) == 10);
}

TEST_CASE("what one run withholds all runs do") {
  std::vector<SectionOf> other = ordinary;
  other[4].masters = 0;  // kunst: four masters left of fifteen
  other[5].masters = 4;
  Results const one = school_of(ordinary);
  Results const two = school_of(other);
  Results const* const runs[] = {&one, &two};
  Published const both = publish(runs, Reader::council);
  for (Results const& run : both.runs)
    CHECK(value(run, "masters_heads", "kunst", start) == -1);
  CHECK(value(published(one, Reader::council).runs.front(), "masters_heads", "kunst", start) == 7);
}

/// What somebody finds who takes everything that is told of today off the whole.
void attack(Results const& run, std::string const& level, std::int64_t least) {
  auto const few = static_cast<double>(least);
  for (std::string const metric : {"heads", "masters_heads"}) {
    double told = 0;
    bool is_told = false;
    for (SeriesRow const& row : run.series) {
      if (row.level != level || row.metric != metric || row.year != start)
        continue;
      told += row.mean;
      is_told = true;
      CHECK((row.mean == 0 || row.mean >= few));
      double const others = value(run, "heads", row.unit, start) - row.mean;
      CHECK((others == 0 || others >= few));
    }
    double const whole = value(run, metric, "all", start);
    if (whole < 0 || !is_told)
      continue;
    INFO(metric << ": " << whole << " less " << told);
    CHECK((whole == told || whole - told >= few));
  }
}

TEST_CASE("no small group comes back by subtraction") {
  std::mt19937 random(5);  // NOLINT: the same every time
  char const* const clusters[] = {"talen", "exact", "mens", "kunst", "beroep"};
  int n_told = 0;
  for (int round = 0; round < 3000; ++round) {
    std::vector<SectionOf> sections;
    for (std::size_t n = 2 + random() % 14; sections.size() < n;) {
      int const heads = static_cast<int>(random() % 12);
      sections.push_back({"s" + std::to_string(sections.size()), clusters[random() % 5], heads,
                          static_cast<int>(random() % (static_cast<unsigned>(heads) + 1U))});
    }
    Published const council = published(school_of(sections), Reader::council);
    Results const& run = council.runs.front();
    attack(run, "cluster", council.least);
    n_told += levels(run).contains("cluster") ? 1 : 0;
    // Every year and every metric of masters is silent where one is.
    for (std::string const& unit : council.without_masters) {
      for (int year = start; year <= last; ++year)
        CHECK(value(run, "masters_heads", unit, year) == -1);
    }
    for (std::string const& unit : council.withheld)
      CHECK(value(run, "demand", unit, start) == -1);
  }
  CHECK(n_told > 1500);
}

TEST_CASE("a school of a region with under ten teachers takes another with it") {
  Results region = school_of(ordinary);
  for (auto const& [school, heads] :
       std::map<std::string, int>{{"A", 30}, {"B", 9}, {"C", 25}, {"D", 70}})
    add_series(region, "school", school, heads, heads / 2);
  Published const told = published(region, Reader::region);
  CHECK(told.least == 10);
  CHECK(told.withheld == std::vector<std::string>{"B", "C"});
  CHECK(value(told.runs.front(), "demand", "B", start) == -1);
  CHECK(value(told.runs.front(), "heads", "D", start) == 70);
  CHECK(told.runs.front().budgets.empty());
}

}  // namespace
}  // namespace meesterplan::publish
