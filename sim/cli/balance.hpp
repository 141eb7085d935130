#pragma once

#include <iosfwd>

#include "sim/base/text.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::cli {

/// Where the outcome comes from, for people: the balance of teachers and of
/// masters over the whole run (begin + in - out = end, exactly, in the mean), and
/// for each target the uncertain numbers that move it most.
void write_balance(results::Results const& results, Language language, std::ostream& stream);

}  // namespace meesterplan::cli
