#pragma once

#include <iosfwd>

#include "sim/base/text.hpp"

namespace meesterplan::output {

/// Writes the JSON Schema (draft 4) of a scenario, for editors: every key with its
/// meaning in `language`, its type, words and bounds; keys that no scenario has are
/// wrong. It accepts all that the reader accepts, in whatever spelling; that something
/// is missing it does not tell, as a base or a parameter file may give it.
void write_scenario_schema(Language language, std::ostream& stream);

}  // namespace meesterplan::output
