#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "sim/model/building.hpp"
#include "sim/model/clock_builder.hpp"

namespace meesterplan::model {

/// Whether an effect acts on a kind of event of a clock.
using ActsOn = std::function<bool(scenario::Effect const& effect, std::int32_t kind)>;

/// Gives `kinds` the factors of all effects that act on them; kinds on which the
/// same effects act share one. `too_many_cells` when a factor has too many.
Fits add_effects(Building& building, ActsOn const& acts_on, std::vector<KindTable>& kinds,
                 ClockModel& clock);

/// Gives the kinds that feel the lack of room of `rows` the factor of what takes
/// from it (Behaviour::room).
Fits add_room(Building& building, std::vector<RegionNumber> const& rows,
              std::function<bool(std::int32_t kind)> const& feels, std::vector<KindTable>& kinds,
              ClockModel& clock);

/// add_kinds() for kinds that effects may tell apart: `plain` are those without
/// their factors, whose order of choice stays.
Fits add_kinds_with_effects(Space const& space, std::vector<KindTable> plain,
                            std::vector<KindTable> kinds, Grouping grouping, ClockModel& clock);

}  // namespace meesterplan::model
