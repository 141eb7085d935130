#pragma once

#include <cstddef>
#include <string_view>

#include "sim/base/text.hpp"
#include "sim/results/policy_card.hpp"

namespace meesterplan::output {

/// What a policy (`of` policy, item 0), an effect or a cost of it is limited to, in words:
/// "years of experience up to 2; degree: bachelor"; empty: it holds for all.
Text limits_text(results::PolicyCard const& card, std::string_view of, std::size_t item);

}  // namespace meesterplan::output
