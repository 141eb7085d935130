#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/model/money.hpp"

namespace meesterplan::model {

class Draw;
struct Model;

/// What one future believes of amounts: every one in whole cents, in the prices of the
/// school year start + step. Empty in a model without money.
class MoneyDraw {
 public:
  explicit MoneyDraw(Model const& model);

  /// Reckons all amounts; `draw` has its parameters set.
  void set(Draw const& draw);

  /// Cents of a full-time job for a school year.
  std::int64_t wage(std::int32_t step, std::int32_t scale, std::int32_t experience) const {
    return wages_[at(step, model_wages_) + money_.wage_index(scale, experience)];
  }
  /// Cents of tuition that the board pays a year.
  std::int64_t tuition(std::int32_t step, std::int32_t programme, bool grant) const {
    return tuition_[at(step, 2 * money_.tuition.size()) + 2 * static_cast<std::size_t>(programme) +
                    (grant ? 1 : 0)];
  }
  /// Cents that a grant gives back for a full-time job of leave, a school year long.
  std::int64_t grant_leave(std::int32_t step) const { return grant_leave_[index(step)]; }
  std::int64_t vacancy(std::int32_t step) const { return vacancy_[index(step)]; }
  std::int64_t cover(std::int32_t step) const { return cover_[index(step)]; }
  std::int64_t leaver(std::int32_t step) const { return leaver_[index(step)]; }
  /// Millionths of a year's pay that a redundancy costs after so many years of service.
  std::int64_t redundancy(std::int32_t years) const {
    return std::min(years * redundancy_, redundancy_most_);
  }
  /// Cents of a cost of a policy at full strength; of wage_share millionths.
  std::int64_t policy_cost(std::int32_t step, std::size_t cost) const {
    return policy_costs_[at(step, money_.policy_costs.size()) + cost];
  }

 private:
  static std::size_t index(std::int32_t step) { return static_cast<std::size_t>(step); }
  static std::size_t at(std::int32_t step, std::size_t a_step) { return index(step) * a_step; }

  MoneyModel const& money_;
  std::size_t n_steps_ = 0;
  std::size_t model_wages_ = 0;  ///< a step
  std::vector<std::int64_t> wages_, tuition_, grant_leave_, vacancy_, cover_, leaver_,
      policy_costs_;
  std::int64_t redundancy_ = 0;       ///< millionths of a year's pay a year of service
  std::int64_t redundancy_most_ = 0;  ///< the same, at most
};

}  // namespace meesterplan::model
