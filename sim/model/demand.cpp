#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

using scenario::DemandMode;
using scenario::DemandRow;
using scenario::LessonPart;

constexpr double minutes_an_hour = 60;
constexpr double thousand = 1000;
constexpr int first_upper_year = 4;

/// A part that is not given is as on the reference date.
constexpr std::int64_t as_on_reference = -1;

std::array<std::int64_t, 3> parts_of(DemandRow const& row) {
  return {row.upper_vwo ? row.upper_vwo->thousandths : as_on_reference,
          row.upper_havo ? row.upper_havo->thousandths : as_on_reference, row.fte.thousandths};
}

void build_table(Building& building) {
  DemandModel& demand = building.model.demand;
  std::size_t const n_sections = building.scenario_section.size();
  auto const n_steps = static_cast<std::size_t>(building.model.years) + 1;
  demand.table.assign(n_steps * n_sections, {0, 0, 0});
  for (DemandRow const& row : building.scenario.demand.table) {
    auto const section = static_cast<std::size_t>(building.section_index(row.section));
    std::array<std::int64_t, 3> const parts = parts_of(row);
    for (std::size_t step = 0; step < n_steps; ++step) {
      if (row.year.contains(building.model.start + static_cast<std::int32_t>(step))) {
        demand.table[step * n_sections + section] = parts;
      }
    }
  }
}

LessonPart part_of(std::string const& track, int year_of_study) {
  if (track == "vwo" && year_of_study >= first_upper_year && year_of_study <= 6) {
    return LessonPart::upper_vwo;
  }
  if (track == "havo" && year_of_study >= first_upper_year && year_of_study <= 5) {
    return LessonPart::upper_havo;
  }
  return LessonPart::rest;
}

/// Section by (school, subject), in the model's indexes.
using SectionOf = std::map<std::pair<std::int32_t, std::int32_t>, std::int32_t>;

SectionOf sections_by_subject(Building& building) {
  Units const& units = building.model.units;
  SectionOf sections;
  for (std::int32_t section = 0; section < units.n_sections(); ++section) {
    auto const index = static_cast<std::size_t>(section);
    bool const is_new =
        sections
            .emplace(std::pair(units.section_school[index], units.section_subject[index]), section)
            .second;
    if (is_new) {
      continue;
    }
    auto const& again =
        building.scenario.sections[static_cast<std::size_t>(building.scenario_section[index])];
    building.tell(Severity::error, again.place, "subject",
                  {"het vak " + again.subject +
                       " heeft op deze school al een sectie (leerlingen zijn dan niet te "
                       "verdelen). Voeg de secties samen of geef de vraag met een tabel.",
                   "the subject " + again.subject +
                       " already has a section at this school (so pupils cannot be divided). "
                       "Join the sections or give demand by a table."});
  }
  return sections;
}

/// Pupils of one school, track and year of study by school year.
using Counted = std::map<int, int>;
using Cohorts = std::map<std::tuple<std::int32_t, std::string, int>, Counted>;

Cohorts cohorts_of(Building const& building) {
  Cohorts cohorts;
  for (scenario::PupilRow const& row : building.scenario.demand.pupils) {
    std::int32_t const school = building.school_of[static_cast<std::size_t>(row.school)];
    cohorts[{school, row.track, row.year_of_study}][row.year] += row.pupils;
  }
  return cohorts;
}

/// Pupils in `school_year`, those of the last year before it that is counted
/// where it is not; 0 before the first.
int pupils_in(Counted const& counted, int school_year) {
  auto const after = counted.upper_bound(school_year);
  return after == counted.begin() ? 0 : std::prev(after)->second;
}

void tell_short_forecast(Building& building, Cohorts const& cohorts) {
  int const last = building.model.start + building.model.years;
  int shortest = last;
  for (auto const& [cohort, counted] : cohorts) {
    shortest = std::min(shortest, counted.rbegin()->first);
  }
  if (shortest == last) {
    return;
  }
  std::string const year = std::to_string(shortest);
  building.tell(Severity::note, {}, "demand.pupils",
                {"de leerlingenprognose loopt niet voor alle leerjaren door; na " + year +
                     " geldt het laatste aantal.",
                 "the pupil forecast does not go on for all years of study; after " + year +
                     " the last number holds."});
}

void build_pupils(Building& building) {
  auto const& rules = building.scenario.demand;
  DemandModel& demand = building.model.demand;
  SectionOf const sections = sections_by_subject(building);
  Cohorts const cohorts = cohorts_of(building);
  tell_short_forecast(building, cohorts);
  double const fte_a_lesson =
      rules.lesson_minutes / minutes_an_hour * rules.weeks / rules.full_time_hours * thousand;
  std::vector<scenario::LessonRow> lessons = rules.lessons;
  std::stable_sort(lessons.begin(), lessons.end(), [](auto const& left, auto const& right) {
    return left.subject < right.subject;
  });
  Space const space = building.space();
  for (auto const& [cohort, counted] : cohorts) {
    auto const& [school, track, year_of_study] = cohort;
    for (scenario::LessonRow const& lesson : lessons) {
      bool const taught = lesson.track == track && lesson.year_of_study == year_of_study;
      std::vector<std::int32_t> const subject =
          space.subjects(std::span<std::string const>(&lesson.subject, taught ? 1 : 0));
      auto const place =
          subject.empty() ? sections.end() : sections.find(std::pair(school, subject.front()));
      if (place == sections.end()) {
        continue;
      }
      DemandModel::PupilGroup group;
      group.section = place->second;
      group.part = static_cast<std::int32_t>(part_of(track, year_of_study));
      group.participation = lesson.participation;
      group.group_size = lesson.group_size;
      group.fte_thousandths_per_group = lesson.lessons * fte_a_lesson;
      for (std::int32_t step = 0; step <= building.model.years; ++step) {
        group.step = step;
        group.pupils = pupils_in(counted, building.model.start + step);
        demand.groups.push_back(group);
      }
    }
  }
  std::stable_sort(demand.groups.begin(), demand.groups.end(),
                   [](auto const& left, auto const& right) {
                     return std::tuple(left.step, left.section, left.part) <
                            std::tuple(right.step, right.section, right.part);
                   });
  demand.growth_error = building.parameters.add(rules.growth_error, Use::as_is);
}

}  // namespace

void build_demand(Building& building) {
  DemandModel& demand = building.model.demand;
  demand.mode = building.scenario.demand.mode;
  for (std::int32_t const index : building.scenario_section) {
    demand.open_vacancies.push_back(
        building.scenario.sections[static_cast<std::size_t>(index)].open_vacancies.thousandths);
  }
  if (demand.mode == DemandMode::table) {
    build_table(building);
  } else if (demand.mode == DemandMode::pupils) {
    build_pupils(building);
  }
}

}  // namespace meesterplan::model
