#include "sim/results/result_hash.hpp"

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/results/small_run.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::results {
namespace {

using Met = std::array<std::int8_t, 3>;

/// The same 60 futures of two sections, in whatever order the sections, the
/// targets and the parameters have been added.
std::string hash_of(SmallRun const& run, std::vector<std::string> const& targets) {
  tally::Tally tally(run.model.plan);
  auto const& units = run.names.units[static_cast<std::size_t>(scenario::Level::section)];
  std::map<std::string, std::uint16_t> const strata = {{"uptake", 900}, {"exits", 20}};
  for (int future = 0; future < 60; ++future) {
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
      auto const row = static_cast<std::int32_t>(unit);
      int const size = static_cast<int>(units[unit].size());
      for (std::int32_t step = 0; step < 3; ++step) {
        tally.add(run.cell(row, "heads", step), (future * size + step) % 11);
        tally.add(run.cell(row, "heads retirement", step), future % (step + size));
        tally.add(run.cell(row, "masters graduated", step), 0);
      }
    }
    for (std::size_t target = 0; target < targets.size(); ++target) {
      auto const row = static_cast<std::int32_t>(target);
      auto const size = static_cast<int>(targets[target].size());
      tally.add_target(row, Met{0, 0, static_cast<std::int8_t>(future % size == 0 ? 1 : 0)});
      tally.add_shortfall(row, future % size);
      std::vector<std::uint16_t> own;
      for (std::string const& parameter : run.names.parameters)
        own.push_back(strata.at(parameter));
      tally.add_drivers(row, future * size, own);
    }
    tally.count_future(10);
  }
  return result_hash(run.model, run.names, tally);
}

SmallRun two_sections() {
  return SmallRun({{"wiskunde", 5}, {"latijn", 3}});
}

}  // namespace

TEST_CASE("the hash does not see the order of units, targets and parameters") {
  SmallRun run = two_sections();
  run.add_target("masters", 0);
  run.add_target("masters", 1);
  run.add_parameter("uptake");
  run.add_parameter("exits");
  SmallRun turned({{"latijn", 3}, {"wiskunde", 5}});
  turned.add_target("masters", 0);
  turned.add_target("masters", 1);
  turned.add_parameter("exits");
  turned.add_parameter("uptake");
  CHECK(hash_of(run, {"wiskunde", "latijn"}) == hash_of(turned, {"latijn", "wiskunde"}));
}

TEST_CASE("the hash does not see the names of scenario, targets and files") {
  SmallRun const run = two_sections();
  SmallRun renamed = run;
  renamed.names.scenario = "another";
  renamed.names.description = "of the same";
  renamed.names.sources.push_back({"people.csv", 1});
  CHECK(hash_of(run, {}) == hash_of(renamed, {}));

  SmallRun with_target = two_sections();
  with_target.add_target("masters", 0);
  std::string const before = hash_of(with_target, {"wiskunde"});
  with_target.names.targets[0].name = "half of us";
  CHECK(hash_of(with_target, {"wiskunde"}) == before);
}

TEST_CASE("the hash sees everything that is an answer") {
  SmallRun const run = two_sections();
  std::string const before = hash_of(run, {});
  auto const after = [&](auto const& change) {
    SmallRun other = run;
    change(other);
    return hash_of(other, {});
  };
  CHECK(after([](SmallRun&) {}) == before);
  CHECK(after([](SmallRun& other) { other.model.seed = 10; }) != before);
  CHECK(after([](SmallRun& other) { other.model.start = 2027; }) != before);
  CHECK(after([](SmallRun& other) { other.model.years = 3; }) != before);
  CHECK(after([](SmallRun& other) { other.names.units[0][1] = "grieks"; }) != before);
  CHECK(after([](SmallRun& other) {
          other.model.plan.levels[0].metrics[0] = metric_of("exits");
        }) != before);
  // The bins of a histogram that is kept are part of it.
  CHECK(after([](SmallRun& other) { other.model.plan.cells[0].histogram = -1; }) != before);
}

TEST_CASE("the hash sees one future more, and one head more in one future") {
  SmallRun const run = two_sections();
  tally::Tally tally(run.model.plan);
  std::vector<std::string> seen = {result_hash(run.model, run.names, tally)};
  tally.count_future(10);
  seen.push_back(result_hash(run.model, run.names, tally));
  for (std::int64_t const heads : {0, 1}) {
    tally = tally::Tally(run.model.plan);
    tally.add(run.cell(1, "heads", 2), 5 + heads);
    tally.count_future(10);
    seen.push_back(result_hash(run.model, run.names, tally));
  }
  for (std::size_t i = 0; i < seen.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      CHECK(seen[i] != seen[j]);
}

TEST_CASE("a flow that is always zero adds nothing to the hash") {
  SmallRun const run = two_sections();
  SmallRun other = run;
  // All cells of "masters graduated" hold zeros: another cause would as well.
  other.model.plan.levels[0].flows[1] = flow_of("masters", "retirement");
  CHECK(hash_of(run, {}) == hash_of(other, {}));
}

TEST_CASE("the hash sees targets and drivers") {
  SmallRun run = two_sections();
  run.add_target("masters", 0);
  std::string const without = hash_of(run, {"wiskunde"});
  CHECK(hash_of(run, {"latijn"}) != without);
  run.add_parameter("uptake");
  std::string const with = hash_of(run, {"wiskunde"});
  CHECK(with != without);
  run.model.parameters.key[0] += 1;
  CHECK(hash_of(run, {"wiskunde"}) != with);
  run.model.plan.targets[0].bound_numerator = 2;
  CHECK(hash_of(run, {"wiskunde"}) != with);
}

TEST_CASE("a hash is written with 16 digits") {
  CHECK(hexadecimal(0) == "0000000000000000");
  CHECK(hexadecimal(0x0123456789abcdefULL) == "0123456789abcdef");
}

}  // namespace meesterplan::results
