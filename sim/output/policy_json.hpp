#pragma once

#include <nlohmann/json.hpp>

#include "sim/results/results.hpp"

namespace meesterplan::output {

/// A policy's card, its fixed words in both languages, as a row of `policy_cards` in a
/// document of schema meesterplan.run/1.
nlohmann::ordered_json policy_card_row(results::PolicyCard const& card);

/// What the policies do, `policies` in that document; of results that tell it.
nlohmann::ordered_json policies_of(results::Results const& results);

}  // namespace meesterplan::output
