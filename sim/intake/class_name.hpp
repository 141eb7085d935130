#pragma once

#include <optional>
#include <string_view>

#include "sim/intake/terms.hpp"

namespace meesterplan::intake {

/// Which part of the lessons a class of that name belongs to: `V4b`, `4vwo2`,
/// `h5.wisb1`, `gym6` and the like. Years 1 to 3 are always the rest, and so is
/// every year of a track that is neither havo nor vwo. Unknown when the name can
/// mean more than one thing (`4A`, `hv4`) or nothing.
ClassPart part_of_class(std::string_view name);

/// The same from a track (vwo, havo, ...) and a year of study.
ClassPart part_of_track(std::string_view track, int year_of_study);

}  // namespace meesterplan::intake
