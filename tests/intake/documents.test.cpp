#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "sim/intake/export_formats.hpp"
#include "tests/support/catch.hpp"

// The tables of docs/import.md name the columns that are read, with every header
// that means them, and no others.

namespace meesterplan::intake {
namespace {

/// The first two cells of the rows of the table below a heading.
std::vector<std::string> documented(std::string const& heading) {
  std::ifstream file("docs/import.md");
  std::vector<std::string> rows;
  std::string line;
  while (std::getline(file, line) && line != "### " + heading) {
  }
  while (std::getline(file, line) && line.rfind('#', 0) != 0) {
    if (line.rfind("| `", 0) != 0)
      continue;
    std::size_t const first = line.find('|', 1);
    rows.push_back(line.substr(0, line.find('|', first + 1)));
  }
  return rows;
}

std::vector<std::string> known(input::Format const& format) {
  std::vector<std::string> rows;
  for (input::Column const& column : format.columns) {
    std::string row = "| `" + std::string(column.key) + "` | ";
    for (std::size_t i = 0; i < column.aliases.size(); ++i)
      row += (i == 0 ? "" : ", ") + std::string(column.aliases[i]);
    rows.push_back(row + (column.aliases.empty() ? "" : " "));
  }
  return rows;
}

TEST_CASE("docs/import.md names every column of an export, and no other") {
  for (input::Format const& format :
       {employments_format(), timetable_format(), diplomas_format()}) {
    INFO(format.name);
    CHECK(documented(std::string(format.name)) == known(format));
  }
}

}  // namespace
}  // namespace meesterplan::intake
