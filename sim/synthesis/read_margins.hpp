#pragma once

#include <string>

#include "sim/input/reading.hpp"
#include "sim/synthesis/margins.hpp"

namespace meesterplan::synthesis {

/// Reads the file of margins at `path` and checks that its rows are about the same people. What
/// is wrong is reported to `reading`; then the answer is of no use.
Margins read_margins(input::Reading& reading, std::string const& path);

/// Reports in `reading` which margins do not add up: one that has other sums than another along
/// the axes that both tell of. Also looks whether the ages are apart.
void check_margins(input::Reading& reading, Margins const& margins);

}  // namespace meesterplan::synthesis
