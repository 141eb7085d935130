#pragma once

#include <cstdint>
#include <string_view>

#include "sim/model/names.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::results {

/// A section of fewer heads than this on the reference date shows the fte that
/// it needs and nothing that is a chance of its one or two persons.
inline constexpr std::int64_t fewest_heads_shown = 3;

/// Whether `unit` of `level` is such a section; units of other levels are when
/// the whole scenario has so few.
bool is_small(model::Names const& names, scenario::Level level, std::int32_t unit);

/// Whether a small section still shows `metric`: only what it needs. Heads of
/// later years, and with them what is unfilled, would show the chance that its
/// one or two persons leave.
bool is_shown_of_small(std::string_view metric);

}  // namespace meesterplan::results
