#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "sim/chance/simd.hpp"
#include "sim/engine/player.hpp"
#include "sim/model/compile.hpp"
#include "sim/results/result_hash.hpp"
#include "sim/run/run.hpp"
#include "tests/engine/random_scenario.hpp"
#include "tests/engine/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using meesterplan::testing::Dice;
using meesterplan::testing::play_one;
using meesterplan::testing::random_market;
using meesterplan::testing::random_scenario;
using meesterplan::testing::reference_work;

namespace {

run::Outcome play(model::Model const& model, int threads, std::int64_t block_size) {
  run::Plan plan;
  plan.threads = threads;
  plan.block_size = block_size;
  return run::play(model, plan);
}

/// Scenarios in which everything happens, and the reference work.
std::vector<scenario::Scenario> several() {
  std::vector<scenario::Scenario> all{reference_work(200, 15)};
  for (std::uint64_t const seed : {3U, 14U, 15U, 92U, 65U})
    all.push_back(random_scenario(seed));
  all.push_back(random_market(8));
  for (auto& one : all)
    one.replicates = 200;
  return all;
}

template <class Row>
void shuffle(Dice& dice, std::vector<Row>& rows) {
  for (std::size_t left = rows.size(); left > 1; --left)
    std::swap(rows[left - 1],
              rows[static_cast<std::size_t>(dice.between(0, static_cast<int>(left) - 1))]);
}

/// The same scenario with the rows of its files in another order.
scenario::Scenario shuffled(scenario::Scenario scenario, std::uint64_t seed) {
  Dice dice(seed);
  for (std::size_t index = 0; index < scenario.schools.size(); ++index)
    for (auto& section : scenario.sections)
      if (section.school == static_cast<int>(index) && section.place.line == 0) {
        section.school = static_cast<int>(scenario.schools.size() - 1 - index);
        section.place.line = 1;
      }
  std::reverse(scenario.schools.begin(), scenario.schools.end());
  for (auto& row : scenario.demand.pupils)
    row.school = static_cast<int>(scenario.schools.size()) - 1 - row.school;
  int const last = static_cast<int>(scenario.sections.size()) - 1;
  std::reverse(scenario.sections.begin(), scenario.sections.end());
  for (auto& row : scenario.demand.table)
    row.section = last - row.section;
  for (auto& person : scenario.people) {
    for (auto& assignment : person.assignments)
      assignment.section = last - assignment.section;
    shuffle(dice, person.assignments);
  }
  shuffle(dice, scenario.people);
  shuffle(dice, scenario.demand.table);
  shuffle(dice, scenario.demand.pupils);
  shuffle(dice, scenario.demand.lessons);
  shuffle(dice, scenario.recruitment.entrants);
  shuffle(dice, scenario.market.pool);
  return scenario;
}

}  // namespace

TEST_CASE("Threads and block sizes change no bit of a run") {
  for (auto const& scenario : several()) {
    CAPTURE(scenario.name);
    model::Compiled const compiled = model::compile(scenario);
    run::Outcome const first = play(compiled.model, 1, 64);
    REQUIRE(first.tally.futures() == scenario.replicates);
    for (int const threads : {1, 2, 7}) {
      for (std::int64_t const block_size : {1, 3, 64}) {
        CAPTURE(threads, block_size);
        run::Outcome const other = play(compiled.model, threads, block_size);
        CHECK(other.tally == first.tally);
        CHECK(results::result_hash(compiled.model, compiled.names, other.tally) ==
              results::result_hash(compiled.model, compiled.names, first.tally));
      }
    }
  }
}

TEST_CASE("No set of vector instructions changes a bit of a run") {
  auto const targets = chance::simd_targets();
  REQUIRE(!targets.empty());
  for (auto const& scenario : several()) {
    model::Compiled const compiled = model::compile(scenario);
    run::Outcome const best = play(compiled.model, 1, 64);
    for (auto const& target : targets) {
      CAPTURE(scenario.name, target.name);
      chance::ForcedSimdTarget const forced(target);
      CHECK(play(compiled.model, 1, 64).tally == best.tally);
    }
  }
}

