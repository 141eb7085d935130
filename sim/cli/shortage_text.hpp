#pragma once

#include <iosfwd>

#include "sim/base/text.hpp"
#include "sim/cli/series_index.hpp"

namespace meesterplan::cli {

/// What is short in `year`: a table by subject, by board and by school, each where there are
/// several of which results are kept. Nothing where no shortage is reckoned with.
void write_shortages(SeriesIndex const& index, int year, Language language, std::ostream& stream);

}  // namespace meesterplan::cli
