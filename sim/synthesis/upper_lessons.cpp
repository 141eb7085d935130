#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "sim/synthesis/people.hpp"

namespace meesterplan::synthesis {
namespace {

using scenario::Licence;

// Assumptions, as for the Voorbeeldlyceum: who gives upper lessons, and how many at most.
constexpr double usual_vwo = 0.5;
constexpr double most_upper = 0.8;
constexpr double most_without_licence = 0.4;
constexpr double later_without_university_master = 1;
constexpr double smallest_part = 0.02;

struct Colleague {
  double rank = 0;  ///< who gives upper lessons sooner, first
  std::size_t person = 0;
  double lessons = 0;  ///< fte
  double limit = 0;    ///< of the upper share
  double vwo = 0;
  double havo = 0;
};

double rank_of(scenario::Person const& person, std::size_t id, Draws const& draws) {
  Licence const licence = person.assignments.front().licence;
  bool const is_university_master = person.degree == scenario::Degree::wo_master;
  constexpr double apart = 10;
  return apart * static_cast<double>(licence) +
         (is_university_master ? 0 : later_without_university_master) +
         draws.uniform(id, What::upper_lessons);
}

/// Gives colleagues a part of their lessons in turn, until `left` fte are given.
void divide(std::vector<Colleague>& staff, double left, double usual, double Colleague::*part) {
  for (Colleague& one : staff) {
    double const room = std::min(usual, one.limit) - one.vwo - one.havo;
    double const share = std::floor(std::min(room, left / one.lessons) * 100 + 0.5) / 100;
    if (left < smallest_part || share < smallest_part)
      continue;
    one.*part = share;
    left -= share * one.lessons;
  }
}

}  // namespace

void give_upper_lessons(Margins const& margins, std::vector<Key> const& keys, Draws const& draws,
                        Population& population) {
  if (margins.schools.empty())
    return;
  std::vector<std::vector<Colleague>> staff(population.sections.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    scenario::Assignment const& assignment = population.people[i].assignments.front();
    bool const has_licence = assignment.licence == Licence::first_degree;
    staff[static_cast<std::size_t>(assignment.section)].push_back(
        {rank_of(population.people[i], i, draws), i,
         static_cast<double>(assignment.fte.thousandths) / 1000,
         has_licence ? most_upper : most_without_licence});
  }
  for (std::vector<Colleague>& section : staff) {
    Key const& key = keys[section.front().person];
    SchoolFacts const& school = margins.schools[static_cast<std::size_t>(key[0])];
    SubjectFacts const& subject = margins.subjects[static_cast<std::size_t>(key[1])];
    if (!school.has_lessons)
      continue;
    std::sort(section.begin(), section.end(), [](Colleague const& left, Colleague const& right) {
      return std::pair(left.rank, left.person) < std::pair(right.rank, right.person);
    });
    double lessons = 0;
    for (Colleague const& one : section)
      lessons += one.lessons;
    divide(section, lessons * school.upper_vwo * subject.upper_vwo, usual_vwo, &Colleague::vwo);
    divide(section, lessons * school.upper_havo * subject.upper_havo, most_upper, &Colleague::havo);
    for (Colleague const& one : section) {
      scenario::Assignment& assignment = population.people[one.person].assignments.front();
      assignment.upper_vwo = one.vwo;
      assignment.upper_havo = one.havo;
    }
  }
}

}  // namespace meesterplan::synthesis
