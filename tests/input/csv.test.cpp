#include "sim/input/csv.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace meesterplan::input {
namespace {

std::vector<std::string> cells(Table const& table, std::size_t row) {
  std::vector<std::string> texts;
  for (TableCell const& cell : table.row(row))
    texts.emplace_back(cell.text);
  return texts;
}

using Cells = std::vector<std::string>;

TEST_CASE("the header row tells the separator") {
  CHECK(read_csv("a;b,c;d\n").separator() == ';');
  CHECK(read_csv("a,b,c\n1;2;3;4;5\n").separator() == ',');
  CHECK(read_csv("a\tb\n").separator() == '\t');
  CHECK(read_csv("\"a;b;c\",d\n").separator() == ',');
  Table const announced = read_csv("sep=,\r\na,b;c;d\r\n");
  CHECK(announced.separator() == ',');
  CHECK(cells(announced, 0) == Cells{"a", "b;c;d"});
  CHECK(announced.row(0)[0].line == 2);
}

TEST_CASE("rows are cut as RFC 4180 says, whatever the line ends") {
  for (std::string const end : {"\n", "\r\n", "\r"}) {
    std::string const text =
        "a;b" + end + end + " 1 ;\"x;\"\"y\"\"" + end + "z\"" + end + ";;" + end + "\xc2\xa0;2";
    Table const table = read_csv(text);
    REQUIRE(table.n_rows() == 3);
    CHECK(table.faults().empty());
    CHECK(cells(table, 0) == Cells{"a", "b"});
    CHECK(cells(table, 1) == Cells{"1", "x;\"y\"" + end + "z"});
    CHECK(cells(table, 2) == Cells{"", "2"});
    CHECK(table.row(1)[0].line == 3);
    CHECK(table.row(2)[1].line == 6);
  }
}

TEST_CASE("a separator at the end opens one more cell") {
  CHECK(cells(read_csv("a;b;\n"), 0) == Cells{"a", "b", ""});
  CHECK(cells(read_csv("a;b;"), 0) == Cells{"a", "b", ""});
  CHECK(read_csv("").n_rows() == 0);
  CHECK(read_csv("\n \n").n_rows() == 0);
}

TEST_CASE("columns are counted in characters") {
  Table const table = read_csv(
      "a;b;c\nd\xc3\xa9"
      "e;\"f\";g\n");
  CHECK(table.row(1)[0].column == 1);
  CHECK(table.row(1)[1].column == 5);
  CHECK(table.row(1)[2].column == 9);
}

TEST_CASE("wrong quotes are told where they are") {
  Table const open = read_csv("a;b\n1;\"2\n3;4\n");
  REQUIRE(open.faults().size() == 1);
  CHECK(open.faults()[0].line == 2);
  CHECK(open.faults()[0].column == 3);
  Table const behind = read_csv("a;b\n\"1\"2;3\n");
  REQUIRE(behind.faults().size() == 1);
  CHECK(behind.faults()[0].line == 2);
  CHECK(behind.faults()[0].column == 4);
}

}  // namespace
}  // namespace meesterplan::input
