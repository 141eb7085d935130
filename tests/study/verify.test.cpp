#include "sim/study/verify.hpp"

#include <map>
#include <string>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/input/disk_files.hpp"
#include "sim/input/load_scenario.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::study {
namespace {

std::string const school = "tests/cli/school/";

/// The files of the disk, some of them replaced.
class Files final : public input::FileSource {
 public:
  input::FileRead read(std::string const& path) override {
    asked.push_back(path);
    auto const found = instead.find(path);
    return found == instead.end() ? disk_.read(path) : found->second;
  }

  std::map<std::string, input::FileRead> instead;
  std::vector<std::string> asked;

 private:
  input::DiskFiles disk_;
};

/// A run of the small school, kept in a folder beside it.
store::KeptRun kept_run(std::vector<input::Setting> const& settings) {
  input::DiskFiles files;
  store::KeptRun kept;
  kept.settings = settings;
  kept.results =
      run(input::load_scenario_or_throw(files, school + "scenario.toml", {settings}), Options{});
  for (results::InputFile const& input : kept.results.inputs)
    kept.inputs.push_back({"../" + input.name.substr(school.size()), std::nullopt});
  return kept;
}

Verification redo(store::KeptRun const& kept, Files& files, Options const& options = {}) {
  return verify(kept, school + "out", files, options);
}

TEST_CASE("A run redone from the same inputs is equal") {
  store::KeptRun const kept = kept_run({{"replicates", "30"}, {"seed", "3"}});
  Files files;
  Verification const found = redo(kept, files);
  CHECK(found.verdict == Verdict::equal);
  CHECK(found.found_hash == kept.results.result_hash);
  CHECK(found.changed.empty());
  CHECK(files.asked.front() == school + "scenario.toml");
}

TEST_CASE("What was called otherwise then is found where it is now") {
  store::KeptRun kept = kept_run({{"replicates", "30"}});
  // As if it had been played from the school's own folder.
  for (results::InputFile& input : kept.results.inputs)
    input.name = input.name.substr(school.size());
  Files files;
  CHECK(redo(kept, files).verdict == Verdict::equal);
}

TEST_CASE("Inputs that changed or went are named, and nothing is played") {
  store::KeptRun const kept = kept_run({{"replicates", "30"}});
  Files files;
  files.instead[school + "people.csv"] = {input::FileRead::Status::ok, "id;age\n", {}};
  files.instead[school + "exit.csv"] = {input::FileRead::Status::missing, {}, {}};
  Options options;
  options.on_progress = [](Progress const&) { FAIL("something was played"); };
  Verification const found = redo(kept, files, options);
  CHECK(found.verdict == Verdict::inputs_changed);
  CHECK(found.found_hash.empty());
  REQUIRE(found.changed.size() == 2);
  CHECK(found.changed[0].path == school + "people.csv");
  CHECK(found.changed[0].found.has_value());
  CHECK(found.changed[0].found != found.changed[0].kept_hash);
  CHECK(found.changed[1].path == school + "exit.csv");
  CHECK_FALSE(found.changed[1].found.has_value());
}

TEST_CASE("A run that was not played from files cannot be redone") {
  store::KeptRun kept = kept_run({{"replicates", "30"}});
  kept.inputs.clear();
  kept.results.inputs.clear();
  Files files;
  Verification const found = redo(kept, files);
  CHECK(found.verdict == Verdict::inputs_changed);
  CHECK(found.changed.empty());
}

TEST_CASE("Any other number is seen") {
  store::KeptRun const kept = kept_run({{"replicates", "30"}});
  std::vector<store::KeptRun> others(7, kept);
  others[0].results.result_hash = "0000000000000000";
  others[1].results.targets.front().ci_low += 1e-12;
  others[2].results.series.back().mean += 1e-12;
  others[3].results.flows.front().p10 = 3;
  others[4].results.known.emplace_back();
  others[5].results.drivers.emplace_back();
  others[6].settings.push_back({"seed", "8"});
  for (store::KeptRun const& other : others) {
    Files files;
    CHECK(redo(other, files).verdict == Verdict::other_numbers);
  }
}

TEST_CASE("An interrupted run is redone as far as it came") {
  store::KeptRun kept = kept_run({{"replicates", "30"}});
  kept.settings = {{"replicates", "4000000000"}};
  kept.results.replicates_asked = 4'000'000'000;
  for (results::TargetResult& target : kept.results.targets) {
    target.chance_probability.reset();
    target.chance_standard_error.reset();
  }
  Files files;
  CHECK(redo(kept, files).verdict == Verdict::equal);
  kept.results.targets.front().met += 1;
  CHECK(redo(kept, files).verdict == Verdict::other_numbers);
}

TEST_CASE("Redoing can be cut short, and then says nothing of the numbers") {
  store::KeptRun const kept = kept_run({{"replicates", "3000"}});
  Files files;
  Options options;
  options.block_size = 1;
  int asked = 0;
  options.cancelled = [&] { return ++asked > 5; };
  CHECK(redo(kept, files, options).verdict == Verdict::interrupted);
}

}  // namespace
}  // namespace meesterplan::study
