#include <array>

#include "sim/base/contracts.hpp"
#include "sim/engine/counts.hpp"

/// What one person is counted as, and in which units besides the main section.

namespace meesterplan::engine {

using model::Column;
namespace counter = model::counter;

namespace {

constexpr std::size_t max_assignments = 3;

/// The sections of a person, the main one first.
struct Places {
  std::array<std::int32_t, max_assignments> section{};
  std::array<std::uint8_t, max_assignments> licence{};
  std::array<std::int16_t, max_assignments> fte{};
  std::size_t n = 0;
};

Places places_of(model::Workforce const& people, std::size_t slot) {
  Places places;
  places.section[0] = people.section[slot];
  places.licence[0] = static_cast<std::uint8_t>(people[Column::licence].get(slot));
  places.fte[0] = people.main_fte.get(slot);
  places.n = 1;
  for (std::int32_t next = people.extra.get(slot) - 1; next >= 0;) {
    auto const& extra = people.extras[static_cast<std::size_t>(next)];
    MP_ASSERT(places.n < max_assignments);
    places.section[places.n] = extra.section;
    places.licence[places.n] = extra.licence;
    places.fte[places.n] = extra.fte;
    ++places.n;
    next = extra.next;
  }
  return places;
}

}  // namespace

/// Calls add(row, licence) once for every unit besides the main section's
/// chain in which the person counts too.
template <class Add>
void Counts::in_other_units(model::Workforce const& people, std::size_t slot, Add const& add) {
  Places const places = places_of(people, slot);
  auto const& units = model_->units;
  auto const school_of = [&](std::size_t place) {
    return units.section_school[static_cast<std::size_t>(places.section[place])];
  };
  auto const region_of = [&](std::size_t place) {
    return units.school_region[static_cast<std::size_t>(school_of(place))];
  };
  auto const subject_of = [&](std::size_t place) {
    return units.section_subject[static_cast<std::size_t>(places.section[place])];
  };
  auto const seen = [&](std::size_t place, auto const& unit_of) {
    for (std::size_t before = 0; before < place; ++before) {
      if (unit_of(before) == unit_of(place))
        return true;
    }
    return false;
  };
  for (std::size_t place = 1; place < places.n; ++place) {
    add(row_at(beside_, places.section[place]), places.licence[place]);
    if (!seen(place, school_of))
      add(row_at(schools_, school_of(place)), places.licence[0]);
    if (!seen(place, region_of))
      add(row_at(regions_, region_of(place)), places.licence[0]);
    // A licence is one for a subject: that held there.
    if (has_subjects_ && !seen(place, subject_of))
      add(row_at(subjects_, subject_of(place)), places.licence[place]);
  }
}

/// What of a person is counted as stock.
struct Counts::Standing {
  int degree = 0, licence = 0, contract = 0, route = 0, scale = 0;
  std::int64_t master = 0;    ///< 0 or 1, as the next three
  std::int64_t goal = 0;      ///< counts for the goals
  std::int64_t studying = 0;  ///< or in training for a licence
  int age_band = 0;
  std::int64_t total_fte = 0, main_fte = 0;  ///< thousandths
  std::int64_t birth = 0;                    ///< Month::index

