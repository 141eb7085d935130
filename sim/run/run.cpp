#include "sim/run/run.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "sim/base/contracts.hpp"
#include "sim/engine/player.hpp"
#include "sim/run/blocks.hpp"

namespace meesterplan::run {
namespace {

constexpr double seconds_a_block = 0.05;
constexpr std::int64_t largest_block = 4096;  ///< futures
/// Blocks a thread, so that the last ones to finish leave little idle.
constexpr std::int64_t fewest_blocks = 64;

class Stopwatch final {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// The futures begin .. end-1.
struct Futures {
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

/// One thread's share of the work: made by that thread, so that the memory is
/// near it, and kept from block to block.
struct Worker {
  explicit Worker(model::Model const& model) : player(model), tally(model.plan) {}

  engine::Player player;
  tally::Tally tally;
  std::int64_t met_told = 0;  ///< of the watched target, in what was reported
};

/// The workers of one run.
class Crew final {
 public:
  Crew(model::Model const& model, Plan const& plan)
      : model_(model),
        on_future_(plan.on_future),
        on_progress_(plan.on_progress),
        watched_(plan.watched),
        workers_(static_cast<std::size_t>(plan.threads)) {}

  void play(int worker, Futures futures) {
    std::unique_ptr<Worker>& own = workers_[static_cast<std::size_t>(worker)];
    if (!own)
      own = std::make_unique<Worker>(model_);
    for (std::int64_t future = futures.begin; future < futures.end; ++future) {
      own->player.play(static_cast<std::uint32_t>(future), own->tally);
      if (on_future_)
        on_future_(future, own->player);
    }
    report(futures.end - futures.begin, *own);
  }

  /// Puts everything that was played into `outcome`.
  void gather(Outcome& outcome) {
    for (std::unique_ptr<Worker> const& worker : workers_) {
      if (!worker)
        continue;
      outcome.bytes_per_person = worker->player.bytes_per_person();
      if (outcome.tally.futures() == 0) {
        outcome.tally = std::move(worker->tally);
      } else {
        outcome.tally.merge(worker->tally);
      }
    }
  }

 private:
  void report(std::int64_t futures, Worker& worker) {
    if (!on_progress_)
      return;
    std::int64_t const met = watched_ ? met_in_its_year(worker.tally, *watched_) : 0;
    std::lock_guard<std::mutex> const lock(reporting_);
    progress_.done += futures;
    progress_.met += met - std::exchange(worker.met_told, met);
    on_progress_(progress_);
  }

  static std::int64_t met_in_its_year(tally::Tally const& tally, std::int32_t target) {
    model::TargetPlan const& planned = tally.plan().targets[static_cast<std::size_t>(target)];
    return tally.target(target).met[static_cast<std::size_t>(planned.step)];
  }

  model::Model const& model_;
  std::function<void(std::int64_t, engine::Player const&)> const& on_future_;
  std::function<void(Progress const&)> const& on_progress_;
  std::optional<std::int32_t> watched_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::mutex reporting_;
  Progress progress_;
};

/// A block of about `seconds_a_block`, when one future takes `seconds`, and
/// short enough for the threads to share `futures` evenly. Time decides who
/// plays which future, never what comes out of it.
std::int64_t block_size(double seconds, std::int64_t futures, int threads) {
  std::int64_t const shared = futures / (fewest_blocks * threads);
  double const timely = seconds_a_block / std::max(seconds, 1e-9);
  auto const size = static_cast<std::int64_t>(std::min(timely, static_cast<double>(largest_block)));
  return std::clamp<std::int64_t>(std::min(size, shared), 1, largest_block);
}

/// Plays `futures` in blocks of `size`; what comes back is the end of those
/// that were played.
std::int64_t play_blocks(Crew& crew, Plan const& plan, Futures futures, std::int64_t size) {
  std::int64_t const n_blocks = (futures.end - futures.begin + size - 1) / size;
  auto const play = [&](int worker, std::int64_t block) {
    std::int64_t const begin = futures.begin + block * size;
    crew.play(worker, Futures{begin, std::min(begin + size, futures.end)});
  };
  std::int64_t played = 0;
  if (plan.threads > 1 && n_blocks > 1) {
    int const threads = static_cast<int>(std::min<std::int64_t>(plan.threads, n_blocks));
    played = for_each_block(n_blocks, threads, plan.cancelled, play);
  } else {
    while (played < n_blocks && !(plan.cancelled && plan.cancelled()))
      play(0, played++);
  }
  return std::min(futures.begin + played * size, futures.end);
}

}  // namespace

Outcome play(model::Model const& model, Plan const& plan) {
  MP_EXPECT(plan.threads >= 1 && plan.block_size >= 0 && model.replicates >= 1);
  Stopwatch const stopwatch;
  Outcome outcome{tally::Tally(model.plan)};
  outcome.threads = plan.threads;
  Crew crew(model, plan);

  std::int64_t size = plan.block_size;
  if (size == 0) {
    // The first future shows how long one takes.
    Stopwatch const trial;
    outcome.played = play_blocks(crew, plan, Futures{0, 1}, 1);
    size = block_size(trial.seconds(), model.replicates, plan.threads);
  }
  if (outcome.played == 1 || plan.block_size > 0)
    outcome.played = play_blocks(crew, plan, Futures{outcome.played, model.replicates}, size);
  crew.gather(outcome);
  outcome.seconds = stopwatch.seconds();
  MP_ENSURE(outcome.tally.futures() == outcome.played);
  return outcome;
}

}  // namespace meesterplan::run
