#include "sim/engine/costs.hpp"

#include <algorithm>

#include "sim/base/contracts.hpp"
#include "sim/base/fte.hpp"

namespace meesterplan::engine {

using scenario::Level;
namespace counter = model::counter;

namespace {

/// August to December, of twelve.
constexpr std::int64_t months_before_january = 5;

constexpr int place_of(counter::Counter index) {
  return index - counter::cost_first;
}

void add_row(std::int64_t const* from, std::int64_t* into) {
  for (int index = 0; index < model::n_costs; ++index)
    into[index] += from[index];
}

/// The sums that stand beside the amounts.
void add_up(std::int64_t* row, std::int64_t& carried) {
  std::int64_t& wages = row[place_of(counter::cost_wages)];
  for (int scale = 0; scale < scenario::n_scales; ++scale)
    wages += row[place_of(counter::cost_wages_first) + scale];
  std::int64_t& total = row[place_of(counter::cost_total)];
  for (counter::Counter const kind :
       {counter::cost_wages, counter::cost_policy, counter::cost_study, counter::cost_vacancy,
        counter::cost_turnover, counter::cost_redundancy}) {
    total += row[place_of(kind)];
  }
  std::int64_t const before_january = scale_half_up(total, months_before_january, 12);
  row[place_of(counter::cost_calendar)] = carried + before_january;
  carried = total - before_january;
}

}  // namespace

Costs::Costs(model::Model const& model) : model_(&model), used_(model.money.used) {
  if (!used_)
    return;
  auto const n_sections = static_cast<std::size_t>(model.units.n_sections());
  now_.resize(n_sections * model::n_costs);
  next_.resize(n_sections * model::n_costs);
  schools_.resize(static_cast<std::size_t>(model.units.n_schools()) * model::n_costs);
  carried_.resize(n_sections);
}

void Costs::begin_future() {
  for (Rows* const rows : {&now_, &next_, &carried_})
    std::fill(rows->begin(), rows->end(), 0);
}

void Costs::begin_year() {
  now_.swap(next_);
  std::fill(next_.begin(), next_.end(), 0);
}

void Costs::end_year() {
  if (!used_)
    return;
  std::fill(schools_.begin(), schools_.end(), 0);
  for (std::int32_t section = 0; section < model_->units.n_sections(); ++section) {
    auto const index = static_cast<std::size_t>(section);
    std::int64_t* const row = row_at(now_, section);
    add_up(row, carried_[index]);
    add_row(row, row_at(schools_, model_->units.section_school[index]));
  }
}

std::int64_t const* Costs::see(Level level, std::int32_t unit, std::int64_t* scratch) const {
  MP_EXPECT(used_);
  if (level == Level::section)
    return row_at(now_, unit);
  if (level == Level::school)
    return row_at(schools_, unit);
  std::fill_n(scratch, model::n_costs, 0);
  auto const& units = model_->units;
  if (level == Level::subject) {
    for (std::int32_t section = 0; section < units.n_sections(); ++section) {
      if (units.section_subject[static_cast<std::size_t>(section)] == unit)
        add_row(row_at(now_, section), scratch);
    }
    return scratch;
  }
  for (std::int32_t school = 0; school < units.n_schools(); ++school) {
    auto const index = static_cast<std::size_t>(school);
    bool const in =
        level == Level::total ||
        (level == Level::board ? units.school_board[index] : units.school_region[index]) == unit;
    if (in)
      add_row(row_at(schools_, school), scratch);
  }
  return scratch;
}

}  // namespace meesterplan::engine
