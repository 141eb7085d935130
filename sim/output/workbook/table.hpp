#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sim/base/text.hpp"

/// What stands in a workbook, apart from how it is written.
namespace meesterplan::output::workbook {

/// How a number looks. The number itself is not rounded.
enum class Look {
  plain,    ///< 2027: a year, a seed
  whole,    ///< 10,000: a count
  decimal,  ///< 12.5: a mean of people, fte
  share,    ///< 62%
  chance,   ///< 62.1%
  euro,     ///< without cents
};

/// A number in a cell.
struct Number {
  double value = 0;
  Look look = Look::plain;

  friend bool operator==(Number const&, Number const&) = default;
};

/// A cell: empty where something does not apply.
using Value = std::variant<std::monostate, Number, std::string>;
using Row = std::vector<Value>;

/// How much room a column asks for.
enum class Width { fits, prose };

struct Column {
  std::string title;
  Width width = Width::fits;
  std::string key{};  ///< what charts find it by: year, chance, p10, ... or a metric
};

/// Rows that follow each other and tell of one thing year by year: what a chart can draw.
struct Block {
  std::size_t run = 0;
  std::string what;         ///< metric, or name of a target
  std::string level, unit;  ///< keys
  std::size_t first = 0;    ///< row of the table, from 0
  std::size_t count = 0;    ///< rows
};

/// A sheet.
struct Table {
  Text name;                ///< of the sheet: at most 31 characters, none of []:*?/\ in them
  Text about;               ///< one sentence
  std::size_t n_fixed = 0;  ///< columns that stay in view
  std::vector<Column> columns;
  std::vector<Row> rows;      ///< each with a cell a column
  std::vector<Block> blocks;  ///< in the order of the rows

  /// Adds a row, to the last block when that tells of the same thing, else to a new one.
  void add(Block const& of, Row row);

  /// Where the column of that key is; empty: there is none.
  std::optional<std::size_t> find_column(std::string_view key) const;
};

/// The most rows of a sheet, its head included.
constexpr std::size_t most_rows = 1'048'576;

}  // namespace meesterplan::output::workbook
