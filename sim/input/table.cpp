#include "sim/input/table.hpp"

#include <algorithm>
#include <array>

namespace meesterplan::input {

namespace {

/// Among them the no-break space and two that have no width.
constexpr std::array<std::string_view, 7> blanks{" ",        "\t",           "\n",          "\r",
                                                 "\xc2\xa0", "\xe2\x80\x8b", "\xef\xbb\xbf"};

/// Bytes of the blank that `is_there` finds at an end; 0 for none.
template <class IsThere>
std::size_t length_of_blank(IsThere const& is_there) {
  for (std::string_view const blank : blanks) {
    if (is_there(blank))
      return blank.size();
  }
  return 0;
}

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
  auto const begins = [&](std::string_view blank) { return text.substr(0, blank.size()) == blank; };
  auto const ends = [&](std::string_view blank) {
    return text.size() >= blank.size() && text.substr(text.size() - blank.size()) == blank;
  };
  while (std::size_t const n = length_of_blank(begins))
    text.remove_prefix(n);
  while (std::size_t const n = length_of_blank(ends))
    text.remove_suffix(n);
  return text;
}

}  // namespace meesterplan::input
