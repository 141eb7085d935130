#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/model.hpp"
#include "sim/model/money_draw.hpp"
#include "sim/model/policy_draw.hpp"

namespace meesterplan::model {

/// The yearly chance d to drop out that makes `completion` the share of those
/// who start a study of `years` counted years and finish it, when a year does
/// not count with chance `delay`.
///
/// With x = 1 - d a counted year is reached with chance
/// s = x (1 - delay) / (1 - x delay), for every year that does not count costs
/// another x; completion = s^years, so x = s / (1 - delay + s delay). In
/// [0, 1] for every completion in [0, 1] and delay in [0, 1).
double yearly_dropout(double completion, double delay, std::int32_t years);

/// The values of one clock's tables in one future.
struct ClockValues {
  struct Group {
    double const* hazard = nullptr;  ///< [kind][cell]
    double const* total = nullptr;   ///< [cell]
  };
  std::vector<Group> groups;
  std::vector<double const*> factors;  ///< [factor] -> [cell]
};

/// What one future believes: every number of the model at its drawn value.
///
/// Reused from future to future; set() allocates only the first time.
class Draw {
 public:
  explicit Draw(Model const& model);
  Draw(Draw const&) = delete;
  Draw& operator=(Draw const&) = delete;

  /// Draws the parameters of `replicate`.
  void set(std::uint32_t replicate);

  std::uint32_t replicate() const { return replicate_; }
  /// [parameter] stratum in [0, n_strata); empty when parameters are not drawn.
  std::vector<std::uint16_t> const& strata() const { return strata_; }

  double value(Number const& number) const;

  ClockValues exits;
  ClockValues enrol;
  ClockValues hours;
  double p_permanent = 1;
  double p_grant = 1;
  double without_grant = 1;
  /// [programme][grant] chance to drop out in a study year
  std::vector<std::array<double, 2>> dropout;
  std::vector<double> delay;               ///< [programme]
  std::vector<std::int32_t> leave_by_age;  ///< [age - timed_low] millionths taken
  std::vector<double> fill;                ///< [subject]
  /// Chances of the rows of RecruitmentModel::of_subject for a section, cumulative,
  /// ending in 1.
  std::vector<double> const& entrant_cumulative(std::int32_t step, std::int32_t section) const {
    std::size_t const first = entrant_scopes_ == 0 ? 0 : this->entrant_row(step, section);
    return entrant_cumulative_[first + static_cast<std::size_t>(
                                           model_.units.section_subject[static_cast<std::size_t>(
                                               section)])];
  }
  std::vector<std::int32_t> sick_leave;  ///< [school] millionths
  std::int32_t own_staff = 0;            ///< millionths of net fte
  std::int32_t unqualified = 0;          ///< millionths of demand
  /// [step x n_sections + section] thousandths, modes pupils and table:
  /// {upper vwo or -1, upper havo or -1, TOTAL}, as DemandModel::table
  std::vector<std::array<std::int64_t, 3>> demand;
  PolicyDraw policies;
  MoneyDraw money;

 private:
  struct Buffers {
    std::vector<std::vector<double>> hazard, total, ratio;
  };
  void prepare(ClockModel const& clock, ClockValues& values, Buffers& buffers);
  void refresh(ClockModel const& clock, Buffers& buffers);
  void apply_policies(ClockModel const& clock, Buffers& buffers) const;
  void draw_strata(chance::Stream stream);
  void set_numbers();
  void set_entrants();
  void set_entrants_of(std::size_t first, std::int32_t step, std::int32_t scope);
  std::size_t entrant_row(std::int32_t step, std::int32_t section) const;
  void set_leave();
  void set_demand();

  Model const& model_;
  std::uint32_t replicate_ = 0;
  std::vector<std::uint16_t> strata_;
  bool strata_drawn_ = false;
  /// [(step x entrant_scopes_ + scope) x subjects + subject][row]; one step and
  /// scope when policies leave entrants alone.
  std::vector<std::vector<double>> entrant_cumulative_;
  std::int32_t entrant_scopes_ = 0;  ///< 0: policies leave entrants alone
  Buffers exits_, enrol_, hours_;
};

}  // namespace meesterplan::model
