#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/base/contracts.hpp"
#include "sim/base/fte.hpp"
#include "sim/base/hash.hpp"
#include "sim/base/number_text.hpp"
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

TEST_CASE("A number has the decimal sign of the language and all its decimals") {
  CHECK(number_text(0.05).nl == "0,05");
  CHECK(number_text(0.05).en == "0.05");
  CHECK(number_text(6.5).nl == "6,5");
  CHECK(number_text(Fte{1300}).nl == "1,3");
  CHECK(number_text(0.1 + 0.2).en == "0.30000000000000004");
  CHECK(rounded_text(0.1 + 0.2).nl == "0,3");
}

TEST_CASE("One is counted in the singular") {
  CHECK(counted(1, "leraar", "leraren") == "1 leraar");
  CHECK(counted(0, "leraar", "leraren") == "0 leraren");
  CHECK(counted(12, "leraar", "leraren") == "12 leraren");
}

TEST_CASE("A field is told by its label") {
  Problem labelled = problem("people.csv", 3, 4, "no date (why). Advice.");
  labelled.field = "birth_date";
  CHECK(to_string(labelled, Language::en) == "people.csv:3:4: birth_date: no date (why). Advice.");
  labelled.label = {"geboortedatum", "birth date"};
  labelled.message.nl = "geen datum.";
  CHECK(to_string(labelled, Language::nl) == "people.csv:3:4: geboortedatum: geen datum.");
}

TEST_CASE("What is wrong in the same way is counted after three rows") {
  std::vector<Problem> problems;
  for (int line = 2; line <= 8; ++line)
    problems.push_back(
        problem("a.csv", line, 5, "\"x" + std::to_string(line) + "\" is no date (why). Advice."));
  problems.push_back(problem("a.csv", 10, 5, "\"y\" is no date (why). Other advice."));
  problems.push_back(problem("a.csv", 11, 5, "something else (why). Advice."));
  for (int line = 2; line <= 6; ++line)
    problems.push_back(problem("b.csv", line, 5, "\"z\" is no date (why). Advice."));
  fold_repeats(problems);
  REQUIRE(problems.size() == 3 + 1 + 1 + 5);
  CHECK(problems[2].line == 4);
  CHECK(problems[3].line == 5);
  CHECK(problems[3].message.en ==
        "and 5 more times in this file (on lines 5-8, 10). Correct those likewise.");
  CHECK(problems[4].line == 11);
  CHECK(problems[9].file == "b.csv");
}
