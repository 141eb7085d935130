#include <algorithm>

#include "sim/engine/hiring.hpp"

namespace meesterplan::engine {

using model::Column;

namespace {

/// What of the person's fte lies in a region, in a subject and in all, thousandths.
Counts::FteLeft fte_of(State const& state, std::size_t slot, std::int32_t region,
                       std::int32_t subject) {
  auto const& units = state.model.units;
  Counts::FteLeft fte;
  for_each_assignment(state, slot, [&](std::int32_t section, std::int64_t part) {
    fte.total += part;
    fte.region += unit_of(units, scenario::Level::region, section) == region ? part : 0;
    fte.subject += unit_of(units, scenario::Level::subject, section) == subject ? part : 0;
  });
  return fte;
}

/// The licence for the main subject, with one that comes within the year.
void take_licence(State const& state, std::size_t slot, model::Entrant& own) {
  auto const& people = state.people;
  own.licence = static_cast<scenario::Licence>(people[Column::licence].get(slot));
  std::int32_t const licensed_in = people.licence_step.get(slot);
  if (licensed_in == 0)
    return;
  auto const then = static_cast<scenario::Licence>(people.licence_then.get(slot));
  if (licensed_in <= state.step + 1) {
    own.licence = std::min(own.licence, then);
    return;
  }
  own.licensed_after = licensed_in - state.step - 1;
  own.licensed_as = then;
}

/// What somebody brings along.
model::Entrant own_terms(State const& state, std::size_t slot, std::int64_t total) {
  constexpr std::int64_t most_fte = 1200;
  auto const& people = state.people;
  model::Entrant own;
  own.origin = scenario::Origin::mover;
  own.degree = static_cast<scenario::Degree>(people[Column::degree].get(slot));
  own.master_kind = static_cast<scenario::MasterKind>(people.master_kind.get(slot));
  own.contract = state.model.market.mover_contract;
  own.scale = static_cast<scenario::Scale>(people.scale.get(slot));
  own.fte = static_cast<std::int32_t>(std::min(total, most_fte));
  take_licence(state, slot, own);
  return own;
}

}  // namespace

void look_in_region(State& state, std::size_t slot) {
  auto const& people = state.people;
  auto const& units = state.model.units;
  std::uint64_t const id = people.id[slot];
  double const inside = state.draw.value(state.model.market.p_inside);
  if (!(chance::uniform(state.stream, id, chance::Purpose::market_inside, 0) < inside))
    return;
  std::int32_t const section = people.section[slot];
  std::int32_t const region = unit_of(units, scenario::Level::region, section);
  std::int32_t const now = state.step + 1;
  Seeker seeker;
  std::int32_t const subject = unit_of(units, scenario::Level::subject, section);
  seeker.fte_left = fte_of(state, slot, region, subject);
  seeker.own = own_terms(state, slot, seeker.fte_left.total);
  seeker.candidate.id = chance::moved_id(id);
  seeker.candidate.birth = people.birth.get(slot);
  seeker.candidate.age = people[Column::age].get(slot) + now;
  seeker.candidate.experience = people[Column::experience].get(slot) + now;
  std::int32_t const since = people[Column::since_master].get(slot);
  seeker.candidate.since_master = since == model::long_ago ? since : since + now;
  seeker.board = unit_of(units, scenario::Level::board, section);
  seeker.moves = true;
  auto const local = state.model.market.of_section[static_cast<std::size_t>(section)];
  state.market.seekers[static_cast<std::size_t>(local)].push_back(seeker);
}

}  // namespace meesterplan::engine
