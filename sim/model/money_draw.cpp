#include "sim/model/money_draw.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sim/base/fte.hpp"
#include "sim/model/draw.hpp"
#include "sim/model/model.hpp"

namespace meesterplan::model {

namespace {

constexpr double cents_a_euro = 100;

std::int64_t in_cents(double euro) {
  return static_cast<std::int64_t>(std::floor(euro * cents_a_euro + 0.5));
}

std::int64_t in_millionths(double share) {
  return static_cast<std::int64_t>(std::floor(share * double{millionths} + 0.5));
}

/// (1 + growth)^years, by repeated multiplication: the same bits everywhere.
double price_after(double growth, std::int32_t years) {
  double price = 1;
  for (std::int32_t year = 0; year < std::abs(years); ++year)
    price *= 1 + growth;
  return years < 0 ? 1 / price : price;
}

}  // namespace

MoneyDraw::MoneyDraw(Model const& model) : money_(model.money) {
  if (!money_.used)
    return;
  n_steps_ = static_cast<std::size_t>(model.years) + 1;
  model_wages_ = money_.wages.size();
  wages_.resize(n_steps_ * model_wages_);
  tuition_.resize(n_steps_ * 2 * money_.tuition.size());
  for (auto* amounts : {&grant_leave_, &vacancy_, &cover_, &leaver_})
    amounts->resize(n_steps_);
  policy_costs_.resize(n_steps_ * money_.policy_costs.size());
}

void MoneyDraw::set(Draw const& draw) {
  redundancy_ = in_millionths(draw.value(money_.redundancy));
  redundancy_most_ = in_millionths(money_.redundancy_most);
  double const growth = n_steps_ > 0 ? draw.value(money_.price_growth) : 0;
  double const most_by_grant = draw.value(money_.grant_tuition);
  for (std::size_t step = 0; step < n_steps_; ++step) {
    double const price = price_after(growth, static_cast<std::int32_t>(step) - money_.price_step);
    for (std::size_t index = 0; index < model_wages_; ++index)
      wages_[step * model_wages_ + index] = in_cents(draw.value(money_.wages[index]) * price);
    for (std::size_t programme = 0; programme < money_.tuition.size(); ++programme) {
      double const tuition = draw.value(money_.tuition[programme]);
      double const left = std::max(0.0, tuition - most_by_grant);
      auto const first = 2 * (step * money_.tuition.size() + programme);
      tuition_[first] = in_cents(tuition * money_.tuition_paid * price);
      tuition_[first + 1] = in_cents(left * money_.tuition_paid * price);
    }
    grant_leave_[step] = in_cents(draw.value(money_.grant_hour) * money_.year_hours * price);
    vacancy_[step] = in_cents(draw.value(money_.vacancy) * price);
    cover_[step] = in_cents(draw.value(money_.cover) * price);
    leaver_[step] = in_cents(draw.value(money_.leaver) * price);
    for (std::size_t cost = 0; cost < money_.policy_costs.size(); ++cost) {
      PolicyCostModel const& model = money_.policy_costs[cost];
      double const amount = draw.value(model.amount);
      bool const is_share = model.per == scenario::CostPer::wage_share;
      policy_costs_[step * money_.policy_costs.size() + cost] =
          is_share ? in_millionths(amount) : in_cents(amount * price);
    }
  }
}

}  // namespace meesterplan::model
