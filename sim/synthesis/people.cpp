#include "sim/synthesis/people.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace meesterplan::synthesis {
namespace {

using scenario::Contract;
using scenario::Degree;
using scenario::Licence;
using scenario::MasterKind;
using scenario::Person;

/// Assumption: three in four begin to teach at one of these ages, the others later.
constexpr std::array<int, 8> early_starts{22, 23, 23, 24, 24, 25, 26, 27};
constexpr std::array<int, 5> late_starts{30, 32, 35, 38, 42};
constexpr double early_share = 0.75;
/// Assumption: a third never changed boards.
constexpr double never_moved = 0.35;
constexpr int age_at_university_master = 24;
constexpr int youngest_hbo_master = 28;
constexpr int longest_ago_hbo_master = 20;

template <typename Term>
Term term_of(Margins const& margins, Key const& key, Axis axis, Term otherwise) {
  std::int32_t const value = key[static_cast<std::size_t>(axis)];
  std::vector<Value> const& values = margins.of(axis);
  if (values.empty())
    return otherwise;
  return static_cast<Term>(*values[static_cast<std::size_t>(value)].term);
}

template <typename Item>
Item const& pick(Item const* first, std::size_t size, double u) {
  return first[std::min(size - 1, static_cast<std::size_t>(u * static_cast<double>(size)))];
}

/// How many of an age stay on, against those of 60 (assumption: few near state pension age).
double presence(int age) {
  constexpr int youngest = 22;
  constexpr int falls_from = 60;
  constexpr int nearly_none = 68;
  constexpr double hardly_any = 0.1;
  if (age < youngest || age >= nearly_none)
    return hardly_any;
  return age < falls_from ? nearly_none - falls_from : nearly_none - age;
}

/// The ages of `n` people of a band: as even as whole people can be, the youngest first.
std::vector<int> ages_in(AgeBand band, std::size_t n) {
  double total = 0;
  for (int age = band.first; age <= band.last; ++age)
    total += presence(age);
  std::vector<int> ages;
  int age = band.first;
  double passed = presence(age);
  for (std::size_t i = 0; i < n; ++i) {
    double const at = (static_cast<double>(i) + 0.5) / static_cast<double>(n) * total;
    while (passed < at && age < band.last)
      passed += presence(++age);
    ages.push_back(age);
  }
  return ages;
}

/// Everybody's age, drawn without replacement within each band.
std::vector<int> drawn_ages(Margins const& margins, std::vector<Key> const& keys,
                            Draws const& draws) {
  std::map<std::int32_t, std::vector<std::pair<std::uint64_t, std::size_t>>> bands;
  for (std::size_t i = 0; i < keys.size(); ++i)
    bands[keys[i][static_cast<std::size_t>(Axis::age)]].emplace_back(draws.bits(i, What::age), i);
  std::vector<int> ages(keys.size());
  for (auto& [band, people] : bands) {
    std::sort(people.begin(), people.end());
    AgeBand const range = margins.of(Axis::age)[static_cast<std::size_t>(band)].ages;
    std::vector<int> const quota = ages_in(range, people.size());
    for (std::size_t i = 0; i < people.size(); ++i)
      ages[people[i].second] = quota[i];
  }
  return ages;
}

void give_age(Person& person, int age, int start) {
  // Any month that makes this age; it is drawn in every future.
  constexpr int months_a_year = 12;
  std::int32_t const last = reference_month(start).index - months_a_year * age;
  person.born_last = Month{last};
  person.born_first = Month{last - (months_a_year - 1)};
}

void give_service(Person& person, int age, std::size_t id, Draws const& draws) {
  double const u = draws.uniform(id, What::experience);
  double const within = draws.uniform(id, What::experience, 1);
  bool const is_early = u < early_share || late_starts.front() >= age;
  int const began = is_early ? pick(early_starts.data(), early_starts.size(), within)
                             : pick(late_starts.data(), late_starts.size(), within);
  person.experience = std::max(0, age - began);
  double const moved = draws.uniform(id, What::tenure);
  double const share = draws.uniform(id, What::tenure, 1);
  if (person.contract != Contract::permanent) {
    person.tenure = std::min(person.experience, share < 0.5 ? 0 : 1);
    return;
  }
  // Whoever has a permanent contract has been here for a year.
  person.experience = std::max(1, person.experience);
  int const here = moved < never_moved
                       ? person.experience
                       : static_cast<int>(share * static_cast<double>(person.experience));
  person.tenure = std::max(1, here);
}

void give_master(Person& person, Licence licence, int age, std::size_t id, Draws const& draws) {
  if (person.degree == Degree::wo_master) {
    person.master_kind = MasterKind::subject;
    person.years_since_master = std::max(0, age - age_at_university_master);
  }
  if (person.degree == Degree::hbo_master) {
    // A subject master of a university of applied sciences gives a first-degree licence.
    bool const is_subject = licence == Licence::first_degree;
    person.master_kind = is_subject ? MasterKind::subject : MasterKind::education;
    int const most = std::clamp(age - youngest_hbo_master, 1, longest_ago_hbo_master);
    person.years_since_master =
        1 + static_cast<int>(draws.uniform(id, What::master_year) * static_cast<double>(most));
    person.years_since_master = std::min(*person.years_since_master, most);
  }
}

/// Opens the section that a key is of, if it is not there yet.
int section_of(Margins const& margins, Key const& key, std::map<std::pair<int, int>, int>& known,
               Population& population) {
  int const school = margins.of(Axis::school).empty() ? 0 : key[0];
  int const subject = key[1];
  auto const [found, is_new] =
      known.emplace(std::pair(school, subject), static_cast<int>(population.sections.size()));
  if (is_new) {
    scenario::Section section;
    section.subject = margins.of(Axis::subject)[static_cast<std::size_t>(subject)].label;
    section.name = section.subject;
    section.cluster = margins.subjects[static_cast<std::size_t>(subject)].cluster;
    section.school = school;
    section.key = population.schools[static_cast<std::size_t>(school)].key + "-" + section.subject;
    population.sections.push_back(section);
  }
  return found->second;
}

void make_schools(Margins const& margins, Population& population) {
  for (std::size_t i = 0; i < margins.of(Axis::school).size(); ++i) {
    scenario::School school;
    school.key = margins.of(Axis::school)[i].label;
    school.board = margins.schools[i].board;
    school.region = margins.schools[i].region;
    population.schools.push_back(school);
  }
  if (population.schools.empty()) {
    scenario::School school;
    school.key = "school";
    population.schools.push_back(school);
  }
}

/// Puts the drawn share of the people in these cells to study.
void give_study(Students const& students, std::vector<Key> const& keys, Draws const& draws,
                Population& population) {
  std::vector<std::pair<std::uint64_t, std::size_t>> able;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (is_within(keys[i], students.key) && !population.people[i].study)
      able.emplace_back(
          draws.bits(i, What::student, static_cast<std::uint32_t>(hash64(students.programme))), i);
  }
  std::sort(able.begin(), able.end());
  auto const n = static_cast<std::size_t>(students.share * static_cast<double>(able.size()) + 0.5);
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t const who = able[i].second;
    scenario::StudyStatus study;
    study.programme = students.programme;
    study.years_done =
        std::min(students.years - 1, static_cast<int>(draws.uniform(who, What::study_year) *
                                                      static_cast<double>(students.years)));
    study.grant = draws.uniform(who, What::grant) < students.grant;
    population.people[who].study = study;
  }
}

}  // namespace

