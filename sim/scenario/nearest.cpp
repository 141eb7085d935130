#include "sim/scenario/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "sim/base/text.hpp"

namespace meesterplan::scenario {

int edit_distance(std::string_view left, std::string_view right) {
  std::size_t const width = right.size() + 1;
  std::vector<int> before(width);
  std::vector<int> above(width);
  std::vector<int> row(width);
  for (std::size_t column = 0; column < width; ++column)
    above[column] = static_cast<int>(column);
  for (std::size_t i = 1; i <= left.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j < width; ++j) {
      char const a = lower(left[i - 1]);
      char const b = lower(right[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a == b ? 0 : 1)});
      bool const swapped = i > 1 && j > 1 && a == lower(right[j - 2]) && lower(left[i - 2]) == b;
      if (swapped)
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[width - 1];
}

std::optional<std::string> nearest(std::string_view word, std::span<std::string_view const> known) {
  std::optional<std::string> best;
  int best_distance = 0;
  for (std::string_view const candidate : known) {
    std::size_t const longest = std::max(word.size(), candidate.size());
    int const allowed = std::max(1, static_cast<int>((longest + 1) / 4));
    if (longest > 100 || word.size() + static_cast<std::size_t>(allowed) < candidate.size()) {
      continue;
    }
    int const distance = edit_distance(word, candidate);
    if (distance > allowed || (longest <= 2 && distance >= static_cast<int>(longest)))
      continue;
    if (!best || distance < best_distance) {
      best = std::string(candidate);
      best_distance = distance;
    }
  }
  return best;
}

Text did_you_mean(std::string_view word, std::span<std::string_view const> known) {
  std::optional<std::string> const meant = nearest(word, known);
  if (!meant)
    return {};
  return {" Bedoelde u \"" + *meant + "\"?", " Did you mean \"" + *meant + "\"?"};
}

}  // namespace meesterplan::scenario
