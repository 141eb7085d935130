#include <algorithm>

#include "sim/base/fte.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

using scenario::DemandMode;

namespace {

using Parts = std::array<std::int64_t, 3>;

std::int64_t total_of(Parts const& parts) {
  return parts[0] + parts[1] + parts[2];
}

/// Splits `total` as `like` is split; {0, 0, total} when that is empty.
Parts split_like(std::int64_t total, Parts const& like) {
  std::int64_t const whole = total_of(like);
  if (whole == 0)
    return {0, 0, total};
  std::int64_t const vwo = scale_half_up(total, like[0], whole);
  std::int64_t const havo = std::min(scale_half_up(total, like[1], whole), total - vwo);
  return {vwo, havo, total - vwo - havo};
}

/// `given` is {upper vwo or -1, upper havo or -1, total}. A part that is not
/// given is as on the reference date, at most what the other leaves.
Parts parts_of(Parts const& given, Parts const& reference) {
  std::int64_t const total = given[2];
  Parts parts = split_like(total, reference);
  for (std::size_t part = 0; part < 2; ++part) {
    if (given[part] >= 0)
      parts[part] = given[part];
  }
  for (std::size_t part = 0; part < 2; ++part) {
    if (given[part] < 0)
      parts[part] = std::min(parts[part], total - parts[1 - part]);
  }
  parts[2] = total - parts[0] - parts[1];
  return parts;
}

}  // namespace

void measure_reference_demand(State& state) {
  compute_net_fte(state);
  for (auto& parts : state.reference_parts)
    parts = {0, 0, 0};
  auto const& people = state.people;
  auto const add = [&](std::int32_t section, std::int64_t net, std::int64_t vwo_share,
                       std::int64_t havo_share) {
    Parts& parts = state.reference_parts[static_cast<std::size_t>(section)];
    std::int64_t const vwo = scale_half_up(net, vwo_share, millionths);
    std::int64_t const havo = std::min(scale_half_up(net, havo_share, millionths), net - vwo);
    parts[0] += vwo;
    parts[1] += havo;
    parts[2] += net - vwo - havo;
  };
  for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
    if (!state.taken(slot))
      continue;
    std::int64_t const share = net_share(state, slot);
    add(people.section[slot], scale_half_up(people.main_fte.get(slot), share, millionths),
        people.upper_vwo.get(slot), people.upper_havo.get(slot));
    for (std::int32_t next = people.extra.get(slot) - 1; next >= 0;) {
      auto const& extra = people.extras[static_cast<std::size_t>(next)];
      add(extra.section, scale_half_up(extra.fte, share, millionths), extra.upper_vwo,
          extra.upper_havo);
      next = extra.next;
    }
  }
  for (std::size_t section = 0; section < state.demand.size(); ++section) {
    Parts& parts = state.reference_parts[section];
    std::int64_t const open = section < state.model.demand.open_vacancies.size()
                                  ? state.model.demand.open_vacancies[section]
                                  : 0;
    parts = split_like(total_of(parts) + open, parts);
    state.reference_demand[section] = total_of(parts);
  }
  state.demand = state.reference_parts;
}

void play_demand(State& state) {
  if (state.model.demand.mode != DemandMode::constant) {
    std::size_t const n_sections = state.demand.size();
    std::size_t const first = static_cast<std::size_t>(state.step + 1) * n_sections;
    for (std::size_t section = 0; section < n_sections; ++section) {
      state.demand[section] =
          parts_of(state.draw.demand[first + section], state.reference_parts[section]);
    }
  }
}

}  // namespace meesterplan::engine
