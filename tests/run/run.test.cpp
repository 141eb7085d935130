#include "sim/run/run.hpp"

#include <stdexcept>
#include <vector>

#include "sim/model/compile.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

namespace meesterplan::run {
namespace {

/// 24 teachers in 12 sections, four years.
model::Compiled small_work(std::int64_t replicates) {
  scenario::Scenario scenario = testing::reference_work(24, 4);
  scenario.replicates = replicates;
  return model::compile(scenario);
}

Plan plan_of(int threads, std::int64_t block_size) {
  Plan plan;
  plan.threads = threads;
  plan.block_size = block_size;
  return plan;
}

}  // namespace

TEST_CASE("threads and blocks change no bit of what is remembered") {
  model::Compiled const compiled = small_work(200);
  Outcome const one = play(compiled.model, plan_of(1, 200));
  REQUIRE(one.played == 200);
  REQUIRE(one.tally.futures() == 200);
  REQUIRE(one.tally.teacher_years() > 0);
  for (int const threads : {1, 2, 7}) {
    for (std::int64_t const block_size : {0, 1, 3, 64, 1000}) {
      Outcome const other = play(compiled.model, plan_of(threads, block_size));
      INFO(threads << " threads, blocks of " << block_size);
      CHECK(other.played == 200);
      CHECK(other.threads == threads);
      CHECK(other.bytes_per_person == one.bytes_per_person);
      CHECK(other.tally == one.tally);
    }
  }
}

TEST_CASE("futures differ from each other") {
  model::Compiled const compiled = small_work(2);
  model::Compiled const first = small_work(1);
  Outcome const both = play(compiled.model, plan_of(1, 1));
  tally::Tally twice = play(first.model, plan_of(1, 1)).tally;
  twice.merge(twice);
  REQUIRE(twice.futures() == 2);
  CHECK_FALSE(both.tally == twice);
}

TEST_CASE("a cancelled run is the run with as many futures as it played") {
  model::Compiled const compiled = small_work(100'000);
  for (int const threads : {1, 2, 7}) {
    for (std::int64_t const block_size : {0, 1, 3}) {
      for (int const questions : {0, 1, 9}) {
        Plan plan = plan_of(threads, block_size);
        int asked = 0;
        plan.cancelled = [&] { return asked++ >= questions; };
        Outcome const cancelled = play(compiled.model, plan);
        INFO(threads << " threads, blocks of " << block_size << ", " << questions << " questions");
        CHECK(cancelled.tally.futures() == cancelled.played);
        if (questions == 0) {
          CHECK(cancelled.played == 0);
          continue;
        }
        CHECK(cancelled.played < 100'000);
        REQUIRE(cancelled.played > 0);
        model::Compiled const as_many = small_work(cancelled.played);
        CHECK(play(as_many.model, plan_of(1, 64)).tally == cancelled.tally);
      }
    }
  }
}

TEST_CASE("progress rises to all futures") {
  model::Compiled const compiled = small_work(50);
  for (int const threads : {1, 2, 7}) {
    std::vector<Progress> told;
    Plan plan = plan_of(threads, 4);
    plan.on_progress = [&](Progress const& progress) { told.push_back(progress); };
    play(compiled.model, plan);
    REQUIRE(told.size() == 13);
    for (std::size_t i = 1; i < told.size(); ++i)
      CHECK(told[i].done > told[i - 1].done);
    CHECK(told.back().done == 50);
    CHECK(told.back().met == 0);  // nothing is watched
  }
}

TEST_CASE("progress counts the futures that meet the watched target in its year") {
  scenario::Scenario scenario = testing::reference_work(24, 4);
  scenario.replicates = 50;
  scenario.targets.push_back(
      testing::target_of("masters", scenario::Level::total, Rational{0, 1}, 2028));
  scenario.targets.back().name = "always";
  model::Compiled const compiled = model::compile(scenario);
  for (int const threads : {1, 2, 7}) {
    for (std::int32_t watched = 0; watched < 2; ++watched) {
      std::vector<Progress> told;
      Plan plan = plan_of(threads, 4);
      plan.watched = watched;
      plan.on_progress = [&](Progress const& progress) { told.push_back(progress); };
      Outcome const outcome = play(compiled.model, plan);
      for (std::size_t i = 1; i < told.size(); ++i) {
        CHECK(told[i].met >= told[i - 1].met);
        CHECK(told[i].met <= told[i].done);
      }
      auto const step = static_cast<std::size_t>(
          compiled.model.plan.targets[static_cast<std::size_t>(watched)].step);
      CHECK(told.back().met == outcome.tally.target(watched).met[step]);
    }
  }
}

TEST_CASE("what a callback throws reaches the caller") {
  model::Compiled const compiled = small_work(50);
  for (int const threads : {1, 2}) {
    Plan plan = plan_of(threads, 4);
    plan.on_progress = [](Progress const& progress) {
      if (progress.done > 20)
        throw std::runtime_error("the screen is gone");
    };
    CHECK_THROWS_AS(play(compiled.model, plan), std::runtime_error);
  }
}

}  // namespace meesterplan::run
