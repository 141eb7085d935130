#include "sim/results/known_rows.hpp"

#include <string>
#include <vector>

#include "sim/results/small_sections.hpp"
#include "tests/results/small_run.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::results {
namespace {

using model::KnownChange;

KnownChange leave_of(std::vector<KnownChange::Part> parts) {
  KnownChange change;
  change.step = 1;
  change.month = Month::of(2027, 8);
  change.cause = scenario::ExitCause::other_board;
  change.parts = std::move(parts);
  return change;
}

/// The keys of the sections of which only needs may be told.
std::vector<std::string> needs_only(SmallRun const& run) {
  std::vector<bool> const hidden = sections_with_needs_only(run.model, run.names);
  std::vector<std::string> keys;
  for (SectionRow const& row : section_rows(run.model, run.names, hidden)) {
    CHECK(row.school == "school");
    if (row.needs_only)
      keys.push_back(row.unit);
  }
  return keys;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("Persons with the same change are one row, and one head each") {
  SmallRun run({{"a", 5}, {"b", 6}});
  run.names.known = {leave_of({{0, 600}, {1, 200}}), leave_of({{0, 400}})};
  auto const rows = known_rows(run.model, run.names, {false, false});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].unit == "a");
  CHECK(rows[0].heads == 2);
  CHECK(rows[0].fte == 1.0);
  CHECK(rows[0].year == 2027);
  CHECK(rows[0].event == "leaves");
  CHECK(rows[0].cause == "other_board");
  CHECK(rows[0].month == "2027-08");
  CHECK(rows[1].unit == "b");
  CHECK(rows[1].heads == 1);
  CHECK(rows[1].fte == 0.2);
}

TEST_CASE("Somebody of two sections of a school is one head of it, with all the fte") {
  SmallRun run({{"a", 5}, {"b", 6}});
  run.model.plan.levels.front().level = scenario::Level::school;
  run.names.known = {leave_of({{0, 600}, {1, 200}})};
  auto const rows = known_rows(run.model, run.names, {false, false});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].level == "school");
  CHECK(rows[0].heads == 1);
  CHECK(rows[0].fte == 0.8);
}

TEST_CASE("Rows of sections with needs only are left out") {
  SmallRun run({{"a", 5}, {"b", 2}});
  run.names.known = {leave_of({{0, 600}, {1, 200}})};
  CHECK(known_rows(run.model, run.names, {true, false}).empty());
}

TEST_CASE("Where nobody is few, all is told; one small section takes the next smallest along") {
  CHECK(needs_only(SmallRun({{"a", 3}, {"b", 4}})).empty());
  CHECK(needs_only(SmallRun({{"a", 5}, {"b", 2}, {"c", 4}})) == Keys{"b", "c"});
  // Two of one leave two together: a third is needed.
  CHECK(needs_only(SmallRun({{"a", 1}, {"b", 1}, {"c", 9}, {"d", 4}})) == Keys{"a", "b", "d"});
  CHECK(needs_only(SmallRun({{"a", 1}, {"b", 2}, {"c", 9}})) == Keys{"a", "b"});
}

TEST_CASE("A section without people hides nobody and asks nobody along") {
  CHECK(needs_only(SmallRun({{"a", 0}, {"b", 5}, {"c", 4}})) == Keys{"a"});
  CHECK(needs_only(SmallRun({{"a", 0}, {"b", 2}, {"c", 4}})) == Keys{"a", "b", "c"});
}

TEST_CASE("Who surely leaves hides nobody: the band is about the others") {
  SmallRun run({{"a", 4}, {"b", 6}, {"c", 5}});
  run.names.known = {leave_of({{0, 500}}), leave_of({{0, 500}})};
  CHECK(needs_only(run) == Keys{"a", "c"});
  run.names.known.front().in_service = false;
  CHECK(needs_only(run).empty());
}

}  // namespace meesterplan::results
