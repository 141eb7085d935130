#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <variant>

namespace meesterplan::store {

/// A value of a row: nothing, a whole number, a number, or a text, which lives as long
/// as the call that it is given to.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// Takes the rows of a table one by one, the first being the names of its columns.
using RowSink = std::function<void(std::span<Cell const>)>;

/// A table as people want it outside the database: one row an observation, the run's
/// name in its first column.
struct TidyTable {
  std::string_view file_name;  ///< of the CSV file beside the database
  std::string_view query;
};

/// All of them (docs/formats.md).
std::span<TidyTable const> tidy_tables();

}  // namespace meesterplan::store
