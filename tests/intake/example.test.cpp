#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "sim/input/cell_text.hpp"
#include "sim/input/csv.hpp"
#include "sim/input/disk_files.hpp"
#include "sim/input/load_scenario.hpp"
#include "sim/input/reading.hpp"
#include "sim/intake/import.hpp"
#include "sim/intake/project_files.hpp"
#include "tests/intake/export_files.hpp"
#include "tests/support/catch.hpp"

// The exports of the example school give the example school back, person by person,
// whatever dirt they hold and in whatever order their rows stand.

namespace meesterplan::intake {
namespace {

using scenario::Assignment;
using scenario::Person;
using scenario::Scenario;

constexpr char const* folder = "data/voorbeeldexport/";

ImportRequest example_request(std::string const& prefix = folder,
                              std::string const& extension = ".xlsx") {
  return {prefix + "personeel" + extension,
          prefix + "rooster.csv",
          prefix + "diplomas" + extension,
          {},
          2025,
          test_key()};
}

Import imported() {
  input::DiskFiles disk;
  return import_school(disk, example_request());
}

/// The example scenario with the school of `files`, or its own.
Scenario school_of(std::vector<ProjectFile> const& files) {
  std::map<std::string, std::string> more;
  std::string text = "extends = \"scenarios/basis.toml\"\n";
  if (!files.empty())
    text += "[files]\n";
  for (ProjectFile const& file : files) {
    more["import/" + file.name] = file.content;
    std::string const key = file.name.substr(0, file.name.find('.'));
    if (key != "rejects" && key != "questions")
      text += key + " = \"import/" + file.name + "\"\n";
  }
  more["school.toml"] = text;
  FilesAndMore source(std::move(more));
  input::LoadResult result = input::load_scenario(source, "school.toml");
  for (Problem const& problem : result.problems) {
    if (problem.severity == Severity::error)
      FAIL(to_string(problem, Language::en));
  }
  return std::move(result.scenario);
}

bool same_date(std::optional<Date> const& left, std::optional<Date> const& right) {
  return left == right;
}

std::map<std::string, Assignment> by_section(Person const& person, Scenario const& scenario) {
  std::map<std::string, Assignment> all;
  for (Assignment const& assignment : person.assignments)
    all[scenario.sections[static_cast<std::size_t>(assignment.section)].key] = assignment;
  return all;
}

void check_assignments(Person const& found, Scenario const& import, Person const& meant,
                       Scenario const& school) {
  auto const all_found = by_section(found, import);
  auto const all_meant = by_section(meant, school);
  REQUIRE(all_found.size() == all_meant.size());
  for (auto const& [section, assignment] : all_meant) {
    INFO(section);
    REQUIRE(all_found.count(section) == 1);
    Assignment const& same = all_found.at(section);
    CHECK(same.fte == assignment.fte);
    CHECK(same.licence == assignment.licence);
    CHECK(same.upper_vwo == assignment.upper_vwo);
    CHECK(same.upper_havo == assignment.upper_havo);
  }
}

void check_person(Person const& found, Person const& meant) {
  CHECK(found.born_first == meant.born_first);
  CHECK(found.born_last == meant.born_last);
  CHECK(found.tenure == meant.tenure);
  CHECK(found.experience == meant.experience);
  CHECK(found.degree == meant.degree);
  CHECK(found.master_kind == meant.master_kind);
  CHECK(found.years_since_master == meant.years_since_master);
  CHECK(found.contract == meant.contract);
  CHECK(same_date(found.contract_end, meant.contract_end));
  CHECK(found.scale == meant.scale);
  CHECK(found.origin == meant.origin);
  CHECK(same_date(found.starts_on, meant.starts_on));
  REQUIRE(found.leaves.has_value() == meant.leaves.has_value());
  if (meant.leaves) {
    CHECK(found.leaves->on == meant.leaves->on);
    CHECK(found.leaves->reason == meant.leaves->reason);
  }
  REQUIRE(found.hours.has_value() == meant.hours.has_value());
  if (meant.hours) {
    CHECK(found.hours->from == meant.hours->from);
    CHECK(found.hours->fte == meant.hours->fte);
  }
  REQUIRE(found.study.has_value() == meant.study.has_value());
  if (meant.study) {
    CHECK(found.study->programme == meant.study->programme);
    CHECK(found.study->years_done == meant.study->years_done);
    CHECK(found.study->grant == meant.study->grant);
  }
}

TEST_CASE("the example's exports give the example school back, person by person") {
  Scenario const school = school_of({});
  for (Language const language : {Language::nl, Language::en}) {
    Scenario const import = school_of(project_files(imported(), language));
    REQUIRE(import.people.size() == school.people.size());
    std::map<std::string, Person const*> by_key;
    for (Person const& person : import.people)
      by_key[person.key] = &person;
    for (Person const& meant : school.people) {
      INFO(meant.key);
      auto const found = by_key.find(pseudonym(test_key(), meant.key.substr(1)));
      REQUIRE(found != by_key.end());
      check_person(*found->second, meant);
      check_assignments(*found->second, import, meant, school);
    }
    REQUIRE(import.sections.size() == school.sections.size());
    for (scenario::Section const& section : school.sections) {
      bool const is_there =
          std::any_of(import.sections.begin(), import.sections.end(), [&](auto const& one) {
            return one.key == section.key && one.subject == section.subject &&
                   one.name == section.name;
          });
      CHECK(is_there);
    }
  }
}

TEST_CASE("fte before is fte after, set aside and rejected; every reject has a reason") {
  Import const import = imported();
  // Summed from the cells of the workbook, apart from how import reads them.
  input::DiskFiles disk;
  input::Reading reading(disk);
  input::Table const table =
      reading.table(*reading.open_table(std::string(folder) + "personeel.xlsx", {}, {}));
  std::int64_t before = 0;
  std::size_t n_rows = 0;
  bool is_below = false;
  for (std::size_t i = 0; i < table.n_rows(); ++i) {
    std::string const first(table.row(i)[0].text);
    if (is_below) {
      std::string const fte(table.row(i)[17].text);
      ++n_rows;
      before += fte == "80" ? 0 : *input::parse_number(fte).value.scaled(3);
    }
    is_below |= first == "Medewerker";
  }
  CHECK(import.all_rows().rows == static_cast<std::int64_t>(n_rows));
  CHECK(import.all_rows().fte.thousandths == before);
  Fte after;
  for (Teacher const& teacher : import.teachers) {
    for (TeacherAssignment const& assignment : teacher.assignments)
      after += teacher.is_in_service ? assignment.fte : Fte{0};
  }
  CHECK(import.fate(Fate::in_service).fte == after);
  CHECK(import.fate(Fate::support).rows == 24);
  CHECK(import.fate(Fate::management).rows == 5);
  CHECK(import.fate(Fate::ended).rows == 4);
  CHECK(import.fate(Fate::rejected).rows == 7);
  CHECK(import.findings.rejects().size() == 10);
  for (Reject const& reject : import.findings.rejects()) {
    CHECK(!reject.reason.nl.empty());
    CHECK(reject.reason.en.find(").") != std::string::npos);
    CHECK(reject.place.line > 0);
  }
  CHECK(n_asked(import, Ask::diploma) == 4);
}

/// The rows of a table as CSV, those below the header in another order.
std::string shuffled(input::Table const& table, std::string_view first_header, unsigned seed) {
  std::vector<std::string> lines;
  std::size_t header = 0;
  for (std::size_t i = 0; i < table.n_rows(); ++i) {
    std::string line;
    for (input::TableCell const& cell : table.row(i))
      line += (line.empty() && &cell == table.row(i).data() ? "" : ";") + std::string(cell.text);
    header = table.row(i)[0].text == first_header ? i : header;
    lines.push_back(line);
  }
  auto const begin = lines.begin() + static_cast<std::ptrdiff_t>(header) + 1;
  std::size_t const width =
      static_cast<std::size_t>(std::count(lines[header].begin(), lines[header].end(), ';'));
  for (auto line = begin; line != lines.end(); ++line)
    line->append(width - static_cast<std::size_t>(std::count(line->begin(), line->end(), ';')),
                 ';');
  std::mt19937 random(seed);
  for (auto line = begin; line != lines.end(); ++line) {
    auto const rest = static_cast<unsigned long>(lines.end() - line);
    std::swap(*line, *(line + static_cast<std::ptrdiff_t>(random() % rest)));
  }
  std::string text;
  for (auto line = begin - 1; line != lines.end(); ++line)
    text += *line + "\n";
  return text;
}

TEST_CASE("a shuffled export gives the same school, byte by byte") {
  input::DiskFiles disk;
  input::Reading reading(disk);
  auto const table = [&](std::string const& name) {
    return reading.table(*reading.open_table(folder + name, {}, {}));
  };
  std::vector<ProjectFile> const meant = project_files(imported(), Language::nl);
  for (unsigned const seed : {1U, 2U, 3U}) {
    FilesAndMore source({{"x/personeel.csv", shuffled(table("personeel.xlsx"), "Medewerker", seed)},
                         {"x/rooster.csv", shuffled(table("rooster.csv"), "Docent", seed)},
                         {"x/diplomas.csv", shuffled(table("diplomas.xlsx"), "Persnr", seed)}});
    Import const import = import_school(source, example_request("x/", ".csv"));
    for (ProjectFile const& file : project_files(import, Language::nl)) {
      // Those two name lines of the files.
      if (file.name == "rejects.csv" || file.name == "questions.csv")
        continue;
      auto const same = std::find_if(meant.begin(), meant.end(),
                                     [&](ProjectFile const& one) { return one.name == file.name; });
      INFO(file.name);
      REQUIRE(same != meant.end());
      CHECK(same->content == file.content);
    }
  }
}

TEST_CASE("nothing that is written tells a name, a day of birth or a number") {
  input::DiskFiles disk;
  input::Reading reading(disk);
  input::Table const table =
      reading.table(*reading.open_table(std::string(folder) + "personeel.xlsx", {}, {}));
  std::set<std::string> secrets;
  bool is_below = false;
  for (std::size_t i = 0; i < table.n_rows(); ++i) {
    auto const row = table.row(i);
    // Number, first and last name, teacher code, day of birth.
    for (std::size_t at = 0; is_below && at < 5; ++at)
      secrets.insert(std::string(row[at].text));
    is_below |= row[0].text == "Medewerker";
  }
  secrets.erase("");
  secrets.erase("*");
  secrets.erase("**");
  REQUIRE(secrets.size() > 400);
  for (Language const language : {Language::nl, Language::en}) {
    for (ProjectFile const& file : project_files(imported(), language)) {
      INFO(file.name);
      input::Table const written =
          input::read_csv(std::string_view(file.content).substr(language == Language::nl ? 3 : 0));
      for (std::size_t i = 0; i < written.n_rows(); ++i) {
        for (input::TableCell const& cell : written.row(i)) {
          std::string const text(cell.text);
          // A year or a line may happen to be somebody's number.
          bool const is_year = text.size() == 4 && text > "1949" && text < "2030";
          CHECK((is_year || secrets.count(text) == 0));
          for (std::string const& secret : secrets)
            CHECK((secret.size() < 6 || text.find(secret) == std::string::npos));
        }
      }
    }
  }
}

}  // namespace
}  // namespace meesterplan::intake
