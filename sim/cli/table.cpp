#include "sim/cli/table.hpp"

#include <algorithm>
#include <utility>

#include "sim/base/visible.hpp"

namespace meesterplan::cli {

namespace {

/// What must stay on one line each: the words of `sentences`, then the items with a
/// comma behind all but the last.
std::vector<std::string> words_of(std::string const& sentences,
                                  std::vector<std::string> const& items) {
  std::vector<std::string> words;
  std::string const text = visible_line(sentences);
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t const end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  for (std::string const& item : items)
    words.push_back(visible_line(item) + (&item == &items.back() ? "" : ","));
  return words;
}

}  // namespace

std::size_t width_of(std::string const& text) {
  // Every byte but those that go on with a character begins one.
  auto const begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
}

std::string paragraph(std::string const& sentences, std::vector<std::string> const& items) {
  constexpr std::size_t widest = 88;
  std::string result;
  std::string line = " ";
  for (std::string const& word : words_of(sentences, items)) {
    bool const is_full = width_of(line) + 1 + width_of(word) > widest;
    if (is_full && line.find_first_not_of(' ') != std::string::npos) {
      result += line + "\n";
      line = "   ";
    }
    line += " " + word;
  }
  return result + line + "\n";
}

TextTable::TextTable(std::vector<std::string> head) : n_columns_(head.size()) {
  this->add(std::move(head));
}

void TextTable::add(std::vector<std::string> row) {
  row.resize(std::max(row.size(), n_columns_));
  for (std::string& cell : row)
    cell = visible_line(cell);
  rows_.push_back(std::move(row));
}

std::string TextTable::text() const {
  std::vector<std::size_t> widths(n_columns_);
  for (auto const& row : rows_) {
    for (std::size_t column = 0; column < widths.size(); ++column) {
      widths[column] = std::max(widths[column], width_of(row[column]));
    }
  }
  std::string text;
  for (auto const& row : rows_) {
    std::string line;
    for (std::size_t column = 0; column < widths.size(); ++column) {
      std::string const space(widths[column] - width_of(row[column]), ' ');
      line += "  ";
      line += column == 0 ? row[column] + space : space + row[column];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace meesterplan::cli
