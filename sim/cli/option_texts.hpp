#pragma once

#include <string_view>

#include "sim/base/text.hpp"
#include "sim/cli/grammar.hpp"

namespace meesterplan::cli {

/// What an option does; `value` is what stands behind it.
struct OptionText {
  std::string_view name;
  Text value;
  Text text;
};

/// The text of an option; of --output, which has two, that of what stands behind
/// it. Null for one that is not there. It stays.
OptionText const* find_option_text(OptionGrammar const& option);

}  // namespace meesterplan::cli
