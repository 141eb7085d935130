#include "sim/results/small_sections.hpp"

namespace meesterplan::results {

bool is_small(model::Names const& names, scenario::Level level, std::int32_t unit) {
  return level == scenario::Level::section &&
         names.start_heads[static_cast<std::size_t>(unit)] < fewest_heads_shown;
}

bool is_shown_of_small(std::string_view metric) {
  return metric == "demand";
}

}  // namespace meesterplan::results