  void add_to(std::int64_t* row, int licence_here, std::int64_t sign) const {
    row[counter::heads] += sign;
    row[counter::degree_first + this->degree] += sign;
    row[counter::licence_first + licence_here] += sign;
    row[counter::contract_first + this->contract] += sign;
    row[counter::route_first + this->route] += sign;
    row[counter::goal_heads] += sign * this->goal;
    row[counter::goal_masters] += sign * (this->goal & this->master);
    row[counter::studying] += sign * this->studying;
    row[counter::scale_first + this->scale] += sign * this->total_fte;
    row[counter::birth_months] += sign * this->birth;
    row[counter::age_first + this->age_band] += sign;
  }
};

Counts::Standing Counts::standing_of(model::Workforce const& people, std::size_t slot,
                                     std::int32_t reference) const {
  Standing standing;
  standing.degree = people[Column::degree].get(slot);
  standing.master = standing.degree >= static_cast<int>(scenario::Degree::hbo_master) ? 1 : 0;
  standing.studying = people.programme.get(slot) != 0 ? 1 : 0;
  standing.main_fte = people.main_fte.get(slot);
  standing.licence = people[Column::licence].get(slot);
  standing.contract = people[Column::contract].get(slot);
  standing.route = people.route.get(slot);
  standing.scale = people.scale.get(slot);
  standing.total_fte = people[Column::fte].get(slot);
  standing.birth = people.birth.get(slot);
  bool const trainee =
      people.origin.get(slot) == static_cast<std::uint8_t>(scenario::Origin::lio) &&
      standing.licence >= static_cast<int>(scenario::Licence::appointable);
  bool const replacement = standing.contract == static_cast<int>(scenario::Contract::replacement);
  standing.goal = replacement || trainee ? 0 : 1;
  // Kept only where birthdays are counted: else it would go stale.
  standing.age_band = model_->features.ages ? counter::age_band(reference - standing.birth) : 0;
  return standing;
}

std::int64_t Counts::stock_with_terms(model::Workforce const& people, std::size_t slot,
                                      std::int64_t sign, std::int32_t reference) {
  Standing const standing = this->standing_of(people, slot, reference);
  std::int64_t* const row = this->row(people.section[slot]);
  standing.add_to(row, standing.licence, sign);
  row[counter::fte] += sign * standing.main_fte;
  return standing.master;
}

void Counts::stock_elsewhere(model::Workforce const& people, std::size_t slot, std::int64_t sign,
                             std::int32_t reference) {
  // Once more: kept apart, the common case needs no memory for it.
  Standing const standing = this->standing_of(people, slot, reference);
  this->in_other_units(people, slot, [&](std::int64_t* row, std::uint8_t licence) {
    standing.add_to(row, licence, sign);
  });
  Places const places = places_of(people, slot);
  for (std::size_t place = 1; place < places.n; ++place)
    this->row(places.section[place])[counter::fte] += sign * places.fte[place];
}

void Counts::pass_elsewhere(model::Workforce const& people, std::size_t slot, std::int64_t sign,
                            std::int32_t reference, int heads, int masters) {
  std::int64_t const master = this->standing_of(people, slot, reference).master;
  this->stock_elsewhere(people, slot, sign, reference);
  this->flow_elsewhere(people, slot, heads, 1);
  this->flow_elsewhere(people, slot, masters, master);
}

void Counts::flow_elsewhere(model::Workforce const& people, std::size_t slot, int counter,
                            std::int64_t amount) {
  this->in_other_units(people, slot,
                       [&](std::int64_t* row, std::uint8_t) { row[counter] += amount; });
}

void Counts::move(std::int32_t from, std::int32_t to, std::int64_t masters) {
  auto const count = [&](std::int64_t* left, std::int64_t* entered, std::int64_t sign) {
    left[counter::moves_out] += sign;
    left[counter::moves_out_masters] += sign * masters;
    entered[counter::moves_in] += sign;
    entered[counter::moves_in_masters] += sign * masters;
  };
  auto const& units = model_->units;
  count(this->row(from), this->row(to), 1);
  // Sums over sections see this move in every higher unit; it is none where
  // both ends lie in the same one.
  auto const take_back = [&](Rows& rows, std::int32_t unit) {
    count(row_at(rows, unit), row_at(rows, unit), -1);
  };
  auto const from_school = units.section_school[static_cast<std::size_t>(from)];
  auto const to_school = units.section_school[static_cast<std::size_t>(to)];
  auto const board = [&](std::int32_t school) {
    return units.school_board[static_cast<std::size_t>(school)];
  };
  auto const region = [&](std::int32_t school) {
    return units.school_region[static_cast<std::size_t>(school)];
  };
  if (from_school == to_school)
    take_back(schools_, from_school);
  if (board(from_school) == board(to_school))
    take_back(boards_, board(from_school));
  if (region(from_school) == region(to_school))
    take_back(regions_, region(from_school));
  auto const subject = [&](std::int32_t section) {
    return units.section_subject[static_cast<std::size_t>(section)];
  };
  if (has_subjects_ && subject(from) == subject(to))
    take_back(subjects_, subject(from));
  take_back(total_, 0);
}

void Counts::add_in_market(std::int32_t region, std::int32_t subject, int counter,
                           std::int64_t amount) {
  row_at(regions_, region)[counter] += amount;
  row_at(total_, 0)[counter] += amount;
  if (has_subjects_)
    row_at(subjects_, subject)[counter] += amount;
}

void Counts::stay_in_market(std::int32_t region, std::int32_t subject, std::int64_t masters,
                            FteLeft const& fte) {
  constexpr int left = static_cast<int>(scenario::ExitCause::other_board);
  constexpr int came = static_cast<int>(scenario::Origin::mover);
  this->add_in_market(region, subject, counter::exits_first + left, -1);
  this->add_in_market(region, subject, counter::exits_masters_first + left, -masters);
  this->add_in_market(region, subject, counter::hires_first + came, -1);
  this->add_in_market(region, subject, counter::hires_masters_first + came, -masters);
  row_at(regions_, region)[counter::exits_fte] -= fte.region;
  row_at(total_, 0)[counter::exits_fte] -= fte.total;
  if (has_subjects_)
    row_at(subjects_, subject)[counter::exits_fte] -= fte.subject;
}

void Counts::upper_vwo(model::Workforce const& people, std::size_t slot,
                       std::span<std::uint8_t const> upper, bool wo_master) {
  auto const add = [&](std::int64_t* row, std::int64_t amount) {
    row[counter::upper_vwo_heads] += amount;
    row[counter::upper_vwo_wo] += wo_master ? amount : 0;
  };
  Places const places = places_of(people, slot);
  MP_EXPECT(upper.size() == places.n);
  if (places.n == 1) {
    if (upper[0] != 0)
      add(this->row(places.section[0]), 1);
    return;
  }
  bool any = false;
  for (std::uint8_t has : upper)
    any = any || has != 0;
  if (!any)
    return;
  // The main section's row carries the head upward; the section itself and
  // its school take it back where the lessons are elsewhere.
  add(this->row(places.section[0]), 1);
  if (upper[0] == 0)
    add(row_at(beside_, places.section[0]), -1);
  auto const& units = model_->units;
  auto const school_of = [&](std::size_t place) {
    return units.section_school[static_cast<std::size_t>(places.section[place])];
  };
  auto const region_of = [&](std::size_t place) {
    return units.school_region[static_cast<std::size_t>(school_of(place))];
  };
  auto const correct = [&](Rows& rows, auto const& unit_of) {
    for (std::size_t place = 0; place < places.n; ++place) {
      bool first = true;
      bool here = false;
      for (std::size_t other = 0; other < places.n; ++other) {
        if (unit_of(other) != unit_of(place))
          continue;
        first = first && other >= place;
        here = here || upper[other] != 0;
      }
      if (!first)
        continue;
      bool const carried = unit_of(place) == unit_of(0);
      add(row_at(rows, unit_of(place)), (here ? 1 : 0) - (carried ? 1 : 0));
    }
  };
  for (std::size_t place = 1; place < places.n; ++place) {
    if (upper[place] != 0)
      add(row_at(beside_, places.section[place]), 1);
  }
  correct(schools_, school_of);
  correct(regions_, region_of);
  auto const subject_of = [&](std::size_t place) {
    return units.section_subject[static_cast<std::size_t>(places.section[place])];
  };
  if (has_subjects_)
    correct(subjects_, subject_of);
}

}  // namespace meesterplan::engine
