#include "sim/model/money.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

using scenario::Money;
using scenario::Scale;
using scenario::WageRow;

std::int64_t in_cents(double euro) {
  constexpr double cents_a_euro = 100;
  return static_cast<std::int64_t>(std::floor(euro * cents_a_euro + 0.5));
}

/// Years of experience from which on a class of wages begins.
std::set<std::int32_t> first_years(Money const& money) {
  std::set<std::int32_t> first = {0};
  for (WageRow const& row : money.wages) {
    if (row.experience.from > 0 && row.experience.from <= long_ago)
      first.insert(row.experience.from);
    if (row.experience.to < long_ago)
      first.insert(std::max(row.experience.to + 1, 0));
  }
  return first;
}

/// The row that holds for a scale and years of experience; the rows without a scale
/// are for scales without rows of their own.
WageRow const* find_wage(Money const& money, Scale scale, std::int32_t experience) {
  auto const is_of = [](Scale wanted) {
    return [wanted](WageRow const& row) { return row.scale == wanted; };
  };
  bool const has_own = std::any_of(money.wages.begin(), money.wages.end(), is_of(scale));
  Scale const looked_up = has_own ? scale : Scale::none;
  auto const found = std::find_if(money.wages.begin(), money.wages.end(), [&](WageRow const& row) {
    return row.scale == looked_up && row.experience.contains(experience);
  });
  return found == money.wages.end() ? nullptr : &*found;
}

void build_wages(Building& building, Money const& money) {
  MoneyModel& model = building.model.money;
  std::set<std::int32_t> const first = first_years(money);
  model.n_classes = static_cast<std::int32_t>(first.size());
  model.class_of_experience.resize(long_ago + 1);
  std::uint8_t last_class = 0;
  for (std::int32_t years = 0; years <= long_ago; ++years) {
    if (years > 0 && first.count(years) > 0)
      ++last_class;
    model.class_of_experience[static_cast<std::size_t>(years)] = last_class;
  }
  for (int index = 0; index < scenario::n_scales; ++index) {
    auto const scale = static_cast<Scale>(index);
    for (std::int32_t const years : first) {
      WageRow const* const row =
          find_wage(money, scale == Scale::none ? money.default_scale : scale, years);
      // Scales that nobody has need no wages.
      model.wages.push_back(row == nullptr ? Number{}
                                           : building.parameters.add(row->amount, Use::as_is));
    }
  }
}

void build_amounts(Building& building, Money const& money) {
  MoneyModel& model = building.model.money;
  auto const add = [&](scenario::Uncertain const& number) {
    return building.parameters.add(number, Use::as_is);
  };
  model.price_step = money.price_year - building.model.start;
  model.price_growth = add(money.price_growth);
  model.tuition_paid = money.tuition_paid;
  model.year_hours = money.year_hours;
  for (scenario::Programme const& programme : building.scenario.programmes)
    model.tuition.push_back(add(programme.tuition));
  if (!building.scenario.programmes.empty()) {
    model.grant_tuition = add(money.grant_tuition);
    model.grant_hour = add(money.grant_hour);
  }
  model.vacancy = add(money.vacancy);
  model.cover = add(money.cover);
  model.leaver = add(money.leaver);
  if (building.scenario.surplus == scenario::SurplusMode::redundancy)
    model.redundancy = add(money.redundancy);
  model.redundancy_most = money.redundancy_most;
}

/// The index of a board in the model.
std::int32_t board_of(Building const& building, std::string const& name) {
  auto const& names = building.names.units[static_cast<std::size_t>(scenario::Level::board)];
  auto const found = std::find(names.begin(), names.end(), name);
  return static_cast<std::int32_t>(found - names.begin());
}

void build_study_budgets(Building& building, Money const& money) {
  auto const is_of_study = [](scenario::BudgetRow const& row) {
    return row.what == scenario::BudgetFor::study;
  };
  if (std::none_of(money.budgets.begin(), money.budgets.end(), is_of_study))
    return;
  Model& model = building.model;
  constexpr std::int64_t no_limit = -1;
  model.money.study_budget.assign(
      static_cast<std::size_t>(model.years) + 1,
      std::vector<std::int64_t>(static_cast<std::size_t>(model.units.n_boards), no_limit));
  for (scenario::BudgetRow const& row : money.budgets) {
    int const step = row.year - model.start;
    if (!is_of_study(row) || step < 0 || step > model.years)
      continue;
    auto const board = static_cast<std::size_t>(board_of(building, row.board));
    model.money.study_budget[static_cast<std::size_t>(step)][board] = in_cents(row.amount);
  }
}

/// Persons whose scale is not known are paid as the default says, which is told.
void note_default_scale(Building& building, Money const& money) {
  auto const& people = building.scenario.people;
  auto const n = std::count_if(people.begin(), people.end(),
                               [](auto const& person) { return person.scale == Scale::none; });
  auto const& entrants = building.scenario.recruitment.entrants;
  bool const hires = building.scenario.recruitment.mode != scenario::RecruitmentMode::none &&
                     std::any_of(entrants.begin(), entrants.end(),
                                 [](auto const& entrant) { return entrant.scale == Scale::none; });
  if (n == 0 && !hires)
    return;
  std::string const scale(key_of(money.default_scale));
  std::string const count = std::to_string(n);
  building.tell(Severity::note, money.place, "money.default_scale",
                {"onbekende schaal: " + count + (n == 1 ? " leraar" : " leraren") +
                     (hires ? ", en nieuwkomers" : "") + ". Zij worden betaald als " + scale + ".",
                 "unknown scale: " + count + (n == 1 ? " teacher" : " teachers") +
                     (hires ? ", and entrants" : "") + ". They are paid as " + scale + "."});
}

}  // namespace

void plan_budgets(Building& building) {
  if (!building.scenario.money)
    return;
  auto& budgets = building.model.plan.budgets;
  for (scenario::BudgetRow const& row : building.scenario.money->budgets) {
    int const step = row.year - building.model.start;
    bool const is_played = step > 0 && step < building.model.years;
    if (row.what == scenario::BudgetFor::all && is_played)
      budgets.push_back({board_of(building, row.board), step, in_cents(row.amount)});
  }
  std::sort(budgets.begin(), budgets.end(), [](BudgetPlan const& left, BudgetPlan const& right) {
    return std::pair(left.board, left.step) < std::pair(right.board, right.step);
  });
}

void build_money(Building& building) {
  if (!building.scenario.money)
    return;
  Money const& money = *building.scenario.money;
  building.model.money.used = true;
  build_wages(building, money);
  build_amounts(building, money);
  build_policy_costs(building);
  build_study_budgets(building, money);
  note_default_scale(building, money);
}

}  // namespace meesterplan::model
