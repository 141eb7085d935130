#pragma once

#include <iosfwd>

#include "sim/base/text.hpp"
#include "sim/cli/series_index.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::cli {

/// The warning that more staff is in a scale than the job structure has places
/// for: how much at the end and at the start, and how many a year came there by
/// a degree. Nothing where the mix does not overshoot or is not modelled.
void write_mix_warning(results::Results const& results, SeriesIndex const& index, Language language,
                       std::ostream& stream);

}  // namespace meesterplan::cli
