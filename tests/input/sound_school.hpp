#pragma once

#include <map>
#include <string>

#include "sim/input/load_scenario.hpp"

namespace meesterplan::input {

/// The files of tests/errors/sound by name, to be changed in memory.
std::map<std::string, std::string> sound_files();

/// `files` with the first `from` in `file` made `to`, which must be there.
std::map<std::string, std::string> changed(std::map<std::string, std::string> files,
                                           std::string const& file, std::string const& from,
                                           std::string const& to);

/// What loading scenario.toml from `files` gives.
LoadResult load(std::map<std::string, std::string> const& files, LoadOptions const& options = {});

/// The English text of all problems of one severity, one a line.
std::string told(LoadResult const& result, Severity severity = Severity::error);

}  // namespace meesterplan::input
