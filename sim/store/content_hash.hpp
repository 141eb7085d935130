#pragma once

#include <string>

#include "sim/store/kept_run.hpp"

namespace meesterplan::store {

/// A hash of everything that is kept of a run, in 16 hexadecimal digits: two runs of which
/// any number, name or text differs have, but for chance, another one. Of `run.content_hash`
/// itself nothing counts. Cost: about a tenth of reading the run.
std::string content_hash_of(KeptRun const& run);

/// Whether a kept run still is what was kept; also true of one that tells no hash, which
/// nobody can know of.
bool is_as_kept(KeptRun const& run);

}  // namespace meesterplan::store
