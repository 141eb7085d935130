#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/base/fte.hpp"
#include "sim/input/cell_text.hpp"
#include "sim/input/formats.hpp"
#include "sim/input/reading.hpp"
#include "sim/input/table.hpp"
#include "sim/input/words.hpp"

namespace meesterplan::input {

/// Whose table it is.
enum class TableOf {
  planner,  ///< made for us: the header stands first, and an unknown column is an error
  system,   ///< an export: lines may stand above the header, and unknown columns are listed
};

/// What the scenario, or a profile for exports, says about headers.
struct HeaderRules {
  struct Own {
    std::string header;
    std::string key;  ///< of the format; no other header then means it in an export
    Place place;
  };
  std::vector<std::string> ignored;
  std::vector<Own> own;
  TableOf table = TableOf::planner;
};

/// A table of a known format, its columns found by their headers.
class Sheet {
 public:
  /// Reports what is wrong with the text or its header.
  Sheet(Reading& reading, int file, Format format, HeaderRules const& rules);

  /// Whether the header can be used; if not, it was reported.
  bool is_usable() const { return usable_; }
  /// Rows below the header.
  std::size_t size() const { return table_.n_rows() == 0 ? 0 : table_.n_rows() - header_row_ - 1; }
  std::span<TableCell const> header() const { return table_.row(header_row_); }
  /// A row below the header, from 0.
  std::span<TableCell const> row(std::size_t index) const {
    return table_.row(header_row_ + 1 + index);
  }
  /// Position of a column in the rows; -1 when the file does not have it.
  int position(std::string_view key) const;
  bool has(std::string_view key) const { return position(key) >= 0; }
  /// What a column is called: its header in the file, else its name in each language.
  Text name(std::string_view key) const;
  bool has_any(std::span<std::string_view const> keys) const;
  /// "a, b or c": what the columns are called.
  Text one_of(std::span<std::string_view const> keys) const;
  /// Key of the column at a position in the rows; empty when it is not read.
  std::string key_at(std::size_t at) const;
  /// Where the header stands.
  Place header_place() const { return {file_, header().front().line, 0}; }
  /// How many filled lines stand above the header; 0 but in an export.
  std::size_t n_above() const { return header_row_; }
  /// Headers of an export's columns that are not read, in the order of the file.
  std::vector<std::string> const& unread() const { return unread_; }

  Reading& reading() const { return *reading_; }
  int file() const { return file_; }
  Table const& table() const { return table_; }
  /// The file as a whole.
  Place place() const { return {file_, 0, 0}; }

 private:
  void match_headers(HeaderRules const& rules);
  std::size_t n_known(std::size_t row, HeaderRules const& rules) const;
  void find_header(HeaderRules const& rules);
  bool header_is_elsewhere(HeaderRules const& rules);
  int match_header(std::string_view header, HeaderRules const& rules) const;
  void take_header(TableCell const& cell, std::size_t at, HeaderRules const& rules);
  void check_nameless(Place here, std::size_t at);
  void require_columns(TableOf owner);
  void name_columns();

  Reading* reading_;
  int file_;
  Format format_;
  Table table_;
  std::size_t header_row_ = 0;  ///< index into the table
  std::vector<int> positions_;  ///< of format_.columns in the file's rows; -1: absent
  std::vector<std::string> unread_;
  bool usable_ = true;
};

/// Which values a number may have; messages show both ends.
struct Bounds {
  double low = 0;
  double high = 0;
};

/// How a number must be typed: with the sign of the language, or always a point.
enum class DecimalSign { local, point };

/// A row of a sheet. Each getter names a column; it is empty when the cell is
/// empty, only says that the value is unknown, or is wrong; wrong cells are
/// reported at their place and make the row unusable. A row with too many or too
/// few cells, or that repeats the header, is reported as such, its cells are not.
class Row {
 public:
  Row(Sheet const& sheet, std::size_t index);

  /// Whether nothing wrong was found in the row so far.
  bool is_usable() const { return usable_; }
  Place place() const { return place_; }
  /// All its cells, as they stand.
  std::span<TableCell const> cells() const { return cells_; }
  Place place(std::string_view key) const;
  /// What the column is called (Sheet::name).
  Text name(std::string_view key) const { return sheet_->name(key); }
  bool has_any(std::span<std::string_view const> keys) const { return sheet_->has_any(keys); }
  /// What the columns are called (Sheet::one_of).
  Text one_of(std::span<std::string_view const> keys) const { return sheet_->one_of(keys); }

  bool is_empty(std::string_view key) const { return cell(key).empty(); }
  /// The text as it stands; empty when there is none.
  std::string_view text(std::string_view key) const { return cell(key); }
  std::optional<int> integer(std::string_view key, int low, int high);
  std::optional<double> number(std::string_view key, Bounds bounds);
  /// A number without bounds of its own; for values that are checked later.
  std::optional<double> any_number(std::string_view key);
  std::optional<Fte> fte(std::string_view key, Fte low, Fte high);
  std::optional<Date> date(std::string_view key);
  /// A word; those of `words` that mean unknown are values like any other.
  template <typename Term>
  std::optional<Term> choice(std::string_view key, Words const& words) {
    std::optional<int> const value = word(key, words);
    return value ? std::optional<Term>(static_cast<Term>(*value)) : std::nullopt;
  }
  std::optional<bool> yes_no(std::string_view key);

  /// Reports an empty (or unknown) cell where a value is needed; false then, and for
  /// an error of the spreadsheet.
  bool require(std::string_view key);
  /// Reports a row of totals, known by the word in this cell; whether it is one.
  bool reject_total(std::string_view key);
  /// Reports something about the cell and makes the row unusable.
  void reject(std::string_view key, Text message);

 private:
  std::string_view cell(std::string_view key) const;
  std::optional<int> word(std::string_view key, Words const& words);
  std::optional<Decimal> decimal(std::string_view key);
  DecimalSign sign() const;
  void reject_whole(Place at, Text message);
  bool repeats_header() const;
  void reject_sheet_errors();

  Sheet const* sheet_;
  std::span<TableCell const> cells_;
  Place place_;
  bool usable_ = true;
  bool aligned_ = true;  ///< whether its cells can be told about one by one
};

/// Complaint about a number outside its bounds, with a smaller power of ten
/// when that would fit ("0.13" for 1.3), to be typed with `sign`.
Text out_of_bounds(std::string_view shown, double value, Bounds bounds, DecimalSign sign);

/// Complaint about a whole number with signs between its thousands.
Text thousands_separated(std::string_view shown, std::string_view digits);

/// Calls `read` for each row; rows that turn out wrong make the file incomplete.
template <typename Read>
void for_each_row(Sheet const& sheet, Read const& read) {
  if (!sheet.is_usable())
    sheet.reading().mark_incomplete(sheet.file());
  for (std::size_t i = 0; i < sheet.size() && sheet.is_usable(); ++i) {
    Row row(sheet, i);
    read(row);
    if (!row.is_usable())
      sheet.reading().mark_incomplete(sheet.file());
  }
}

}  // namespace meesterplan::input
