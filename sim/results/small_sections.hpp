#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/model/model.hpp"
#include "sim/model/names.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::results {

/// A section of fewer heads than this on the reference date shows the fte that
/// it needs and nothing that is a chance of its one or two persons.
inline constexpr std::int64_t fewest_heads_shown = 3;

/// Whether `unit` of `level` is such a section, or a subject that has so few heads at all
/// schools; units of other levels are when the whole scenario has so few.
bool is_small(model::Names const& names, scenario::Level level, std::int32_t unit);

/// Whether a small section still shows `metric`: only what it needs. Heads of
/// later years, and with them what is unfilled, would show the chance that its
/// one or two persons leave.
bool is_shown_of_small(std::string_view metric);

/// Of which units a table that tells of the whole, its schools and their sections
/// may only tell the fte that they need.
struct NeedsOnly {
  std::vector<bool> section;
  std::vector<bool> school;  ///< then of all its sections too
};

/// Small units and, so that the unit above less the rest does not give them back,
/// the next smallest beside them, until at least two with people are left out
/// who together have `fewest_heads_shown` persons or more. Only who is in service
/// and not known to leave counts here, once: what is expected beside certain
/// leavers is about these.
NeedsOnly units_with_needs_only(model::Model const& model, model::Names const& names);

}  // namespace meesterplan::results
