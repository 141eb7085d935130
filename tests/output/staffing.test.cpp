#include "sim/output/staffing.hpp"

#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/output/examples.hpp"
#include "tests/support/catch.hpp"

using namespace meesterplan;

namespace {

std::string csv_of(CsvForm style) {
  std::ostringstream stream;
  output::write_csv(tests::full_staffing(), style, stream);
  return stream.str();
}

/// The cells of a line without quotes around separators.
std::vector<std::string> cells_of(std::string const& text, std::size_t line, char separator) {
  std::istringstream lines(text);
  std::string found;
  for (std::size_t index = 0; index <= line; ++index)
    std::getline(lines, found);
  REQUIRE(found.back() == '\r');
  found.pop_back();
  std::vector<std::string> cells = {""};
  bool is_quoted = false;
  for (char const letter : found) {
    is_quoted = is_quoted != (letter == '"');
    if (letter == separator && !is_quoted) {
      cells.emplace_back();
    } else {
      cells.back() += letter;
    }
  }
  return cells;
}

/// The cell of a column.
std::string cell(std::string const& text, std::size_t line, char separator,
                 std::string const& column) {
  std::vector<std::string> const names = cells_of(text, 0, separator);
  std::vector<std::string> const cells = cells_of(text, line, separator);
  REQUIRE(names.size() == cells.size());
  for (std::size_t index = 0; index < names.size(); ++index) {
    if (names[index] == column)
      return cells[index];
  }
  FAIL("no column " << column);
  return {};
}

}  // namespace

TEST_CASE("A spring table as RFC 4180: commas, points, quotes where needed, CR LF") {
  std::string const text = csv_of(CsvForm::rfc);
  CHECK(text.rfind("scenario,settings,seed,replicates,result_hash,year,level,school,unit,", 0) ==
        0);
  CHECK(cell(text, 1, ',', "scenario") == "\"Voorbeeld; \"\"A\"\"\"");
  CHECK(cell(text, 1, ',', "demand") == "11");
  CHECK(cell(text, 1, ',', "net_staying") == "8.123");
  CHECK(cell(text, 1, ',', "leavers") == "3");
  CHECK(cell(text, 1, ',', "leavers_fte") == "2.1");
  // Two rows of one cause with different months are one cell.
  CHECK(cell(text, 1, ',', "leavers_retirement") == "2");
  CHECK(cell(text, 1, ',', "leavers_retirement_fte") == "1.4");
  CHECK(cell(text, 1, ',', "leavers_other_sector") == "0");
  CHECK(cell(text, 1, ',', "hours_fte") == "-0.3");
  CHECK(cell(text, 1, ',', "other_leavers_p90") == "3");
  CHECK(cell(text, 1, ',', "other_leavers_fte_p90").empty());
  CHECK(cell(text, 1, ',', "hole_pension_age") == "1");
  CHECK(cell(text, 1, ',', "hole_contracts_fte") == "0");
  CHECK(cell(text, 1, ',', "hidden_mean") == "0.5");
}

TEST_CASE("A spring table for Dutch spreadsheets: mark, semicolons, decimal commas") {
  std::string const text = csv_of(CsvForm::nl);
  REQUIRE(text.rfind("\xEF\xBB\xBF", 0) == 0);
  std::string const rest = text.substr(3);
  CHECK(cell(rest, 1, ';', "net_staying") == "8,123");
  CHECK(cell(rest, 1, ';', "scenario") == "\"Voorbeeld; \"\"A\"\"\"");
}

TEST_CASE("A row with needs only has empty cells, not zeros") {
  std::string const text = csv_of(CsvForm::rfc);
  for (std::string const& column : cells_of(text, 0, ',')) {
    INFO(column);
    bool const is_told = column == "scenario" || column == "settings" || column == "seed" ||
                         column == "replicates" || column == "result_hash" || column == "year" ||
                         column == "level" || column == "school" || column == "unit" ||
                         column == "needs_only" || column == "demand";
    CHECK(cell(text, 2, ',', column).empty() != is_told);
  }
}

TEST_CASE("JSON of a spring table keeps every digit and tells null where it does not know") {
  std::ostringstream stream;
  output::write_json(tests::full_staffing(), stream);
  auto const document = nlohmann::json::parse(stream.str());
  CHECK(document["schema"] == "meesterplan.staffing/1");
  CHECK(document["interrupted"] == true);
  CHECK(document["rows"][0]["vacancy_fte"]["mean"] == 2.8766);
  CHECK(document["rows"][0]["certain"]["known"].size() == 5);
  CHECK(document["rows"][0]["holes"]["known"][1]["month"].is_null());
  for (char const* field : {"certain", "holes", "net_now", "other_leavers", "vacancies", "hidden"})
    CHECK(document["rows"][1][field].is_null());
  CHECK(document["rows"][1]["demand"] == 0.8);
}
