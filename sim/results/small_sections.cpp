#include "sim/results/small_sections.hpp"

#include <cstddef>
#include <numeric>

namespace meesterplan::results {

bool is_small(model::Names const& names, scenario::Level level, std::int32_t unit) {
  auto const& heads = names.start_heads;
  if (level == scenario::Level::section) {
    return heads[static_cast<std::size_t>(unit)] < fewest_heads_shown;
  }
  // A higher unit can only be small when all sections together are.
  return std::accumulate(heads.begin(), heads.end(), std::int64_t{0}) < fewest_heads_shown;
}

bool is_shown_of_small(std::string_view metric) {
  return metric == "demand";
}

}  // namespace meesterplan::results
