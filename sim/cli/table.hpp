#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace meesterplan::cli {

/// A table for the terminal: columns as wide as their widest cell, the first
/// aligned left, the others right, two spaces between, no lines. What would steer the terminal is
/// written out.
class TextTable final {
 public:
  explicit TextTable(std::vector<std::string> head);

  /// Adds a row; cells that are missing stay empty.
  void add(std::vector<std::string> row);

  /// The table, each line after two spaces, ending in a line break.
  std::string text() const;

 private:
  std::size_t n_columns_;
  std::vector<std::vector<std::string>> rows_;  ///< the head first
};

/// `sentences` and `items` behind them, with commas between, in lines of at most 88 characters,
/// each after two spaces and the later ones after four, broken at blanks but within no item, what
/// would steer the terminal written out; ends in a line break.
std::string paragraph(std::string const& sentences, std::vector<std::string> const& items = {});

/// How many characters `text` (UTF-8) takes on a line.
std::size_t width_of(std::string const& text);

}  // namespace meesterplan::cli
