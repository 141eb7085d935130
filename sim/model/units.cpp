#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

#include "sim/base/hash.hpp"
#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

/// Indexes of `items` in the order of their keys.
template <class Item>
std::vector<std::int32_t> order_by_key(std::vector<Item> const& items) {
  std::vector<std::int32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::int32_t left, std::int32_t right) {
    return items[static_cast<std::size_t>(left)].key < items[static_cast<std::size_t>(right)].key;
  });
  return order;
}

std::vector<std::int32_t> inverse(std::vector<std::int32_t> const& order) {
  std::vector<std::int32_t> places(order.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    places[static_cast<std::size_t>(order[place])] = static_cast<std::int32_t>(place);
  }
  return places;
}

std::vector<std::string> sorted_names(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::int32_t index_in(std::vector<std::string> const& names, std::string const& name) {
  return static_cast<std::int32_t>(std::lower_bound(names.begin(), names.end(), name) -
                                   names.begin());
}

void build_schools(Building& building) {
  auto const& schools = building.scenario.schools;
  building.scenario_school = order_by_key(schools);
  building.school_of = inverse(building.scenario_school);
  std::vector<std::string> boards;
  std::vector<std::string> regions;
  for (scenario::School const& school : schools) {
    boards.push_back(school.board);
    regions.push_back(school.region);
  }
  boards = sorted_names(std::move(boards));
  regions = sorted_names(std::move(regions));
  Units& units = building.model.units;
  units.n_boards = static_cast<std::int32_t>(boards.size());
  units.n_regions = static_cast<std::int32_t>(regions.size());
  auto& names = building.names.units;
  for (std::int32_t const index : building.scenario_school) {
    scenario::School const& school = schools[static_cast<std::size_t>(index)];
    units.school_board.push_back(index_in(boards, school.board));
    units.school_region.push_back(index_in(regions, school.region));
    names[static_cast<std::size_t>(scenario::Level::school)].push_back(school.key);
  }
  names[static_cast<std::size_t>(scenario::Level::board)] = std::move(boards);
  names[static_cast<std::size_t>(scenario::Level::region)] = std::move(regions);
  names[static_cast<std::size_t>(scenario::Level::total)] = {"all"};
}

void build_sections(Building& building) {
  auto const& sections = building.scenario.sections;
  building.scenario_section = order_by_key(sections);
  building.section_of = inverse(building.scenario_section);
  std::vector<std::string> subjects;
  subjects.reserve(sections.size());
  for (scenario::Section const& section : sections) {
    subjects.push_back(section.subject);
  }
  building.subjects = sorted_names(std::move(subjects));
  Units& units = building.model.units;
  units.n_subjects = static_cast<std::int32_t>(building.subjects.size());
  building.names.units[static_cast<std::size_t>(scenario::Level::subject)] = building.subjects;
  for (std::int32_t const index : building.scenario_section) {
    scenario::Section const& section = sections[static_cast<std::size_t>(index)];
    units.section_key.push_back(hash64(section.key));
    units.section_school.push_back(building.school_of[static_cast<std::size_t>(section.school)]);
    units.section_subject.push_back(index_in(building.subjects, section.subject));
    building.names.section_subject.push_back(units.section_subject.back());
    building.names.section_cluster.push_back(section.cluster.empty() ? section.subject
                                                                     : section.cluster);
    building.names.units[static_cast<std::size_t>(scenario::Level::section)].push_back(section.key);
  }
}

}  // namespace

std::int32_t unit_of(Units const& units, scenario::Level level, std::int32_t section) {
  using scenario::Level;
  auto const school = units.section_school[static_cast<std::size_t>(section)];
  switch (level) {
    case Level::section:
      return section;
    case Level::subject:
      return units.section_subject[static_cast<std::size_t>(section)];
    case Level::school:
      return school;
    case Level::board:
      return units.school_board[static_cast<std::size_t>(school)];
    case Level::region:
      return units.school_region[static_cast<std::size_t>(school)];
    default:
      return 0;
  }
}

void build_units(Building& building) {
  build_schools(building);
  build_sections(building);
}

}  // namespace meesterplan::model
