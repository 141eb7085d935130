#include "sim/model/record_bins.hpp"

namespace meesterplan::model {

namespace {

/// Sections and subjects are many: their bins are wider.
bool is_coarse(scenario::Level level) {
  return level == scenario::Level::section || level == scenario::Level::subject;
}

std::int32_t most_bins(scenario::Level level) {
  return is_coarse(level) ? 257 : 4097;
}

Bins equal_bins(std::int64_t range, std::int32_t most) {
  std::int64_t const width = (range + most - 2) / (most - 1);
  return {width, static_cast<std::int32_t>((range + width - 1) / width + 1)};
}

}  // namespace

Bins count_bins(std::int64_t start, scenario::Level level) {
  constexpr std::int64_t room = 20;
  return equal_bins(2 * start + room, most_bins(level));
}

Bins fte_bins(std::int64_t start, scenario::Level level) {
  constexpr std::int64_t room = 2000;
  return equal_bins(2 * start + room, most_bins(level));
}

Bins euro_bins(std::int64_t start, scenario::Level level) {
  constexpr std::int64_t room = 200'000;
  return equal_bins(2 * start + room, most_bins(level));
}

Bins share_bins(scenario::Level level) {
  return is_coarse(level) ? Bins{5'000'000, 201} : Bins{1'000'000, 1001};
}

Bins age_bins() {
  return {100, 1001};
}

}  // namespace meesterplan::model
