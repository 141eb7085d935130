#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/base/line_vector.hpp"
#include "sim/model/counters.hpp"
#include "sim/model/model.hpp"

namespace meesterplan::engine {

/// What one future counts, kept up to date at every event.
///
/// A person counts once in every unit that he or she has lessons in. Rows of
/// sections hold persons by their main section and add up to higher units;
/// `beside` holds what a section has besides (persons whose main section is
/// another), and `extra` corrects the sums of higher units for persons who
/// work in several and for moves within a unit. All are sums of integers, so
/// the order of events cannot matter.
class Counts {
 public:
  explicit Counts(model::Model const& model);

  /// The row of a section's own persons and lessons.
  std::int64_t* row(std::int32_t section) { return row_at(rows_, section); }
  std::int64_t const* row(std::int32_t section) const { return row_at(rows_, section); }

  /// Heads of a section, whether or not it is their main one.
  std::int64_t heads(std::int32_t section) const;

  /// Adds (sign 1) or takes away (-1) the person in `slot` as stock.
  /// `reference` is Month::index of the reference date at which ages count.
  void stock(model::Workforce const& people, std::size_t slot, std::int64_t sign,
             std::int32_t reference) {
    this->stock_main(people, slot, sign, reference);
    if (people.extra.get(slot) != 0)
      this->stock_elsewhere(people, slot, sign, reference);
  }

  /// A person enters (sign 1) or leaves (-1): the stock, and one in the flows
  /// `heads` and, for a master, `masters`.
  void pass(model::Workforce const& people, std::size_t slot, std::int64_t sign,
            std::int32_t reference, int heads, int masters) {
    std::int64_t const master = this->stock_main(people, slot, sign, reference);
    std::int64_t* const row = this->row(people.section[slot]);
    row[heads] += 1;
    row[masters] += master;
    if (people.extra.get(slot) != 0)
      this->pass_elsewhere(people, slot, sign, reference, heads, masters);
  }

  /// Adds `amount` to `counter` in every unit of the person in `slot`.
  void flow(model::Workforce const& people, std::size_t slot, int counter,
            std::int64_t amount = 1) {
    this->row(people.section[slot])[counter] += amount;
    if (people.extra.get(slot) != 0)
      this->flow_elsewhere(people, slot, counter, amount);
  }

  /// A person of `from` moves to `to`: counted between sections and between
  /// every pair of higher units that differ.
  void move(std::int32_t from, std::int32_t to, std::int64_t masters);

  /// Adds to a counter of a region, a subject and the whole, beside what their sections have.
  void add_in_market(std::int32_t region, std::int32_t subject, int counter, std::int64_t amount);

  /// What was counted as leaving there, thousandths of fte.
  struct FteLeft {
    std::int64_t region = 0, subject = 0, total = 0;
  };

  /// Somebody of `masters` (0 or 1) who left another board of the region this year has
  /// found a place in it: there, in the subject and in the whole, nobody left or came.
  void stay_in_market(std::int32_t region, std::int32_t subject, std::int64_t masters,
                      FteLeft const& fte);

  /// Counts the person once in every unit where `upper` says that he or she
  /// has lessons in upper vwo: [0] main, then the extra assignments.
  void upper_vwo(model::Workforce const& people, std::size_t slot,
                 std::span<std::uint8_t const> upper, bool wo_master);

  /// Takes over the counts of `other`, made from the same model.
  void restore(Counts const& other);

  /// Begins a year: flows and yearly counts to zero, heads_before = heads.
  void begin_year();

  /// Counts anew what follows from heads and degrees where nothing else is
  /// known of persons: right after end_year() only.
  void derive_terms();

  /// Ends a year: what is made of other counters, ages at `reference`; see()
  /// is for what comes after.
  void end_year(std::int32_t reference);

  /// The counters of a unit, summed; n_counters wide.
  void read(scenario::Level level, std::int32_t unit, std::int64_t* into) const;

