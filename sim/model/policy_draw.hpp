#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/chance/address.hpp"
#include "sim/model/policies.hpp"

namespace meesterplan::model {

class Draw;
struct Model;

/// `probability` with its odds multiplied by `ratio` > 0; 0 and 1 stay.
double with_odds(double probability, double ratio);

/// What one future believes of policies: which are carried out, and what all of
/// them together do to each behaviour in each step.
///
/// Effects on one behaviour add in log, each times strength x phase-in of its
/// policy; under `constraining` their sum is then multiplied by
/// w = s + (1 - s) min |L_d| / max |L_d|, L_d what lies on ability, motivation
/// and opportunity; last, what lifts a bottleneck is limited to what that does
/// (docs/methods.md, "Policies").
class PolicyDraw {
 public:
  explicit PolicyDraw(Model const& model);

  /// Draws who is carried out and forms all effects; `draw` has its parameters set.
  void set(chance::Stream stream, Draw const& draw);

  bool is_carried_out(std::size_t policy) const { return carried_out_[policy] != 0; }
  /// Strength x phase-in of a policy in step 0 .. years; 0 when it is not carried out.
  double intensity(std::size_t policy, std::int32_t step) const;

  /// The ratio by which policies change a behaviour in a section; exactly 1
  /// where they do not.
  double ratio(scenario::Behaviour behaviour, std::int32_t step, std::int32_t section) const {
    return this->look_up(by_scope_[static_cast<std::size_t>(behaviour)], step, section, 1);
  }
  /// The share that policies add; 0 where they do not, and on the reference date.
  double share(scenario::Behaviour behaviour, std::int32_t step, std::int32_t section) const {
    return this->look_up(by_scope_[static_cast<std::size_t>(behaviour)], step, section, 0);
  }
  /// `probability` with the odds that policies give it.
  double shifted(scenario::Behaviour behaviour, double probability, std::int32_t step,
                 std::int32_t section) const {
    double const odds = this->ratio(behaviour, step, section);
    return odds == 1 ? probability : with_odds(probability, odds);
  }
  /// The hazard ratio on drop-out of a programme.
  double dropout(std::size_t programme, std::int32_t step, std::int32_t section) const {
    return dropout_.empty() ? 1 : this->look_up(dropout_[programme], step, section, 1);
  }
  /// The part of a programme's new students who need a year less.
  double exemption(std::size_t programme, std::int32_t step, std::int32_t section) const {
    return exemption_.empty() ? 0 : this->look_up(exemption_[programme], step, section, 0);
  }
  /// The multiplier of an entrant row's weight.
  double entrant(std::size_t row, std::int32_t step, std::int32_t scope) const;
  /// The multiplier of the candidates of an entrant row for a subject in a region.
  double pool(std::int32_t row, std::int32_t step, std::int32_t subject, std::int32_t region) const;

  /// How lessons of a section are given out in `step`, decisions counted.
  scenario::LessonOrder lesson_order(std::int32_t step, std::int32_t section) const;

  /// Writes the factors of a clock's effect table: [step][cell] from `into` on.
  void fill(EffectTable const& table, std::vector<double>& into) const;

 private:
  using Values = std::vector<double>;  ///< [step][cell]; empty: no effects

  double look_up(Values const& values, std::int32_t step, std::int32_t section,
                 double neutral) const {
    if (values.empty() || step < 0)
      return neutral;
    return values[this->index(step, section)];
  }
  std::size_t index(std::int32_t step, std::int32_t section) const;
  /// The sum of all effects in a cell: log of a ratio, or share.
  double sum(EffectTable const& table, std::size_t cell, std::int32_t step) const;
  double value(EffectTable const& table, std::size_t cell, std::int32_t step) const;
  double weight(EffectTable const& table, std::size_t cell, std::int32_t step) const;
  double lift(std::vector<std::int32_t> const& bottlenecks, double effect) const;
  void draw_carried_out();

  Model const& model_;
  PolicyModel const& policies_;
  Draw const* draw_ = nullptr;
  chance::Stream stream_;
  std::vector<std::uint8_t> carried_out_;     ///< [policy]
  std::vector<std::uint8_t> same_as_before_;  ///< [step] 1: every policy is as strong as a year ago
  std::array<Values, scenario::n_behaviours> by_scope_;
  std::vector<Values> dropout_, exemption_, entrants_, pool_;
  // Scratch of sum(): what each bottleneck does in the cell at hand, and what of
  // that may still be lifted.
  mutable std::vector<double> burden_, left_;  ///< [bottleneck]
};

}  // namespace meesterplan::model
