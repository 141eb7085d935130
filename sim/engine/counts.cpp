#include "sim/engine/counts.hpp"

#include <algorithm>
#include <array>

#include "sim/base/contracts.hpp"

namespace meesterplan::engine {

using model::Column;
using scenario::Level;
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

/// Whether anything is reported of a unit above the sections.
bool reports_sums(model::RecordPlan const& plan) {
  auto const is_above = [](auto const& planned) { return planned.level != Level::section; };
  return std::any_of(plan.levels.begin(), plan.levels.end(), is_above) ||
         std::any_of(plan.targets.begin(), plan.targets.end(), is_above);
}

/// Counters from n_stocks up to this one are those of a year: each year they
/// begin at zero. What nobody reads is left as it is.
int yearly_end(model::Model const& model) {
  if (model.demand.used || model.lessons.used)
    return model::n_counters;
  return model.features.flows ? counter::n_flows_end : counter::n_stocks;
}

/// Whether more is known of persons than their degree and study.
bool has_terms(model::Workforce const& people) {
  return people[Column::licence].used() || people[Column::contract].used() ||
         people[Column::fte].used() || people.route.used() || people.scale.used() ||
         people.birth.used();
}

void copy_row(std::int64_t const* from, std::int64_t* into) {
  std::copy_n(from, model::n_counters, into);
}

void add_row(std::int64_t const* from, std::int64_t* into) {
  for (int index = 0; index < model::n_counters; ++index)
    into[index] += from[index];
}

}  // namespace

Counts::Counts(model::Model const& model)
    : model_(&model),
      corrected_(model.features.extras || model.features.surplus),
      yearly_end_(yearly_end(model)),
      has_terms_(has_terms(model.people) || model.features.extras),
      has_births_(model.people.birth.used()) {
  auto const rows = [](std::int32_t n) {
    return Rows(static_cast<std::size_t>(n) * model::n_counters, 0);
  };
  auto const& units = model.units;
  rows_ = rows(units.n_sections());
  beside_ = rows(model.features.extras ? units.n_sections() : 0);
  schools_ = rows(units.n_schools());
  boards_ = rows(units.n_boards);
  regions_ = rows(units.n_regions);
  total_ = rows(1);
  sums_ = rows(reports_sums(model.plan) ? units.n_schools() : 0);
  sections_of_.resize(static_cast<std::size_t>(units.n_schools()));
  for (std::int32_t section = 0; section < units.n_sections(); ++section) {
    auto const school = units.section_school[static_cast<std::size_t>(section)];
    sections_of_[static_cast<std::size_t>(school)].push_back(section);
  }
  schools_of_board_.resize(static_cast<std::size_t>(units.n_boards));
  schools_of_region_.resize(static_cast<std::size_t>(units.n_regions));
  for (std::int32_t school = 0; school < units.n_schools(); ++school) {
    auto const index = static_cast<std::size_t>(school);
    all_schools_.push_back(school);
    schools_of_board_[static_cast<std::size_t>(units.school_board[index])].push_back(school);
    schools_of_region_[static_cast<std::size_t>(units.school_region[index])].push_back(school);
  }
}

std::int64_t Counts::heads(std::int32_t section) const {
  std::int64_t heads = this->row(section)[counter::heads];
  if (!beside_.empty())
    heads += row_at(beside_, section)[counter::heads];
  return heads;
}

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
  }
}

/// What of a person is counted as stock.
struct Counts::Standing {
  int degree = 0, licence = 0, contract = 0, route = 0, scale = 0;
  std::int64_t master = 0;    ///< 0 or 1, as the next three
  std::int64_t goal = 0;      ///< counts for the goals
  std::int64_t studying = 0;  ///< or in training for a licence
  std::int64_t aged_55 = 0;
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
    row[counter::aged_55] += sign * this->aged_55;
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
  bool const aged_55 =
      model_->features.aged_55 && reference - standing.birth >= std::int64_t{55} * 12;
  standing.aged_55 = aged_55 ? 1 : 0;
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
  take_back(total_, 0);
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
}

void Counts::restore(Counts const& other) {
  rows_ = other.rows_;
  beside_ = other.beside_;
  schools_ = other.schools_;
  boards_ = other.boards_;
  regions_ = other.regions_;
  total_ = other.total_;
}

