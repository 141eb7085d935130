#include "sim/input/value.hpp"

#include <string>

#include "sim/input/file_source.hpp"
#include "sim/input/read_toml.hpp"
#include "sim/input/reading.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::input {
namespace {

std::int64_t whole(Value const& table, std::string const& key) {
  for (Entry const& entry : table.entries()) {
    if (entry.key == key)
      return std::get<std::int64_t>(entry.value.content);
  }
  FAIL(key << " is not there");
  return 0;
}

TEST_CASE("a scenario over its base: tables by key, named lists by name, the rest replaced") {
  MemoryFiles files({{"a/base.toml",
                      "name = 'base'\nyears = 5\nlist = [1, 2]\n"
                      "[study]\nx = 1\ny = 2\n"
                      "[[target]]\nname = 'one'\nk = 1\nm = 1\n"
                      "[[target]]\nname = 'two'\nk = 2\n"},
                     {"b/own.toml",
                      "extends = '../a/base.toml'\nlist = [3]\n"
                      "[study]\ny = 9\n"
                      "[[target]]\nname = 'two'\nk = 7\n"
                      "[[target]]\nname = 'three'\nk = 3\n"}});
  Reading reading(files);
  std::optional<Value> const root = read_with_bases(reading, "b/own.toml");
  REQUIRE(root);
  CHECK(reading.problems().empty());
  CHECK(find(*root, "name") == nullptr);  // not inherited
  CHECK(whole(*root, "years") == 5);
  CHECK(find(*root, "list")->items().size() == 1);
  CHECK(whole(*find(*root, "study"), "x") == 1);
  CHECK(whole(*find(*root, "study"), "y") == 9);
  Value::List const& targets = find(*root, "target")->items();
  REQUIRE(targets.size() == 3);
  CHECK(whole(targets[0], "k") == 1);
  CHECK(whole(targets[1], "k") == 7);
  CHECK(whole(targets[2], "k") == 3);

  Place const own = find(*find(*root, "study"), "y")->place;
  Place const base = find(*find(*root, "study"), "x")->place;
  CHECK(reading.path(own.file) == "b/own.toml");
  CHECK(own.line == 4);
  CHECK(own.column == 5);
  CHECK(reading.path(base.file) == "a/base.toml");
  CHECK(base.line == 5);
}

TEST_CASE("a circle of extends is told once, with the circle") {
  MemoryFiles files({{"a.toml", "extends = 'b.toml'"}, {"b.toml", "extends = './a.toml'"}});
  Reading reading(files);
  CHECK_FALSE(read_with_bases(reading, "a.toml"));
  REQUIRE(reading.problems().size() == 1);
  CHECK(reading.problems()[0].message.en.find("a.toml -> b.toml -> a.toml") != std::string::npos);
}

TEST_CASE("a setting is TOML where it can be, else a text") {
  CHECK(std::get<std::int64_t>(parse_setting("3", {}).content) == 3);
  CHECK(std::get<double>(parse_setting("0.5", {}).content) == 0.5);
  CHECK(std::get<std::string>(parse_setting("fill.csv", {}).content) == "fill.csv");
  CHECK(std::get<std::string>(parse_setting("1\nyears = 2", {}).content) == "1\nyears = 2");
  CHECK(parse_setting("[2026, 2027]", {}).items().size() == 2);
  CHECK(parse_setting("{ central = 0.5, low = 0.4, high = 0.6 }", {}).is_table());
}

}  // namespace
}  // namespace meesterplan::input
