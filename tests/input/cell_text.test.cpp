#include "sim/input/cell_text.hpp"

#include <string>

#include "tests/support/catch.hpp"

namespace meesterplan::input {
namespace {

double number(std::string const& text) {
  ParsedNumber const parsed = parse_number(text);
  REQUIRE(parsed.fault == NumberFault::none);
  return parsed.value.to_double();
}

std::int64_t thousandths(std::string const& text) {
  std::optional<std::int64_t> const value = parse_number(text).value.scaled(3);
  REQUIRE(value);
  return *value;
}

Date date(std::string const& text) {
  ParsedDate const parsed = parse_date(text);
  REQUIRE(parsed.fault == DateFault::none);
  return parsed.value;
}

TEST_CASE("a number is the nearest double of what was written") {
  CHECK(number("0,8") == 0.8);
  CHECK(number("0.8") == 0.8);
  CHECK(number("-3") == -3.0);
  CHECK(number("+,5") == 0.5);
  CHECK(number("6,2%") == 0.062);
  CHECK(number("6.2 %") == 0.062);
  CHECK(number("1E-05") == 0.00001);
  CHECK(number("2.5e3") == 2500.0);
  CHECK(number("0.1234567890123456789") == 0.1234567890123456789);
  CHECK(number("123456789012345678901") == 123456789012345678901.0);
}

TEST_CASE("thousandths are rounded half up from the digits, not from a double") {
  CHECK(thousandths("0,8") == 800);
  CHECK(thousandths("0,8004") == 800);
  CHECK(thousandths("0,8005") == 801);
  CHECK(thousandths("1,0005") == 1001);
  CHECK(thousandths("0,00049999999") == 0);
  CHECK(thousandths("80%") == 800);
  CHECK(thousandths("12") == 12000);
  CHECK_FALSE(parse_number("-0,1").value.scaled(3));
  CHECK_FALSE(parse_number("1e200").value.scaled(3));
  CHECK(parse_number("1e-200").value.scaled(3) == 0);
}

TEST_CASE("what is no number says why") {
  for (char const* text : {"", "-", ",", "%", "tien", "nan", "NaN", "inf", "1 000", "0x10", "5e",
                           "1,5x", "#N/B", "1e999"}) {
    INFO(text);
    CHECK(parse_number(text).fault == NumberFault::not_a_number);
  }
  for (char const* text : {"1.000,5", "1,000.5", "1.2.3"}) {
    CHECK(parse_number(text).fault == NumberFault::two_separators);
  }
  for (char const* text : {"<5", "< 10", "*", "**", "x", "X", ">95"}) {
    CHECK(parse_number(text).fault == NumberFault::mask);
  }
}

TEST_CASE("dates in all forms") {
  Date const expected{2024, 8, 1};
  for (char const* text : {"01-08-2024", "1-8-2024", "1-8-24", "2024-08-01", "2024-8-1", "1/8/2024",
                           "01.08.2024", "2024-08-01T00:00:00", "01-08-2024 00:00", "45505"}) {
    INFO(text);
    CHECK(date(text) == expected);
  }
  CHECK(date("1-8-29").year == 2029);
  CHECK(date("1-8-30").year == 1930);
  CHECK(date("29-02-2024") == Date{2024, 2, 29});
  CHECK(date("33000") == Date{1990, 5, 7});
}

TEST_CASE("what is no date says why") {
  for (char const* text :
       {"31-02-2024", "29-02-2023", "31-04-2025", "00-01-2025", "2025-13-01", "01-00-2025"}) {
    INFO(text);
    CHECK(parse_date(text).fault == DateFault::no_such_day);
  }
  for (char const* text : {"", "aug 2024", "2024", "01-08", "01-08/2024", "1-8-024", "01-08-2024x",
                           "9999", "123456", "01--2024"}) {
    INFO(text);
    CHECK(parse_date(text).fault == DateFault::not_a_date);
  }
}

TEST_CASE("completed years turn on the day") {
  CHECK(completed_years({2020, 10, 1}, {2025, 10, 1}) == 5);
  CHECK(completed_years({2020, 10, 2}, {2025, 10, 1}) == 4);
  CHECK(completed_years({2020, 9, 30}, {2025, 10, 1}) == 5);
}

}  // namespace
}  // namespace meesterplan::input
