#pragma once

#include <vector>

#include "sim/base/problem.hpp"
#include "sim/cli/command.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::cli {

/// A scenario as the command line wants it played.
struct Loaded {
  scenario::Scenario scenario;
  std::vector<Problem> problems;  ///< sorted; without errors it may be compiled
};

/// Reads the command's scenario from disk, with the command line's own numbers
/// in place of the file's, and checks it.
Loaded load(Command const& command);

/// The same, for who wants to play: throws InputError when there are errors.
Loaded load_to_play(Command const& command);

}  // namespace meesterplan::cli
