#include "sim/engine/counts.hpp"

#include <algorithm>

#include "sim/base/contracts.hpp"

namespace meesterplan::engine {

using scenario::Level;
namespace counter = model::counter;

namespace {

/// Whether anything is reported of a unit above the sections.
bool reports_sums(model::RecordPlan const& plan) {
  auto const is_above = [](auto const& planned) { return planned.level != Level::section; };
  return std::any_of(plan.levels.begin(), plan.levels.end(), is_above) ||
         std::any_of(plan.targets.begin(), plan.targets.end(), is_above);
}

/// Whether anything is reported of subjects.
bool reports_subjects(model::RecordPlan const& plan) {
  auto const is_subject = [](auto const& planned) { return planned.level == Level::subject; };
  return std::any_of(plan.levels.begin(), plan.levels.end(), is_subject) ||
         std::any_of(plan.targets.begin(), plan.targets.end(), is_subject);
}

/// Counters from n_stocks up to this one are those of a year: each year they
/// begin at zero. What nobody reads is left as it is.
int yearly_end(model::Model const& model) {
  if (model.demand.used || model.lessons.used || model.features.promotion)
    return model::n_counters;
  return model.features.flows ? counter::n_flows_end : counter::n_stocks;
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
      corrected_(model.features.extras || model.features.surplus || model.market.used),
      has_subjects_(reports_subjects(model.plan)),
      yearly_end_(yearly_end(model)),
      has_terms_(model.features.terms),
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
  subjects_ = rows(has_subjects_ ? units.n_subjects : 0);
  total_ = rows(1);
  sums_ = rows(reports_sums(model.plan) ? units.n_schools() : 0);
  sections_of_.resize(static_cast<std::size_t>(units.n_schools()));
  sections_of_subject_.resize(static_cast<std::size_t>(units.n_subjects));
  for (std::int32_t section = 0; section < units.n_sections(); ++section) {
    auto const school = units.section_school[static_cast<std::size_t>(section)];
    sections_of_[static_cast<std::size_t>(school)].push_back(section);
    auto const subject = units.section_subject[static_cast<std::size_t>(section)];
    sections_of_subject_[static_cast<std::size_t>(subject)].push_back(section);
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

void Counts::restore(Counts const& other) {
  rows_ = other.rows_;
  beside_ = other.beside_;
  schools_ = other.schools_;
  boards_ = other.boards_;
  regions_ = other.regions_;
  subjects_ = other.subjects_;
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
  each(subjects_);
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
  MP_EXPECT(level != Level::subject || has_subjects_);
  Rows const& rows = level == Level::school    ? schools_
                     : level == Level::board   ? boards_
                     : level == Level::region  ? regions_
                     : level == Level::subject ? subjects_
                                               : total_;
  return row_at(rows, unit);
}

void Counts::add_sections(std::int32_t subject, std::int64_t* into) const {
  for (std::int32_t const section : sections_of_subject_[static_cast<std::size_t>(subject)])
    add_row(this->row(section), into);
}

void Counts::read(Level level, std::int32_t unit, std::int64_t* into) const {
  if (level == Level::section) {
    copy_row(this->row(unit), into);
    if (!beside_.empty())
      add_row(row_at(beside_, unit), into);
    return;
  }
  copy_row(this->corrections(level, unit), into);
  if (level == Level::subject) {
    this->add_sections(unit, into);
    return;
  }
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
  if (level == Level::subject) {
    this->add_sections(unit, scratch);
    return scratch;
  }
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
         same(regions_, other.regions_) && same(subjects_, other.subjects_) &&
         same(total_, other.total_);
}

}  // namespace meesterplan::engine
