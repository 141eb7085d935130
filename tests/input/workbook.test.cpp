#include "sim/input/workbook.hpp"

#include <string>
#include <vector>

#include "tests/input/workbook_bytes.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::input {
namespace {

using testing::workbook_of;
using testing::WorkbookParts;
using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(Table const& table) {
  Rows rows;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    rows.emplace_back();
    for (TableCell const& cell : table.row(row))
      rows.back().emplace_back(cell.text);
  }
  return rows;
}

/// The rows of the one sheet.
Rows read(std::string const& sheet_data) {
  Workbook const book(workbook_of(sheet_data));
  REQUIRE_FALSE(book.problem());
  return rows_of(book.read(0));
}

std::string text_cell(std::string const& reference, std::string const& text) {
  return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

TEST_CASE("cells of every type become text") {
  WorkbookParts book;
  book.sheets = {{"Blad1",
                  "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"str\"><f>A1</f>"
                  "<v>berekend</v></c>" +
                      text_cell("C1", "  los ") +
                      "<c r=\"D1\" t=\"b\"><v>1</v></c><c r=\"E1\" t=\"b\"><v>0</v></c>"
                      "<c r=\"F1\" t=\"e\"><v>#N/A</v></c>"
                      "<c r=\"G1\" t=\"d\"><v>2024-08-01T00:00:00</v></c>"
                      "<c r=\"H1\"><v>0.80000000000000004</v></c>"
                      "<c r=\"I1\" t=\"n\"><f>1/8</f><v>0.125</v></c>"
                      "<c r=\"J1\" s=\"1\"><v>45505</v></c><c r=\"K1\" s=\"2\"><v>45505.5</v></c>"
                      "<c r=\"L1\" s=\"3\"><v>0.056</v></c></row>"}};
  book.shared_texts =
      "<si><t>nul</t></si><si><r><t>ge</t></r><r><rPr/><t>deeld</t></r>"
      "<rPh><t>klank</t></rPh></si>";
  book.styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\-mm\\-yyyy\"/></numFmts>"
      "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
      "<xf numFmtId=\"10\"/></cellXfs>";
  Workbook const read(workbook_of(book));
  REQUIRE_FALSE(read.problem());
  Table const table = read.read(0);
  CHECK(table.faults().empty());
  CHECK(table.separator() == Table::no_separator);
  CHECK(rows_of(table) == Rows{{"gedeeld", "berekend", "los", "ja", "nee", "#N/A", "2024-08-01",
                                "0.8", "0.125", "2024-08-01", "2024-08-01", "0.056"}});
  book.workbook_properties = "date1904=\"1\"";
  CHECK(rows_of(Workbook(workbook_of(book)).read(0))[0][9] == "2028-08-02");
}

TEST_CASE("cells stand where their references say, or behind each other") {
  CHECK(read("<row>" + text_cell("A1", "a") + "<c t=\"str\"><v>b</v></c>" + text_cell("D1", "d") +
             "</row><row r=\"4\"><c><v>1</v></c><c r=\"C4\"><v>3</v></c></row>"
             "<row r=\"5\"/><row r=\"6\"><c r=\"A6\" s=\"0\"/></row>") ==
        Rows{{"a", "b", "", "d"}, {"1", "", "3", ""}});
  Workbook const book(workbook_of("<row r=\"3\">" + text_cell("B3", "kop") +
                                  "</row><row r=\"7\"><c r=\"B7\"><v>1</v></c></row>"));
  Table const table = book.read(0);
  CHECK(table.row(0)[1].line == 3);
  CHECK(table.row(0)[1].column == 2);
  CHECK(table.row(1)[1].line == 7);
}

TEST_CASE("cells out of order stand where they belong") {
  CHECK(read("<row r=\"2\">" + text_cell("C2", "c") + text_cell("A2", "a") + text_cell("B2", "b") +
             "</row><row r=\"1\">" + text_cell("B1", "x") + "</row>") ==
        Rows{{"a", "b", "c"}, {"", "x", ""}});
}

/// The faults of the one sheet.
std::vector<TableFault> faults_of(std::string const& sheet_data) {
  return Workbook(workbook_of(sheet_data)).read(0).faults();
}

TEST_CASE("a filled cell far away costs no room for those between") {
  Workbook const book(workbook_of("<row r=\"1\">" + text_cell("A1", "kop") +
                                  "</row><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c>"
                                  "<c r=\"XFD1048576\"><v>2</v></c></row>"));
  Table const table = book.read(0);
  CHECK(rows_of(table) == Rows{{"kop"}, {"1", "2"}});
  CHECK(table.row(1)[1].line == 1048576);
  CHECK(table.row(1)[1].column == 16384);
  std::vector<TableFault> const wide = faults_of("<row r=\"1\">" + text_cell("XFD1", "kop") +
                                                 "</row><row r=\"2\"><c><v>1</v></c></row>");
  REQUIRE(wide.size() == 1);
  CHECK(wide[0].column == 16384);
}

TEST_CASE("a cell outside a sheet, or twice in a place, is told") {
  std::string const header = "<row r=\"1\">" + text_cell("A1", "kop") + "</row>";
  for (std::string const outside :
       {"<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>", "<row r=\"1048577\"><c><v>1</v></c></row>",
        "<row r=\"2147483647\"/><row><c><v>1</v></c></row><row><c><v>1</v></c></row>"}) {
    CAPTURE(outside);
    CHECK(faults_of(header + outside).size() == 1);
  }
  std::vector<TableFault> const twice =
      faults_of(header + "<row r=\"2\">" + text_cell("A2", "a") + text_cell("A2", "b") + "</row>");
  REQUIRE(twice.size() == 1);
  CHECK(twice[0].line == 2);
  CHECK(twice[0].column == 1);
}

TEST_CASE("blank formatted rows are no rows") {
  std::string rows = "<row r=\"1\">" + text_cell("A1", "kop") + "</row>";
  for (int row = 2; row < 20'000; ++row)
    rows += "<row r=\"" + std::to_string(row) + "\" s=\"4\"><c s=\"4\"/><c s=\"4\"/></row>";
  CHECK(read(rows) == Rows{{"kop"}});
}

TEST_CASE("a formula without an outcome is a fault at its cell") {
  Workbook const book(workbook_of("<row r=\"1\">" + text_cell("A1", "kop") +
                                  "</row><row r=\"2\"><c r=\"A2\"><f>B2*2</f></c></row>"
                                  "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>B3</f><v></v></c></row>"));
  Table const table = book.read(0);
  REQUIRE(table.faults().size() == 1);
  CHECK(table.faults()[0].line == 2);
  CHECK(table.faults()[0].column == 1);
  CHECK(table.faults()[0].message.en.find("no outcome") != std::string::npos);
  CHECK(rows_of(table) == Rows{{"kop"}});
}

TEST_CASE("a text that is not there is a fault") {
  Workbook const book(workbook_of("<row r=\"1\"><c r=\"B1\" t=\"s\"><v>7</v></c></row>"));
  Table const table = book.read(0);
  REQUIRE(table.faults().size() == 1);
  CHECK(table.faults()[0].column == 2);
}

TEST_CASE("sheets are found by name, and the only visible one without") {
  WorkbookParts two;
  two.sheets = {{"Personeel", "<row><c><v>1</v></c></row>"}, {"Blad 2", ""}};
  Workbook const book(workbook_of(two));
  REQUIRE(book.sheets().size() == 2);
  CHECK(book.find("personeel") == 0);
  CHECK(book.find("Blad2") == -1);
  CHECK(book.find("Blad 2") == 1);
  CHECK(book.find("Blad3") == -1);
  CHECK(book.only_visible() == -1);
  CHECK(rows_of(book.read(1)).empty());
  two.sheet_attributes = "state=\"hidden\"";
  CHECK(Workbook(workbook_of(two)).only_visible() == -1);
  two.sheets.pop_back();
  two.sheet_attributes = "state=\"visible\"";
  CHECK(Workbook(workbook_of(two)).only_visible() == 0);
}

TEST_CASE("names of parts and prefixes of elements do not matter") {
  WorkbookParts one;
  one.sheets = {
      {"Blad1", "<x:row xmlns:x=\"m\"><x:c r=\"A1\" t=\"str\"><x:v>a</x:v></x:c></x:row>"}};
  testing::Parts parts = testing::parts_of(one);
  for (auto& [name, contents] : parts) {
    if (name == "xl/sharedStrings.xml")
      name = "XL\\SharedStrings.XML";
  }
  Workbook const book(testing::zip_of(parts));
  REQUIRE_FALSE(book.problem());
  CHECK(rows_of(book.read(0)) == Rows{{"a"}});
}

bool tells(std::string const& message, std::string const& words) {
  return message.find(words) != std::string::npos;
}

std::string problem_of(std::string bytes) {
  Workbook const book(std::move(bytes));
  return book.problem() ? book.problem()->en : std::string();
}

TEST_CASE("what is no readable workbook says what it is") {
  std::string const sound = workbook_of("<row><c><v>1</v></c></row>");
  REQUIRE(problem_of(sound).empty());
  for (std::size_t const kept : {5UL, sound.size() / 2, sound.size() - 30})
    CHECK(tells(problem_of(sound.substr(0, kept)), "damaged or incomplete"));
  std::string const container = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
  CHECK(tells(problem_of(container + "Workbook"), "old Excel workbook, .xls"));
  std::string wide;
  for (char const letter : std::string("EncryptedPackage"))
    wide += {letter, '\0'};
  CHECK(tells(problem_of(container + wide), "protected by a password"));
  CHECK(tells(problem_of(testing::zip_of({{"content.xml", "<a/>"}})), ".ods"));
  CHECK(
      tells(problem_of(testing::zip_of({{"word/document.xml", "<a/>"}})), "not an Excel workbook"));
  CHECK(tells(problem_of(testing::zip_of({{"xl/workbook.bin", "b"}})), ".xlsb"));
  CHECK(tells(problem_of(workbook_of(WorkbookParts{})), "not an Excel workbook"));
}

TEST_CASE("a damaged part and a document type are told, not followed") {
  testing::Parts parts = testing::parts_of({{{"Blad1", "<row><c><v>1</v>"}}, {}, {}, {}, {}});
  Table const table = Workbook(testing::zip_of(parts)).read(0);
  REQUIRE(table.faults().size() == 1);
  CHECK(table.faults()[0].line == 0);
  CHECK(tells(table.faults()[0].message.en, "damaged or incomplete"));
  parts = testing::parts_of({{{"Blad1", ""}}, {}, {}, {}, {}});
  for (auto& [name, contents] : parts) {
    if (name == "xl/sharedStrings.xml") {
      contents =
          "<!DOCTYPE s [<!ENTITY a \"a\"><!ENTITY b \"&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
    }
  }
  CHECK(tells(problem_of(testing::zip_of(parts)), "damaged or incomplete"));
  // A byte that changed on the way: the checksum tells.
  std::string changed = workbook_of("<row><c t=\"str\"><v>waarde</v></c></row>");
  changed.replace(changed.find("waarde"), 6, "anders");
  CHECK(Workbook(changed).read(0).faults().size() == 1);
}

}  // namespace
}  // namespace meesterplan::input
