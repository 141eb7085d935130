#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include <fast_float/fast_float.h>

#include "sim/input/workbook.hpp"
#include "sim/input/xml.hpp"

namespace meesterplan::input {
namespace {

constexpr int most_rows = 1'048'576;
constexpr int most_columns = 16'384;
/// What a table may have, so that one stray cell far away cannot take all memory.
constexpr int most_header_columns = 1000;
/// The header of an export may stand below some lines of titles.
constexpr int most_header_row = 21;
constexpr std::size_t most_cells = 20'000'000;

/// The column of a reference such as AB12, from 1; 0 when it is none, one too
/// many when it lies outside every sheet.
int column_of(std::string_view reference) {
  int column = 0;
  for (char const letter : reference) {
    if (letter < 'A' || letter > 'Z')
      break;
    column = column * 26 + (letter - 'A' + 1);
    if (column > most_columns)
      return most_columns + 1;
  }
  return column;
}

int number_of(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Text no_outcome() {
  return {
      "deze formule heeft geen uitkomst (de werkmap is na het schrijven niet doorgerekend). Open "
      "haar in Excel en sla haar opnieuw op.",
      "this formula has no outcome (the workbook was not calculated after it was written). Open "
      "it in Excel and save it again."};
}

Text broken_text() {
  return {
      "deze tekst ontbreekt (de werkmap verwijst naar een tekst die er niet is). Open haar in "
      "Excel en sla haar opnieuw op.",
      "this text is missing (the workbook refers to a text that is not there). Open it in Excel "
      "and save it again."};
}

Text misplaced() {
  return {
      "deze cel staat buiten het blad of er twee keer in (de werkmap is beschadigd). Open haar in "
      "Excel en sla haar opnieuw op.",
      "this cell lies outside the sheet or is there twice (the workbook is damaged). Open it in "
      "Excel and save it again."};
}

Text too_wide() {
  return {
      "de kopregel loopt door tot deze cel (hij mag 1000 kolommen hebben). Maak de cel leeg; hoort "
      "zij niet bij de tabel?",
      "the header goes on up to this cell (it may have 1000 columns). Clear the cell; does it not "
      "belong to the table?"};
}

Text too_many_cells() {
  return {
      "het blad heeft vanaf deze rij meer cellen dan gelezen worden (20 miljoen). Is dit wel het "
      "goede blad?",
      "from this row on the sheet has more cells than are read (20 million). Is this the right "
      "sheet?"};
}

/// What a workbook knows besides its sheets.
struct Surroundings {
  std::vector<std::string> const& shared_texts;
  std::vector<NumberKind> const& styles;
  DateSystem date_system;
};

/// Makes a table of the elements of a sheet.
class SheetReader {
 public:
  explicit SheetReader(Surroundings around) : around_(around) {}

  void start(std::string_view name, XmlAttributes const& attributes);
  void end(std::string_view name);
  void text(std::string_view text) {
    if (taken_ != Taken::nothing)
      value_ += text;
  }

  Table& table() { return table_; }

 private:
  enum class Taken { nothing, value };

  void start_cell(XmlAttributes const& attributes);
  void end_cell();
  void end_row();
  bool may_be_header() const;
  std::string_view outcome();
  std::string_view shared_text();
  std::string_view number_or_day();

  Surroundings around_;
  Table table_;
  int row_ = 0;
  int column_ = 0;
  int width_ = 0;  ///< of the header, as far as it is known; 0: no row yet
  int n_rows_ = 0;
  bool is_given_up_ = false;
  std::size_t n_cells_ = 0;
  std::vector<TableCell> filled_;  ///< of the row at hand
  // The cell at hand.
  std::string type_;
  int style_ = 0;
  bool is_formula_ = false;
  bool in_phonetic_ = false;
  Taken taken_ = Taken::nothing;
  std::string value_;
};

void SheetReader::start(std::string_view name, XmlAttributes const& attributes) {
  taken_ = Taken::nothing;
  if (is_given_up_)
    return;
  if (name == "row") {
    int const row = number_of(attributes.get("r"));
    row_ = row > 0 ? std::min(row, most_rows + 1) : row_ + 1;
    column_ = 0;
  } else if (name == "c") {
    start_cell(attributes);
  } else if (name == "f") {
    is_formula_ = true;
  } else if (name == "rPh") {
    in_phonetic_ = true;
  } else if (name == "v" || (name == "t" && !in_phonetic_)) {
    taken_ = Taken::value;
  }
}

void SheetReader::end(std::string_view name) {
  taken_ = Taken::nothing;
  if (is_given_up_)
    return;
  if (name == "c") {
    end_cell();
  } else if (name == "row") {
    end_row();
  } else if (name == "rPh") {
    in_phonetic_ = false;
  }
}

void SheetReader::start_cell(XmlAttributes const& attributes) {
  int const column = column_of(attributes.get("r"));
  column_ = column > 0 ? column : column_ + 1;
  type_ = attributes.get("t");
  style_ = number_of(attributes.get("s"));
  is_formula_ = false;
  value_.clear();
}

void SheetReader::end_cell() {
  if (row_ > most_rows || column_ > most_columns) {
    table_.add_fault(0, 0, misplaced());
    is_given_up_ = true;
    return;
  }
  if (is_formula_ && value_.empty() && type_ != "str") {
    table_.add_fault(row_, column_, no_outcome());
    return;
  }
  std::string_view const text = trim(outcome());
  if (!text.empty())
    filled_.push_back({text, row_, column_});
}

std::string_view SheetReader::outcome() {
  if (value_.empty())
    return {};
  if (type_ == "s")
    return shared_text();
  if (type_ == "b")
    return value_ == "1" || value_ == "true" ? "ja" : "nee";
  if (type_.empty() || type_ == "n")
    return number_or_day();
  if (type_ == "d")
    return table_.keep(value_.substr(0, value_.find('T')));
  decode_escapes(value_);
  return table_.keep(value_);
}

std::string_view SheetReader::shared_text() {
  auto const index = static_cast<std::size_t>(number_of(value_));
  if (index < around_.shared_texts.size())
    return around_.shared_texts[index];
  table_.add_fault(row_, column_, broken_text());
  return {};
}

std::string_view SheetReader::number_or_day() {
  double number = 0;
  auto const end = value_.data() + value_.size();
  auto const parsed = fast_float::from_chars(value_.data(), end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end)
    return table_.keep(value_);
  auto const style = static_cast<std::size_t>(style_);
  std::optional<std::string> text;
  if (style < around_.styles.size() && around_.styles[style] == NumberKind::date)
    text = day_of_serial(number, around_.date_system);
  if (!text)
    text = plain_number(number);
  return table_.keep(text ? std::move(*text) : value_);
}

/// Whether the row at hand could be the header: the first, or one soon after it of
/// which at least half is filled.
bool SheetReader::may_be_header() const {
  int const last = filled_.back().column;
  return n_rows_ == 1 || (n_rows_ <= most_header_row && last <= most_header_columns &&
                          last <= 2 * static_cast<int>(filled_.size()));
}

/// Empty cells are put in up to the header's width; what lies beyond it only
/// when it is filled.
void SheetReader::end_row() {
  if (filled_.empty())
    return;
  std::stable_sort(
      filled_.begin(), filled_.end(),
      [](TableCell const& left, TableCell const& right) { return left.column < right.column; });
  for (std::size_t next = 1; next < filled_.size(); ++next) {
    if (filled_[next].column == filled_[next - 1].column)
      table_.add_fault(row_, filled_[next].column, misplaced());
  }
  ++n_rows_;
  if (may_be_header())
    width_ = std::max(width_, filled_.back().column);
  n_cells_ += static_cast<std::size_t>(width_) + filled_.size();
  is_given_up_ = width_ > most_header_columns || n_cells_ > most_cells;
  if (is_given_up_) {
    bool const wide = width_ > most_header_columns;
    return table_.add_fault(row_, wide ? width_ : 0, wide ? too_wide() : too_many_cells());
  }
  auto cell = filled_.begin();
  for (int column = 1; column <= width_; ++column) {
    bool const is_filled = cell != filled_.end() && cell->column == column;
    table_.add_cell(is_filled ? cell->text : std::string_view(), row_, column);
    while (cell != filled_.end() && cell->column == column)
      ++cell;
  }
  for (; cell != filled_.end(); ++cell)
    table_.add_cell(cell->text, row_, cell->column);
  table_.end_row();
  filled_.clear();
}

}  // namespace

Table Workbook::read(std::size_t sheet) const {
  SheetReader reader({shared_texts_, styles_, date_system_});
  XmlHandlers handlers;
  handlers.start = [&](std::string_view name, XmlAttributes const& attributes) {
    reader.start(name, attributes);
  };
  handlers.end = [&](std::string_view name) { reader.end(name); };
  handlers.text = [&](std::string_view text) { reader.text(text); };
  Zip::Status const status = read_xml(archive_, sheets_[sheet].part, handlers);
  if (status != Zip::Status::ok)
    reader.table().add_fault(0, 0, told(status));
  return std::move(reader.table());
}

}  // namespace meesterplan::input
