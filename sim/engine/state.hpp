#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/base/line_vector.hpp"
#include "sim/chance/address.hpp"
#include "sim/engine/asked_clocks.hpp"
#include "sim/engine/clock_advance.hpp"
#include "sim/engine/costs.hpp"
#include "sim/engine/counts.hpp"
#include "sim/engine/market_state.hpp"
#include "sim/engine/members.hpp"
#include "sim/model/counters.hpp"
#include "sim/model/draw.hpp"
#include "sim/model/model.hpp"

namespace meesterplan::engine {

/// Somebody who wants to study and waits for a place.
struct Waiting {
  double since = 0;  ///< crossing time tau, in years
  std::uint64_t id = 0;
  std::uint32_t slot = 0;
  std::uint8_t programme = 0;  ///< index
  std::uint8_t grant = 0;
  bool eligible = true;  ///< known for sure, as the clock ran out just now
};

/// A seat that its teacher left and that one hire may take over as it is.
struct OpenSeat {
  std::uint32_t slot = 0;
  std::uint64_t leaver = 0;  ///< id
};

/// An assignment when lessons are given out; lessons in thousandths of fte,
/// by part (upper vwo, upper havo).
struct LessonTeacher {
  Member member;
  std::uint64_t id = 0;
  scenario::Licence licence = scenario::Licence::unlicensed;
  bool wo_master = false;
  bool newcomer = false;  ///< hired or graduated this year
  std::int64_t net = 0;
  std::array<std::int64_t, 2> had{};
  std::array<std::int64_t, 2> gives{};
};

/// Somebody whose whole job is in a section with surplus.
struct SurplusCandidate {
  scenario::Contract contract = scenario::Contract::temporary;
  std::int32_t tenure = 0;
  std::uint64_t id = 0;
  std::uint32_t slot = 0;
  std::int64_t net = 0;  ///< thousandths
};

/// Somebody of a group in which staff is made redundant.
struct RedundancyCandidate {
  std::int32_t group = 0;
  std::int32_t band = 0;  ///< of age: 0 under 25, then by ten years, 4 from 55 on
  std::int32_t tenure = 0;
  std::uint64_t id = 0;
  std::uint32_t slot = 0;
  std::int64_t net = 0;  ///< thousandths
};

/// Somebody of the function mix: who may get a place, or whose appointment ends.
struct MixCandidate {
  std::uint64_t id = 0;
  std::uint32_t slot = 0;
  std::int32_t experience = 0, tenure = 0;  ///< completed years at the start of the year
  std::int32_t fte = 0;                     ///< thousandths
  std::uint8_t scale = 0;                   ///< now, as Scale
  std::uint8_t held = 0;  ///< the scale of an appointment that ends now; 0: none does
  bool master = false;    ///< who goes first for it
  bool eligible = false;
};

/// A person by place and id, so that a later person in the slot is not mistaken for it.
struct Seated {
  std::uint32_t slot = 0;
  std::uint64_t id = 0;
};

/// One future: its people, their clocks, what is waiting and what is counted.
///
/// Slots are recycled; an empty one has id empty_slot and infinite clocks. No
/// result depends on which slot somebody has.
struct State {
  explicit State(model::Model const& compiled);

  model::Model const& model;
  model::Draw draw;
  chance::Stream stream;
  std::int32_t step = 0;  ///< the year being played runs from step to step + 1

  model::Workforce people;
  LineVector<double> exit_clock;
  LineVector<double> enrol_clock;  ///< infinite while waiting or studying; empty without study
  LineVector<double> hours_clock;  ///< empty without hours
  model::Field<std::uint8_t> enrol_draws, hours_draws, study_draws, contract_draws;
  LineVector<std::uint32_t> free_slots;
  LineVector<OpenSeat> open_seats;  ///< mode one_to_one
  LineVector<Waiting> queue;
  LineVector<Seated> students;
  model::Field<std::uint8_t> graduated;  ///< 1: this year
  LineVector<std::uint32_t> hired;       ///< slots filled this year, clocks still to be drawn
  std::size_t next_known = 0;            ///< into Model::known
  std::int32_t only_exit_cause = -1;     ///< when there is but one, so that no draw is needed

