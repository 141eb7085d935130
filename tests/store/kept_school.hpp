#pragma once

#include <string>

#include "sim/store/addition.hpp"
#include "sim/store/kept_run.hpp"

namespace meesterplan::store {

/// A run with something in every field, at its limits where it has any: what has to
/// come back the same.
KeptRun full_run(std::string const& name);

/// Keeps a run in a folder under its own name.
void keep(std::string const& folder, KeptRun const& run, Existing existing = Existing::keep);

}  // namespace meesterplan::store