  /// The same after end_year(), without copying where nothing is to be summed;
  /// else in `scratch`.
  std::int64_t const* see(scenario::Level level, std::int32_t unit, std::int64_t* scratch) const {
    if (level == scenario::Level::section && beside_.empty())
      return this->row(unit);
    return this->see_summed(level, unit, scratch);
  }

  /// Whether all stocks of all units are equal.
  bool same_stocks(Counts const& other) const;

 private:
  using Rows = LineVector<std::int64_t>;
  static std::int64_t* row_at(Rows& rows, std::int32_t index) {
    return rows.data() + static_cast<std::size_t>(index) * model::n_counters;
  }
  static std::int64_t const* row_at(Rows const& rows, std::int32_t index) {
    return rows.data() + static_cast<std::size_t>(index) * model::n_counters;
  }
  struct Standing;
  Standing standing_of(model::Workforce const& people, std::size_t slot,
                       std::int32_t reference) const;
  /// What stock() adds to the main section; whether it is a master, 0 or 1.
  std::int64_t stock_main(model::Workforce const& people, std::size_t slot, std::int64_t sign,
                          std::int32_t reference) {
    if (has_terms_)
      return this->stock_with_terms(people, slot, sign, reference);
    std::int64_t* const row = this->row(people.section[slot]);
    int const degree = people[model::Column::degree].get(slot);
    row[model::counter::heads] += sign;
    row[model::counter::degree_first + degree] += sign;
    row[model::counter::studying] += sign * std::int64_t{people.programme.get(slot) != 0};
    row[model::counter::fte] += sign * people.main_fte.get(slot);
    return degree >= static_cast<int>(scenario::Degree::hbo_master) ? 1 : 0;
  }
  std::int64_t stock_with_terms(model::Workforce const& people, std::size_t slot, std::int64_t sign,
                                std::int32_t reference);
  /// What stock() adds beyond the chain of the main section.
  void stock_elsewhere(model::Workforce const& people, std::size_t slot, std::int64_t sign,
                       std::int32_t reference);
  /// What pass() adds beyond the chain of the main section.
  void pass_elsewhere(model::Workforce const& people, std::size_t slot, std::int64_t sign,
                      std::int32_t reference, int heads, int masters);
  /// What flow() adds beyond the chain of the main section.
  void flow_elsewhere(model::Workforce const& people, std::size_t slot, int counter,
                      std::int64_t amount);
  template <class Add>
  void in_other_units(model::Workforce const& people, std::size_t slot, Add const& add);
  std::int64_t const* see_summed(scenario::Level level, std::int32_t unit,
                                 std::int64_t* scratch) const;
  std::span<std::int32_t const> schools_of(scenario::Level level, std::int32_t unit) const;
  /// Adds the rows of the sections of a subject.
  void add_sections(std::int32_t subject, std::int64_t* into) const;
  /// What a unit above the sections has besides the sum of its sections.
  std::int64_t const* corrections(scenario::Level level, std::int32_t unit) const;
  /// Calls change(row) for every row that may hold something.
  template <class Change>
  void for_each_row(Change const& change);

  model::Model const* model_;
  bool corrected_;  ///< whether rows besides those of sections can hold anything
  bool has_subjects_;
  int yearly_end_;  ///< counters from n_stocks up to this one begin each year at zero
  bool has_terms_;  ///< Features::terms
  bool has_births_;
  Rows rows_;     ///< [section]
  Rows beside_;   ///< [section]
  Rows schools_;  ///< [school], corrections
  Rows boards_;
  Rows regions_;
  Rows subjects_;  ///< empty when nobody asks
  Rows total_;
  Rows sums_;  ///< [school] of its sections; when a higher level is reported
  std::vector<std::vector<std::int32_t>> sections_of_;          ///< [school]
  std::vector<std::vector<std::int32_t>> sections_of_subject_;  ///< [subject]
  std::vector<std::vector<std::int32_t>> schools_of_board_, schools_of_region_;
  std::vector<std::int32_t> all_schools_;
};

}  // namespace meesterplan::engine
