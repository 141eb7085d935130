#pragma once

#include <iosfwd>

#include "sim/base/text.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::cli {

/// Writes what staff costs by school year; nothing for a scenario without money.
void write_costs(results::Results const& results, Language language, std::ostream& stream);

}  // namespace meesterplan::cli
