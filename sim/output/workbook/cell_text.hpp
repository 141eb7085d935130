#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace meesterplan::output::workbook {

/// `text` for a cell: what would steer a program, bytes that are no UTF-8 and what XML
/// cannot hold are written out, and so is "_x0041_", which workbooks take for a sign.
/// After 16 000 characters, as many as fit in any cell, it ends in " [...]".
std::string cell_text(std::string_view text);

/// The same on one line and no longer than `most` characters (at least 8), as the title of a
/// chart or a text beside it; never a formula, for which a chart takes a name that begins
/// with "=".
std::string chart_text(std::string_view text, std::size_t most);

/// How many characters `text`, in UTF-8, has.
std::size_t length(std::string_view text);

}  // namespace meesterplan::output::workbook
