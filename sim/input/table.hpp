#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/base/text.hpp"

namespace meesterplan::input {

/// A cell of a table: its text without quotes and outer blanks.
struct TableCell {
  std::string_view text;
  int line = 0;    ///< from 1; of a sheet its row
  int column = 0;  ///< from 1; in characters, of a sheet its column
};

/// Something in a table that cannot be read as cells.
struct TableFault {
  int line = 0;    ///< from 1
  int column = 0;  ///< from 1, as in TableCell
  Text message;
};

/// Rows of cells, whatever they were read from; blank rows are left out.
class Table {
 public:
  /// What parts the cells of a sheet of a workbook: nothing.
  static constexpr char no_separator = '\0';

  explicit Table(char separator = no_separator) : separator_(separator) {}
  Table(Table&&) = default;
  Table& operator=(Table&&) = default;

  /// Rows including the header; 0 for an empty table.
  std::size_t n_rows() const { return row_ends_.size(); }
  std::span<TableCell const> row(std::size_t index) const;
  /// The sign between cells: that of a CSV file, or no_separator.
  char separator() const { return separator_; }
  std::vector<TableFault> const& faults() const { return faults_; }

  /// Adds a cell to the row at hand; `text` must outlive the table.
  void add_cell(std::string_view text, int line, int column) {
    cells_.push_back({text, line, column});
  }
  /// Keeps a text as long as the table.
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  /// Ends the row at hand, which is forgotten when all its cells are empty.
  void end_row();
  void add_fault(int line, int column, Text message) {
    faults_.push_back({line, column, std::move(message)});
  }

 private:
  char separator_;
  std::vector<TableCell> cells_;
  std::vector<std::size_t> row_ends_;  ///< index after the last cell of each row
  std::deque<std::string> texts_;      ///< never moves, so that views stay valid
  std::vector<TableFault> faults_;
};

/// `text` without what cannot be seen at its ends: spaces, tabs, line breaks,
/// no-break and zero-width spaces.
std::string_view trim(std::string_view text);

}  // namespace meesterplan::input
