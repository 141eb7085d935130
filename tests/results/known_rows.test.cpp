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

/// The keys of the units of which only needs may be told, schools first.
std::vector<std::string> needs_only(SmallRun const& run) {
  NeedsOnly const hidden = units_with_needs_only(run.model, run.names);
  std::vector<std::string> keys;
  for (UnitRow const& row : unit_rows(run.model, run.names, hidden)) {
    CHECK(row.school == (row.level == "section" ? "school" : ""));
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
  auto const rows = known_rows(run.model, run.names, {{false, false}, {false}});
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
  auto const rows = known_rows(run.model, run.names, {{false, false}, {false}});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].level == "school");
  CHECK(rows[0].heads == 1);
  CHECK(rows[0].fte == 0.8);
}

TEST_CASE("Rows of sections with needs only are left out") {
  SmallRun run({{"a", 5}, {"b", 2}});
  run.names.known = {leave_of({{0, 600}, {1, 200}})};
  CHECK(known_rows(run.model, run.names, {{true, false}, {false}}).empty());
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
  // Fewer than three in all: the school itself is not told either.
  CHECK(needs_only(SmallRun({{"a", 1}, {"b", 1}})) == Keys{"school", "a", "b"});
}

TEST_CASE("Persons of two small sections are counted once") {
  SmallRun run({{"a", 0}, {"b", 0}, {"c", 9}, {"d", 4}});
  // The same two teach both: together they are two, so a third section goes along.
  run.names.staying.push_back({0, 1});
  run.names.staying.push_back({1, 0});
  CHECK(needs_only(run) == Keys{"a", "b", "d"});
}

TEST_CASE("A school with few is hidden, with its sections and the smallest school beside it") {
  SmallRun run({{"a", 2}, {"b", 6}, {"c", 5}, {"d", 7}});
  run.model.units.section_school = {0, 1, 1, 2};
  run.model.units.school_board = {0, 0, 0};
  run.names.units[static_cast<std::size_t>(scenario::Level::school)] = {"small", "large", "middle"};
  NeedsOnly const hidden = units_with_needs_only(run.model, run.names);
  CHECK(hidden.school == std::vector<bool>{true, false, true});
  CHECK(hidden.section == std::vector<bool>{true, false, false, true});
}

}  // namespace meesterplan::results
