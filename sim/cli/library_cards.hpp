#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/output/explanation.hpp"

namespace meesterplan::cli {

/// The policies and bottlenecks that every new project has (data/policies,
/// data/bottlenecks), as explanations.
std::vector<output::Explanation> const& library_explanations();

/// Those that `word` names, by the name of the file or the title in either language.
std::vector<output::Explanation> library_called(std::string_view word);

/// Those of a group: "policies" or "beleid", "bottlenecks" or "knelpunten".
std::vector<output::Explanation> library_members(std::string_view word);

/// What a policy or bottleneck changes, costs and lifts, a line each; empty when `name` is
/// none.
std::string card_of(std::string_view name, Language language);

}  // namespace meesterplan::cli
