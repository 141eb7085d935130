#pragma once

#include <vector>

#include "sim/model/model.hpp"
#include "sim/model/names.hpp"
#include "sim/results/results.hpp"
#include "sim/results/small_sections.hpp"

namespace meesterplan::results {

/// Schools, then sections, each in the order of their keys.
std::vector<UnitRow> unit_rows(model::Model const& model, model::Names const& names,
                               NeedsOnly const& needs_only);

/// What the file tells of the coming years, for every unit of which results are
/// kept; a person counts once a unit. Units with needs only, and whatever else is
/// small, are left out. By level, unit, year, event, cause and month.
std::vector<KnownRow> known_rows(model::Model const& model, model::Names const& names,
                                 NeedsOnly const& needs_only);

}  // namespace meesterplan::results
