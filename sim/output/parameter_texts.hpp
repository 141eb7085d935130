#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sim/base/text.hpp"

namespace meesterplan::output {

/// An uncertain number in words. docs/glossary.md has the same table.
struct ParameterText {
  std::string_view key;
  Text name;
};

/// Those of every uncertain number that has words.
std::vector<ParameterText> parameter_texts();

/// The words for the uncertain number `key` (docs/formats.md): of the reference
/// tables' groups and of the scenario's own keys, also as a table's cause
/// ("my_exit/other_board"), a programme's key ("programme.NAME.uptake", of which
/// the words end in NAME), or an effect of a policy or bottleneck ("policy.NAME.EFFECT").
/// Empty when there are none: then `key` is the user's own word.
std::optional<Text> parameter_name(std::string_view key);

}  // namespace meesterplan::output
