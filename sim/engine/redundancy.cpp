#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "sim/base/contracts.hpp"
#include "sim/base/fte.hpp"
#include "sim/engine/person_events.hpp"
#include "sim/engine/phases.hpp"
#include "sim/engine/staff_costs.hpp"

namespace meesterplan::engine {

using model::Column;
namespace counter = model::counter;

namespace {

constexpr std::size_t n_bands = 5;
using Heads = std::array<std::int64_t, n_bands>;

/// 15-24, 25-34, 35-44, 45-54 and 55 and over.
std::int32_t band_of(std::int32_t age) {
  constexpr std::int32_t first_limit = 25;
  constexpr std::int32_t width = 10;
  if (age < first_limit)
    return 0;
  return std::min((age - first_limit) / width + 1, static_cast<std::int32_t>(n_bands) - 1);
}

std::size_t n_groups(State const& state) {
  auto const& groups = state.redundancy_group;
  return static_cast<std::size_t>(*std::max_element(groups.begin(), groups.end())) + 1;
}

/// Net fte above demand of every group; negative where there is too little.
std::vector<std::int64_t> surplus_by_group(State const& state) {
  std::vector<std::int64_t> surplus(n_groups(state), 0);
  for (std::int32_t section = 0; section < state.model.units.n_sections(); ++section) {
    auto const at = static_cast<std::size_t>(section);
    auto const& demand = state.demand[at];
    surplus[static_cast<std::size_t>(state.redundancy_group[at])] +=
        state.counts.row(section)[counter::net_fte] - demand[0] - demand[1] - demand[2];
  }
  return surplus;
}

/// What of `surplus` was there in every year of notice too.
std::int64_t lasting(State const& state, std::size_t group, std::int64_t surplus) {
  auto const notice = static_cast<std::size_t>(state.model.redundancy.notice_years);
  for (std::size_t year = 0; year < notice; ++year)
    surplus = std::min(surplus, state.past_surplus[group * notice + year]);
  return surplus;
}

/// What is above demand for long enough, by group; 0 or less where nobody has to go.
std::vector<std::int64_t> lasting_surplus(State const& state) {
  std::vector<std::int64_t> surplus = surplus_by_group(state);
  for (std::size_t group = 0; group < surplus.size(); ++group)
    surplus[group] = lasting(state, group, surplus[group]);
  return surplus;
}

/// Permanent staff with one assignment of the groups with `surplus`: by group, then
/// age band, then shortest service, then id.
void list_candidates(State& state, std::vector<std::int64_t> const& surplus) {
  auto& list = state.redundancy_candidates;
  list.clear();
  for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
    if (!state.taken(slot) || state.people.extra.get(slot) != 0)
      continue;
    auto const section = static_cast<std::size_t>(state.people.section[slot]);
    std::int32_t const group = state.redundancy_group[section];
    auto const contract = static_cast<scenario::Contract>(state.people[Column::contract].get(slot));
    if (surplus[static_cast<std::size_t>(group)] <= 0 || contract != scenario::Contract::permanent)
      continue;
    RedundancyCandidate candidate;
    candidate.group = group;
    candidate.band = band_of(state.people[Column::age].get(slot) + state.step + 1);
    candidate.tenure = state.people[Column::tenure].get(slot);
    candidate.id = state.people.id[slot];
    candidate.slot = static_cast<std::uint32_t>(slot);
    candidate.net =
        scale_half_up(state.people.main_fte.get(slot), net_share(state, slot), millionths);
    list.push_back(candidate);
  }
  std::sort(list.begin(), list.end(),
            [](RedundancyCandidate const& left, RedundancyCandidate const& right) {
              auto const key = [](RedundancyCandidate const& one) {
                return std::tuple(one.group, one.band, one.tenure, one.id);
              };
              return key(left) < key(right);
            });
}

/// `n` heads over bands in proportion to their size, by largest remainder; of
/// equal remainders the larger band, then the younger.
Heads spread(Heads const& size, std::int64_t all, std::int64_t n) {
  Heads heads{};
  std::array<std::size_t, n_bands> order{};
  std::int64_t left = n;
  for (std::size_t band = 0; band < n_bands; ++band) {
    order[band] = band;
    heads[band] = n * size[band] / all;
    left -= heads[band];
  }
  std::sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    auto const key = [&](std::size_t band) {
      return std::tuple(-(n * size[band] % all), -size[band], band);
    };
    return key(one) < key(other);
  });
  for (std::size_t place = 0; left > 0; ++place, --left)
    heads[order[place]] += 1;
  return heads;
}

