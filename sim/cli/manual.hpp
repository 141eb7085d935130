#pragma once

#include <string>

#include "sim/base/text.hpp"

namespace meesterplan::cli {

/// The manual page of section 1 (roff), from the same texts as the help.
std::string manual_page(Language language);

}  // namespace meesterplan::cli
