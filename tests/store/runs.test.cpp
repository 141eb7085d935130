#include "sim/store/runs.hpp"

#include <cstring>
#include <filesystem>
#include <random>

#include <SQLiteCpp/Database.h>

#include "sim/store/content_hash.hpp"
#include "sim/store/store_error.hpp"
#include "tests/store/kept_school.hpp"
#include "tests/store/scratch.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::store {
namespace {

namespace fs = std::filesystem;

void check_same(KeptRun const& found, KeptRun const& kept) {
  CHECK(found.name == kept.name);
  CHECK(found.kept_at == kept.kept_at);
  CHECK(found.version == kept.version);
  CHECK(found.inputs == kept.inputs);
  CHECK(found.results == kept.results);
  REQUIRE(found.settings.size() == kept.settings.size());
  for (std::size_t index = 0; index < kept.settings.size(); ++index) {
    CHECK(found.settings[index].path == kept.settings[index].path);
    CHECK(found.settings[index].value == kept.settings[index].value);
  }
}

/// The StoreError that `work` ends in.
template <typename Work>
StoreError error_of(Work work) {
  try {
    work();
  } catch (StoreError const& error) {
    return error;
  }
  FAIL("nothing failed");
  throw std::logic_error("not reached");
}

bool says(StoreError const& error, std::string const& part) {
  return error.problem().message.en.find(part) != std::string::npos &&
         !error.problem().message.nl.empty();
}

void execute(std::string const& path, std::string const& sql) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE);
  database.exec(sql);
}

TEST_CASE("What is kept comes back the same, at every type's limits") {
  Scratch const scratch;
  KeptRun const kept = full_run("all");
  keep(scratch.path("out"), kept);
  check_same(Runs(scratch.path("out")).read("all"), kept);
  check_same(Runs(scratch.path("out/results.sqlite")).read("all"), kept);
}

TEST_CASE("Doubles come back bit for bit") {
  Scratch const scratch;
  KeptRun kept = full_run("bits");
  kept.results.series.clear();
  std::mt19937_64 bits(7);  // NOLINT: the same every time
  while (kept.results.series.size() < 2000) {
    std::uint64_t const pattern = bits();
    double value = 0;
    std::memcpy(&value, &pattern, sizeof value);
    if (value == value) {
      results::SeriesRow& row = kept.results.series.emplace_back();
      row.mean = value;
      row.sd = static_cast<double>(static_cast<std::int64_t>(pattern >> 8U));
    }
  }
  keep(scratch.path("out"), kept);
  auto const found = Runs(scratch.path("out")).read("bits").results.series;
  REQUIRE(found.size() == kept.results.series.size());
  for (std::size_t index = 0; index < found.size(); ++index) {
    CHECK(std::memcmp(&found[index].mean, &kept.results.series[index].mean, sizeof(double)) == 0);
    CHECK(std::memcmp(&found[index].sd, &kept.results.series[index].sd, sizeof(double)) == 0);
  }
}

TEST_CASE("A run of which every list is empty comes back too") {
  Scratch const scratch;
  KeptRun kept;
  kept.name = " ";
  kept.inputs.resize(1);
  kept.results.inputs.resize(1);
  keep(scratch.path("out"), kept);
  check_same(Runs(scratch.path("out")).read(" "), kept);
}