void make_people(Margins const& margins, std::vector<Key> const& keys, Draws const& draws,
                 int start, Population& population) {
  make_schools(margins, population);
  std::vector<int> const ages = drawn_ages(margins, keys, draws);
  std::map<std::pair<int, int>, int> sections;
  std::size_t const width = std::to_string(keys.size()).size();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    Person person;
    person.key = fmt::format("L{:0{}}", i + 1, width);
    person.degree = term_of(margins, keys[i], Axis::degree, Degree::unknown);
    person.contract = term_of(margins, keys[i], Axis::contract, Contract::permanent);
    person.scale = term_of(margins, keys[i], Axis::scale, scenario::Scale::none);
    if (person.contract == Contract::replacement)
      person.contract_end = Date{start + 1, 8, 1};
    scenario::Assignment assignment;
    assignment.section = section_of(margins, keys[i], sections, population);
    assignment.licence = term_of(margins, keys[i], Axis::licence, Licence::unknown);
    give_age(person, ages[i], start);
    give_service(person, ages[i], i, draws);
    give_master(person, assignment.licence, ages[i], i, draws);
    person.assignments.push_back(assignment);
    population.people.push_back(std::move(person));
  }
  for (Students const& students : margins.students)
    give_study(students, keys, draws, population);
}

}  // namespace meesterplan::synthesis
