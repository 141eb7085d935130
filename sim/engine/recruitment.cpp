#include <algorithm>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>

#include "sim/base/contracts.hpp"
#include "sim/base/fte.hpp"
#include "sim/chance/batch.hpp"
#include "sim/engine/person_events.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

using chance::Purpose;
using model::Column;
using scenario::Origin;
using scenario::RecruitmentMode;
namespace counter = model::counter;

namespace {

/// Entrant and age come from one block; experience, where it varies, from another.
void make_candidate(State const& state, std::uint64_t id, std::size_t subject,
                    chance::Uniforms uniforms, Candidate& candidate) {
  auto const& rows = state.model.recruitment.of_subject[subject];
  auto const& cumulative = state.draw.entrant_cumulative[subject];
  // The first row whose cumulative weight lies above; counted, as a branch
  // would often be mispredicted.
  std::size_t row = 0;
  for (std::size_t before = 0; before + 1 < rows.size(); ++before)
    row += uniforms.first >= cumulative[before] ? std::size_t{1} : 0;
  candidate.id = id;
  candidate.entrant = &state.model.recruitment.entrants[static_cast<std::size_t>(rows[row])];
  std::int32_t const months = 12 * candidate.entrant->ages;
  auto const month = std::min(static_cast<std::int32_t>(uniforms.second * months), months - 1);
  std::int32_t const age_months = 12 * candidate.entrant->age_from + month;
  candidate.birth = state.reference_after() - age_months;
  candidate.age = age_months / 12;
  candidate.experience = candidate.entrant->experience_from;
  if (candidate.entrant->experiences > 1) {
    double const uniform = chance::uniform(state.stream, id, Purpose::entrant_profile, 0);
    candidate.experience += static_cast<std::int32_t>(uniform * candidate.entrant->experiences);
  }
  candidate.experience = std::min(candidate.experience, std::max(candidate.age - 20, 0));
}

scenario::MasterRoute route_of(model::Entrant const& entrant) {
  if (entrant.degree < scenario::Degree::hbo_master)
    return scenario::MasterRoute::none;
  bool const outside = entrant.origin == Origin::returner || entrant.origin == Origin::mover;
  return outside ? scenario::MasterRoute::outside : scenario::MasterRoute::starter;
}

/// Writes all fields of candidates but those of the seat (section, fte,
/// lessons), each into its slot; field by field, so that those that the model
/// does not have cost nothing.
void seat_candidates(State& state, std::span<std::uint32_t const> slots,
                     std::span<Candidate const> candidates) {
  MP_EXPECT(slots.size() == candidates.size());
  auto& people = state.people;
  std::int32_t const now = state.step + 1;
  auto const write = [&](auto& field, auto const& value_of) {
    if (!field.used())
      return;
    auto* const values = field.data();
    for (std::size_t index = 0; index < slots.size(); ++index)
      values[slots[index]] =
          static_cast<std::remove_reference_t<decltype(*values)>>(value_of(candidates[index]));
  };
  auto const write_column = [&](Column column, auto const& value_of) {
    write(people[column], value_of);
  };
  for (std::size_t index = 0; index < slots.size(); ++index)
    people.id[slots[index]] = candidates[index].id;
  write(people.birth, [](Candidate const& one) { return one.birth; });
  write_column(Column::age, [&](Candidate const& one) { return one.age - now; });
  write_column(Column::retirement,
               [&](Candidate const& one) { return state.model.retirement_base(one.birth); });
  write_column(Column::tenure, [&](Candidate const&) { return -now; });
  write_column(Column::experience, [&](Candidate const& one) { return one.experience - now; });
  write_column(Column::since_master, [&](Candidate const& one) {
    std::int32_t const since = one.entrant->since_master;
    return since == model::long_ago ? model::long_ago : since - now;
  });
  write_column(Column::degree, [](Candidate const& one) { return one.entrant->degree; });
  write_column(Column::licence, [](Candidate const& one) { return one.entrant->licence; });
  write_column(Column::contract, [](Candidate const& one) { return one.entrant->contract; });
  write_column(Column::room, [](Candidate const&) { return 0; });
  write(people.origin, [](Candidate const& one) { return one.entrant->origin; });
  write(people.route, [](Candidate const& one) { return route_of(*one.entrant); });
  write(people.master_kind, [](Candidate const& one) { return one.entrant->master_kind; });
  write(people.scale, [](Candidate const& one) { return one.entrant->scale; });
  write(people.contract_end_step, [](Candidate const&) { return 0; });
  write(people.licence_step, [&](Candidate const& one) {
    return one.entrant->licensed_after > 0 ? now + one.entrant->licensed_after : 0;
  });
  write(people.licence_then, [](Candidate const& one) { return one.entrant->licensed_as; });
  write(people.programme, [](Candidate const&) { return 0; });
  write(people.study_years, [](Candidate const&) { return 0; });
  write(people.grant, [](Candidate const&) { return 0; });
  write(state.graduated, [](Candidate const&) { return 0; });
}

/// Every open seat is taken over by one hire: sections, fte and lessons are
/// the leaver's, all else the hire's own.
void fill_seats(State& state) {
  std::size_t const n_seats = state.open_seats.size();
  state.make_room_for_draws(n_seats);
  auto const& units = state.model.units;
  std::int32_t const year = state.model.start + state.step + 1;
  for (std::size_t index = 0; index < n_seats; ++index) {
    OpenSeat const seat = state.open_seats[index];
    auto const section = static_cast<std::size_t>(state.people.section[seat.slot]);
    // The leaver's id stands for n: the same successor whoever else leaves.
    state.ids[index] = seat.leaver;
    state.keys[index] = units.section_key[section];
  }
  chance::candidate_ids(state.keys, year, state.ids, state.ids);
  chance::uniform_pairs(state.stream, state.ids, Purpose::entrant, 0, state.first, state.second);
  state.slots.resize(n_seats);
  state.candidates.resize(n_seats);
  for (std::size_t index = 0; index < n_seats; ++index) {
    std::uint32_t const slot = state.open_seats[index].slot;
    auto const section = static_cast<std::size_t>(state.people.section[slot]);
    auto const subject = static_cast<std::size_t>(units.section_subject[section]);
    state.slots[index] = slot;
    make_candidate(state, state.ids[index], subject, {state.first[index], state.second[index]},
                   state.candidates[index]);
  }
  seat_candidates(state, state.slots, state.candidates);
  for (std::size_t index = 0; index < n_seats; ++index) {
    std::size_t const slot = state.slots[index];
    for (std::int32_t next = state.people.extra.get(slot) - 1; next >= 0;) {
      auto& extra = state.people.extras[static_cast<std::size_t>(next)];
      extra.licence = static_cast<std::uint8_t>(state.candidates[index].entrant->licence);
      next = extra.next;
    }
    join(state, slot);
  }
  state.open_seats.clear();
}

void hire_into(State& state, std::int32_t section, Candidate const& candidate, std::int64_t fte) {
  auto const slot = static_cast<std::uint32_t>(take_free_slot(state));
  auto& people = state.people;
  people.section[slot] = section;
  people[Column::subject].set(
      slot, static_cast<std::int16_t>(
                state.model.units.section_subject[static_cast<std::size_t>(section)]));
  people.main_fte.set(slot, static_cast<std::int16_t>(fte));
  people[Column::fte].set(slot, static_cast<std::int16_t>(fte));
  people.extra.set(slot, 0);
  people.upper_vwo.set(slot, 0);
  people.upper_havo.set(slot, 0);
  seat_candidates(state, std::span(&slot, 1), std::span(&candidate, 1));
  join(state, slot);
}

/// Millionths of a hire's fte that are deployable in the first year.
std::int64_t net_share_of(State const& state, Candidate const& candidate) {
  model::NetModel const& net = state.model.net;
  if (net.all)
    return millionths;
  std::int64_t share =
      millionths - net.other_tasks -
      state.draw.leave_by_age[static_cast<std::size_t>(candidate.age - model::timed_low)];
  if (candidate.experience == 0)
    share -= net.starter_first;
  if (candidate.experience == 1)
    share -= net.starter_second;
  return share;
}

/// Tries to fill a section's gap, vacancy by vacancy.
void fill_section(State& state, std::int32_t section) {
  auto const index = static_cast<std::size_t>(section);
  auto const subject = static_cast<std::size_t>(state.model.units.section_subject[index]);
  std::uint64_t const key = state.model.units.section_key[index];
  std::int32_t const year = state.model.start + state.step + 1;
  double const chance_to_fill = state.draw.fill[subject];
  std::int64_t* const row = state.counts.row(section);
  std::int64_t gap = std::exchange(row[counter::unfilled], 0);
  for (std::uint64_t n = 0; gap >= state.model.recruitment.min_vacancy; ++n) {
    std::uint64_t const id = chance::candidate_id(key, year, n);
    Candidate candidate;
    make_candidate(state, id, subject, chance::uniforms(state.stream, id, Purpose::entrant, 0),
                   candidate);
    std::int64_t const share = net_share_of(state, candidate);
    std::int64_t const size =
        std::min<std::int64_t>(candidate.entrant->fte, gap * millionths / share);
    std::int64_t const net = scale_half_up(size, share, millionths);
    MP_ASSERT(net > 0);
    row[counter::vacancies] += 1;
    if (chance::uniform(state.stream, id, Purpose::fill, 0) < chance_to_fill) {
      hire_into(state, section, candidate, size);
      row[counter::net_fte] += net;
    } else {
      row[counter::unfilled] += net;
    }
    gap -= net;
  }
  row[counter::unfilled] += std::max<std::int64_t>(gap, 0);
}

/// A known starter who studies already: the first year here is the next one.
void go_on_studying(State& state, std::size_t slot) {
  state.students.push_back(Seated{static_cast<std::uint32_t>(slot), state.people.id[slot]});
  if (state.enrol_clock.empty())
    return;
  state.enrol_clock[slot] = std::numeric_limits<double>::infinity();
  state.enrol_draws.set(slot, 0);
}

/// Draws the clocks of all who came in this year.
void start_clocks(State& state) {
  // A known starter may have left again as surplus.
  bool const any_known = !state.model.known.empty();
  if (any_known)
    std::erase_if(state.hired, [&](std::uint32_t slot) { return !state.taken(slot); });
  std::size_t const n = state.hired.size();
  if (n == 0)
    return;
  state.make_room_for_draws(n);
  for (std::size_t index = 0; index < n; ++index)
    state.ids[index] = state.people.id[state.hired[index]];
  auto const draw = [&](Purpose purpose, std::vector<double>& clocks,
                        model::Field<std::uint8_t>* draws) {
    if (clocks.empty())
      return;
    chance::exponentials(state.stream, state.ids, purpose, 0, state.first);
    for (std::size_t index = 0; index < n; ++index)
      clocks[state.hired[index]] = state.first[index];
    if (draws != nullptr)
      for (std::uint32_t slot : state.hired)
        draws->set(slot, 1);
  };
  draw(Purpose::exit, state.exit_clock, nullptr);
  draw(Purpose::enrol, state.enrol_clock, &state.enrol_draws);
  draw(Purpose::hours, state.hours_clock, &state.hours_draws);
  if (any_known) {
    for (std::uint32_t slot : state.hired) {
      freeze_known_leaver(state, slot);
      if (state.people.programme.get(slot) != 0)
        go_on_studying(state, slot);
    }
  }
  state.hired.clear();
}

}  // namespace

void count_staffing(State& state) {
  for (std::int32_t section = 0; section < state.model.units.n_sections(); ++section) {
    auto const& parts = state.demand[static_cast<std::size_t>(section)];
    std::int64_t* const row = state.counts.row(section);
    row[counter::demand] = parts[0] + parts[1] + parts[2];
    std::int64_t const gap = row[counter::demand] - row[counter::net_fte];
    row[counter::surplus] = std::max<std::int64_t>(-gap, 0);
    row[counter::unfilled] = std::max<std::int64_t>(gap, 0);
  }
}

void play_recruitment(State& state) {
  RecruitmentMode const mode = state.model.recruitment.mode;
  bool const stopped = state.model.recruitment.stopped[static_cast<std::size_t>(state.step)] != 0;
  if (mode == RecruitmentMode::one_to_one && !stopped)
    fill_seats(state);
  if (state.model.demand.used) {
    compute_net_fte(state);
    count_staffing(state);
    if (mode == RecruitmentMode::fill && !stopped) {
      for (std::int32_t section = 0; section < state.model.units.n_sections(); ++section)
        fill_section(state, section);
    }
  }
  start_clocks(state);
}

}  // namespace meesterplan::engine
