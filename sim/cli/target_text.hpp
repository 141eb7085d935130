#pragma once

#include <iosfwd>

#include "sim/base/text.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::cli {

/// What the run says about the targets: of one place in sentences, of several
/// places (every section) in a table.
void write_targets(results::Results const& results, Language language, std::ostream& stream);

}  // namespace meesterplan::cli
