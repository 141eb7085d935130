#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/results/policy_card.hpp"

namespace meesterplan::output {

/// What a policy (`of` policy, item 0), an effect or a cost of it is limited to, in words:
/// "years of experience up to 2; degree: bachelor"; empty: it holds for all.
Text limits_text(results::PolicyCard const& card, std::string_view of, std::size_t item);

/// What a policy is called: its title, or its name where it has none.
std::string policy_title(results::PolicyCard const& card, Language language);

/// What a policy raises, out of the keys of its card: "ability, opportunity".
Text amo_text(std::string const& keys);

/// The parts of a text with single spaces between them.
std::vector<std::string> words_in(std::string const& text);

}  // namespace meesterplan::output