  ClockView exit_view, enrol_view, hours_view;
  Counts counts;
  MarketState market;
  Costs costs;
  /// [section] thousandths
  std::vector<std::int64_t> reference_demand;
  /// [section][part] thousandths, of the year's end
  std::vector<std::array<std::int64_t, 3>> demand;
  std::vector<std::array<std::int64_t, 3>> reference_parts;
  /// [section][step] starters hired in that step, and of those still here
  std::vector<std::int32_t> starters_hired, starters_here;

  std::vector<std::int32_t> sections_by_key;  ///< in the order of their keys
  std::vector<std::uint8_t> leaves_known;     ///< [row of Model::people] 1: has a known leave
  LineVector<Seated> first_students;          ///< at the start of every future
  /// [board] cents that study takes in the school year to come; where budgets limit it
  std::vector<std::int64_t> study_spent;
  bool grants_matter = false;  ///< a grant, or the lack of one, changes something
  Counts first_counts;         ///< of the people as the file knows them

  // Scratch, kept to spare allocations.
  Members members;
  LineVector<SurplusCandidate> surplus_candidates;
  std::vector<LineVector<MixCandidate>> mix_candidates;  ///< by unit of the function mix
  LineVector<MixCandidate*> mix_queue;
  /// [unit of the function mix][scale] thousandths
  std::vector<std::array<std::int64_t, scenario::n_scales>> mix_fte;
  /// [section] the group of one subject in one unit in which staff is made
  /// redundant together; empty without redundancy
  std::vector<std::int32_t> redundancy_group;
  /// [group x notice_years + year before] surplus that stayed, thousandths
  std::vector<std::int64_t> past_surplus;
  LineVector<RedundancyCandidate> redundancy_candidates;
  std::vector<std::int64_t> mix_counted;  ///< [unit of the function mix]
  LineVector<LessonTeacher> teachers;
  LineVector<LessonTeacher*> receivers;
  LineVector<std::uint64_t> ran_out;
  LineVector<std::uint64_t> ids, keys, draws;
  LineVector<double> first, second;
  AskedClocks asked_clocks;

  /// Room in the arrays above for whole_batch(n) draws, at least.
  void make_room_for_draws(std::size_t n);

  std::size_t n_slots() const { return people.size(); }
  bool taken(std::size_t slot) const { return people.id[slot] != model::empty_slot; }
  bool still(Seated const& seated) const { return people.id[seated.slot] == seated.id; }
  /// Month::index of 1 October at the end of the year being played.
  std::int32_t reference_after() const { return 12 * (model.start + step + 1) + 9; }
  std::int32_t reference_before() const { return 12 * (model.start + step) + 9; }
};

/// Bytes that one person takes in the state of this model.
std::int64_t bytes_per_person(State const& state);

/// Whether the stock counts are what counting everybody anew would give; for
/// contracts, as it costs as much as a year.
bool counts_are_right(State const& state);

/// Gives every array room for `n_slots`, a multiple of slot_multiple; new
/// slots are empty. Views of the clocks are stale afterwards.
void resize_slots(State& state, std::size_t n_slots);

/// Calls take(section, fte) for every assignment of the person in `slot`, the main one
/// first; fte in thousandths.
template <class Take>
void for_each_assignment(State const& state, std::size_t slot, Take const& take) {
  take(state.people.section[slot], std::int32_t{state.people.main_fte.get(slot)});
  for (std::int32_t next = state.people.extra.get(slot) - 1; next >= 0;) {
    auto const& extra = state.people.extras[static_cast<std::size_t>(next)];
    take(extra.section, std::int32_t{extra.fte});
    next = extra.next;
  }
}

}  // namespace meesterplan::engine
