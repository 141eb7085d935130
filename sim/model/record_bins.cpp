#include "sim/model/record_bins.hpp"

namespace meesterplan::model {

namespace {

std::int32_t most_bins(Grain grain) {
  switch (grain) {
    case Grain::fine:
      return 4097;
    case Grain::medium:
      return 1025;
    default:
      return 257;
  }
}

Bins equal_bins(std::int64_t range, std::int32_t most) {
  std::int64_t const width = (range + most - 2) / (most - 1);
  return {width, static_cast<std::int32_t>((range + width - 1) / width + 1)};
}

}  // namespace

Grain grain_of(scenario::Level level, std::int32_t n_units) {
  constexpr std::int32_t few = 8;
  if (level == scenario::Level::section || level == scenario::Level::subject)
    return Grain::coarse;
  return n_units > few ? Grain::medium : Grain::fine;
}

Bins count_bins(std::int64_t start, Grain grain) {
  constexpr std::int64_t room = 20;
  return equal_bins(2 * start + room, most_bins(grain));
}

Bins fte_bins(std::int64_t start, Grain grain) {
  constexpr std::int64_t room = 2000;
  return equal_bins(2 * start + room, most_bins(grain));
}

Bins euro_bins(std::int64_t start, Grain grain) {
  constexpr std::int64_t room = 200'000;
  return equal_bins(2 * start + room, most_bins(grain));
}

Bins share_bins(Grain grain) {
  return grain == Grain::coarse ? Bins{5'000'000, 201} : Bins{1'000'000, 1001};
}

Bins age_bins() {
  return {100, 1001};
}

}  // namespace meesterplan::model
