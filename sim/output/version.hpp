#pragma once

#include <string_view>

namespace meesterplan::output {

/// The version of this build, as in "0.1.0".
std::string_view version();

}  // namespace meesterplan::output
