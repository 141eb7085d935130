#include "sim/run/blocks.hpp"

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "tests/support/catch.hpp"

namespace meesterplan::run {
namespace {

/// How often each block was worked on; counters of their own, so that the
/// threads share nothing.
struct Counts {
  explicit Counts(std::int64_t n_blocks) : of_block(static_cast<std::size_t>(n_blocks)) {}

  void operator()(int, std::int64_t block) { ++of_block[static_cast<std::size_t>(block)]; }

  /// Blocks 0 .. played-1 once, the others not.
  bool are_the_first(std::int64_t played) const {
    for (std::size_t block = 0; block < of_block.size(); ++block)
      if (of_block[block] != (static_cast<std::int64_t>(block) < played ? 1 : 0))
        return false;
    return true;
  }

  std::vector<int> of_block;
};

}  // namespace

TEST_CASE("every block is worked on once") {
  for (int const threads : {1, 2, 7}) {
    for (std::int64_t const n_blocks : {0, 1, 5, 1000}) {
      Counts counts(n_blocks);
      std::int64_t const played = for_each_block(
          n_blocks, threads, {}, [&](int worker, std::int64_t block) { counts(worker, block); });
      CHECK(played == n_blocks);
      CHECK(counts.are_the_first(n_blocks));
    }
  }
}

TEST_CASE("a worker's number belongs to one thread at a time") {
  constexpr int threads = 7;
  // Not atomic: two threads with one number would lose counts (and be a race).
  std::vector<std::int64_t> of_worker(threads);
  for_each_block(5000, threads, {},
                 [&](int worker, std::int64_t) { ++of_worker[static_cast<std::size_t>(worker)]; });
  CHECK(std::accumulate(of_worker.begin(), of_worker.end(), std::int64_t{0}) == 5000);
}

TEST_CASE("what was worked on when cancelled is an unbroken row") {
  for (int const threads : {1, 2, 7}) {
    for (int const questions : {0, 1, 3, 20}) {
      constexpr std::int64_t n_blocks = 1'000'000;
      Counts counts(n_blocks);
      int asked = 0;
      std::int64_t const played = for_each_block(
          n_blocks, threads, [&] { return asked++ >= questions; },
          [&](int worker, std::int64_t block) { counts(worker, block); });
      CHECK(played <= questions * threads);
      CHECK(played >= questions);
      CHECK(counts.are_the_first(played));
    }
  }
}

TEST_CASE("an exception reaches the caller after all threads have stopped") {
  for (int const threads : {1, 2, 7}) {
    std::atomic<int> at_work{0};
    auto const work = [&](int, std::int64_t block) {
      ++at_work;
      if (block == 50) {
        --at_work;
        throw std::runtime_error("future 50");
      }
      --at_work;
    };
    CHECK_THROWS_AS(for_each_block(1'000'000, threads, {}, work), std::runtime_error);
    CHECK(at_work == 0);
  }
}

TEST_CASE("an exception of who may cancel reaches the caller too") {
  auto const cancelled = []() -> bool { throw std::runtime_error("no answer"); };
  CHECK_THROWS_AS(for_each_block(100, 2, cancelled, [](int, std::int64_t) {}), std::runtime_error);
}

}  // namespace meesterplan::run
