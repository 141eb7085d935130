#include <algorithm>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>

#include "sim/base/contracts.hpp"
#include "sim/base/fte.hpp"
#include "sim/chance/batch.hpp"
#include "sim/engine/hiring.hpp"
#include "sim/engine/person_events.hpp"
#include "sim/engine/phases.hpp"

namespace meesterplan::engine {

using chance::Purpose;
using scenario::RecruitmentMode;
namespace counter = model::counter;

namespace {

/// Entrant and age come from one block.
Candidate make_candidate(State const& state, std::uint64_t id, std::int32_t section,
                         chance::Uniforms uniforms) {
  auto const subject = static_cast<std::size_t>(
      state.model.units.section_subject[static_cast<std::size_t>(section)]);
  auto const& rows = state.model.recruitment.of_subject[subject];
  auto const& cumulative = state.draw.entrant_cumulative(state.step, section);
  // The first row whose cumulative weight lies above; counted, as a branch
  // would often be mispredicted.
  std::size_t row = 0;
  for (std::size_t before = 0; before + 1 < rows.size(); ++before)
    row += uniforms.first >= cumulative[before] ? std::size_t{1} : 0;
  return candidate_of(state, id,
                      state.model.recruitment.entrants[static_cast<std::size_t>(rows[row])],
                      uniforms.second);
}

/// So many hires are made, or given clocks, at once: a region has thousands a
/// year, whose draws would not stay in the near memory.
constexpr std::size_t at_once = 256;

/// Takes over some of the open seats.
void fill_some_seats(State& state, std::span<OpenSeat const> seats) {
  std::size_t const n_seats = seats.size();
  state.make_room_for_draws(n_seats);
  auto const& units = state.model.units;
  std::int32_t const year = state.model.start + state.step + 1;
  for (std::size_t index = 0; index < n_seats; ++index) {
    OpenSeat const seat = seats[index];
    auto const section = static_cast<std::size_t>(state.people.section[seat.slot]);
    // The leaver's id stands for n: the same successor whoever else leaves.
    state.ids[index] = seat.leaver;
    state.keys[index] = units.section_key[section];
  }
  std::size_t const whole = chance::whole_batch(n_seats);
  auto const ids = std::span(state.ids).first(whole);
  chance::candidate_ids(std::span(state.keys).first(whole), year, ids, ids);
  chance::uniform_pairs(state.stream, ids, Purpose::entrant, 0, std::span(state.first).first(whole),
                        std::span(state.second).first(whole));
  for (std::size_t index = 0; index < n_seats; ++index) {
    std::size_t const slot = seats[index].slot;
    Candidate const candidate = make_candidate(state, state.ids[index], state.people.section[slot],
                                               {state.first[index], state.second[index]});
    seat_candidate(state, slot, candidate);
    for (std::int32_t next = state.people.extra.get(slot) - 1; next >= 0;) {
      auto& extra = state.people.extras[static_cast<std::size_t>(next)];
      extra.licence = static_cast<std::uint8_t>(candidate.entrant->licence);
      next = extra.next;
    }
    join(state, slot);
  }
}

/// Every open seat is taken over by one hire: sections, fte and lessons are
/// the leaver's, all else the hire's own.
void fill_seats(State& state) {
  std::span<OpenSeat const> seats(state.open_seats);
  for (; seats.size() > at_once; seats = seats.subspan(at_once))
    fill_some_seats(state, seats.first(at_once));
  fill_some_seats(state, seats);
  state.open_seats.clear();
}

/// Tries to fill a section's gap, vacancy by vacancy.
void fill_section(State& state, std::int32_t section) {
  auto const index = static_cast<std::size_t>(section);
  auto const subject = static_cast<std::size_t>(state.model.units.section_subject[index]);
  std::uint64_t const key = state.model.units.section_key[index];
  std::int32_t const year = state.model.start + state.step + 1;
  double const chance_to_fill = state.draw.policies.shifted(
      scenario::Behaviour::fill, state.draw.fill[subject], state.step, section);
  std::int64_t* const row = state.counts.row(section);
  std::int64_t gap = std::exchange(row[counter::unfilled], 0);
  for (std::uint64_t n = 0; gap >= state.model.recruitment.min_vacancy; ++n) {
    std::uint64_t const id = chance::candidate_id(key, year, n);
    Candidate const candidate =
        make_candidate(state, id, section, chance::uniforms(state.stream, id, Purpose::entrant, 0));
    std::int64_t const share = net_share_of(state, candidate, section);
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
  bool const has_enrol = !state.enrol_clock.empty();
  bool const has_hours = !state.hours_clock.empty();
  state.asked_clocks.make_room(3 * std::min(state.hired.size(), at_once));
  std::size_t n_asked = 0;
  for (std::uint32_t const slot : state.hired) {
    if (n_asked++ == at_once) {
      state.asked_clocks.draw(state.stream);
      n_asked = 1;
    }
    std::uint64_t const id = state.people.id[slot];
    state.asked_clocks.ask(id, Purpose::exit, 0, &state.exit_clock[slot]);
    if (has_enrol)
      ask_enrol_clock(state, slot, 0);
    if (has_hours) {
      state.asked_clocks.ask(id, Purpose::hours, 0, &state.hours_clock[slot]);
      state.hours_draws.set(slot, 1);
    }
  }
  state.asked_clocks.draw(state.stream);
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
    row[counter::vacancy_fte] = std::max<std::int64_t>(gap, 0);
    row[counter::unfilled] = row[counter::vacancy_fte];
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
    if (mode == RecruitmentMode::market)
      play_market(state);
  }
  start_clocks(state);
}

}  // namespace meesterplan::engine
