#pragma once

#include <iosfwd>

#include "sim/base/text.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::cli {

/// The figures per year of everything together, then a line per section for the
/// year of the last target (or the last year). A section under 3 heads shows the
/// fte it needs and nothing else.
void write_series(results::Results const& results, Language language, std::ostream& stream);

}  // namespace meesterplan::cli
