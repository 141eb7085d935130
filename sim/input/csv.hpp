#pragma once

#include <string_view>

#include "sim/input/table.hpp"

namespace meesterplan::input {

/// A CSV file cut into rows of cells (RFC 4180). The separator is the one of
/// `;` `,` tab that occurs most in the header row, unless a first line such as
/// `sep=;` says so. Cells are views into `text`, which must outlive the table.
Table read_csv(std::string_view text);

}  // namespace meesterplan::input