TEST_CASE("The order of rows in the files does not matter") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    scenario::Scenario scenario = random_scenario(seed);
    scenario.replicates = 10;
    auto const hash = [](scenario::Scenario const& one) {
      model::Compiled const compiled = model::compile(one);
      return results::result_hash(compiled.model, compiled.names,
                                  play(compiled.model, 1, 64).tally);
    };
    CHECK(hash(shuffled(scenario, seed)) == hash(scenario));
    scenario::Scenario market = random_market(seed);
    market.replicates = 10;
    CHECK(hash(shuffled(market, seed)) == hash(market));
  }
}

TEST_CASE("Another seed, and one teacher more, give another hash") {
  scenario::Scenario scenario = random_scenario(7);
  scenario.replicates = 10;
  auto const hash = [](scenario::Scenario const& one) {
    model::Compiled const compiled = model::compile(one);
    return results::result_hash(compiled.model, compiled.names, play(compiled.model, 1, 64).tally);
  };
  std::string const first = hash(scenario);
  scenario::Scenario other = scenario;
  other.seed += 1;
  CHECK(hash(other) != first);
  other = scenario;
  other.people.push_back(scenario.people.front());
  other.people.back().key = "one more";
  CHECK(hash(other) != first);
}

TEST_CASE("All 2000 futures of a scenario are distinct") {
  scenario::Scenario scenario = reference_work(600, 15);
  scenario.recording = {};
  model::Compiled const compiled = model::compile(scenario);
  engine::Player player(compiled.model);
  std::set<std::vector<std::int64_t>> seen;
  for (std::uint32_t replicate = 0; replicate < 2000; ++replicate) {
    tally::Tally tally(compiled.model.plan);
    player.play(replicate, tally);
    std::vector<std::int64_t> values;
    for (std::size_t cell = 0; cell < compiled.model.plan.cells.size(); ++cell)
      values.push_back(
          static_cast<std::int64_t>(tally.moments(static_cast<std::int64_t>(cell)).sum));
    seen.insert(std::move(values));
  }
  CHECK(seen.size() == 2000);
}

TEST_CASE("A future does not know which others were played, nor how many are asked") {
  for (auto scenario : several()) {
    CAPTURE(scenario.name);
    scenario.replicates = 10;
    model::Compiled const few = model::compile(scenario);
    scenario.replicates = 1000;
    model::Compiled const many = model::compile(scenario);
    engine::Player player(many.model);
    for (std::uint32_t replicate = 0; replicate < 40; ++replicate) {
      tally::Tally tally(many.model.plan);
      player.play(39 - replicate, tally);
      CHECK(tally == play_one(few.model, 39 - replicate));
    }
  }
}

TEST_CASE("State takes at most 64 bytes a person on the reference work, 128 with everything") {
  model::Compiled const reference = model::compile(reference_work(200, 15));
  CHECK(engine::Player(reference.model).bytes_per_person() <= 64);
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    CAPTURE(seed);
    scenario::Scenario const scenario = random_scenario(seed);
    model::Compiled const everything = model::compile(scenario);
    CHECK(engine::Player(everything.model).bytes_per_person() <= 128);
  }
}

TEST_CASE("After fifty years of hires the next future starts as the first does") {
  scenario::Scenario scenario = random_scenario(7);
  scenario.years = 50;
  scenario.demand = {};
  scenario.targets.clear();
  scenario.recruitment.mode = scenario::RecruitmentMode::fill;
  scenario.recruitment.stop.clear();
  if (scenario.recruitment.fill.empty())
    scenario.recruitment.fill.push_back({{}, {}, scenario::Uncertain::probability(1)});
  if (scenario.recruitment.entrants.empty())
    scenario.recruitment.entrants.push_back(testing::entrant(22, 30, scenario::Degree::wo_master));
  scenario.sections.front().open_vacancies = Fte{20'000};  // so that slots must be added
  scenario.replicates = 4;
  model::Compiled const compiled = model::compile(scenario);
  run::Outcome const all = play(compiled.model, 1, 4);
  // Each by a player of its own, against one player for all four.
  tally::Tally apart(compiled.model.plan);
  for (std::uint32_t replicate = 0; replicate < 4; ++replicate)
    engine::Player(compiled.model).play(replicate, apart);
  CHECK(apart == all.tally);
}
