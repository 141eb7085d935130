#include "sim/input/toml_fault.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "sim/input/toml_token.hpp"
#include "tests/support/catch.hpp"

// tests/errors has the exact texts of each mistake.

namespace meesterplan::input {
namespace {

namespace fs = std::filesystem;

std::string contents(fs::path const& path) {
  std::ifstream const file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST_CASE("sound scenario files have no fault") {
  int n_files = 0;
  for (char const* const folder : {"scenarios", "data", "tests/regression"}) {
    for (fs::directory_entry const& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().extension() != ".toml")
        continue;
      ++n_files;
      INFO(entry.path().generic_string());
      CHECK_FALSE(find_toml_fault(contents(entry.path())));
    }
  }
  CHECK(n_files >= 10);
}

TEST_CASE("whatever TOML allows is no fault") {
  CHECK_FALSE(find_toml_fault(""));
  CHECK_FALSE(find_toml_fault("# nothing but a comment"));
  CHECK_FALSE(find_toml_fault("a = 1_000\r\nb = -0.5e3 # c\r\n"));
  CHECK_FALSE(find_toml_fault("\"own key\" = '''three\nlines'''\n"));
  CHECK_FALSE(
      find_toml_fault("a = [\n  1, # one\n  [2, 3],\n]\n[b]\nc = { d = [\"e\"], f = true }\n"));
  CHECK_FALSE(find_toml_fault("[[p]]\nname = \"a, b] = c\"\n[[p]]\nname = \"\\\"b\\\"\"\n"));
  CHECK_FALSE(find_toml_fault("day = 2025-10-01\nat = 12:30:00\nx.y = 1\nx.z = inf\n"));
  CHECK_FALSE(find_toml_fault("a = [{ b = 1, c = 2 }, { b = 3, c = 4 }]"));
}

TEST_CASE("a fault stands where it was made") {
  auto const fault = find_toml_fault("\xc3\xa9 = 1");
  REQUIRE(fault);
  CHECK(fault->column == 1);
  auto const list = find_toml_fault("a = [\n  1,\n  2\nb = 3\n");
  REQUIRE(list);
  CHECK(list->line == 1);
  auto const behind = find_toml_fault("a = \"\xc3\xa9\" b");
  REQUIRE(behind);
  CHECK(behind->column == 9);
}

TEST_CASE("nesting without end is left to the parser") {
  CHECK_FALSE(find_toml_fault("a = " + std::string(100'000, '[')));
  std::string tables = "a = ";
  for (int i = 0; i < 10'000; ++i)
    tables += "{ a = ";
  CHECK_FALSE(find_toml_fault(tables));
}

TEST_CASE("a value without quotes is a number, a date, true or false") {
  for (char const* const sound : {"1", "-1.5", "0x1f", "nan", "2025-10-01", "false", "1e-9"})
    CHECK_FALSE(wrong_token(sound));
  for (char const* const wrong : {"01", "1,5", "1.", ".5", "1__0", "True", "ja", "50%", "1-8-2026"})
    CHECK(wrong_token(wrong));
}

}  // namespace
}  // namespace meesterplan::input