TEST_CASE("A hundred thousand rows come back in their order") {
  Scratch const scratch;
  KeptRun kept = full_run("many");
  kept.results.series.resize(100'000);
  int number = 0;
  for (results::SeriesRow& row : kept.results.series)
    row.year = number++;
  keep(scratch.path("out"), kept);
  CHECK(Runs(scratch.path("out")).read("many").results.series == kept.results.series);
}

TEST_CASE("A folder holds several runs, in the order in which they were kept") {
  Scratch const scratch;
  std::string const folder = scratch.path("out");
  keep(folder, full_run("b"));
  keep(folder, full_run("a"));
  keep(folder, full_run("c'\"\n\xF0\x9F\x8E\x93"));
  CHECK(Runs(folder).names() == std::vector<std::string>{"b", "a", "c'\"\n\xF0\x9F\x8E\x93"});

  KeptRun changed = full_run("b");
  changed.results.seed = 5;
  changed.results.series.clear();
  keep(folder, changed, Existing::overwrite);
  Runs const runs(folder);
  CHECK(runs.names().back() == "b");
  check_same(runs.read("b"), changed);
  check_same(runs.read("a"), full_run("a"));

  StoreError const error = error_of([&] { runs.read("d"); });
  CHECK(error.direction() == IoError::Direction::reading);
  CHECK(says(error, "no run d"));
  CHECK(says(error, "a, c"));
}

TEST_CASE("The database says what it is and leaves nothing beside it") {
  Scratch const scratch;
  keep(scratch.path("out"), full_run("x"));
  keep(scratch.path("out"), full_run("y"));
  CHECK(contents(scratch.path("out")).size() == 1);
  SQLite::Database const database(scratch.path("out/results.sqlite"));
  CHECK(database.getHeaderInfo(scratch.path("out/results.sqlite")).userVersion == 3);
  CHECK(database.getHeaderInfo(scratch.path("out/results.sqlite")).applicationId == 0x4D504C4E);
}

TEST_CASE("What holds no runs is refused, each in its own words") {
  Scratch const scratch;
  fs::create_directory(scratch.path("empty"));
  CHECK(says(error_of([&] { Runs const runs(scratch.path("empty")); }), "no run is kept"));
  write(scratch.path("zero.sqlite"), "");
  CHECK(says(error_of([&] { Runs const runs(scratch.path("zero.sqlite")); }), "damaged"));
  write(scratch.path("text"), "start = 2025");
  CHECK(says(error_of([&] { Runs const runs(scratch.path("text")); }), "no file of results"));
  CHECK_THROWS_AS(Runs(scratch.path("none")), IoError);
  {
    SQLite::Database other(scratch.path("other"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE run (id, name)");
  }
  CHECK(says(error_of([&] { Runs const runs(scratch.path("other")); }), "no file of results"));
}

TEST_CASE("What is changed after keeping is noticed, whatever it is") {
  Scratch const scratch;
  keep(scratch.path("out"), full_run("x"));
  KeptRun const kept = Runs(scratch.path("out")).read("x");
  REQUIRE(kept.content_hash);
  CHECK(*kept.content_hash == content_hash_of(kept));
  char const* const changes[] = {"UPDATE run SET seed = 8",
                                 "UPDATE setting SET value = value || ' ' WHERE row = 0",
                                 "UPDATE input SET hash = 'x' WHERE row = 0",
                                 "UPDATE target SET met = met - 1 WHERE row = 0",
                                 "UPDATE target SET shortfall_mean = NULL WHERE row = 0",
                                 "UPDATE target_year SET probability = 0.75 WHERE row = 0",
                                 "UPDATE first_met SET futures = futures + 1 WHERE row = 0",
                                 "UPDATE target_dot SET value = value + 0.001 WHERE row = 2",
                                 "UPDATE series SET mean = 12 WHERE row = 0",
                                 "DELETE FROM series WHERE row = 1",
                                 "UPDATE flow SET cause = 'x' WHERE row = 0",
                                 "UPDATE known SET fte = 2.25 WHERE row = 0",
                                 "UPDATE driver SET share = 0.125 WHERE row = 0",
                                 "UPDATE budget SET amount = 1 WHERE row = 0",
                                 "UPDATE history SET value = 0.5 WHERE row = 0",
                                 "DELETE FROM history",
                                 "UPDATE question SET answer = 'x' WHERE row = 1",
                                 "UPDATE policy SET strength = 0.5 WHERE row = 1",
                                 "UPDATE policy_size SET high = NULL WHERE row = 0",
                                 "UPDATE policy_price SET per = 'fte' WHERE row = 0",
                                 "UPDATE policy_limit SET value = '31' WHERE row = 1",
                                 "UPDATE input SET of_staff = 1 WHERE row = 1",
                                 "UPDATE policy_answer SET exact = 1",
                                 "UPDATE policy_outcome SET n = 998 WHERE row = 1",
                                 "UPDATE policy_effect SET share = 1 WHERE row = 1",
                                 "UPDATE note SET message_nl = 'x' WHERE row = 0"};
  for (char const* const change : changes) {
    INFO(change);
    keep(scratch.path("out"), full_run("x"), Existing::overwrite);
    execute(scratch.path("out/results.sqlite"), change);
    KeptRun const changed = Runs(scratch.path("out")).read("x");
    CHECK(*changed.content_hash != content_hash_of(changed));
  }
}

/// Takes from a database what came with the third layout.
void back_to_second_layout(std::string const& file) {
  for (char const* const table :
       {"policy_effect", "policy_outcome", "policy_answer", "policy_limit", "policy_price",
        "policy_size", "policy", "question", "history"})
    execute(file, "DROP TABLE " + std::string(table));
  execute(file, "PRAGMA user_version = 2");
  execute(file, "ALTER TABLE input DROP COLUMN of_staff");
}

KeptRun without_third_layout(KeptRun run) {
  run.results.history.clear();
  run.results.questions.clear();
  run.results.policy_cards.clear();
  run.results.policies.reset();
  return run;
}

TEST_CASE("A run of the second layout is as it was kept, and runs are added to it") {
  Scratch const scratch;
  KeptRun const expected = without_third_layout(full_run("x"));
  keep(scratch.path("out"), expected);
  back_to_second_layout(scratch.path("out/results.sqlite"));
  KeptRun const old = Runs(scratch.path("out")).read("x");
  check_same(old, expected);
  REQUIRE(old.content_hash);
  CHECK(*old.content_hash == content_hash_of(old));

  keep(scratch.path("out"), full_run("y"));
  check_same(Runs(scratch.path("out")).read("x"), expected);
  KeptRun const added = Runs(scratch.path("out")).read("y");
  check_same(added, full_run("y"));
  CHECK(*added.content_hash == content_hash_of(added));
}

TEST_CASE("A database of the first layout is read, and runs are added to it") {
  Scratch const scratch;
  keep(scratch.path("out"), full_run("x"));
  back_to_second_layout(scratch.path("out/results.sqlite"));
  for (char const* const change :
       {"DROP TABLE target_dot", "ALTER TABLE run DROP COLUMN content_hash",
        "ALTER TABLE unit DROP COLUMN cluster", "PRAGMA user_version = 1"})
    execute(scratch.path("out/results.sqlite"), change);
  KeptRun const old = Runs(scratch.path("out")).read("x");
  CHECK_FALSE(old.content_hash);
  CHECK(old.results.targets.front().dots.empty());
  KeptRun expected = without_third_layout(full_run("x"));
  for (results::TargetResult& target : expected.results.targets)
    target.dots.clear();
  for (results::UnitRow& unit : expected.results.units)
    unit.cluster.clear();
  check_same(old, expected);

  keep(scratch.path("out"), full_run("y"));
  check_same(Runs(scratch.path("out")).read("x"), expected);
  check_same(Runs(scratch.path("out")).read("y"), full_run("y"));
  CHECK(Runs(scratch.path("out")).read("y").content_hash);
}

TEST_CASE("A database from a newer version is told from a damaged one") {
  Scratch const scratch;
  keep(scratch.path("out"), full_run("x"));
  execute(scratch.path("out/results.sqlite"), "PRAGMA user_version = 4");
  StoreError const error = error_of([&] { Runs const runs(scratch.path("out")); });
  CHECK(says(error, "newer meesterplan (layout 4"));
  // Nor is anything added to it.
  auto const before = contents(scratch.path("out"));
  for (Existing const existing : {Existing::keep, Existing::overwrite}) {
    StoreError const refused =
        error_of([&] { keep(scratch.path("out"), full_run("y"), existing); });
    CHECK(says(refused, "newer"));
    CHECK(refused.direction() == IoError::Direction::writing);
  }
  CHECK(contents(scratch.path("out")) == before);
}

TEST_CASE("A database without one of its tables is damaged") {
  Scratch const scratch;
  keep(scratch.path("out"), full_run("x"));
  execute(scratch.path("out/results.sqlite"), "DROP TABLE flow");
  CHECK(says(error_of([&] { Runs(scratch.path("out")).read("x"); }), "damaged"));
  CHECK(says(error_of([&] { keep(scratch.path("out"), full_run("y")); }), "damaged"));
}

TEST_CASE("A database that was cut off is refused at every length") {
  Scratch const scratch;
  keep(scratch.path("out"), full_run("x"));
  std::string const file = scratch.path("out/results.sqlite");
  std::string const whole = content(file);
  for (std::size_t size = 0; size < whole.size(); size += 501) {
    write(file, whole.substr(0, size));
    CHECK_THROWS_AS(Runs(file), StoreError);
    CHECK_THROWS_AS(keep(scratch.path("out"), full_run("y"), Existing::overwrite), StoreError);
    CHECK(content(file) == whole.substr(0, size));
  }
}

TEST_CASE("Damage anywhere never brings the reader down, and is never written over") {
  Scratch const scratch;
  KeptRun const kept = full_run("x");
  keep(scratch.path("out"), kept);
  std::string const file = scratch.path("out/results.sqlite");
  std::string const whole = content(file);
  std::mt19937 chance(3);  // NOLINT: the same every time
  int n_refused = 0;
  for (int round = 0; round < 300; ++round) {
    std::string bytes = whole;
    std::size_t const from = chance() % bytes.size();
    for (std::size_t index = from; index < bytes.size() && index < from + 40; ++index)
      bytes[index] = static_cast<char>(chance());
    write(file, bytes);
    try {
      Runs const runs(file);
      for (std::string const& name : runs.names())
        runs.read(name);
    } catch (StoreError const&) {
      ++n_refused;
    } catch (IoError const&) {
      ++n_refused;
    }
    try {
      Addition const addition({scratch.path("out"), "y", Existing::keep, {}}, full_run("y"));
    } catch (StoreError const&) {
    } catch (IoError const&) {
    }
    CHECK(content(file) == bytes);
  }
  CHECK(n_refused > 20);
}

TEST_CASE("Folders and databases name kept runs, scenarios do not") {
  Scratch const scratch;
  keep(scratch.path("out"), full_run("x"));
  write(scratch.path("scenario.toml"), "start = 2025\n");
  write(scratch.path("empty"), "");
  CHECK(names_kept_runs(scratch.path("out")));
  CHECK(names_kept_runs(scratch.path("out/results.sqlite")));
  CHECK_FALSE(names_kept_runs(scratch.path("scenario.toml")));
  CHECK_FALSE(names_kept_runs(scratch.path("empty")));
  CHECK_FALSE(names_kept_runs(scratch.path("none")));
}

}  // namespace
}  // namespace meesterplan::store
