#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sim/base/text.hpp"

namespace meesterplan::scenario {

/// How many insertions, deletions, changes and swaps of neighbours turn `left`
/// into `right`, capitals and small ASCII letters being equal (optimal string
/// alignment). Cost: the product of the lengths.
int edit_distance(std::string_view left, std::string_view right);

/// The one of `known` that `word` was probably meant to be: the fewest edits,
/// the first of equals; empty when none is within a quarter of its length.
std::optional<std::string> nearest(std::string_view word, std::span<std::string_view const> known);

/// " Did you mean X?" for the nearest of `known`; both texts empty when none is near.
Text did_you_mean(std::string_view word, std::span<std::string_view const> known);

}  // namespace meesterplan::scenario
