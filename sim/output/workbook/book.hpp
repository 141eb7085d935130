#pragma once

#include <array>
#include <cstddef>
#include <ctime>
#include <string>
#include <vector>

#include <xlsxwriter.h>

#include "sim/base/text.hpp"
#include "sim/output/workbook/charts.hpp"
#include "sim/output/workbook/table.hpp"

namespace meesterplan::output::workbook {

/// A workbook while it is written by libxlsxwriter, which takes on trust what would break
/// the file: everything it gets is checked here first.
class Book final {
 public:
  /// What is the same on every sheet.
  struct Frame {
    std::string title;        ///< of the document
    std::string footer;       ///< of printed pages: no "&" in it
    std::time_t created = 0;  ///< not 0, which would stand for now
    Language language = Language::nl;
  };

  /// Throws IoError when `path` cannot be opened for writing.
  Book(std::string path, Frame frame);
  ~Book();
  Book(Book const&) = delete;
  Book& operator=(Book const&) = delete;

  /// Adds a sheet. Throws StoreError when it would have too many rows.
  void add(Table const& table);

  /// Adds a sheet with the charts under each other, two beside each other.
  void add(std::vector<Chart> const& charts, Text const& name, std::string const& about);

  /// Writes the file, and reads it back to see that all of it is there: to do once, last.
  /// Throws IoError.
  void close();

 private:
  lxw_worksheet* new_sheet(Text const& name);
  lxw_format* new_format(char const* number);
  void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, Value const& value,
             Width width);
  lxw_format* new_head();
  void write_head(lxw_worksheet* sheet, Table const& table, std::vector<double> const& widths);
  void expect_room(Table const& table) const;
  void expect_done(lxw_error error) const;

  std::string path_;
  Frame frame_;
  std::string temporary_;  ///< where its files stand for a moment: beside the workbook
  lxw_workbook* book_ = nullptr;
  std::size_t n_sheets_ = 0;
  std::size_t n_charts_ = 0;
  lxw_format* head_ = nullptr;
  lxw_format* number_head_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* prose_ = nullptr;
  lxw_format* prose_number_ = nullptr;
  std::array<lxw_format*, 6> looks_{};  ///< [Look]
};

}  // namespace meesterplan::output::workbook
