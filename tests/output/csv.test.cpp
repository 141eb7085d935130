#include "sim/output/csv.hpp"

#include <cstdint>
#include <cstdlib>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace meesterplan::output {
namespace {

using store::Cell;

std::string written(std::vector<std::vector<Cell>> const& rows, CsvForm form) {
  std::ostringstream stream;
  CsvLines lines(stream, form);
  for (std::vector<Cell> const& row : rows)
    lines.write(row);
  return stream.str();
}

std::string line(std::vector<Cell> const& row) {
  return written({row}, CsvForm::rfc);
}

TEST_CASE("CSV is as RFC 4180 says") {
  std::vector<std::vector<Cell>> const rows = {
      {std::string_view("run"), std::string_view("a \"b\", c")},
      {std::int64_t{-3}, 0.5, std::monostate{}, std::string_view("x\ny")}};
  CHECK(written(rows, CsvForm::rfc) == "run,\"a \"\"b\"\", c\"\r\n-3,0.5,,\"x\ny\"\r\n");
  CHECK(written({}, CsvForm::rfc).empty());
}

TEST_CASE("Dutch CSV has a mark, semicolons and decimal commas") {
  std::vector<std::vector<Cell>> const rows = {
      {std::string_view("a;b"), std::string_view("1,5"), 0.5, -1e-7, 1e300, std::int64_t{1000}}};
  CHECK(written(rows, CsvForm::nl) == "\xEF\xBB\xBF\"a;b\";1,5;0,5;-1e-07;1e+300;1000\r\n");
}

TEST_CASE("Numbers read back the same") {
  for (double const number : {0.1 + 0.2, 1.0 / 3, 5e-324, 1.7976931348623157e308, 123456789.125}) {
    std::string const text = line({number});
    CHECK(std::strtod(text.c_str(), nullptr) == number);
  }
  CHECK(line({std::numeric_limits<std::int64_t>::min()}) == "-9223372036854775808\r\n");
}

TEST_CASE("A text that would be a formula is kept from being one, a number is not") {
  for (std::string const text : {"=1+1", "+31 6", "-x", "@cmd", "\tx"}) {
    CHECK(line({std::string_view(text)}) == "'" + text + "\r\n");
  }
  CHECK(line({std::string_view("=A1,\"x\"")}) == "\"'=A1,\"\"x\"\"\"\r\n");
  CHECK(line({std::string_view("\r=1")}) == "\"'\r=1\"\r\n");
  CHECK(line({std::string_view("a=1")}) == "a=1\r\n");
  CHECK(line({-0.5, std::int64_t{-2}}) == "-0.5,-2\r\n");
}

}  // namespace
}  // namespace meesterplan::output
