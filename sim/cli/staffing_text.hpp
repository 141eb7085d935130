#pragma once

#include <iosfwd>

#include "sim/base/text.hpp"
#include "sim/results/results.hpp"
#include "sim/study/staffing.hpp"

namespace meesterplan::cli {

/// The spring table for people, in blocks of at most 100 characters wide (longer
/// names of units widen them): what is needed, who goes and comes, why, what is
/// dated within the year, lessons; then what it does not tell and why.
void write_staffing(results::Results const& results, study::StaffingTable const& table,
                    Language language, std::ostream& stream);

}  // namespace meesterplan::cli
