#pragma once

#include <iosfwd>

#include "sim/intake/import.hpp"

namespace meesterplan::output {

/// Writes the report of an import as one document of schema meesterplan.import/1
/// (meesterplan.import.schema.json beside this file): totals, what was joined, rejects
/// and questions with their places. It holds no employee number and no free text.
void write_json(intake::Import const& import, std::ostream& stream);

}  // namespace meesterplan::output
