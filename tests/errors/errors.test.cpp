#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "sim/input/disk_files.hpp"
#include "sim/input/load_scenario.hpp"
#include "sim/intake/import.hpp"
#include "sim/intake/project_files.hpp"
#include "sim/model/compile.hpp"
#include "sim/synthesis/synthesize.hpp"
#include "tests/support/catch.hpp"

// Each folder beside this file is a broken scenario with the exact messages that
// it gets, in both languages (README.md).

namespace meesterplan {
namespace {

namespace fs = std::filesystem;

fs::path const root = "tests/errors";

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (fs::directory_entry const& entry : fs::directory_iterator(root)) {
    if (entry.is_directory())
      names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

input::LoadResult loaded(std::string const& name) {
  input::DiskFiles disk;
  return input::load_scenario(disk, (root / name / "scenario.toml").generic_string());
}

/// What compile() adds for a scenario without errors.
std::vector<Problem> compiled(scenario::Scenario const& scenario) {
  try {
    return model::compile(scenario).notes;
  } catch (InputError const& wrong) {
    return wrong.problems();
  }
}

/// The file of that kind in a folder; empty when it has none.
std::string found(std::string const& name, std::string const& kind) {
  for (std::string const extension : {".csv", ".xlsx", ".toml"}) {
    fs::path const path = root / name / (kind + extension);
    if (fs::exists(path))
      return path.generic_string();
  }
  return {};
}

bool is_import(std::string const& name) {
  return !found(name, "personnel").empty();
}

/// Rejects and questions as the problems that they are to the planner.
std::vector<Problem> problems_of(intake::Import const& import) {
  std::vector<Problem> problems;
  for (intake::Reject const& reject : import.findings.rejects()) {
    problems.push_back(scenario::problem_at(reject.place, import.sources, Severity::warning,
                                            reject.column.en, reject.shown));
    problems.back().label = reject.column;
  }
  for (auto const& [what, places] : import.findings.questions()) {
    for (Place const place : places) {
      problems.push_back(scenario::problem_at(place, import.sources, Severity::warning, {},
                                              intake::question_text(what.first)));
    }
  }
  return problems;
}

/// Everything that `meesterplan import` would tell.
std::vector<Problem> imported(std::string const& name) {
  input::DiskFiles disk;
  try {
    return problems_of(intake::import_school(
        disk, {found(name, "personnel"), found(name, "timetable"), found(name, "diplomas"),
               found(name, "profile"), 2025, intake::PseudonymKey{}}));
  } catch (InputError const& wrong) {
    return wrong.problems();
  }
}

bool is_synthesis(std::string const& name) {
  return !found(name, "margins").empty();
}

/// Everything that `meesterplan synthesize` would tell.
std::vector<Problem> synthesized(std::string const& name) {
  input::DiskFiles disk;
  std::vector<Problem> notes;
  try {
    synthesis::MarginFiles const files{found(name, "margins"), found(name, "duo"),
                                       found(name, "locations")};
    synthesis::synthesize(synthesis::read_files(disk, files, 2025, notes), {}, 2025);
  } catch (InputError const& wrong) {
    return wrong.problems();
  }
  return notes;
}

/// What the command for this kind of folder would tell before anything is compiled.
std::vector<Problem> read_problems(std::string const& name) {
  if (is_import(name))
    return imported(name);
  return is_synthesis(name) ? synthesized(name) : loaded(name).problems;
}

/// Everything that `meesterplan check`, `import` or `synthesize` would tell.
std::vector<Problem> problems_of(std::string const& name) {
  if (is_synthesis(name))
    return synthesized(name);
  if (is_import(name)) {
    std::vector<Problem> problems = imported(name);
    sort_problems(problems);
    return problems;
  }
  input::LoadResult result = loaded(name);
  if (!has_errors(result.problems)) {
    std::vector<Problem> const more = compiled(result.scenario);
    result.problems.insert(result.problems.end(), more.begin(), more.end());
    sort_problems(result.problems);
  }
  return result.problems;
}

std::string severity_word(Severity severity, Language language) {
  bool const dutch = language == Language::nl;
  switch (severity) {
    case Severity::error:
      return dutch ? "fout" : "error";
    case Severity::warning:
      return dutch ? "waarschuwing" : "warning";
    default:
      return dutch ? "melding" : "note";
  }
}

std::string told(std::vector<Problem> const& problems, Language language) {
  std::string text;
  for (Problem const& problem : problems) {
    text += severity_word(problem.severity, language) + " " + to_string(problem, language) + "\n";
  }
  return text;
}

std::string contents(fs::path const& path) {
  std::ifstream const file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void check_told(fs::path const& expected, std::string const& found) {
  if (std::getenv("MP_UPDATE") != nullptr) {
    std::ofstream(expected, std::ios::binary) << found;
  }
  INFO(expected.generic_string());
  CHECK(contents(expected) == found);
}

/// "<problem> (<why>). <suggestion>", closed by a full stop or question mark.
bool has_grammar(std::string const& message) {
  std::size_t const why = message.find('(');
  std::size_t const end = message.find(").");
  bool const closed = message.back() == '.' || message.back() == '?';
  return why != std::string::npos && why > 0 && end != std::string::npos && closed;
}

TEST_CASE("each broken scenario gets exactly its messages") {
  std::vector<std::string> const names = cases();
  REQUIRE(names.size() >= 100);
  for (std::string const& name : names) {
    std::vector<Problem> const problems = problems_of(name);
    INFO(name);
    bool const broken = std::any_of(problems.begin(), problems.end(), [](Problem const& problem) {
      return problem.severity != Severity::note;
    });
    CHECK(broken == (name != "sound"));
    check_told(root / name / "expected.nl.txt", told(problems, Language::nl));
    check_told(root / name / "expected.en.txt", told(problems, Language::en));
  }
}

TEST_CASE("each message says what, why and what to do, in two languages") {
  for (std::string const& name : cases()) {
    for (Problem const& problem : read_problems(name)) {
      INFO(to_string(problem, Language::en));
      CHECK(problem.message.nl != problem.message.en);
      CHECK((problem.severity == Severity::note || has_grammar(problem.message.nl)));
      CHECK((problem.severity == Severity::note || has_grammar(problem.message.en)));
    }
  }
}

}  // namespace
}  // namespace meesterplan
