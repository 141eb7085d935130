#include "sim/cli/table.hpp"

#include "tests/support/catch.hpp"

namespace meesterplan::cli {
namespace {

TEST_CASE("Columns are as wide as their widest cell, counted in characters") {
  TextTable table({"vak", "n"});
  table.add({"\xC3\xA9\xC3\xA9n", "10"});
  table.add({"wiskunde", "5"});
  CHECK(table.text() ==
        "  vak        n\n"
        "  \xC3\xA9\xC3\xA9n       10\n"
        "  wiskunde   5\n");
}

TEST_CASE("Cells that are missing stay empty, and no line ends in blanks") {
  TextTable table({"a", "b", "c"});
  table.add({"x"});
  CHECK(table.text() == "  a  b  c\n  x\n");
}

TEST_CASE("A paragraph breaks at blanks before it is too wide") {
  std::string const text = paragraph(std::string(80, 'x') + " yyyyyyy zzz");
  CHECK(text == "  " + std::string(80, 'x') + "\n    yyyyyyy zzz\n");
  CHECK(paragraph(std::string(80, 'x'), {"2029 1%", "2030 2%"}) ==
        "  " + std::string(80, 'x') + "\n    2029 1%, 2030 2%\n");
  CHECK(paragraph("a\x1b", {"b\nc"}) == "  a\\x1b b\\x0ac\n");
  CHECK(paragraph("kort") == "  kort\n");
  CHECK(paragraph(std::string(200, 'x')) == "  " + std::string(200, 'x') + "\n");
}

}  // namespace
}  // namespace meesterplan::cli
