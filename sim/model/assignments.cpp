#include "sim/model/assignments.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sim/base/fte.hpp"

namespace meesterplan::model {

namespace {

/// A main assignment never gets smaller (docs/methods.md).
constexpr std::int64_t least_main_fte = 50;

std::int32_t share_in_millionths(std::optional<double> const& share) {
  return static_cast<std::int32_t>(
      std::floor(share.value_or(0) * static_cast<double>(millionths) + 0.5));
}

/// Whether what is known from `date` on holds when the person is first seen.
bool is_early(Building const& building, scenario::Person const& person, Date date) {
  std::int32_t const start = building.model.start;
  std::int32_t const comes = person.starts_on ? step_of(*person.starts_on, start) : 0;
  return step_of(date, start) <= comes;
}

}  // namespace

std::vector<Held> held_by(Building const& building, scenario::Person const& person) {
  auto const& fallback = building.default_upper;
  std::vector<Held> held;
  for (scenario::Assignment const& assignment : person.assignments) {
    Held part;
    part.section = building.section_index(assignment.section);
    part.fte = assignment.fte.thousandths;
    part.licence = assignment.licence;
    part.upper_vwo = share_in_millionths(assignment.upper_vwo);
    part.upper_havo = share_in_millionths(assignment.upper_havo);
    if (!fallback.empty() && part.licence == scenario::Licence::first_degree) {
      auto const& shares = fallback[static_cast<std::size_t>(part.section)];
      part.upper_vwo = assignment.upper_vwo ? part.upper_vwo : shares[0];
      part.upper_havo = assignment.upper_havo ? part.upper_havo : shares[1];
    }
    held.push_back(part);
  }
  std::sort(held.begin(), held.end(),
            [](Held const& left, Held const& right) { return left.section < right.section; });
  auto const main =
      std::max_element(held.begin(), held.end(),
                       [](Held const& left, Held const& right) { return left.fte < right.fte; });
  std::rotate(held.begin(), main, main + 1);
  Held& first = held.front();
  if (person.hours && is_early(building, person, person.hours->from)) {
    std::int64_t const change = person.hours->fte.thousandths - total_fte(held);
    first.fte = std::max(first.fte + change, least_main_fte);
  }
  if (person.licensed && is_early(building, person, person.licensed->from)) {
    first.licence = person.licensed->licence;
  }
  return held;
}

std::int64_t total_fte(std::vector<Held> const& held) {
  std::int64_t total = 0;
  for (Held const& part : held) {
    total += part.fte;
  }
  return total;
}

}  // namespace meesterplan::model
