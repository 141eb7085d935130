#include <atomic>
#include <cstddef>
#include <exception>
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

/// The blocks of one thread: worker, worker + threads, ...
struct Stride {
  std::int64_t n_blocks = 0;
  int worker = 0;
  int threads = 1;
};

void work_off(Stride const& stride, Row& row, std::atomic<bool>& failed,
              std::function<bool()> const& cancelled,
              std::function<void(int worker, std::int64_t block)> const& work) {
  for (std::int64_t block = stride.worker; block < stride.n_blocks; block += stride.threads) {
    // Only one thread asks, so that no lock is needed that would order them.
    if (stride.worker == 0 && cancelled && !row.closed() && cancelled())
      row.close();
    if (failed.load(std::memory_order_relaxed) || !row.start(block))
      return;
    work(stride.worker, block);
  }
}

}  // namespace

std::int64_t for_each_block(std::int64_t n_blocks, int threads,
                            std::function<bool()> const& cancelled,
                            std::function<void(int worker, std::int64_t block)> const& work) {
  Row row;
  std::atomic<bool> failed{false};
  std::vector<std::exception_ptr> thrown(static_cast<std::size_t>(threads));
  {
    std::vector<std::jthread> crew;
    crew.reserve(static_cast<std::size_t>(threads));
    for (int worker = 0; worker < threads; ++worker) {
      crew.emplace_back([&, worker] {
        try {
          work_off(Stride{n_blocks, worker, threads}, row, failed, cancelled, work);
        } catch (...) {
          thrown[static_cast<std::size_t>(worker)] = std::current_exception();
          failed.store(true, std::memory_order_relaxed);
        }
      });
    }
  }
  for (std::exception_ptr const& exception : thrown)
    if (exception)
      std::rethrow_exception(exception);
  return row.started();
}

}  // namespace meesterplan::run
