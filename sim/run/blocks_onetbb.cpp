#include <algorithm>
#include <cstddef>
#include <mutex>
#include <optional>

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include "sim/run/blocks.hpp"

namespace meesterplan::run {
namespace {

/// Hands out blocks in their order, so that at every moment the blocks that
/// were started are an unbroken row.
class Tickets final {
 public:
  Tickets(std::int64_t n_blocks, std::function<bool()> const& cancelled)
      : n_blocks_(n_blocks), cancelled_(cancelled) {}

  /// The next block, or none: all are started, or the work was stopped.
  std::optional<std::int64_t> take() {
    std::lock_guard<std::mutex> const lock(mutex_);
    if (stopped_ || next_ == n_blocks_)
      return std::nullopt;
    if (cancelled_ && cancelled_()) {
      stopped_ = true;
      return std::nullopt;
    }
    return next_++;
  }

  void stop() {
    std::lock_guard<std::mutex> const lock(mutex_);
    stopped_ = true;
  }

  /// Blocks handed out.
  std::int64_t taken() {
    std::lock_guard<std::mutex> const lock(mutex_);
    return next_;
  }

 private:
  std::int64_t n_blocks_;
  std::function<bool()> const& cancelled_;
  std::mutex mutex_;
  std::int64_t next_ = 0;
  bool stopped_ = false;
};

void work_off(Tickets& tickets, int worker,
              std::function<void(int worker, std::int64_t block)> const& work) {
  try {
    while (std::optional<std::int64_t> const block = tickets.take())
      work(worker, *block);
  } catch (...) {
    tickets.stop();
    throw;  // the task group carries the first one to the caller
  }
}

}  // namespace

std::int64_t for_each_block(std::int64_t n_blocks, int threads,
                            std::function<bool()> const& cancelled,
                            std::function<void(int worker, std::int64_t block)> const& work) {
  // oneTBB never runs more threads than it thinks that the machine has, unless
  // it is told that it may.
  tbb::global_control const allowed(
      tbb::global_control::max_allowed_parallelism,
      static_cast<std::size_t>(std::max(threads, tbb::info::default_concurrency())));
  tbb::task_arena arena(threads);
  Tickets tickets(n_blocks, cancelled);
  arena.execute([&] {
    tbb::task_group group;
    for (int worker = 1; worker < threads; ++worker)
      group.run([&tickets, &work, worker] { work_off(tickets, worker, work); });
    // The first worker may have been at work before, on this thread: here its
    // memory does not lie between that of another.
    group.run_and_wait([&tickets, &work] { work_off(tickets, 0, work); });
  });
  return tickets.taken();
}

}  // namespace meesterplan::run
