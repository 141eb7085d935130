#include "sim/output/parameter_texts.hpp"

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace meesterplan {
namespace {

/// The cells of a line of a table, without the blanks around them.
std::vector<std::string> cells_of(std::string const& line) {
  std::vector<std::string> cells;
  std::size_t from = line.find("| ");
  while (from != std::string::npos && line.find(" |", from) != std::string::npos) {
    std::size_t const to = line.find(" |", from);
    cells.push_back(line.substr(from + 2, to - from - 2));
    from = line.find("| ", to);
  }
  return cells;
}

/// The rows of the glossary's table of uncertain numbers.
std::vector<std::vector<std::string>> documented() {
  std::vector<std::vector<std::string>> rows;
  std::ifstream file("docs/glossary.md");
  std::string heading;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("## ", 0) == 0)
      heading = line;
    if (heading == "## Uncertain numbers" && line.rfind("| `", 0) == 0)
      rows.push_back(cells_of(line));
  }
  return rows;
}

/// The groups that a table of the reference data names.
std::set<std::string> groups_of(std::string const& path) {
  std::set<std::string> groups;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.find(";group"); ++at) {
    if (line[at] == ';')
      ++column;
  }
  while (std::getline(file, line)) {
    std::size_t from = 0;
    for (std::size_t skipped = 0; skipped <= column; ++skipped)
      from = line.find(';', from) + 1;
    std::string const group = line.substr(from, line.find(';', from) - from);
    if (!group.empty())
      groups.insert(group);
  }
  return groups;
}

TEST_CASE("The glossary and the program call an uncertain number the same") {
  std::vector<std::vector<std::string>> const rows = documented();
  REQUIRE(rows.size() > 20);
  for (std::vector<std::string> const& row : rows) {
    REQUIRE(row.size() == 3);
    std::string const key = row[0].substr(1, row[0].size() - 2);
    CAPTURE(key);
    auto const name = output::parameter_name(key);
    REQUIRE(name);
    CHECK(name->nl == row[1]);
    CHECK(name->en == row[2]);
  }
}

TEST_CASE("Every group of the reference data has a name") {
  std::size_t n_groups = 0;
  for (char const* file :
       {"entrants", "exit_factors", "exit_rates", "fill", "hours", "parameters", "retirement"}) {
    for (std::string const& group : groups_of("data/reference/" + std::string(file) + ".csv")) {
      CAPTURE(file, group);
      CHECK(output::parameter_name(group));
      ++n_groups;
    }
  }
  CHECK(n_groups >= 20);
}

TEST_CASE("A cause of an own table and a key of a programme have names too") {
  CHECK(output::parameter_name("mijn_uitstroom/other_board")->nl ==
        "vertrek naar een ander bestuur");
  CHECK(output::parameter_name("hours/down")->en == "going to work fewer hours");
  CHECK(output::parameter_name("programme.wo.master.delay")->nl == "studievertraging: wo.master");
}

TEST_CASE("The numbers of policies and bottlenecks are called by their owner") {
  CHECK(output::parameter_name("policy.inductie.starters")->nl == "effect van inductie: starters");
  CHECK(output::parameter_name("policy.inductie.carried_out")->en ==
        "chance that inductie is carried out");
  CHECK(output::parameter_name("policy.inductie.cost.coach")->en == "cost of inductie: coach");
  CHECK(output::parameter_name("bottleneck.geen-ruimte.masters")->nl ==
        "knelpunt geen-ruimte: masters");
  CHECK_FALSE(output::parameter_name("policy.inductie"));
}

TEST_CASE("What the user named keeps that name") {
  for (char const* own :
       {"", "onze groep", "tabel/iets", "programme.x", "programme..delay", "delay.x"}) {
    CAPTURE(own);
    CHECK_FALSE(output::parameter_name(own));
  }
}

}  // namespace
}  // namespace meesterplan
