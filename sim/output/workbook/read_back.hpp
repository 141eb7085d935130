#pragma once

#include <cstddef>
#include <string>

namespace meesterplan::output::workbook {

/// Whether the file at `path` is a workbook of so many sheets and charts, each written to its
/// end.
bool is_whole_workbook(std::string const& path, std::size_t n_sheets, std::size_t n_charts);

}  // namespace meesterplan::output::workbook
