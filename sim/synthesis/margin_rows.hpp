#pragma once

#include "sim/input/rows.hpp"
#include "sim/synthesis/margins.hpp"

namespace meesterplan::synthesis {

/// No file of margins counts more people.
inline constexpr double most_people = 1'000'000;

/// The bounds of a withheld number: "<10" is 1 to 9, any other mask 1 to `most`; never zero.
Count masked_count(std::string_view text, double most);

/// Reads the rows of a file of margins, each by itself; what is wrong is reported. Shares stay
/// shares.
void read_margin_rows(input::Sheet const& sheet, Margins& margins);

}  // namespace meesterplan::synthesis
