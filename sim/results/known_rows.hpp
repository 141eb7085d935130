#pragma once

#include <vector>

#include "sim/model/model.hpp"
#include "sim/model/names.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::results {

/// The sections in the order of their keys, each with its school. `needs_only`
/// as of sections_with_needs_only().
std::vector<SectionRow> section_rows(model::Model const& model, model::Names const& names,
                                     std::vector<bool> const& needs_only);

/// What the file tells of the coming years, for every unit of which results are
/// kept; a person counts once a unit. Sections with `needs_only`, and whatever
/// else is small, are left out. By level, unit, year, event, cause and month.
std::vector<KnownRow> known_rows(model::Model const& model, model::Names const& names,
                                 std::vector<bool> const& needs_only);

}  // namespace meesterplan::results
