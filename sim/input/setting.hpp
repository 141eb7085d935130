#pragma once

#include <string>
#include <vector>

#include "sim/base/problem.hpp"

namespace meesterplan::input {

/// A change of one key, as in `--set study.p_grant=0.8`: wins from every file.
struct Setting {
  std::string path;   ///< as in docs/formats.md; a programme by its name: programme.NAME.uptake
  std::string value;  ///< TOML, or a bare text
  std::string origin = "--set";  ///< how it was given, to name in problems
};

/// Says of a problem that stands in no file which of `settings` it is about, if any:
/// its origin takes the place of the file.
void name_origin(std::vector<Setting> const& settings, Problem& problem);

}  // namespace meesterplan::input
