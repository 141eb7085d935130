#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "sim/engine/player.hpp"
#include "sim/model/model.hpp"
#include "sim/tally/tally.hpp"

namespace meesterplan::run {

/// How far a run has come.
struct Progress {
  std::int64_t done = 0;  ///< futures
  std::int64_t met = 0;   ///< of those, in how many the watched target is met in its year
};

/// How to play; nothing here changes a bit of the futures.
struct Plan {
  int threads = 1;              ///< >= 1
  std::int64_t block_size = 0;  ///< futures; 0: about 50 ms of work
  /// The target, an index into the model's plan, of which progress tells how often
  /// it is met; empty: none.
  std::optional<std::int32_t> watched;
  /// Called after each future with its number and the player that has played it, by
  /// any thread and by several at once; may be empty.
  std::function<void(std::int64_t future, engine::Player const& player)> on_future;
  /// Called after every block, by any thread but one call at a time and never
  /// with less than before; may be empty.
  std::function<void(Progress const&)> on_progress;
  /// Asked before blocks are started, by any thread but one call at a time;
  /// may be empty.
  std::function<bool()> cancelled;
};

/// What was played.
struct Outcome {
  tally::Tally tally;       ///< its plan is the model's, which must outlive it
  std::int64_t played = 0;  ///< futures 0 .. played-1; fewer than asked: cancelled
  double seconds = 0;
  int threads = 1;
  std::int64_t bytes_per_person = 0;  ///< of state; 0 when nothing was played
};

/// Plays all futures of `model` in blocks on `threads` threads. When
/// cancelled, the blocks that are being played are finished, so that what is
/// left is an unbroken row from future 0 on. Memory: one state and one tally a
/// thread, however many futures. Throws what a future or a callback throws,
/// after all threads have stopped.
Outcome play(model::Model const& model, Plan const& plan);

}  // namespace meesterplan::run
