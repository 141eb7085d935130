#include "sim/input/table.hpp"

#include <algorithm>

namespace meesterplan::input {

namespace {

constexpr std::string_view no_break_space = "\xc2\xa0";

}  // namespace

std::span<TableCell const> Table::row(std::size_t index) const {
  std::size_t const begin = index == 0 ? 0 : row_ends_[index - 1];
  return std::span<TableCell const>(cells_).subspan(begin, row_ends_[index] - begin);
}

void Table::end_row() {
  std::size_t const begin = row_ends_.empty() ? 0 : row_ends_.back();
  bool const blank = std::all_of(cells_.begin() + static_cast<std::ptrdiff_t>(begin), cells_.end(),
                                 [](TableCell const& cell) { return cell.text.empty(); });
  if (blank) {
    cells_.resize(begin);
  } else {
    row_ends_.push_back(cells_.size());
  }
}

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

}  // namespace meesterplan::input
