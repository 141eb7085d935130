#include <algorithm>
#include <map>
#include <utility>

#include <fmt/core.h>

#include "sim/input/rows.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::input {
namespace {

constexpr int skipped = -2;
constexpr int not_known = -1;

Text unknown_column(std::string_view header, Format const& format) {
  std::vector<std::string_view> names;
  for (Column const& column : format.columns) {
    names.push_back(column.key);
    for (std::string_view const alias : column.aliases)
      names.push_back(alias);
  }
  Text meant = scenario::did_you_mean(header, names);
  if (meant.nl.empty()) {
    meant = {fmt::format(" Zeg onder [columns.{}] welke kolom het is, of noem haar onder [columns] "
                         "ignore.",
                         format.name),
             fmt::format(" Tell under [columns.{}] which column it is, or list it under [columns] "
                         "ignore.",
                         format.name)};
  }
  return {
      fmt::format("onbekende kolom {} (zo'n kolom wordt hier niet gelezen).{}", quoted(header),
                  meant.nl),
      fmt::format("unknown column {} (no such column is read here).{}", quoted(header), meant.en)};
}

Text is_empty(Table const& table) {
  if (table.separator() == Table::no_separator) {
    return {
        "het blad is leeg (er hoort een kopregel met kolomnamen in). Controleer of dit het goede "
        "blad is.",
        "the sheet is empty (a header row with column names is needed). Check whether this is the "
        "right sheet."};
  }
  return {
      "het bestand is leeg (er hoort een kopregel met kolomnamen in). "
      "Controleer of dit het goede bestand is.",
      "the file is empty (a header row with column names is needed). "
      "Check whether this is the right file."};
}

}  // namespace

Sheet::Sheet(Reading& reading, int file, Format format, HeaderRules const& rules)
    : reading_(&reading),
      file_(file),
      format_(std::move(format)),
      table_(reading.table(file)),
      positions_(format_.columns.size(), -1) {
  for (TableFault const& fault : table_.faults()) {
    reading.error({file, fault.line, fault.column}, {}, fault.message);
    usable_ = false;
  }
  if (table_.n_rows() == 0) {
    usable_ = false;
    if (!table_.faults().empty())
      return;
    reading.error(place(), {}, is_empty(table_));
    return;
  }
  match_headers(rules);
}

int Sheet::position(std::string_view key) const {
  for (std::size_t i = 0; i < positions_.size(); ++i) {
    if (format_.columns[i].key == key)
      return positions_[i];
  }
  return -1;
}

namespace {

bool has_cell(std::span<TableCell const> row, std::string_view text) {
  std::string const wanted = folded(text);
  return std::any_of(row.begin(), row.end(),
                     [&](TableCell const& cell) { return folded(cell.text) == wanted; });
}

}  // namespace

int Sheet::match_header(std::string_view header, HeaderRules const& rules) const {
  std::string const name = folded(header);
  auto const same = [&](std::string_view other) { return folded(other) == name; };
  std::string key;
  for (HeaderRules::Own const& own : rules.own) {
    if (same(own.header))
      key = own.key;
  }
  bool const ignored = std::any_of(rules.ignored.begin(), rules.ignored.end(), same);
  // A name of one's own takes the place of ours in an export that has it.
  auto const is_taken = [&](Column const& column) {
    return rules.table == TableOf::system &&
           std::any_of(rules.own.begin(), rules.own.end(), [&](HeaderRules::Own const& own) {
             return own.key == column.key && has_cell(this->header(), own.header);
           });
  };
  if (key.empty() && ignored)
    return skipped;
  for (std::size_t i = 0; i < format_.columns.size(); ++i) {
    Column const& column = format_.columns[i];
    bool const is_named =
        same(column.key) || std::any_of(column.aliases.begin(), column.aliases.end(), same);
    bool const matches = key.empty() ? is_named && !is_taken(column) : column.key == key;
    if (matches)
      return static_cast<int>(i);
  }
  return not_known;
}

