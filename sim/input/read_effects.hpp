#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/input/keys.hpp"
#include "sim/scenario/policies.hpp"

namespace meesterplan::input {

/// The effects of a policy or bottleneck with the keys `owner`; `kind` lists those of
/// an effect ("policy.effect"). Numbers are drawn under the names `drawn`.EFFECT.
std::vector<scenario::Effect> read_effects(Keys const& owner, std::string_view kind,
                                           std::string const& drawn);

/// What a policy with the keys `owner` costs; numbers are drawn under `drawn`.cost.NAME.
std::vector<scenario::PolicyCost> read_costs(Keys const& owner, std::string const& drawn);

}  // namespace meesterplan::input
