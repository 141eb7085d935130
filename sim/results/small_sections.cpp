#include "sim/results/small_sections.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <set>
#include <tuple>

namespace meesterplan::results {

bool is_small(model::Names const& names, scenario::Level level, std::int32_t unit) {
  auto const& heads = names.start_heads;
  if (level == scenario::Level::section) {
    return heads[static_cast<std::size_t>(unit)] < fewest_heads_shown;
  }
  if (level == scenario::Level::subject) {
    std::int64_t sum = 0;
    for (std::size_t section = 0; section < heads.size(); ++section)
      sum += names.section_subject[section] == unit ? heads[section] : 0;
    return sum < fewest_heads_shown;
  }
  // A higher unit can only be small when all sections together are.
  return std::accumulate(heads.begin(), heads.end(), std::int64_t{0}) < fewest_heads_shown;
}

namespace {

bool is_enough(std::size_t heads) {
  return heads >= static_cast<std::size_t>(fewest_heads_shown);
}

/// Persons by their place in Names::staying.
using People = std::vector<std::int32_t>;

/// Leaves out as many of `units` as needed, the smallest first; `people` and
/// `left_out` are of all units of the level.
void leave_out(std::vector<std::size_t> units, std::vector<People> const& people,
               std::vector<bool>& left_out) {
  std::sort(units.begin(), units.end(), [&](std::size_t left, std::size_t right) {
    return std::tuple(people[left].size(), left) < std::tuple(people[right].size(), right);
  });
  std::set<std::int32_t> hidden;
  int n_hidden = 0;
  for (std::size_t const unit : units) {
    bool const are_safe = n_hidden == 0 || (n_hidden >= 2 && is_enough(hidden.size()));
    if (is_enough(people[unit].size()) && are_safe)
      return;
    left_out[unit] = true;
    hidden.insert(people[unit].begin(), people[unit].end());
    // A unit without people hides nobody.
    n_hidden += people[unit].empty() ? 0 : 1;
  }
}

/// The persons of each unit, each once; `unit_of` tells the unit of a section.
template <class UnitOf>
std::vector<People> people_of(model::Names const& names, std::size_t n_units, UnitOf unit_of) {
  std::vector<People> people(n_units);
  for (std::size_t person = 0; person < names.staying.size(); ++person) {
    auto const id = static_cast<std::int32_t>(person);
    for (std::int32_t const section : names.staying[person]) {
      People& own = people[unit_of(static_cast<std::size_t>(section))];
      if (own.empty() || own.back() != id)
        own.push_back(id);
    }
  }
  return people;
}

}  // namespace

NeedsOnly units_with_needs_only(model::Model const& model, model::Names const& names) {
  std::vector<std::int32_t> const& school_of = model.units.section_school;
  std::size_t const n_sections = school_of.size();
  std::size_t const n_schools = model.units.school_board.size();
  auto const school = [&](std::size_t section) {
    return static_cast<std::size_t>(school_of[section]);
  };
  NeedsOnly needs_only{std::vector<bool>(n_sections), std::vector<bool>(n_schools)};

  std::vector<std::size_t> schools(n_schools);
  std::iota(schools.begin(), schools.end(), std::size_t{0});
  leave_out(schools, people_of(names, n_schools, school), needs_only.school);

  std::vector<std::vector<std::size_t>> of_school(n_schools);
  for (std::size_t section = 0; section < n_sections; ++section)
    of_school[school(section)].push_back(section);
  auto const people = people_of(names, n_sections, [](std::size_t section) { return section; });
  for (std::vector<std::size_t> const& sections : of_school)
    leave_out(sections, people, needs_only.section);
  for (std::size_t section = 0; section < n_sections; ++section) {
    if (needs_only.school[school(section)])
      needs_only.section[section] = true;
  }
  return needs_only;
}

bool is_shown_of_small(std::string_view metric) {
  return metric == "demand";
}

}  // namespace meesterplan::results