void Sheet::check_nameless(Place here, std::size_t at) {
  // An empty header over empty cells is what spreadsheets leave behind.
  for (std::size_t i = 0; i < size(); ++i) {
    std::span<TableCell const> const row = this->row(i);
    if (at >= row.size() || row[at].text.empty())
      continue;
    reading_->error(here, {},
                    {fmt::format("kolom {} heeft geen naam (er staat wel iets in). "
                                 "Geef de kolom een naam.",
                                 at + 1),
                     fmt::format("column {} has no name (but has contents). "
                                 "Give the column a name.",
                                 at + 1)});
    return;
  }
}

void Sheet::take_header(TableCell const& cell, std::size_t at, HeaderRules const& rules) {
  Place const here{file_, cell.line, cell.column};
  bool const is_export = rules.table == TableOf::system;
  if (cell.text.empty())
    return is_export ? void() : check_nameless(here, at);
  int const match = match_header(cell.text, rules);
  if (match == skipped)
    return;
  if (match == not_known && is_export) {
    unread_.emplace_back(cell.text);
    return;
  }
  if (match == not_known) {
    reading_->error(here, std::string(cell.text), unknown_column(cell.text, format_));
    return;
  }
  int& position = positions_[static_cast<std::size_t>(match)];
  if (position < 0) {
    position = static_cast<int>(at);
    return;
  }
  TableCell const& first = header()[static_cast<std::size_t>(position)];
  Text const name = name_of(format_.columns[static_cast<std::size_t>(match)]);
  std::string_view const where_nl = is_export ? "ignore in een profiel" : "[columns] ignore";
  std::string_view const where_en = is_export ? "ignore in a profile" : "[columns] ignore";
  reading_->error(here, std::string(cell.text),
                  {fmt::format("{} en {} betekenen allebei {} (een kolom mag er maar een keer "
                               "zijn). Haal er een weg of noem hem onder {}.",
                               quoted(first.text), quoted(cell.text), quoted(name.nl), where_nl),
                   fmt::format("{} and {} both mean {} (a column may be there only once). "
                               "Remove one or list it under {}.",
                               quoted(first.text), quoted(cell.text), quoted(name.en), where_en)});
}

std::size_t Sheet::n_known(std::size_t row, HeaderRules const& rules) const {
  std::span<TableCell const> const cells = table_.row(row);
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [&](TableCell const& cell) {
        return !cell.text.empty() && match_header(cell.text, rules) >= 0;
      }));
}

constexpr std::size_t most_lines_above = 20;

/// The first line with at least half as many known names as the line with most has,
/// if that is two or more: titles above it have fewer, a repeated header no more.
void Sheet::find_header(HeaderRules const& rules) {
  std::size_t const n_lines = std::min(table_.n_rows(), most_lines_above + 1);
  std::size_t most = 0;
  for (std::size_t row = 0; row < n_lines; ++row)
    most = std::max(most, n_known(row, rules));
  for (std::size_t row = 0; row < n_lines && most > 1; ++row) {
    std::size_t const n = n_known(row, rules);
    if (n < 2 || 2 * n < most)
      continue;
    header_row_ = row;
    return;
  }
}

/// Whether the first line is no header at all, which is then told in one message.
bool Sheet::header_is_elsewhere(HeaderRules const& rules) {
  if (n_known(header_row_, rules) > 0)
    return false;
  for (std::size_t row = 1; row < std::min(table_.n_rows(), most_lines_above); ++row) {
    if (n_known(row, rules) < 2)
      continue;
    int const line = table_.row(row).front().line;
    reading_->error(
        this->header_place(), {},
        {fmt::format("dit is niet de kopregel (die lijkt op regel {} te staan). Haal de "
                     "regels erboven weg.",
                     line),
         fmt::format("this is not the header (it seems to be on line {}). Remove the "
                     "lines above it.",
                     line)});
    return true;
  }
  bool const is_sheet = table_.separator() == Table::no_separator;
  if (is_sheet || header().size() > 1 || format_.columns.size() < 2)
    return false;
  reading_->error(
      this->header_place(), {},
      {"er is maar een kolom (kolommen worden gescheiden door ; , of een tab). Sla het "
       "bestand op als CSV met ; als scheidingsteken.",
       "there is only one column (columns are parted by ; , or a tab). Save the file as "
       "CSV with ; as separator."});
  return true;
}

