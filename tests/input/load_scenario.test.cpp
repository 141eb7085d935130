#include "sim/input/load_scenario.hpp"

#include <chrono>
#include <string>

#include "sim/base/hash.hpp"
#include "tests/input/sound_school.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::input {
namespace {

using scenario::Quantity;
using scenario::Uncertain;

TEST_CASE("uncertain numbers are named after their key, table or group") {
  LoadResult const result = load(sound_files());
  REQUIRE(told(result).empty());
  scenario::Scenario const& school = result.scenario;
  Uncertain const& grant = school.study.p_grant;
  CHECK(grant.name == "study.p_grant");
  CHECK(grant.quantity == Quantity::probability);
  CHECK(grant.interval->low == 0.9);
  REQUIRE(school.exits.size() == 2);
  CHECK(school.exits[0].cause == scenario::ExitCause::retirement);
  CHECK(school.exits[1].rates.name == "exit/leaves_profession");
  CHECK(school.exits[1].rates.rows[0].value.name == "exit/leaves_profession");
  CHECK(school.exits[1].rates.rows[0].value.interval->high == 0.08);
  CHECK_FALSE(school.exits[0].rates.rows[0].value.interval);
  CHECK(school.exits[0].rates.rows[1].cell.retirement == scenario::IntRange{0, 2147483647});
  CHECK(school.exit_factors[0].ratios.rows[0].value.quantity == Quantity::ratio);
  CHECK(school.exit_factors[0].kind == scenario::FactorKind::starter);
  CHECK(school.programmes[0].uptake.rows.size() == 1);
  CHECK(school.programmes[0].uptake.name == "programme.wo-master.uptake");
  CHECK(school.targets[0].bound == Rational{1, 2});
  CHECK(school.unknown.degree[0][3] == 0.6);
  CHECK(school.pension[1].from == Month::of(2028, 1));
  CHECK(school.pension[1].months == 67 * 12 + 3);
}

TEST_CASE("every file that was read is a source with the hash of its bytes") {
  auto const files = sound_files();
  LoadResult const result = load(files);
  CHECK(result.scenario.sources.size() == files.size());
  CHECK(result.scenario.sources[0].name == "scenario.toml");
  for (scenario::Source const& source : result.scenario.sources) {
    CHECK(source.hash == hash64(files.at(source.name)));
  }
}

TEST_CASE("the same school in another dress is the same school") {
  auto files = sound_files();
  std::string& people = files.at("people.csv");
  for (char& letter : people)
    letter = letter == ';' ? '\t' : letter;
  people = "\xef\xbb\xbf" + people;
  std::string& assignments = files.at("assignments.csv");
  std::string wide = "\xff\xfe";
  for (char const letter : assignments)
    wide += std::string(1, letter) + std::string(1, '\0');
  assignments = wide;
  LoadResult const result = load(files);
  CHECK(told(result).empty());
  REQUIRE(result.scenario.people.size() == 4);
  CHECK(result.scenario.people[3].assignments[1].fte == Fte{200});
}

TEST_CASE("a missing scenario and a folder are told as such") {
  MemoryFiles files(std::map<std::string, std::string>{{"a/b.toml", ""}});
  CHECK(told(load_scenario(files, "c.toml")).find("c.toml was not found") != std::string::npos);
  CHECK(told(load_scenario(files, "a")).find("a is a folder") != std::string::npos);
}

TEST_CASE("an unreadable file is told with the system's reason") {
  class Broken final : public FileSource {
   public:
    FileRead read(std::string const&) override {
      return {FileRead::Status::unreadable, {}, "Permission denied"};
    }
  } broken;
  CHECK(told(load_scenario(broken, "x.toml")).find("Permission denied") != std::string::npos);
}

TEST_CASE("a line of 100 MB is refused at its place") {
  auto files = sound_files();
  files["people.csv"] += std::string(100'000'000, '1');
  std::string const text = told(load(files));
  CHECK(text.find("people.csv:6: this line is 100000000 bytes long") != std::string::npos);
}

TEST_CASE("the throwing form throws for errors and only for errors") {
  MemoryFiles sound(sound_files());
  CHECK(load_scenario_or_throw(sound, "scenario.toml").people.size() == 4);
  MemoryFiles broken(changed(sound_files(), "people.csv", "1-7-85", "31-2-85"));
  CHECK_THROWS_AS(load_scenario_or_throw(broken, "scenario.toml"), InputError);
}

TEST_CASE("no cut or changed byte of a scenario crashes the reader") {
  auto const files = sound_files();
  for (auto const& [name, bytes] : files) {
    for (std::size_t i = 0; i < bytes.size(); i += 7) {
      auto broken = files;
      broken[name] = bytes.substr(0, i);
      LoadResult const cut = load(broken);
      broken[name] = bytes;
      broken[name][i] = static_cast<char>(static_cast<unsigned char>(bytes[i]) ^ 0x93U);
      LoadResult const flipped = load(broken);
      for (LoadResult const* result : {&cut, &flipped}) {
        for (Problem const& problem : result->problems) {
          INFO(name << " " << i);
          CHECK_FALSE(problem.message.nl.empty());
          CHECK_FALSE(problem.message.en.empty());
        }
      }
    }
  }
}

TEST_CASE("75 000 teachers are read within seconds") {
  auto files = sound_files();
  std::string& people = files["people.csv"];
  std::string& assignments = files["assignments.csv"];
  people = people.substr(0, people.find('\n') + 1);
  assignments = assignments.substr(0, assignments.find('\n') + 1);
  for (int i = 0; i < 75'000; ++i) {
    std::string const id = "t" + std::to_string(i);
    people +=
        id + ";12-03-" + std::to_string(1965 + i % 35) + ";01-08-2022;6;bachelor;;;vast;;;;;;\n";
    assignments += id + (i % 2 == 0 ? ";wiskunde" : ";engels") + ";0,8;tweedegraads;0,25;0,1\n";
  }
  auto const before = std::chrono::steady_clock::now();
  LoadResult const result = load(files);
  std::chrono::duration<double> const seconds = std::chrono::steady_clock::now() - before;
  CHECK(told(result).empty());
  CHECK(result.scenario.people.size() == 75'000);
  // Under a second on one core without sanitizers; the bound only catches what is not linear.
  CHECK(seconds.count() < 30);
}

}  // namespace
}  // namespace meesterplan::input
