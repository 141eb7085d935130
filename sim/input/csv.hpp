#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/text.hpp"

namespace meesterplan::input {

/// A cell of a CSV file: its text without quotes and outer blanks.
struct CsvCell {
  std::string_view text;
  std::size_t offset = 0;  ///< of its first byte in the file's text
  int line = 0;            ///< from 1
};

/// Something in a CSV file that cannot be read as cells.
struct CsvFault {
  int line = 0;    ///< from 1
  int column = 0;  ///< from 1, in characters
  Text message;
};

/// A CSV file cut into rows of cells (RFC 4180). The separator is the one of
/// `;` `,` tab that occurs most in the header row, unless a first line such as
/// `sep=;` says so. Blank lines are left out. Views into `text`, which must
/// outlive the table.
class CsvTable {
 public:
  explicit CsvTable(std::string_view text);

  /// Rows including the header; 0 for an empty file.
  std::size_t n_rows() const { return row_ends_.size(); }
  std::span<CsvCell const> row(std::size_t index) const;
  char separator() const { return separator_; }
  std::vector<CsvFault> const& faults() const { return faults_; }

  /// Column of a cell's first character in its line, from 1, in characters.
  int column(CsvCell const& cell) const { return column_at(cell.offset); }

 private:
  void read_rows(std::size_t at);
  std::size_t read_cell(std::size_t at);
  std::size_t read_quoted(std::size_t at);
  void add_cell(std::string_view text, std::size_t offset, int line);
  void end_row();
  std::size_t skip_line_end(std::size_t at);
  int column_at(std::size_t offset) const;
  void fault(std::size_t offset, int line, Text message);

  std::string_view text_;
  char separator_ = ';';
  int line_ = 1;
  std::vector<CsvCell> cells_;
  std::vector<std::size_t> row_ends_;  ///< index after the last cell of each row
  std::deque<std::string> unquoted_;   ///< cells that held doubled quotes
  std::vector<CsvFault> faults_;
};

/// `text` without spaces, tabs and no-break spaces at its ends.
std::string_view trim(std::string_view text);

}  // namespace meesterplan::input
