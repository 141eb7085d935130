#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/cli/command.hpp"
#include "sim/input/load_scenario.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::cli {

/// A scenario as the command line wants it played.
struct Loaded {
  scenario::Scenario scenario;
  std::vector<Problem> problems;               ///< sorted; without errors it may be compiled
  std::map<std::string, std::string> texts{};  ///< of the scenario and what it extends, by name
};

/// What the command line says in place of the scenario.
std::vector<input::Setting> settings_of(Command const& command);

/// Reads the command's scenario from disk, with the command line's own numbers
/// in place of the file's, and checks it.
Loaded load(Command const& command);

/// The same, for who wants to play: throws InputError when there are errors.
Loaded load_to_play(Command const& command);

}  // namespace meesterplan::cli
