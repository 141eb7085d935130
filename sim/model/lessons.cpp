#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/fte.hpp"
#include "sim/model/assignments.hpp"
#include "sim/model/building.hpp"
#include "sim/model/groups.hpp"

namespace meesterplan::model {

namespace {

using scenario::DemandMode;

/// Demand of the upper parts by section in the first year that is known,
/// at the centre, as far as a table or pupils tell it. [section] thousandths
std::vector<std::array<double, 2>> upper_demand(Building const& building) {
  DemandModel const& demand = building.model.demand;
  std::vector<std::array<double, 2>> upper(building.scenario_section.size(), {0, 0});
  if (demand.mode == DemandMode::table) {
    for (std::size_t section = 0; section < upper.size(); ++section) {
      auto const& given = demand.table[upper.size() + section];
      upper[section] = {static_cast<double>(std::max<std::int64_t>(given[0], 0)),
                        static_cast<double>(std::max<std::int64_t>(given[1], 0))};
    }
  }
  for (DemandModel::PupilGroup const& group : demand.groups) {
    if (group.step > 0) {
      break;
    }
    auto const part = static_cast<std::size_t>(group.part);
    if (part < upper.front().size()) {
      upper[static_cast<std::size_t>(group.section)][part] +=
          groups_of(group, group.pupils) * group.fte_thousandths_per_group;
    }
  }
  return upper;
}

/// What the file says of upper lessons in a section, and who may give them.
struct UpperStaff {
  bool given = false;
  std::int64_t first_degree_fte = 0;
};

std::vector<UpperStaff> upper_staff(Building const& building) {
  std::vector<UpperStaff> staff(building.scenario_section.size());
  for (std::int32_t row = 0; row < building.model.n_start; ++row) {
    scenario::Person const& person = person_in(building, row);
    for (scenario::Assignment const& assignment : person.assignments) {
      auto& section = staff[static_cast<std::size_t>(building.section_index(assignment.section))];
      section.given = section.given || assignment.upper_vwo || assignment.upper_havo;
    }
    for (Held const& part : held_by(building, person)) {
      if (part.licence == scenario::Licence::first_degree) {
        staff[static_cast<std::size_t>(part.section)].first_degree_fte += part.fte;
      }
    }
  }
  return staff;
}

void tell_defaults(Building& building, std::int64_t spread, std::int64_t without) {
  std::string const n_spread = std::to_string(spread);
  std::string const n_without = std::to_string(without);
  if (spread > 0) {
    building.tell(Severity::note, {}, "upper_vwo",
                  {"van " + n_spread +
                       " secties noemt het bestand geen bovenbouwlessen; ze zijn gelijk verdeeld "
                       "over de eerstegraders.",
                   "of " + n_spread +
                       " sections the file gives no upper lessons; they are divided equally over "
                       "first-degree staff."});
  }
  if (without > 0) {
    building.tell(
        Severity::note, {}, "upper_vwo",
        {"van " + n_without + " secties zijn geen bovenbouwlessen bekend; ze tellen er nul.",
         "of " + n_without + " sections no upper lessons are known; they have none."});
  }
}

}  // namespace

void fill_lessons(Building& building) {
  if (!building.model.lessons.used) {
    return;
  }
  std::vector<UpperStaff> const staff = upper_staff(building);
  std::vector<std::array<double, 2>> const upper = upper_demand(building);
  std::vector<std::array<std::int32_t, 2>> shares(staff.size(), {0, 0});
  std::int64_t spread = 0;
  std::int64_t without = 0;
  double const largest = static_cast<double>(building.model.lessons.max_upper);
  for (std::size_t section = 0; section < staff.size(); ++section) {
    if (staff[section].given) {
      continue;
    }
    std::array<double, 2> const& wanted = upper[section];
    double const fte = static_cast<double>(staff[section].first_degree_fte);
    if (!(wanted[0] + wanted[1] > 0) || !(fte > 0)) {
      ++without;
      continue;
    }
    ++spread;
    double const all = (wanted[0] + wanted[1]) / fte * static_cast<double>(millionths);
    double const cut = all > largest ? largest / all : 1;
    for (std::size_t part = 0; part < wanted.size(); ++part) {
      shares[section][part] = static_cast<std::int32_t>(
          std::floor(wanted[part] / fte * static_cast<double>(millionths) * cut));
    }
  }
  building.default_upper = std::move(shares);
  tell_defaults(building, spread, without);
}

void find_usual_upper(Building& building) {
  LessonModel& lessons = building.model.lessons;
  if (!lessons.used) {
    return;
  }
  std::size_t const n_sections = building.scenario_section.size();
  std::vector<std::int64_t> sum(n_sections, 0);
  std::vector<std::int64_t> teachers(n_sections, 0);
  for (std::int32_t row = 0; row < building.model.n_start; ++row) {
    for (Held const& part : held_by(building, person_in(building, row))) {
      auto const section = static_cast<std::size_t>(part.section);
      sum[section] += part.upper_vwo;
      teachers[section] += part.upper_vwo > 0 ? 1 : 0;
    }
  }
  for (std::size_t section = 0; section < n_sections; ++section) {
    std::int64_t const n = teachers[section];
    lessons.usual_upper.push_back(n > 0 ? sum[section] / n : 0);
  }
}

}  // namespace meesterplan::model
