#pragma once

#include <string>
#include <vector>

#include "sim/input/file_source.hpp"
#include "sim/scenario/policies.hpp"

namespace meesterplan::input {

/// Everything that there is to use by name.
struct PolicyLibrary {
  std::vector<scenario::Policy> policies;         ///< by name; without years
  std::vector<scenario::Bottleneck> bottlenecks;  ///< by name
};

/// The libraries in two folders of `files`, which must be able to list them; what cannot
/// be read is left out.
PolicyLibrary read_policy_library(FileSource& files, std::string const& policies,
                                  std::string const& bottlenecks);

}  // namespace meesterplan::input
