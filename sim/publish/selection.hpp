#pragma once

#include <string_view>

#include "sim/publish/reader.hpp"

namespace meesterplan::publish {

/// The level of sums over sections of a cluster of subjects; only reports have it.
inline constexpr std::string_view cluster_level = "cluster";

/// Whether reports for `reader` tell of units of this level: the whole, and what stands under
/// `Reader`.
bool tells_of(Reader reader, std::string_view level);

/// Whether reports for `reader` use this metric at a level that they tell of. Readers outside HR
/// get no metric that counts a few of today's staff, such as who studies now.
bool uses(Reader reader, std::string_view level, std::string_view metric);

/// Whether a metric tells how many masters a unit has.
bool is_of_masters(std::string_view metric);

}  // namespace meesterplan::publish
