#include "sim/input/csv.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace meesterplan::input {
namespace {

constexpr std::string_view no_break_space = "\xc2\xa0";

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

}  // namespace

std::string_view trim(std::string_view text) {
  for (;;) {
    if (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
      text.remove_prefix(1);
    } else if (text.substr(0, 2) == no_break_space) {
      text.remove_prefix(2);
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
      text.remove_suffix(1);
    } else if (text.size() >= 2 && text.substr(text.size() - 2) == no_break_space) {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

CsvTable::CsvTable(std::string_view text) : text_(text) {
  std::size_t start = 0;
  if (std::optional<char> const announced = announced_separator(text)) {
    separator_ = *announced;
    start = skip_line_end(5);
  } else {
    while (start < text.size() && is_line_end(text[start]))
      start = skip_line_end(start);
    separator_ = found_separator(text.substr(start));
  }
  read_rows(start);
}

std::span<CsvCell const> CsvTable::row(std::size_t index) const {
  std::size_t const begin = index == 0 ? 0 : row_ends_[index - 1];
  return std::span<CsvCell const>(cells_).subspan(begin, row_ends_[index] - begin);
}

void CsvTable::read_rows(std::size_t at) {
  while (at < text_.size()) {
    at = read_cell(at);
    if (at < text_.size() && text_[at] == separator_) {
      ++at;
      // A separator at the very end is followed by one more, empty, cell.
      if (at == text_.size())
        add_cell({}, at, line_);
    } else {
      end_row();
      at = skip_line_end(at);
    }
  }
  end_row();
}

std::size_t CsvTable::read_cell(std::size_t at) {
  std::size_t first = at;
  while (first < text_.size() && text_[first] == ' ')
    ++first;
  if (first < text_.size() && text_[first] == '"')
    return read_quoted(first);
  std::size_t end = at;
  while (end < text_.size() && text_[end] != separator_ && !is_line_end(text_[end]))
    ++end;
  std::string_view const text = trim(text_.substr(at, end - at));
  add_cell(text, text.empty() ? at : static_cast<std::size_t>(text.data() - text_.data()), line_);
  return end;
}

std::size_t CsvTable::read_quoted(std::size_t at) {
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
    std::string& plain = unquoted_.emplace_back();
    for (std::size_t i = 0; i < cell.size(); ++i) {
      plain.push_back(cell[i]);
      if (cell[i] == '"')
        ++i;
    }
    cell = plain;
  }
  add_cell(trim(cell), at, first_line);
  ++end;
  std::size_t after = end;
  while (after < text_.size() && text_[after] != separator_ && !is_line_end(text_[after]))
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

void CsvTable::add_cell(std::string_view text, std::size_t offset, int line) {
  cells_.push_back({text, offset, line});
}

void CsvTable::end_row() {
  std::size_t const begin = row_ends_.empty() ? 0 : row_ends_.back();
  bool const blank = std::all_of(cells_.begin() + static_cast<std::ptrdiff_t>(begin), cells_.end(),
                                 [](CsvCell const& cell) { return cell.text.empty(); });
  if (blank) {
    cells_.resize(begin);
  } else {
    row_ends_.push_back(cells_.size());
  }
}

std::size_t CsvTable::skip_line_end(std::size_t at) {
  if (at >= text_.size())
    return at;
  ++line_;
  return at + (text_.substr(at, 2) == "\r\n" ? 2 : 1);
}

int CsvTable::column_at(std::size_t offset) const {
  std::size_t start = offset;
  while (start > 0 && !is_line_end(text_[start - 1]))
    --start;
  // Continuation bytes of UTF-8 are no characters of their own.
  return 1 + static_cast<int>(std::count_if(
                 text_.begin() + static_cast<std::ptrdiff_t>(start),
                 text_.begin() + static_cast<std::ptrdiff_t>(offset), [](char letter) {
                   return (static_cast<unsigned char>(letter) & 0xc0U) != 0x80U;
                 }));
}

void CsvTable::fault(std::size_t offset, int line, Text message) {
  faults_.push_back({line, column_at(offset), std::move(message)});
}

}  // namespace meesterplan::input
