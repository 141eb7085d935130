#include "sim/model/money_sizes.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/fte.hpp"

namespace meesterplan::model {

namespace {

constexpr double a_quarter = 0.25;
constexpr double cents = 100;

/// How much more everything costs in the last year than in the prices of the file.
double last_price(MoneyModel const& money, std::int32_t years) {
  double price = 1;
  // Multiplied, as the C library's powers differ between machines.
  for (std::int32_t year = money.price_step; year < years; ++year)
    price *= 1 + std::max(0.0, money.price_growth.central);
  return price;
}

double largest(std::vector<Number> const& amounts) {
  double most = 0;
  for (Number const& amount : amounts)
    most = std::max(most, amount.central);
  return most;
}

double of_policies(MoneyModel const& money, double heads, double fte, double wages) {
  double sum = 0;
  for (PolicyCostModel const& cost : money.policy_costs) {
    switch (cost.per) {
      case scenario::CostPer::board:
      case scenario::CostPer::school:
        sum += cost.amount.central * static_cast<double>(cost.shared_by.size());
        break;
      case scenario::CostPer::fte:
        sum += cost.amount.central * fte;
        break;
      case scenario::CostPer::wage_share:
        sum += cost.amount.central * wages;
        break;
      default:
        sum += cost.amount.central * heads;
    }
  }
  return sum;
}

}  // namespace

std::array<std::int64_t, n_costs> large_costs(Building const& building, std::int64_t heads,
                                              std::int64_t fte) {
  Model const& model = building.model;
  MoneyModel const& money = model.money;
  std::array<std::int64_t, n_costs> sizes{};
  if (!money.used)
    return sizes;
  auto const persons = static_cast<double>(heads);
  double const jobs = static_cast<double>(fte) / 1000;
  double const wage = largest(money.wages);
  double const leave =
      static_cast<double>(std::max(model.net.study_with_grant, model.net.study_without_grant)) /
      static_cast<double>(millionths);
  double const students = model.study.capacity < 0 ? a_quarter
                                                   : static_cast<double>(model.study.capacity) /
                                                         static_cast<double>(millionths);
  double const price = last_price(money, model.years);
  auto const set = [&](Counter index, double euro) {
    sizes[static_cast<std::size_t>(index - counter::cost_first)] =
        std::llround(euro * price * cents);
  };
  double const wages = jobs * wage;
  for (int scale = 0; scale < scenario::n_scales; ++scale)
    set(static_cast<Counter>(counter::cost_wages_first + scale), wages);
  for (Counter const index :
       {counter::cost_wages, counter::cost_total, counter::cost_calendar, counter::cost_redundancy})
    set(index, wages);
  set(counter::cost_policy, of_policies(money, persons, jobs, wages));
  set(counter::cost_study, persons * students * (largest(money.tuition) + leave * wage));
  set(counter::cost_vacancy,
      a_quarter * (persons * money.vacancy.central + jobs * money.cover.central));
  set(counter::cost_turnover, a_quarter * persons * money.leaver.central);
  return sizes;
}

}  // namespace meesterplan::model
