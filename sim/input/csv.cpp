#include "sim/input/csv.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace meesterplan::input {
namespace {

bool is_line_end(char letter) {
  return letter == '\n' || letter == '\r';
}

/// The separator named by a first line `sep=;`, as Excel writes it.
std::optional<char> announced_separator(std::string_view text) {
  bool const announced =
      text.substr(0, 4) == "sep=" && text.size() >= 5 && (text.size() == 5 || is_line_end(text[5]));
  return announced ? std::optional<char>(text[4]) : std::nullopt;
}

char found_separator(std::string_view text) {
  std::array<char, 3> const candidates{';', ',', '\t'};
  std::array<int, 3> counts{};
  bool quoted = false;
  for (char const letter : text) {
    if (letter == '"')
      quoted = !quoted;
    if (!quoted && is_line_end(letter))
      break;
    for (std::size_t i = 0; i < candidates.size() && !quoted; ++i) {
      if (letter == candidates[i])
        ++counts[i];
    }
  }
  auto const most = std::max_element(counts.begin(), counts.end());
  return candidates[static_cast<std::size_t>(most - counts.begin())];
}

/// Cuts a text into a table.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {}

  Table read();

 private:
  void read_rows(std::size_t at);
  std::size_t read_cell(std::size_t at);
  std::size_t read_quoted(std::size_t at);
  void add_cell(std::string_view text, std::size_t offset, int line);
  std::size_t skip_line_end(std::size_t at);
  int column_at(std::size_t offset);
  void fault(std::size_t offset, int line, Text message);

  std::string_view text_;
  Table table_;
  int line_ = 1;
  std::size_t counted_ = 0;  ///< characters of a line are counted up to here,
  int characters_ = 0;       ///< so many of them
};

Table CsvReader::read() {
  std::size_t start = 0;
  char separator = ';';
  if (std::optional<char> const announced = announced_separator(text_)) {
    separator = *announced;
    start = skip_line_end(5);
  } else {
    while (start < text_.size() && is_line_end(text_[start]))
      start = skip_line_end(start);
    separator = found_separator(text_.substr(start));
  }
  table_ = Table(separator);
  read_rows(start);
  return std::move(table_);
}

void CsvReader::read_rows(std::size_t at) {
  while (at < text_.size()) {
    at = read_cell(at);
    if (at < text_.size() && text_[at] == table_.separator()) {
      ++at;
      // A separator at the very end is followed by one more, empty, cell.
      if (at == text_.size())
        add_cell({}, at, line_);
    } else {
      table_.end_row();
      at = skip_line_end(at);
    }
  }
  table_.end_row();
}

std::size_t CsvReader::read_cell(std::size_t at) {
  std::size_t first = at;
  while (first < text_.size() && text_[first] == ' ')
    ++first;
  if (first < text_.size() && text_[first] == '"')
    return read_quoted(first);
  std::size_t end = at;
  while (end < text_.size() && text_[end] != table_.separator() && !is_line_end(text_[end]))
    ++end;
  std::string_view const text = trim(text_.substr(at, end - at));
  add_cell(text, text.empty() ? at : static_cast<std::size_t>(text.data() - text_.data()), line_);
  return end;
}

std::size_t CsvReader::read_quoted(std::size_t at) {
  int const first_line = line_;
  std::size_t const begin = at + 1;
  std::size_t end = begin;
  bool doubled = false;
  for (;; ++end) {
    if (end >= text_.size()) {
      fault(at, first_line,
            {"aanhalingsteken zonder einde (het bestand houdt op binnen de cel). "
             "Zet er een \" achter, of verdubbel het.",
             "quote without an end (the file stops within the cell). "
             "Close it with \", or double it."});
      add_cell(trim(text_.substr(begin)), at, first_line);
      return text_.size();
    }
    if (text_[end] == '"') {
      if (end + 1 >= text_.size() || text_[end + 1] != '"')
        break;
      doubled = true;
      ++end;
    } else if (text_[end] == '\n' || (text_[end] == '\r' && text_.substr(end, 2) != "\r\n")) {
      ++line_;
    }
  }
  std::string_view cell = text_.substr(begin, end - begin);
  if (doubled) {
    std::string plain;
    for (std::size_t i = 0; i < cell.size(); ++i) {
      plain.push_back(cell[i]);
      if (cell[i] == '"')
        ++i;
    }
    cell = table_.keep(std::move(plain));
  }
  add_cell(trim(cell), at, first_line);
  ++end;
  std::size_t after = end;
  while (after < text_.size() && text_[after] != table_.separator() && !is_line_end(text_[after]))
    ++after;
  if (!trim(text_.substr(end, after - end)).empty()) {
    fault(end, line_,
          {"tekst na een afgesloten aanhalingsteken (een cel met aanhalingstekens staat er "
           "helemaal tussen). Verdubbel aanhalingstekens binnen de cel.",
           "text after a closing quote (a quoted cell is quoted as a whole). "
           "Double the quotes within the cell."});
  }
  return after;
}

void CsvReader::add_cell(std::string_view text, std::size_t offset, int line) {
  table_.add_cell(text, line, column_at(offset));
}

std::size_t CsvReader::skip_line_end(std::size_t at) {
  if (at >= text_.size())
    return at;
  ++line_;
  return at + (text_.substr(at, 2) == "\r\n" ? 2 : 1);
}

/// Column of the character at `offset` in its line, from 1, in characters.
/// Counts on from the last one asked for, as long as that is in the same line.
int CsvReader::column_at(std::size_t offset) {
  std::size_t start = offset;
  while (start > counted_ && !is_line_end(text_[start - 1]))
    --start;
  if (start != counted_ || offset < counted_) {
    while (start > 0 && !is_line_end(text_[start - 1]))
      --start;
    characters_ = 0;
  }
  // Continuation bytes of UTF-8 are no characters of their own.
  characters_ += static_cast<int>(std::count_if(
      text_.begin() + static_cast<std::ptrdiff_t>(start),
      text_.begin() + static_cast<std::ptrdiff_t>(offset),
      [](char letter) { return (static_cast<unsigned char>(letter) & 0xc0U) != 0x80U; }));
  counted_ = offset;
  return 1 + characters_;
}

void CsvReader::fault(std::size_t offset, int line, Text message) {
  table_.add_fault(line, column_at(offset), std::move(message));
}

}  // namespace

Table read_csv(std::string_view text) {
  return CsvReader(text).read();
}

}  // namespace meesterplan::input