template <class Change>
void Counts::for_each_row(Change const& change) {
  auto const each = [&](Rows& rows) {
    for (std::size_t first = 0; first < rows.size(); first += model::n_counters)
      change(rows.data() + first);
  };
  each(rows_);
  if (!corrected_)
    return;
  each(beside_);
  each(schools_);
  each(boards_);
  each(regions_);
  each(total_);
}

void Counts::begin_year() {
  this->for_each_row([this](std::int64_t* row) {
    std::fill(row + counter::n_stocks, row + yearly_end_, 0);
    row[counter::heads_before] = row[counter::heads];
  });
}

/// Without terms only heads, degrees and students are kept at every event.
void Counts::derive_terms() {
  if (has_terms_)
    return;
  this->for_each_row([](std::int64_t* row) {
    std::int64_t const heads = row[counter::heads];
    row[counter::licence_first] = heads;
    row[counter::contract_first] = heads;
    row[counter::route_first] = heads;
    row[counter::goal_heads] = heads;
    row[counter::goal_masters] =
        row[counter::degree_first + static_cast<int>(scenario::Degree::hbo_master)] +
        row[counter::degree_first + static_cast<int>(scenario::Degree::wo_master)];
  });
}

void Counts::end_year(std::int32_t reference) {
  this->derive_terms();
  if (has_births_) {
    this->for_each_row([&](std::int64_t* row) {
      row[counter::age_months] = row[counter::heads] * reference - row[counter::birth_months];
    });
  }
  if (sums_.empty())
    return;
  std::fill(sums_.begin(), sums_.end(), 0);
  for (std::int32_t section = 0; section < model_->units.n_sections(); ++section) {
    std::int32_t const school = model_->units.section_school[static_cast<std::size_t>(section)];
    add_row(this->row(section), row_at(sums_, school));
  }
}

std::span<std::int32_t const> Counts::schools_of(Level level, std::int32_t unit) const {
  auto const index = static_cast<std::size_t>(unit);
  if (level == Level::school)
    return std::span<std::int32_t const>(all_schools_).subspan(index, 1);
  if (level == Level::board)
    return schools_of_board_[index];
  if (level == Level::region)
    return schools_of_region_[index];
  return all_schools_;
}

std::int64_t const* Counts::corrections(Level level, std::int32_t unit) const {
  MP_EXPECT(level != Level::section);
  Rows const& rows = level == Level::school   ? schools_
                     : level == Level::board  ? boards_
                     : level == Level::region ? regions_
                                              : total_;
  return row_at(rows, unit);
}

void Counts::read(Level level, std::int32_t unit, std::int64_t* into) const {
  if (level == Level::section) {
    copy_row(this->row(unit), into);
    if (!beside_.empty())
      add_row(row_at(beside_, unit), into);
    return;
  }
  copy_row(this->corrections(level, unit), into);
  for (std::int32_t const school : this->schools_of(level, unit)) {
    for (std::int32_t const section : sections_of_[static_cast<std::size_t>(school)])
      add_row(this->row(section), into);
  }
}

std::int64_t const* Counts::see_summed(Level level, std::int32_t unit,
                                       std::int64_t* scratch) const {
  if (level == Level::section) {
    this->read(level, unit, scratch);
    return scratch;
  }
  copy_row(this->corrections(level, unit), scratch);
  for (std::int32_t const school : this->schools_of(level, unit))
    add_row(row_at(sums_, school), scratch);
  return scratch;
}

bool Counts::same_stocks(Counts const& other) const {
  auto const same = [](Rows const& left, Rows const& right) {
    for (std::size_t first = 0; first < left.size(); first += model::n_counters) {
      if (!std::equal(left.begin() + static_cast<std::ptrdiff_t>(first),
                      left.begin() + static_cast<std::ptrdiff_t>(first) + counter::n_stocks,
                      right.begin() + static_cast<std::ptrdiff_t>(first)))
        return false;
    }
    return true;
  };
  return same(rows_, other.rows_) && same(beside_, other.beside_) &&
         same(schools_, other.schools_) && same(boards_, other.boards_) &&
         same(regions_, other.regions_) && same(total_, other.total_);
}

}  // namespace meesterplan::engine
