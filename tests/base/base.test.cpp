#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/base/contracts.hpp"
#include "sim/base/fte.hpp"
#include "sim/base/hash.hpp"
#include "sim/base/problem.hpp"
#include "tests/support/catch.hpp"

using namespace meesterplan;

namespace {

Problem problem(std::string file, int line, int column, std::string en) {
  Problem made;
  made.file = std::move(file);
  made.line = line;
  made.column = column;
  made.message.en = std::move(en);
  return made;
}

}  // namespace

TEST_CASE("A school year ends on 1 October") {
  CHECK(step_of(Date{2025, 10, 1}, 2025) == 0);
  CHECK(step_of(Date{2019, 5, 31}, 2025) == 0);
  CHECK(step_of(Date{2025, 10, 2}, 2025) == 1);
  CHECK(step_of(Date{2026, 8, 1}, 2025) == 1);
  CHECK(step_of(Date{2026, 10, 1}, 2025) == 1);
  CHECK(step_of(Date{2026, 10, 2}, 2025) == 2);
}

TEST_CASE("A month is known by its number from January of year 0") {
  CHECK(Month::of(1968, 12).year() == 1968);
  CHECK(Month::of(1968, 12).month() == 12);
  CHECK(Month::of(1969, 1).index == Month::of(1968, 12).index + 1);
  CHECK(reference_month(2025) == Month::of(2025, 10));
}

TEST_CASE("Shares of fte are rounded half up, exactly") {
  CHECK(scale_half_up(1000, 1, 2) == 500);
  CHECK(scale_half_up(1, 1, 2) == 1);
  CHECK(scale_half_up(333, 500'000, millionths) == 167);
  CHECK(scale_half_up(1200, 999'999, millionths) == 1200);
  CHECK(scale_half_up(0, 7, 9) == 0);
}

TEST_CASE("Names hash as XXH64 says") {
  CHECK(hash64("") == 0xEF46DB3751D8E999U);
  CHECK(hash64("a") == 0xD24EC4F1A98C6E5BU);
  CHECK(hash64("abc") == 0x44BC2CF5AD770999U);
}

TEST_CASE("Problems are told by file, line and column, each once") {
  std::vector<Problem> problems = {problem("b.csv", 2, 1, "x"), problem("a.csv", 10, 1, "x"),
                                   problem("a.csv", 9, 4, "x"), problem("a.csv", 9, 4, "x"),
                                   problem("a.csv", 9, 2, "y")};
  sort_problems(problems);
  REQUIRE(problems.size() == 4);
  CHECK(to_string(problems[0], Language::en) == "a.csv:9:2: y");
  CHECK(to_string(problems[1], Language::en) == "a.csv:9:4: x");
  CHECK(to_string(problems[2], Language::en) == "a.csv:10:1: x");
  CHECK(problems[3].file == "b.csv");
  CHECK(has_errors(problems));
  for (Problem& one : problems)
    one.severity = Severity::warning;
  CHECK_FALSE(has_errors(problems));
}

TEST_CASE("A place that is not known is left out") {
  Problem made = problem("a.csv", 0, 0, "empty");
  made.field = "age";
  CHECK(to_string(made, Language::en) == "a.csv: age: empty");
  made.file.clear();
  CHECK(to_string(made, Language::en) == "age: empty");
}

TEST_CASE("A broken contract throws where contracts are on") {
  int const value = 2;
#if MP_CONTRACTS
  CHECK_THROWS_AS([&] { MP_EXPECT(value == 3); }(), ContractError);
#else
  CHECK_NOTHROW([&] { MP_EXPECT(value == 3); }());
#endif
  CHECK_NOTHROW([&] { MP_ENSURE(value == 2); }());
}