void Sheet::match_headers(HeaderRules const& rules) {
  if (rules.table == TableOf::system)
    find_header(rules);
  if (header_is_elsewhere(rules)) {
    usable_ = false;
    return;
  }
  bool const is_sheet = table_.separator() == Table::no_separator;
  if (is_sheet && header().back().column != static_cast<int>(header().size())) {
    reading_->error({file_, header().back().line, header().back().column}, {},
                    {"de kopregel is voor minder dan de helft gevuld tot aan deze cel (hoort zij "
                     "bij de tabel?). Maak de cel leeg, of geef de kolommen ervoor een naam.",
                     "less than half of the header is filled up to this cell (does it belong to "
                     "the table?). Clear the cell, or give the columns before it a name."});
    usable_ = false;
    return;
  }
  // All are looked at, so that all are told at once. An unknown column leaves
  // the others readable.
  for (std::size_t at = 0; at < header().size(); ++at)
    take_header(header()[at], at, rules);
  require_columns(rules.table);
  name_columns();
}

Text Sheet::name(std::string_view key) const {
  for (std::size_t i = 0; i < positions_.size(); ++i) {
    Column const& column = format_.columns[i];
    if (column.key != key)
      continue;
    if (positions_[i] < 0)
      return name_of(column);
    std::string const written(header()[static_cast<std::size_t>(positions_[i])].text);
    return {written, written};
  }
  return {std::string(key), std::string(key)};
}

bool Sheet::has_any(std::span<std::string_view const> keys) const {
  return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return has(key); });
}

Text Sheet::one_of(std::span<std::string_view const> keys) const {
  Text text;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    bool const last = i + 1 == keys.size();
    Text const name = this->name(keys[i]);
    text.nl += (i == 0 ? "" : last ? " of " : ", ") + name.nl;
    text.en += (i == 0 ? "" : last ? " or " : ", ") + name.en;
  }
  return text;
}

std::string Sheet::key_at(std::size_t at) const {
  auto const found = std::find(positions_.begin(), positions_.end(), static_cast<int>(at));
  return found == positions_.end()
             ? std::string()
             : std::string(
                   format_.columns[static_cast<std::size_t>(found - positions_.begin())].key);
}

void Sheet::name_columns() {
  std::map<std::string, Text> names;
  for (Column const& column : format_.columns)
    names.emplace(column.key, this->name(column.key));
  reading_->name_columns(file_, std::move(names));
}

void Sheet::require_columns(TableOf owner) {
  bool const is_export = owner == TableOf::system;
  for (std::size_t i = 0; i < positions_.size(); ++i) {
    Column const& column = format_.columns[i];
    if (column.need == Need::optional || positions_[i] >= 0)
      continue;
    usable_ = false;
    Text const name = name_of(column);
    std::string const table(format_.name);
    Text const where = is_export ? Text{"[" + table + "] in een profiel (--map)",
                                        "[" + table + "] in a profile (--map)"}
                                 : Text{"[columns." + table + "]", "[columns." + table + "]"};
    reading_->error(this->header_place(), std::string(column.key),
                    {fmt::format("deze kolom ontbreekt (zij is verplicht). Voeg een kolom {} toe, "
                                 "of noem haar andere naam onder {}.",
                                 quoted(name.nl), where.nl),
                     fmt::format("this column is missing (it is required). Add a column {}, or "
                                 "tell its other name under {}.",
                                 quoted(name.en), where.en)});
  }
}

}  // namespace meesterplan::input
