#include "sim/output/workbook/table.hpp"

#include <algorithm>

namespace meesterplan::output::workbook {

void Table::add(Block const& of, Row row) {
  bool const is_new = blocks.empty() || blocks.back().run != of.run ||
                      blocks.back().what != of.what || blocks.back().level != of.level ||
                      blocks.back().unit != of.unit;
  if (is_new) {
    blocks.push_back(of);
    blocks.back().first = rows.size();
    blocks.back().count = 0;
  }
  ++blocks.back().count;
  rows.push_back(std::move(row));
}

std::optional<std::size_t> Table::find_column(std::string_view key) const {
  auto const found = std::find_if(columns.begin(), columns.end(),
                                  [&](Column const& column) { return column.key == key; });
  if (found == columns.end())
    return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

}  // namespace meesterplan::output::workbook
