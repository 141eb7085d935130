#pragma once

#include <string>

#include "sim/store/kept_run.hpp"

namespace meesterplan::store {

/// A hash of everything that is kept of a run, in 16 hexadecimal digits: two runs of which
/// any number, name or text differs have, but for chance, another one. Of `run.content_hash`
/// itself nothing counts. Cost: about a tenth of reading the run.
std::string content_hash_of(KeptRun const& run);

}  // namespace meesterplan::store
