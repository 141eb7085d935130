#pragma once

#include <cstdint>
#include <functional>

namespace meesterplan::run {

/// Calls `work(worker, block)` for the blocks 0 .. n_blocks-1, each once, and
/// returns how many there were: n_blocks, or fewer when `cancelled` (which may
/// be empty) has said so; always an unbroken row from block 0 on.
///
/// `worker` is a number below `threads` that belongs to one thread at a time.
/// `cancelled` is asked between blocks, one call at a time. What `work` or
/// `cancelled` throws comes out after all threads have stopped.
///
/// Which threads they are was chosen when the house was built (MP_THREADS):
/// those of oneTBB, or std::jthread.
std::int64_t for_each_block(std::int64_t n_blocks, int threads,
                            std::function<bool()> const& cancelled,
                            std::function<void(int worker, std::int64_t block)> const& work);

}  // namespace meesterplan::run
