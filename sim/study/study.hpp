#pragma once

#include <cstdint>
#include <functional>

#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::study {

/// How far a run has come.
struct Progress {
  std::int64_t done = 0;   ///< futures
  std::int64_t asked = 0;  ///< futures, of all that the question takes
  /// How the first target that may be shown stands: met in `met` of `judged`
  /// futures; 0 of 0 without such a target.
  std::int64_t met = 0, judged = 0;
};

/// What a question needs besides the scenario. Nothing here changes a number
/// of the answer, except how many futures a cancelled run has played.
struct Options {
  int threads = 1;              ///< >= 1
  std::int64_t block_size = 0;  ///< futures a block; 0: chosen from the model
  /// Called by any thread, one call at a time; may be empty.
  std::function<void(Progress const&)> on_progress;
  /// Asked between blocks by any thread, one call at a time; may be empty.
  std::function<bool()> cancelled;
};

/// Plays the scenario and answers: targets, series, flows, drivers.
///
/// When parameters are uncertain, the targets are also judged with every
/// parameter at its centre, in a second, smaller run. A run that is cancelled
/// answers from the futures that it has played; the second run is all or
/// nothing. Diagnostics are of the first run.
///
/// Throws InputError when the scenario is wrong or would not fit in memory.
results::Results run(scenario::Scenario const& scenario, Options const& options);

}  // namespace meesterplan::study
