#include "sim/store/addition.hpp"

#include <filesystem>
#include <optional>
#include <thread>
#include <variant>

#include <SQLiteCpp/Database.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "sim/base/problem.hpp"
#include "sim/store/runs.hpp"
#include "sim/store/store_error.hpp"
#include "tests/store/kept_school.hpp"
#include "tests/store/scratch.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::store {
namespace {

namespace fs = std::filesystem;

Destination at(std::string const& folder, std::string const& name,
               Existing existing = Existing::keep) {
  return {folder, name, existing, std::chrono::milliseconds(0)};
}

Writer writes(std::string text) {
  return [text = std::move(text)](std::ostream& stream) { stream << text; };
}

TEST_CASE("A run of a name that is there is refused, before and after the run") {
  Scratch const scratch;
  std::string const folder = scratch.path("out");
  expect_place(at(folder, "x"));
  CHECK_FALSE(fs::exists(folder));
  keep(folder, full_run("x"));
  auto const before = contents(folder);
  CHECK_THROWS_AS(expect_place(at(folder, "x")), StoreError);
  CHECK_THROWS_AS(keep(folder, full_run("x")), StoreError);
  expect_place(at(folder, "x", Existing::overwrite));
  expect_place(at(folder, "y"));
  CHECK(contents(folder) == before);
}

TEST_CASE("A folder of somebody else is left alone unless that is asked") {
  Scratch const scratch;
  fs::create_directory(scratch.path("out"));
  write(scratch.path("out/notes.txt"), "mine");
  CHECK_THROWS_AS(expect_place(at(scratch.path("out"), "x")), OccupiedError);
  CHECK_THROWS_AS(keep(scratch.path("out"), full_run("x")), OccupiedError);
  CHECK(contents(scratch.path("out")).size() == 1);
  keep(scratch.path("out"), full_run("x"), Existing::overwrite);
  CHECK(content(scratch.path("out/notes.txt")) == "mine");
  // Now it is a project: more runs need no permission.
  keep(scratch.path("out"), full_run("y"));
  CHECK(Runs(scratch.path("out")).names().size() == 2);
}

TEST_CASE("A results.sqlite of somebody else is never replaced") {
  Scratch const scratch;
  fs::create_directory(scratch.path("out"));
  write(scratch.path("out/results.sqlite"), "theirs");
  for (Existing const existing : {Existing::keep, Existing::overwrite}) {
    CHECK_THROWS_AS(expect_place(at(scratch.path("out"), "x", existing)), StoreError);
    CHECK_THROWS_AS(keep(scratch.path("out"), full_run("x"), existing), StoreError);
  }
  CHECK(content(scratch.path("out/results.sqlite")) == "theirs");
}

TEST_CASE("Files that go with a run take their place with it, or not at all") {
  Scratch const scratch;
  std::string const folder = scratch.path("out");
  {
    Addition addition(at(folder, "x"), full_run("x"));
    addition.add_file("series.csv", writes("new"));
  }
  CHECK_FALSE(fs::exists(folder));
  {
    Addition addition(at(folder, "x"), full_run("x"));
    addition.add_file("series.csv", writes("new"));
    addition.finish();
  }
  auto const before = contents(folder);
  CHECK(before.size() == 2);
  CHECK(before.at("series.csv") == "new");
  {
    Addition addition(at(folder, "y"), full_run("y"));
    CHECK_THROWS_AS(
        addition.add_file("series.csv", [](std::ostream&) { throw std::runtime_error("broken"); }),
        std::runtime_error);
  }
  CHECK(contents(folder) == before);
}

TEST_CASE("A full disk costs nothing of what is there") {
  Scratch const scratch;
  std::string const folder = scratch.path("out");
  keep(folder, full_run("x"));
  auto const before = contents(folder);
  KeptRun large = full_run("large");
  large.results.series.resize(20'000);
  for (rlim_t const limit : {0U, 1U, 4096U, 20'000U, 60'000U, 200'000U, 400'000U}) {
    FullDisk const full(limit);
    CHECK_THROWS_AS(keep(folder, large), IoError);
    CHECK_THROWS_AS(keep(scratch.path("new/deeper"), large), IoError);
  }
  CHECK(contents(folder) == before);
  CHECK_FALSE(fs::exists(scratch.path("new")));
  {
    FullDisk const full(60'000);
    CHECK_THROWS_AS(expect_place(at(folder, "large")), IoError);
  }
  CHECK(contents(folder) == before);
  keep(folder, large);
  CHECK(Runs(folder).names().size() == 2);
}

TEST_CASE("A disk that is full names the file and the system's reason") {
  Scratch const scratch;
  FullDisk const full(4096);
  try {
    keep(scratch.path("out"), full_run("x"));
    FAIL("nothing failed");
  } catch (IoError const& error) {
    CHECK(error.direction() == IoError::Direction::writing);
    CHECK(error.path() == scratch.path("out/results.sqlite"));
    CHECK(error.reason() == "File too large");
  }
}

TEST_CASE("A place where nothing can be made is told as such") {
  CHECK_THROWS_AS(expect_place(at("/proc/meesterplan/out", "x")), IoError);
  CHECK_THROWS_AS(keep("/proc/meesterplan/out", full_run("x")), IoError);
  Scratch const scratch;
  write(scratch.path("file"), "mine");
  CHECK_THROWS_AS(expect_place(at(scratch.path("file"), "x", Existing::overwrite)), IoError);
  fs::create_directories(scratch.path("out/series.csv"));
  CHECK_THROWS_AS(expect_place(at(scratch.path("out"), "x", Existing::overwrite)), IoError);
}

TEST_CASE("While one process writes in a folder another waits, and then says so") {
  Scratch const scratch;
  std::string const folder = scratch.path("out");
  keep(folder, full_run("x"));
  int const theirs = open(folder.c_str(), O_RDONLY | O_DIRECTORY);
  REQUIRE(theirs >= 0);
  REQUIRE(flock(theirs, LOCK_EX) == 0);
  auto const before = contents(folder);
  try {
    keep(folder, full_run("y"));
    FAIL("nothing failed");
  } catch (StoreError const& error) {
    CHECK(error.direction() == IoError::Direction::writing);
    CHECK(error.problem().message.en.find("another meesterplan is writing") != std::string::npos);
  }
  CHECK_THROWS_AS(expect_place(at(folder, "y")), StoreError);
  CHECK(contents(folder) == before);
  CHECK(Runs(folder).names().size() == 1);  // readers need not wait

  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    close(theirs);
  });
  Destination patient = at(folder, "y");
  patient.patience = std::chrono::minutes(1);
  Addition addition(patient, full_run("y"));
  other.join();
  addition.finish();
  CHECK(Runs(folder).names().size() == 2);
}

TEST_CASE("Runs that are kept at the same time are all kept") {
  Scratch const scratch;
  std::string const folder = scratch.path("out");
  constexpr int n_threads = 4;
  constexpr int n_each = 5;
  std::vector<std::thread> threads;
  threads.reserve(n_threads);
  for (int number = 0; number < n_threads; ++number) {
    threads.emplace_back([&, number] {
      for (int run = 0; run < n_each; ++run) {
        std::string const name = std::to_string(number) + "." + std::to_string(run);
        Destination patient = at(folder, name);
        patient.patience = std::chrono::minutes(1);
        Addition addition(patient, full_run(name));
        addition.finish();
      }
    });
  }
  for (std::thread& thread : threads)
    thread.join();
  CHECK(Runs(folder).names().size() == n_threads * n_each);
  CHECK(contents(folder).size() == 1);
}

TEST_CASE("What a process left that was killed while writing is cleared away") {
  Scratch const scratch;
  std::string const folder = scratch.path("out");
  fs::create_directory(folder);
  write(folder + "/results.sqlite.new-a1B2c3", "half");
  write(folder + "/results.sqlite.new-a1B2c3-journal", "half");
  expect_place(at(folder, "x"));
  keep(folder, full_run("x"));
  write(folder + "/series.csv.new-a1B2c3", "half");
  write(folder + "/results.sqlite.backup", "mine");
  keep(folder, full_run("y"));
  auto const files = contents(folder);
  CHECK(files.size() == 2);
  CHECK(files.count("results.sqlite.backup") == 1);
}

TEST_CASE("A database that another program has turned to WAL is taken over whole") {
  Scratch const scratch;
  std::string const folder = scratch.path("out");
  keep(folder, full_run("x"));
  std::string const file = folder + "/results.sqlite";
  {
    SQLite::Database other(file, SQLite::OPEN_READWRITE);
    other.exec("PRAGMA journal_mode = WAL");
    other.exec("UPDATE run SET description = 'theirs'");
    // It is still open: what it wrote may be beside the file only.
    auto const before = contents(folder);
    CHECK_THROWS_AS(keep(folder, full_run("y")), StoreError);
    CHECK(contents(folder) == before);
  }
  CHECK(Runs(folder).read("x").results.description == "theirs");
  CHECK(contents(folder).size() == 1);
  keep(folder, full_run("y"));
  CHECK(contents(folder).size() == 1);
  CHECK(content(file)[18] == 1);  // no WAL in the header
  CHECK(Runs(folder).read("x").results.description == "theirs");
}

TEST_CASE("Tidy tables begin with the run and hold each row of every run") {
  Scratch const scratch;
  keep(scratch.path("out"), full_run("b"));
  Addition addition(at(scratch.path("out"), "a"), full_run("a"));
  for (TidyTable const& table : tidy_tables()) {
    std::vector<std::string> runs;
    addition.read_rows(table, [&](std::span<Cell const> row) {
      runs.emplace_back(std::get<std::string_view>(row.front()));
    });
    REQUIRE(runs.size() > 2);
    CHECK(runs.front() == "run");
    CHECK(runs[1] == "b");
    CHECK(runs.back() == "a");
    CHECK(runs.size() % 2 == 1);
  }
}

TEST_CASE("Paths are told from the folder, through links to folders but not to files") {
  Scratch const scratch;
  fs::create_directories(scratch.path("project/school"));
  fs::create_directory_symlink(scratch.path("project/school"), scratch.path("link"));
  write(scratch.path("project/school/real.toml"), "");
  fs::create_symlink("real.toml", scratch.path("project/school/named.toml"));
  std::string const folder = scratch.path("project/out/not/yet");
  CHECK(path_from(folder, scratch.path("project/school/real.toml")) == "../../../school/real.toml");
  CHECK(path_from(folder, scratch.path("link/named.toml")) == "../../../school/named.toml");
  CHECK(path_from(scratch.path("link"), scratch.path("project/school/real.toml")) == "real.toml");
  CHECK(path_from("out", "school/x.csv") == "../school/x.csv");
}

}  // namespace
}  // namespace meesterplan::store
