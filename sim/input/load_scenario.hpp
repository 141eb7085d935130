#pragma once

#include <string>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/input/file_source.hpp"
#include "sim/input/setting.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::input {

struct LoadOptions {
  std::vector<Setting> settings;
};

/// What was read, with everything that was found: errors, warnings and the
/// defaults that were used.
struct LoadResult {
  scenario::Scenario scenario;    ///< complete only without errors
  std::vector<Problem> problems;  ///< sorted by file and line; of files and of the whole
};

/// Reads the scenario at `path` with every file that it names and checks it as a
/// whole (scenario::validate). Throws nothing for what a user can cause.
LoadResult load_scenario(FileSource& files, std::string const& path,
                         LoadOptions const& options = {});

/// The scenario at `path`; throws InputError with all problems when any is an error.
scenario::Scenario load_scenario_or_throw(FileSource& files, std::string const& path,
                                          LoadOptions const& options = {});

}  // namespace meesterplan::input
