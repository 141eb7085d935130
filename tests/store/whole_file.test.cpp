#include "sim/store/whole_file.hpp"

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

#include <sys/stat.h>
#include <unistd.h>

#include "sim/base/problem.hpp"
#include "tests/store/scratch.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::store {
namespace {

namespace fs = std::filesystem;

std::size_t n_entries(std::string const& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

Writer writes(std::string text) {
  return [text = std::move(text)](std::ostream& stream) { stream << text; };
}

TEST_CASE("A kept file is whole, alone and readable for others") {
  Scratch const scratch;
  std::string const big(300'000, 'x');
  keep_file(scratch.path("a/b"), "results.txt", Existing::keep, writes(big));
  CHECK(content(scratch.path("a/b/results.txt")) == big);
  CHECK(n_entries(scratch.path("a/b")) == 1);
  struct stat status = {};
  REQUIRE(stat(scratch.path("a/b/results.txt").c_str(), &status) == 0);
  mode_t const mask = umask(0);
  umask(mask);
  CHECK((status.st_mode & 0777U) == (0666U & ~mask));
}

TEST_CASE("Earlier results stay unless replacing them is asked") {
  Scratch const scratch;
  std::string const folder = scratch.path("out");
  keep_file(folder, "results.txt", Existing::keep, writes("old"));
  CHECK_THROWS_AS(expect_writable(folder, "results.txt", Existing::keep), OccupiedError);
  CHECK_THROWS_AS(keep_file(folder, "results.txt", Existing::keep, writes("new")), OccupiedError);
  CHECK(content(folder + "/results.txt") == "old");
  CHECK(n_entries(folder) == 1);
  expect_writable(folder, "results.txt", Existing::overwrite);
  keep_file(folder, "results.txt", Existing::overwrite, writes("new"));
  CHECK(content(folder + "/results.txt") == "new");
}

TEST_CASE("An empty folder, or one that is still to be made, may be written") {
  Scratch const scratch;
  fs::create_directory(scratch.path("empty"));
  CHECK_NOTHROW(expect_writable(scratch.path("empty"), "r", Existing::keep));
  CHECK_NOTHROW(expect_writable(scratch.path("new/deeper"), "r", Existing::keep));
  CHECK_FALSE(fs::exists(scratch.path("new")));
  CHECK(n_entries(scratch.path("empty")) == 0);
}

TEST_CASE("What cannot be made or written is found by trying, and nothing is left of it") {
  Scratch const scratch;
  std::string const too_long = scratch.path("new/" + std::string(300, 'x'));
  CHECK_THROWS_AS(expect_writable(too_long, "r", Existing::keep), IoError);
  fs::create_directories(scratch.path("out/r"));
  CHECK_THROWS_AS(expect_writable(scratch.path("out"), "r", Existing::overwrite), IoError);
  {
    FullDisk const full(1000);
    CHECK_THROWS_AS(expect_writable(scratch.path("new/deeper"), "r", Existing::keep), IoError);
  }
  CHECK_FALSE(fs::exists(scratch.path("new")));
  CHECK(n_entries(scratch.path("out")) == 1);
}

TEST_CASE("A file is no folder to keep results in") {
  Scratch const scratch;
  std::ofstream(scratch.path("file")) << "x";
  CHECK_THROWS_AS(expect_writable(scratch.path("file"), "r", Existing::overwrite), IoError);
  CHECK_THROWS_AS(expect_writable(scratch.path("file/below"), "r", Existing::keep), IoError);
  CHECK_THROWS_AS(keep_file(scratch.path("file"), "r", Existing::keep, writes("x")), IoError);
}

TEST_CASE("A full disk leaves earlier results alone and nothing half-written") {
  Scratch const scratch;
  std::string const folder = scratch.path("out");
  keep_file(folder, "results.txt", Existing::keep, writes("old"));
  {
    FullDisk const full(1000);
    CHECK_THROWS_AS(
        keep_file(folder, "results.txt", Existing::overwrite, writes(std::string(300'000, 'x'))),
        IoError);
    CHECK_THROWS_AS(keep_file(scratch.path("new/deeper"), "results.txt", Existing::keep,
                              writes(std::string(300'000, 'x'))),
                    IoError);
  }
  CHECK(content(folder + "/results.txt") == "old");
  CHECK(n_entries(folder) == 1);
  CHECK_FALSE(fs::exists(scratch.path("new")));
}

TEST_CASE("A writer that throws leaves nothing") {
  Scratch const scratch;
  Writer const broken = [](std::ostream&) { throw std::runtime_error("broken"); };
  CHECK_THROWS_AS(keep_file(scratch.path("out"), "r", Existing::keep, broken), std::runtime_error);
  CHECK_FALSE(fs::exists(scratch.path("out")));
}

TEST_CASE("A failed write names the file and the system's reason") {
  Scratch const scratch;
  FullDisk const full(10);
  try {
    keep_file(scratch.path("out"), "r.json", Existing::keep, writes(std::string(100, 'x')));
    FAIL("nothing failed");
  } catch (IoError const& error) {
    CHECK(error.direction() == IoError::Direction::writing);
    CHECK(error.path() == scratch.path("out/r.json"));
    CHECK_FALSE(error.reason().empty());
  }
}

}  // namespace
}  // namespace meesterplan::store
