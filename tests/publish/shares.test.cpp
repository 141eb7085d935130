#include <string>
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
      {"wo_upper_vwo", "total", "all", "share", 2021, 0.7, ""}};
  school.history = told;
  school.history.push_back({"masters", "total", "all", "share", 2020, 0.05, ""});      // three
  school.history.push_back({"masters_heads", "total", "all", "heads", 2020, 4, ""});   // four
  school.history.push_back({"exits", "total", "all", "heads", 2020, 12, ""});          // by year
  school.history.push_back({"studying", "total", "all", "heads", 2020, 12, ""});       // HR alone
  school.history.push_back({"masters", "section", "engels", "share", 2020, 0.4, ""});  // a part
  CHECK(published(school, Reader::board).runs.front().history == told);
  CHECK(published(school, Reader::hr).runs.front().history == school.history);
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
