#include <algorithm>
#include <cstddef>

#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

constexpr std::int32_t months_a_year = 12;
/// Nobody who is played is older at the start, nor younger at the end.
constexpr std::int32_t oldest = 110;
constexpr std::int32_t youngest = 10;

std::int32_t floor_division(std::int32_t value, std::int32_t divisor) {
  return value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);
}

/// First month m in which someone born in `birth` is as old as m asks: in the
/// months of one step the age asked is the same, so only its first month with
/// the age can be the answer.
std::int32_t pension_of(std::int32_t birth, std::vector<scenario::PensionStep> const& steps) {
  for (std::size_t index = 0; index < steps.size(); ++index) {
    bool const is_first = index == 0;
    bool const is_last = index + 1 == steps.size();
    std::int32_t const reached = birth + steps[index].months;
    std::int32_t const month = is_first ? reached : std::max(reached, steps[index].from.index);
    if (is_last || month < steps[index + 1].from.index) {
      return month;
    }
  }
  return birth + scenario::PensionStep{}.months;
}

}  // namespace

void build_pension(Building& building) {
  auto steps = building.scenario.pension;
  std::stable_sort(steps.begin(), steps.end(),
                   [](auto const& left, auto const& right) { return left.from < right.from; });
  Model& model = building.model;
  std::int32_t const reference = reference_month(model.start).index;
  model.pension_first_birth = reference - oldest * months_a_year;
  std::int32_t const last_birth = reference + (model.years - youngest) * months_a_year;
  for (std::int32_t birth = model.pension_first_birth; birth <= last_birth; ++birth) {
    model.pension_month.push_back(pension_of(birth, steps));
  }
}

std::int32_t Model::pension_month_of(std::int32_t birth) const {
  auto const last = static_cast<std::int32_t>(pension_month.size()) - 1;
  std::int32_t const row = std::clamp(birth - pension_first_birth, 0, last);
  return pension_month[static_cast<std::size_t>(row)];
}

std::int32_t Model::retirement_base(std::int32_t birth) const {
  return floor_division(reference_month(start + 1).index - this->pension_month_of(birth),
                        months_a_year);
}

std::int32_t Model::age_base(std::int32_t birth) const {
  return floor_division(reference_month(start).index - birth, months_a_year);
}

}  // namespace meesterplan::model
