#include "sim/input/reading.hpp"

#include <map>
#include <optional>
#include <string>

#include "tests/input/workbook_bytes.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::input {
namespace {

/// The same table as text, alone in a workbook, and in one of two sheets.
MemoryFiles three_files() {
  std::string const data = "<row><c t=\"str\"><v>kop</v></c></row>";
  testing::WorkbookParts two;
  two.sheets = {{"Blad1", data}, {"Blad 1", ""}};
  return MemoryFiles({{"fill.csv", "kop\n"},
                      {"map/fill.xlsx", testing::workbook_of(data)},
                      {"twee.XLSX", testing::workbook_of(two)}});
}

TEST_CASE("a table is called by its file, with its sheet where that is named") {
  MemoryFiles files = three_files();
  Reading reading(files);
  std::map<std::string, std::string> const names{{"fill.csv", "fill"},
                                                 {"map/fill.xlsx", "fill"},
                                                 {"twee.XLSX#blad1", "twee#Blad1"},
                                                 {"twee.XLSX#Blad 1", "twee#Blad 1"}};
  for (auto const& [path, name] : names) {
    CAPTURE(path);
    std::optional<int> const file = reading.open_table(path, {}, "files.people");
    REQUIRE(file);
    CHECK(reading.table_name(*file) == name);
    CHECK(reading.table(*file).n_rows() == (path == "twee.XLSX#Blad 1" ? 0 : 1));
    CHECK(reading.open_table("./" + path, {}, "") == file);
  }
  CHECK(reading.problems().empty());
  CHECK(reading.sources().size() == 4);
}

TEST_CASE("what cannot be opened as a table is told where it was named") {
  MemoryFiles files = three_files();
  Reading reading(files);
  for (std::string const path :
       {"none.xlsx", "none.xlsx#Blad1", "twee.XLSX", "twee.XLSX#Blad2", "map"}) {
    CAPTURE(path);
    CHECK_FALSE(reading.open_table(path, {0, 3, 4}, "files.people"));
    REQUIRE_FALSE(reading.problems().empty());
    CHECK(reading.problems().back().field == "files.people");
    CHECK(reading.problems().back().message.en.find('(') != std::string::npos);
  }
  CHECK(reading.problems().size() == 5);
}

}  // namespace
}  // namespace meesterplan::input
