#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <xlsxwriter.h>

#include "sim/input/cell_text.hpp"
#include "sim/input/csv.hpp"
#include "sim/input/disk_files.hpp"
#include "sim/input/load_scenario.hpp"
#include "sim/study/study.hpp"
#include "tests/support/catch.hpp"

// The example school out of workbooks is the example school: what a planner
// saves from Excel or LibreOffice gives the same answer as the CSV files.

namespace meesterplan::study {
namespace {

namespace fs = std::filesystem;

constexpr char const* school = "data/voorbeeldlyceum/";

std::string contents(fs::path const& path) {
  std::ifstream const file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// Files on disk, and some that are not.
class FilesAndMore final : public input::FileSource {
 public:
  explicit FilesAndMore(std::map<std::string, std::string> more) : more_(std::move(more)) {}

  input::FileRead read(std::string const& path) override {
    auto const found = more_.find(path);
    if (found != more_.end())
      return {input::FileRead::Status::ok, found->second, {}};
    return disk_.read(path);
  }

 private:
  std::map<std::string, std::string> more_;
  input::DiskFiles disk_;
};

/// The hash of the example school's answer when its files are `files`.
std::string answer_of(std::string const& files, std::map<std::string, std::string> more = {}) {
  more["school.toml"] =
      "extends = \"scenarios/ongewijzigd-beleid.toml\"\nreplicates = 40\n[files]\n" + files;
  FilesAndMore source(std::move(more));
  input::LoadResult const loaded = input::load_scenario(source, "school.toml");
  for (Problem const& problem : loaded.problems) {
    if (problem.severity == Severity::error)
      FAIL(to_string(problem, Language::en));
  }
  return run(loaded.scenario, {}).result_hash;
}

std::string from_csv() {
  return answer_of("");
}

struct Formats {
  lxw_format* day;
  lxw_format* text;
};

/// A cell as somebody types it: days as days, numbers as numbers.
void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string const& text,
                Formats formats) {
  input::ParsedNumber const number = input::parse_number(text);
  input::ParsedDate const day = input::parse_date(text);
  if (text.empty()) {
    REQUIRE(worksheet_write_blank(sheet, row, column, formats.day) == LXW_NO_ERROR);
  } else if (number.fault == input::NumberFault::none) {
    REQUIRE(worksheet_write_number(sheet, row, column, number.value.to_double(), nullptr) ==
            LXW_NO_ERROR);
  } else if (day.fault == input::DateFault::none) {
    lxw_datetime moment{day.value.year, day.value.month, day.value.day, 0, 0, 0};
    REQUIRE(worksheet_write_datetime(sheet, row, column, &moment, formats.day) == LXW_NO_ERROR);
  } else {
    REQUIRE(worksheet_write_string(sheet, row, column, text.c_str(), formats.text) == LXW_NO_ERROR);
  }
}

/// A workbook with a sheet for each of the example school's files.
std::string written_workbook() {
  fs::path const path = fs::temp_directory_path() / "meesterplan_written_workbook.xlsx";
  lxw_workbook* const book = workbook_new(path.string().c_str());
  Formats const formats{workbook_add_format(book), workbook_add_format(book)};
  format_set_num_format(formats.day, "dd-mm-yyyy");
  format_set_bold(formats.text);
  for (std::string const name : {"people", "assignments", "sections", "schools"}) {
    lxw_worksheet* const sheet = workbook_add_worksheet(book, name.c_str());
    std::string const text = contents(school + name + ".csv");
    input::Table const table = input::read_csv(text);
    for (std::size_t row = 0; row < table.n_rows(); ++row) {
      // Two blank formatted rows above the header, as people leave them.
      lxw_col_t column = 0;
      for (input::TableCell const& cell : table.row(row))
        write_cell(sheet, static_cast<lxw_row_t>(row + 2), column++, std::string(cell.text),
                   formats);
    }
  }
  REQUIRE(workbook_close(book) == LXW_NO_ERROR);
  std::string bytes = contents(path);
  fs::remove(path);
  return bytes;
}

TEST_CASE("The example school out of one workbook by libxlsxwriter gives the same answer") {
  std::string const files =
      "people = \"school.xlsx#people\"\nassignments = \"school.xlsx#Assignments\"\n"
      "sections = \"school.xlsx#sections\"\nschools = \"school.xlsx#schools\"\n";
  CHECK(answer_of(files, {{"school.xlsx", written_workbook()}}) == from_csv());
}

TEST_CASE("The example school out of workbooks by LibreOffice gives the same answer") {
  CHECK(answer_of("people = \"tests/study/libreoffice/people.xlsx\"\n"
                  "assignments = \"tests/study/libreoffice/assignments.xlsx\"\n") == from_csv());
}

}  // namespace
}  // namespace meesterplan::study
