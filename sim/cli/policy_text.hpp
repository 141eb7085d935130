#pragma once

#include <iosfwd>

#include "sim/base/text.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::cli {

/// What each policy does, of results that tell it, for people: for the chance of each target, for
/// the masters, for the leavers and for the costs what it does alone, as the last one, and its
/// share in what all do together; then the chance that it is carried out beside what it then does,
/// and what one more master and one leaver less cost.
void write_policies(results::Results const& results, Language language, std::ostream& stream);

}  // namespace meesterplan::cli
