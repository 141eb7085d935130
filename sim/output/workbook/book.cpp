#include "sim/output/workbook/book.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "sim/base/contracts.hpp"
#include "sim/base/problem.hpp"
#include "sim/output/workbook/cell_text.hpp"
#include "sim/output/workbook/draw_chart.hpp"
#include "sim/output/workbook/read_back.hpp"
#include "sim/output/workbook/widths.hpp"
#include "sim/store/store_error.hpp"

namespace meesterplan::output::workbook {
namespace {

constexpr std::size_t longest_name = LXW_SHEETNAME_MAX;
constexpr double line_height = LXW_DEF_ROW_HEIGHT;
constexpr double most_height = 409;  ///< of a row

[[noreturn]] void fail(std::string const& path, std::string reason) {
  throw IoError(IoError::Direction::writing, path, std::move(reason));
}

/// The library complains on the standard error when it cannot open its file, so that is
/// found out before.
void expect_opens(std::string const& path) {
  std::FILE* const file = std::fopen(path.c_str(), "ab");
  if (file == nullptr)
    fail(path, std::generic_category().message(errno));
  std::fclose(file);
}

std::string folder_of(std::string const& path) {
  std::string const folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

/// Whether the first cell of the column that holds anything holds a number.
bool holds_numbers(Table const& table, std::size_t column) {
  auto const first = std::find_if(table.rows.begin(), table.rows.end(), [&](Row const& row) {
    return !std::holds_alternative<std::monostate>(row[column]);
  });
  return first != table.rows.end() && std::holds_alternative<Number>((*first)[column]);
}

void set_page(lxw_worksheet* sheet, std::string const& footer) {
  constexpr std::uint8_t a4 = 9;
  worksheet_set_paper(sheet, a4);
  worksheet_set_landscape(sheet);
  worksheet_set_footer(sheet, ("&L&8" + footer + "&R&8&A, &P / &N").c_str());
}

}  // namespace

Book::Book(std::string path, Frame frame)
    : path_(std::move(path)), frame_(std::move(frame)), temporary_(folder_of(path_)) {
  MP_EXPECT(frame_.created != 0);
  expect_opens(path_);
  lxw_workbook_options options{};
  options.tmpdir = temporary_.data();
  book_ = workbook_new_opt(path_.c_str(), &options);
  if (book_ == nullptr)
    throw std::bad_alloc();
  lxw_doc_properties properties{};
  std::string title = chart_text(frame_.title, 200);
  properties.title = title.data();
  properties.created = frame_.created;
  this->expect_done(workbook_set_properties(book_, &properties));

  head_ = this->new_head();
  number_head_ = this->new_head();
  format_set_align(number_head_, LXW_ALIGN_RIGHT);
  // As text: also after somebody has opened the cell, "=1" is no formula.
  text_ = this->new_format("@");
  prose_ = this->new_format("@");
  format_set_text_wrap(prose_);
  prose_number_ = this->new_format("0");
  format_set_align(prose_number_, LXW_ALIGN_LEFT);
  looks_ = {this->new_format("0"),       this->new_format("#,##0"),
            this->new_format("#,##0.0"), this->new_format("0%"),
            this->new_format("0.0%"),    this->new_format("\"\xE2\x82\xAC\" #,##0")};
}

Book::~Book() {
  if (book_ != nullptr)
    lxw_workbook_free(book_);
}

lxw_format* Book::new_format(char const* number) {
  lxw_format* const format = workbook_add_format(book_);
  if (format == nullptr)
    throw std::bad_alloc();
  format_set_num_format(format, number);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

lxw_format* Book::new_head() {
  lxw_format* const head = this->new_format("@");
  format_set_bold(head);
  format_set_text_wrap(head);
  format_set_bottom(head, LXW_BORDER_THIN);
  format_set_bg_color(head, 0xe7ecf1);
  return head;
}

lxw_worksheet* Book::new_sheet(Text const& name) {
  std::string const& shown = name.in(frame_.language);
  MP_EXPECT(length(shown) <= longest_name);
  lxw_worksheet* const sheet = workbook_add_worksheet(book_, shown.c_str());
  if (sheet == nullptr)
    fail(path_, "no sheet can be called " + shown);
  ++n_sheets_;
  set_page(sheet, frame_.footer);
  return sheet;
}

void Book::expect_done(lxw_error error) const {
  if (error != LXW_NO_ERROR)
    fail(path_, lxw_strerror(error));
}

void Book::expect_room(Table const& table) const {
  if (table.rows.size() < most_rows)
    return;
  std::size_t const n_rows = table.rows.size();
  throw store::StoreError(
      IoError::Direction::writing, path_,
      {fmt::format("werkblad {} zou {} regels krijgen (in een werkblad passen er {}, met de kop). "
                   "Zet minder runs in een bestand, of neem de CSV-bestanden van de run.",
                   table.name.nl, n_rows + 1, most_rows),
       fmt::format("sheet {} would have {} rows (a sheet holds {}, its head included). Put fewer "
                   "runs in a file, or take the CSV files of the run.",
                   table.name.en, n_rows + 1, most_rows)});
}

void Book::write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, Value const& value,
                 Width width) {
  if (auto const* const number = std::get_if<Number>(&value)) {
    // The library would write "NaN", which no program opens.
    if (std::isfinite(number->value)) {
      lxw_format* const look =
          width == Width::prose ? prose_number_ : looks_[static_cast<std::size_t>(number->look)];
      this->expect_done(worksheet_write_number(sheet, row, column, number->value, look));
    }
  } else if (auto const* const text = std::get_if<std::string>(&value)) {
    lxw_format* const format = width == Width::prose ? prose_ : text_;
    std::string const shown = cell_text(*text);
    this->expect_done(worksheet_write_string(sheet, row, column, shown.c_str(), format));
  } else if (width == Width::prose) {
    // Room for what somebody writes there.
    this->expect_done(worksheet_write_blank(sheet, row, column, prose_));
  }
}

void Book::write_head(lxw_worksheet* sheet, Table const& table, std::vector<double> const& widths) {
  for (std::size_t index = 0; index < table.columns.size(); ++index) {
    auto const column = static_cast<lxw_col_t>(index);
    std::string const title = cell_text(table.columns[index].title);
    this->expect_done(worksheet_set_column(sheet, column, column, widths[index], nullptr));
    this->expect_done(worksheet_write_string(sheet, 0, column, title.c_str(),
                                             holds_numbers(table, index) ? number_head_ : head_));
  }
  double const lines = static_cast<double>(lines_of_head(table, widths));
  this->expect_done(worksheet_set_row(sheet, 0, lines * line_height, nullptr));
  auto const n_fixed = static_cast<lxw_col_t>(columns_in_view(table, widths));
  worksheet_freeze_panes(sheet, 1, n_fixed);
  this->expect_done(worksheet_repeat_rows(sheet, 0, 0));
}

void Book::add(Table const& table) {
  this->expect_room(table);
  lxw_worksheet* const sheet = this->new_sheet(table.name);
  std::vector<double> const widths = column_widths(table);
  this->write_head(sheet, table, widths);
  worksheet_fit_to_pages(sheet, 1, 0);
  lxw_row_t row = 0;
  for (Row const& cells : table.rows) {
    MP_ASSERT(cells.size() == table.columns.size());
    ++row;
    // Not every program makes room for texts on more lines by itself.
    if (std::size_t const lines = lines_of(cells, table, widths); lines > 1) {
      double const height = std::min(static_cast<double>(lines) * line_height, most_height);
      this->expect_done(worksheet_set_row(sheet, row, height, nullptr));
    }
    for (std::size_t column = 0; column < cells.size(); ++column) {
      this->write(sheet, row, static_cast<lxw_col_t>(column), cells[column],
                  table.columns[column].width);
    }
  }
  auto const last = static_cast<lxw_col_t>(table.columns.size() - 1);
  this->expect_done(worksheet_autofilter(sheet, 0, 0, row, last));
}

void Book::add(std::vector<Chart> const& charts, Text const& name, std::string const& about) {
  lxw_worksheet* const sheet = this->new_sheet(name);
  this->write(sheet, 0, 0, about, Width::fits);
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  constexpr lxw_row_t rows_of_a_chart = 22;
  constexpr lxw_col_t columns_of_a_chart = 12;
  for (std::size_t index = 0; index < charts.size(); ++index) {
    auto const row = static_cast<lxw_row_t>(2 + index / 2 * rows_of_a_chart);
    auto const column = static_cast<lxw_col_t>(index % 2 * columns_of_a_chart);
    this->expect_done(draw_chart(book_, sheet, row, column, charts[index], frame_.language));
  }
  n_charts_ += charts.size();

  // Six on a printed page, the row above a chart with the page before.
  constexpr std::uint16_t per_cent = 46;
  constexpr std::size_t on_a_page = 6;
  worksheet_set_print_scale(sheet, per_cent);
  std::vector<lxw_row_t> breaks;
  for (std::size_t index = on_a_page; index < charts.size(); index += on_a_page)
    breaks.push_back(static_cast<lxw_row_t>(1 + index / 2 * rows_of_a_chart));
  breaks.push_back(0);  // ends the list
  this->expect_done(worksheet_set_h_pagebreaks(sheet, breaks.data()));
}

void Book::close() {
  MP_EXPECT(book_ != nullptr);
  errno = 0;
  lxw_error const error = workbook_close(std::exchange(book_, nullptr));
  if (error != LXW_NO_ERROR)
    fail(path_, errno != 0 ? std::generic_category().message(errno) : lxw_strerror(error));
  // It does not notice a disk that fills up under it.
  if (!is_whole_workbook(path_, n_sheets_, n_charts_))
    fail(path_, std::generic_category().message(ENOSPC));
}

}  // namespace meesterplan::output::workbook
