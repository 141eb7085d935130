#include "sim/cli/numbers.hpp"

#include <limits>

#include "tests/support/catch.hpp"

namespace meesterplan::cli {
namespace {

constexpr Language nl = Language::nl;
constexpr Language en = Language::en;

TEST_CASE("Thousands stand apart") {
  CHECK(whole(0, nl) == "0");
  CHECK(whole(999, nl) == "999");
  CHECK(whole(1'000, nl) == "1 000");
  CHECK(whole(-1'234'567, nl) == "-1 234 567");
  CHECK(whole(1'234'567, en) == "1,234,567");
  CHECK(whole(std::numeric_limits<std::int64_t>::min(), en) == "-9,223,372,036,854,775,808");
}

TEST_CASE("Decimals follow a comma in Dutch and a point in English") {
  CHECK(decimal(62.05, 1, nl) == "62,1");
  CHECK(decimal(1234.5, 1, nl) == "1 234,5");
  CHECK(decimal(1234.5, 2, en) == "1,234.50");
  CHECK(decimal(-0.5, 1, nl) == "-0,5");
  CHECK(decimal(12.6, 0, en) == "13");
}

TEST_CASE("A number that rounds to nothing has no sign") {
  CHECK(decimal(-0.04, 1, en) == "0.0");
  CHECK(decimal(-0.0, 0, en) == "0");
}

TEST_CASE("What is no number is a dash") {
  CHECK(decimal(std::numeric_limits<double>::quiet_NaN(), 1, nl) == "-");
  CHECK(percent(std::numeric_limits<double>::infinity(), 1, nl) == "-");
}

TEST_CASE("A half is rounded up, also where it cannot be written exactly") {
  CHECK(percent(0.065, 0, nl) == "7%");
  CHECK(percent(0.285, 0, nl) == "29%");
  CHECK(percent(0.6605, 1, nl) == "66,1%");
  CHECK(percent(0.2849, 0, nl) == "28%");
  CHECK(decimal(1.005, 2, en) == "1.01");
}

TEST_CASE("A chance is never shown as certain when it is not") {
  CHECK(chance(0, nl) == "0%");
  CHECK(chance(1, nl) == "100%");
  CHECK(chance(0.0004, nl) == "<0,1%");
  CHECK(chance(0.0006, nl) == "0,1%");
  CHECK(chance(0.9996, en) == ">99.9%");
  CHECK(chance(0.065, nl) == "6,5%");
  CHECK(chance(0.5, en) == "50.0%");
}

TEST_CASE("A small standard error does not vanish") {
  CHECK(points(0.005, nl) == "0,5");
  CHECK(points(0.0005, nl) == "0,05");
  CHECK(points(0, en) == "0.0");
}

TEST_CASE("One thing is not many") {
  Text const one = {"school", "school"};
  Text const more = {"scholen", "schools"};
  CHECK(counted(1, one, more, nl) == "1 school");
  CHECK(counted(0, one, more, nl) == "0 scholen");
  CHECK(counted(1200, one, more, en) == "1,200 schools");
}

}  // namespace
}  // namespace meesterplan::cli
