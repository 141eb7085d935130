#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "sim/base/contracts.hpp"
#include "sim/run/blocks.hpp"

namespace meesterplan::run {
namespace {

/// What the threads agree on: the highest block that was started, and whether
/// no higher one may be.
///
/// One word, changed by relaxed compare-and-swap: that settles the order of
/// the changes, yet orders nothing else between the threads, so that a race
/// detector still sees every race in the work itself.
class Row final {
 public:
  /// Whether `block` is to be played: the row is open, or has reached it.
  bool start(std::int64_t block) {
    std::int64_t seen = word_.load(std::memory_order_relaxed);
    for (;;) {
      if (block < started(seen))
        return true;
      if (is_closed(seen))
        return false;
      if (word_.compare_exchange_weak(seen, 2 * (block + 1), std::memory_order_relaxed))
        return true;
    }
  }

  /// No block above those that were started is to be played.
  void close() { word_.fetch_or(1, std::memory_order_relaxed); }

  bool closed() const { return is_closed(word_.load(std::memory_order_relaxed)); }

  /// The row is 0 .. started()-1.
  std::int64_t started() const { return started(word_.load(std::memory_order_relaxed)); }

 private:
  static bool is_closed(std::int64_t word) { return (word & 1) != 0; }
  static std::int64_t started(std::int64_t word) { return word / 2; }

  std::atomic<std::int64_t> word_{0};  ///< 2 x blocks in the row, + 1 when closed
};

/// What the threads share.
struct Crew {
  std::int64_t n_blocks = 0;
  int threads = 1;
  std::function<bool()> const& cancelled;
  std::function<void(int worker, std::int64_t block)> const& work;
  Row row = {};
  std::mutex asking = {};
  std::atomic<bool> failed{false};
};

/// Whether `block` is to be played. Only who may cancel makes the threads wait
/// for each other; without it they share nothing but the row.
bool start(Crew& crew, std::int64_t block) {
  if (!crew.cancelled)
    return crew.row.start(block);
  std::lock_guard<std::mutex> const lock(crew.asking);
  if (!crew.row.closed() && crew.cancelled())
    crew.row.close();
  return crew.row.start(block);
}

/// Plays the blocks worker, worker + threads, ... of the row.
void work_off(Crew& crew, int worker) {
  for (std::int64_t block = worker; block < crew.n_blocks; block += crew.threads) {
    if (crew.failed.load(std::memory_order_relaxed) || !start(crew, block))
      return;
    crew.work(worker, block);
  }
}

}  // namespace

std::int64_t for_each_block(std::int64_t n_blocks, int threads,
                            std::function<bool()> const& cancelled,
                            std::function<void(int worker, std::int64_t block)> const& work) {
  Crew crew{n_blocks, threads, cancelled, work};
  std::vector<std::exception_ptr> thrown(static_cast<std::size_t>(threads));
  {
    std::vector<std::jthread> running;
    running.reserve(static_cast<std::size_t>(threads));
    for (int worker = 0; worker < threads; ++worker) {
      running.emplace_back([&crew, &thrown, worker] {
        try {
          work_off(crew, worker);
        } catch (...) {
          thrown[static_cast<std::size_t>(worker)] = std::current_exception();
          crew.failed.store(true, std::memory_order_relaxed);
        }
      });
    }
  }
  for (std::exception_ptr const& exception : thrown) {
    if (exception)
      std::rethrow_exception(exception);
  }
  return crew.row.started();
}

}  // namespace meesterplan::run