Heads sizes_of(std::span<RedundancyCandidate const> list) {
  Heads size{};
  for (RedundancyCandidate const& candidate : list)
    size[static_cast<std::size_t>(candidate.band)] += 1;
  return size;
}

/// Net fte of the first `heads` of every band.
std::int64_t net_of(std::span<RedundancyCandidate const> list, Heads heads) {
  std::int64_t net = 0;
  for (RedundancyCandidate const& candidate : list)
    net += heads[static_cast<std::size_t>(candidate.band)]-- > 0 ? candidate.net : 0;
  return net;
}

/// How many of every band go: one head more as long as all who then go do not
/// have more than `surplus`.
Heads selection(std::span<RedundancyCandidate const> list, std::int64_t surplus) {
  Heads const size = sizes_of(list);
  auto const all = static_cast<std::int64_t>(list.size());
  Heads chosen{};
  for (std::int64_t n = 1; n <= all; ++n) {
    Heads const more = spread(size, all, n);
    if (net_of(list, more) > surplus)
      break;
    chosen = more;
  }
  return chosen;
}

/// Pay by completed years of service at the end of the year that is played.
void count_cost(State& state, RedundancyCandidate const& candidate) {
  std::int32_t const served = std::max(candidate.tenure + state.step + 1, 0);
  std::int64_t const pay =
      pay_of(state, candidate.slot, state.people.main_fte.get(candidate.slot), state.step);
  state.costs.add(state.people.section[candidate.slot], counter::cost_redundancy,
                  scale_half_up(pay, state.draw.money.redundancy(served), millionths));
}

void dismiss(State& state, RedundancyCandidate const& candidate) {
  std::int64_t* const row = state.counts.row(state.people.section[candidate.slot]);
  if (state.costs.used())
    count_cost(state, candidate);
  row[counter::redundant_fte] += state.people.main_fte.get(candidate.slot);
  leave(state, candidate.slot, scenario::ExitCause::redundant, Seat::closed);
  row[counter::net_fte] -= candidate.net;
}

/// Lets go of the candidates of one group what `surplus` asks; whether anybody went.
bool select_and_dismiss(State& state, std::span<RedundancyCandidate const> list,
                        std::int64_t surplus) {
  Heads left = selection(list, surplus);
  bool any = false;
  for (RedundancyCandidate const& candidate : list) {
    if (left[static_cast<std::size_t>(candidate.band)]-- <= 0)
      continue;
    dismiss(state, candidate);
    any = true;
  }
  return any;
}

}  // namespace

std::vector<std::int32_t> redundancy_groups(model::Model const& model) {
  std::map<std::pair<std::int32_t, std::int32_t>, std::int32_t> known;
  std::vector<std::int32_t> groups;
  for (std::int32_t section = 0; section < model.units.n_sections(); ++section) {
    std::pair const group{model::unit_of(model.units, model.redundancy.per, section),
                          model.units.section_subject[static_cast<std::size_t>(section)]};
    auto const next = static_cast<std::int32_t>(known.size());
    groups.push_back(known.emplace(group, next).first->second);
  }
  return groups;
}

bool make_redundant(State& state) {
  std::vector<std::int64_t> const surplus = lasting_surplus(state);
  if (std::none_of(surplus.begin(), surplus.end(), [](std::int64_t one) { return one > 0; }))
    return false;
  list_candidates(state, surplus);
  bool any = false;
  std::span<RedundancyCandidate const> rest(state.redundancy_candidates);
  while (!rest.empty()) {
    std::int32_t const group = rest.front().group;
    auto const end = std::find_if(rest.begin(), rest.end(),
                                  [&](auto const& candidate) { return candidate.group != group; });
    auto const list = rest.first(static_cast<std::size_t>(end - rest.begin()));
    rest = rest.subspan(list.size());
    any = select_and_dismiss(state, list, surplus[static_cast<std::size_t>(group)]) || any;
  }
  return any;
}

void remember_surplus(State& state) {
  auto const notice = static_cast<std::size_t>(state.model.redundancy.notice_years);
  if (notice == 0)
    return;
  std::vector<std::int64_t> const surplus = surplus_by_group(state);
  std::size_t const year = static_cast<std::size_t>(state.step) % notice;
  for (std::size_t group = 0; group < surplus.size(); ++group)
    state.past_surplus[group * notice + year] = surplus[group];
}

}  // namespace meesterplan::engine
