#pragma once

#include <string>
#include <string_view>

namespace meesterplan {

/// `text` for a terminal: everything that would steer it instead of being shown is
/// written out, such as \x1b for an escape and \u202e for a change of writing
/// direction; so are bytes that are no UTF-8. Line ends and tabs stay.
std::string visible(std::string_view text);

/// The same for what has to stay on one line, such as a name: line ends and tabs
/// are written out too.
std::string visible_line(std::string_view text);

}  // namespace meesterplan
