#include "sim/input/formats.hpp"

#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/input/definitions.hpp"
#include "sim/input/words.hpp"
#include "tests/support/catch.hpp"

// docs/formats.md is held against the readers: the same keys, the same columns,
// the same other header names.

namespace meesterplan::input {
namespace {

using Names = std::set<std::string>;

struct DocumentedColumn {
  Names aliases;  ///< folded
};

/// The tables under one heading: keys with their second cell.
using Section = std::map<std::string, DocumentedColumn>;

std::vector<std::string> cut(std::string const& text, std::string const& separator) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (;;) {
    std::size_t const to = text.find(separator, from);
    parts.push_back(text.substr(from, to - from));
    if (to == std::string::npos)
      return parts;
    from = to + separator.size();
  }
}

/// What stands between backticks.
std::vector<std::string> code_words(std::string const& cell) {
  std::vector<std::string> words;
  std::vector<std::string> const parts = cut(cell, "`");
  for (std::size_t i = 1; i < parts.size(); i += 2)
    words.push_back(parts[i]);
  return words;
}

void add_row(std::string const& line, Section& section) {
  std::vector<std::string> const cells = cut(line, "|");
  if (cells.size() < 3)
    return;
  for (std::string const& key : code_words(cells[1])) {
    DocumentedColumn& column = section[key];
    for (std::string const& alias : cut(cells[2], ", ")) {
      if (!folded(alias).empty())
        column.aliases.insert(folded(alias));
    }
  }
}

std::map<std::string, Section> documented() {
  std::map<std::string, Section> sections;
  std::ifstream file("docs/formats.md");
  std::string line;
  std::string heading;
  while (std::getline(file, line)) {
    if (line.rfind("## ", 0) == 0)
      heading = line.substr(3);
    if (line.rfind("### ", 0) == 0)
      heading = line.substr(4);
    if (line.rfind("| `", 0) == 0)
      add_row(line, sections[heading]);
  }
  return sections;
}

Names keys(Section const& section) {
  Names names;
  for (auto const& [key, column] : section)
    names.insert(key);
  return names;
}

TEST_CASE("each scenario table has the documented keys") {
  std::map<std::string, Section> const sections = documented();
  for (KeyTable const& table : scenario_tables()) {
    std::string const path(table.path);
    bool const is_list = is_list_of_tables(path);
    std::string const heading = path.empty() ? "Top level"
                                : is_list    ? "[[" + path + "]]"
                                             : "[" + path + "]";
    INFO(heading);
    REQUIRE(sections.count(heading) == 1);
    Names documented_keys;
    for (std::string const& key : keys(sections.at(heading)))
      documented_keys.insert(key);
    CHECK(documented_keys == Names(table.keys.begin(), table.keys.end()));
  }
}

TEST_CASE("each CSV format has the documented columns and other names") {
  std::map<std::string, Section> sections = documented();
  Section const shared = sections["Rate tables"];
  REQUIRE(shared.size() == 22);
  for (Format const& format : all_formats()) {
    std::string const heading = std::string(format.name) + ".csv";
    INFO(heading);
    REQUIRE(sections.count(heading) == 1);
    Section section = sections[heading];
    bool const is_rates = heading == "exit.csv" || heading == "exit_factors.csv" ||
                          heading == "hours.csv" || heading == "uptake.csv";
    if (is_rates)
      section.insert(shared.begin(), shared.end());
    Names known;
    for (Column const& column : format.columns) {
      known.insert(std::string(column.key));
      Names aliases;
      for (std::string_view const alias : column.aliases)
        aliases.insert(folded(alias));
      INFO(column.key);
      CHECK(section[std::string(column.key)].aliases == aliases);
    }
    CHECK(keys(section) == known);
  }
}

TEST_CASE("no header name means two columns of one format") {
  for (Format const& format : all_formats()) {
    Names seen;
    for (Column const& column : format.columns) {
      INFO(format.name << " " << column.key);
      CHECK(seen.insert(folded(column.key)).second);
      for (std::string_view const alias : column.aliases) {
        CHECK((folded(alias) == folded(column.key) || seen.insert(folded(alias)).second));
      }
    }
  }
}

}  // namespace
}  // namespace meesterplan::input
