#include "sim/output/workbook/widths.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "sim/output/workbook/cell_text.hpp"

namespace meesterplan::output::workbook {
namespace {

constexpr std::size_t prose_width = 80;
constexpr std::size_t most_width = 40;
constexpr std::size_t least_width = 7;
constexpr std::size_t filter_button = 3;

/// As many characters as a number takes with its separators and signs.
std::size_t room_of(Number const& number) {
  double const size = std::fabs(number.value);
  std::size_t digits = 1;
  for (double bound = 10; digits < 16 && size >= bound; bound *= 10)
    ++digits;
  constexpr std::size_t signs = 4;  // minus, decimals, euro or per cent
  return digits + digits / 3 + signs;
}

std::size_t room_of(Value const& value) {
  if (auto const* const number = std::get_if<Number>(&value))
    return room_of(*number);
  auto const* const text = std::get_if<std::string>(&value);
  return text == nullptr ? 0 : length(std::string_view(*text));
}

/// Of a title on at most three lines, with the button of the filter beside it.
std::size_t title_width(std::string_view title) {
  constexpr std::size_t lines = 3;
  std::size_t longest_word = 0;
  for (std::string_view rest = title; !rest.empty();) {
    std::size_t const end = std::min(rest.find(' '), rest.size());
    longest_word = std::max(longest_word, length(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return std::max(longest_word, length(title) / lines) + filter_button;
}

/// On how many lines a text stands when its lines are broken between words.
std::size_t lines_of(std::string_view text, double width) {
  auto const room = static_cast<std::size_t>(width);
  std::size_t lines = 1, used = 0;
  while (!text.empty()) {
    std::size_t const end = std::min(text.find_first_of(" \n"), text.size());
    std::size_t const word = length(text.substr(0, end));
    if (used > 0 && used + 1 + word > room) {
      ++lines;
      used = 0;
    }
    used += word + (used > 0 ? 1 : 0);
    // A word longer than a line is broken.
    lines += used / (room + 1);
    used %= room + 1;
    if (end < text.size() && text[end] == '\n') {
      ++lines;
      used = 0;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::vector<double> column_widths(Table const& table) {
  std::vector<double> widths;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (table.columns[column].width == Width::prose) {
      widths.push_back(prose_width);
      continue;
    }
    std::size_t width = std::max(least_width, title_width(table.columns[column].title));
    for (Row const& row : table.rows)
      width = std::max(width, room_of(row[column]) + 1);
    widths.push_back(static_cast<double>(std::min(width, most_width)));
  }
  return widths;
}

std::size_t lines_of_head(Table const& table, std::vector<double> const& widths) {
  constexpr double bold = 0.85;  // of the letters that a column has room for
  std::size_t most = 1;
  for (std::size_t column = 0; column < widths.size(); ++column)
    most = std::max(most, lines_of(table.columns[column].title, bold * widths[column]));
  return most;
}

std::size_t lines_of(Row const& row, Table const& table, std::vector<double> const& widths) {
  std::size_t most = 1;
  for (std::size_t column = 0; column < row.size(); ++column) {
    auto const* const text = std::get_if<std::string>(&row[column]);
    if (text != nullptr && table.columns[column].width == Width::prose)
      most = std::max(most, lines_of(*text, widths[column]));
  }
  return most;
}

std::size_t columns_in_view(Table const& table, std::vector<double> const& widths) {
  constexpr double most_in_view = 80;  // half of a laptop's screen
  double sum = 0;
  std::size_t n_columns = 0;
  while (n_columns < table.n_fixed && sum + widths[n_columns] <= most_in_view)
    sum += widths[n_columns++];
  return n_columns;
}

}  // namespace meesterplan::output::workbook
