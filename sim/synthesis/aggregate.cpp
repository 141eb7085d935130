#include "sim/synthesis/aggregate.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "sim/base/calendar.hpp"
#include "sim/base/contracts.hpp"
#include "sim/input/words.hpp"
#include "sim/intake/csv_text.hpp"
#include "sim/synthesis/margin_format.hpp"

namespace meesterplan::synthesis {
namespace {

using scenario::Assignment;
using scenario::Person;

constexpr double billion = 1e9;

constexpr std::array<AgeBand, 5> bands{{{16, 29}, {30, 39}, {40, 49}, {50, 59}, {60, 75}}};

/// The axes of each table. Pairs help whoever fits people to the counts where those of all axes
/// together are too small to be shown.
std::vector<std::vector<Axis>> tables_of() {
  using enum Axis;
  return {{},
          {subject},
          {age},
          {degree},
          {licence},
          {contract},
          {subject, age},
          {subject, degree},
          {subject, licence},
          {subject, contract},
          {age, contract},
          {age, degree},
          {degree, licence},
          {subject, age, degree, licence, contract}};
}

Assignment const& main_assignment(Person const& person) {
  return *std::max_element(
      person.assignments.begin(), person.assignments.end(),
      [](Assignment const& left, Assignment const& right) { return left.fte < right.fte; });
}

Fte fte_of(Person const& person) {
  Fte fte;
  for (Assignment const& assignment : person.assignments)
    fte += assignment.fte;
  return fte;
}

std::int32_t band_of(Person const& person, int start) {
  constexpr int months_a_year = 12;
  int const age = (reference_month(start).index - person.born_last.index) / months_a_year;
  for (std::size_t i = 0; i + 1 < bands.size(); ++i) {
    if (age <= bands[i].last)
      return static_cast<std::int32_t>(i);
  }
  return static_cast<std::int32_t>(bands.size()) - 1;
}

std::string subject_of(scenario::Section const& section, SubjectsAs subjects) {
  bool const is_cluster = subjects == SubjectsAs::clusters && !section.cluster.empty();
  return is_cluster ? section.cluster : section.subject;
}

template <typename Term>
void add_terms(std::vector<Value>& values, int n_terms) {
  for (int term = 0; term < n_terms; ++term)
    values.push_back({std::string(scenario::key_of(static_cast<Term>(term))), term});
}

/// The values of the axes; subjects in the order of their names.
void name_values(scenario::Scenario const& scenario, SubjectsAs subjects, Aggregates& aggregates) {
  auto const of = [&](Axis axis) -> std::vector<Value>& {
    return aggregates.values[static_cast<std::size_t>(axis)];
  };
  std::map<std::string, int> names;
  for (scenario::Section const& section : scenario.sections)
    names.emplace(subject_of(section, subjects), 0);
  for (auto const& [name, unused] : names)
    of(Axis::subject).push_back({name});
  for (AgeBand const& band : bands)
    of(Axis::age).push_back({fmt::format("{}-{}", band.first, band.last), std::nullopt, band});
  // With those that are not known, which come last.
  add_terms<scenario::Degree>(of(Axis::degree), scenario::n_degrees + 1);
  add_terms<scenario::Licence>(of(Axis::licence), scenario::n_licences + 1);
  add_terms<scenario::Contract>(of(Axis::contract), scenario::n_contracts);
}

std::int32_t index_of(Aggregates const& aggregates, std::string const& subject) {
  std::vector<Value> const& names = aggregates.values[static_cast<std::size_t>(Axis::subject)];
  auto const found = std::lower_bound(
      names.begin(), names.end(), subject,
      [](Value const& value, std::string const& name) { return value.label < name; });
  return static_cast<std::int32_t>(found - names.begin());
}

void count_vacancies(scenario::Scenario const& scenario, SubjectsAs subjects,
                     Aggregates& aggregates) {
  std::vector<Value> const& names = aggregates.values[static_cast<std::size_t>(Axis::subject)];
  aggregates.vacancies.assign(names.size(), Fte{});
  for (scenario::Section const& section : scenario.sections) {
    auto const subject =
        static_cast<std::size_t>(index_of(aggregates, subject_of(section, subjects)));
    aggregates.vacancies[subject] += section.open_vacancies;
  }
  std::vector<bool> is_taught(names.size(), false);
  for (Counted const& counted : aggregates.tables[1].counts)
    is_taught[static_cast<std::size_t>(counted.key[1])] = true;
  for (std::size_t subject = 0; subject < names.size(); ++subject) {
    if (!is_taught[subject])
      aggregates.other_vacancies += std::exchange(aggregates.vacancies[subject], Fte{});
  }
}

/// The value of an axis as a file writes it.
void write_value(intake::CsvText& csv, Axis axis, Value const& value) {
  switch (axis) {
    case Axis::degree:
      return intake::write_degree(csv, static_cast<scenario::Degree>(*value.term));
    case Axis::licence:
      return csv.word(input::licence_words(), *value.term);
    case Axis::contract:
      return csv.word(input::contract_words(), *value.term);
    default:
      return csv.cell(std::string_view(value.label));
  }
}

/// Whole billionths, so that their sum is the same in any order.
void add_chances(std::array<double, scenario::n_exit_causes> const& chances, Counted& counted) {
  for (std::size_t cause = 0; cause < chances.size(); ++cause)
    counted.exits[cause] += std::llround(chances[cause] * billion);
}

void write_count(intake::CsvText& csv, Counted const& counted, int least) {
  if (counted.shown == Shown::number) {
    csv.cell(std::optional<int>(static_cast<int>(counted.people)));
    csv.cell(counted.fte);
    return;
  }
  csv.cell(counted.shown == Shown::small ? fmt::format("<{}", least) : std::string("x"));
  csv.empty(1);
}

}  // namespace

Aggregates aggregate(scenario::Scenario const& scenario, SubjectsAs subjects,
                     std::span<std::array<double, scenario::n_exit_causes> const> chances) {
  MP_EXPECT(chances.empty() || chances.size() == scenario.people.size());
  Aggregates aggregates;
  name_values(scenario, subjects, aggregates);
  for (std::vector<Axis> const& axes : tables_of()) {
    std::map<Key, Counted> counts;
    for (std::size_t index = 0; index < scenario.people.size(); ++index) {
      Person const& person = scenario.people[index];
      if (person.starts_on || person.assignments.empty())
        continue;
      Assignment const& main = main_assignment(person);
      auto const section = static_cast<std::size_t>(main.section);
      Key const whole{any,
                      index_of(aggregates, subject_of(scenario.sections[section], subjects)),
                      band_of(person, scenario.start),
                      static_cast<std::int32_t>(person.degree),
                      static_cast<std::int32_t>(main.licence),
                      static_cast<std::int32_t>(person.contract),
                      any};
      Key key = any_key;
      for (Axis const axis : axes)
        key[static_cast<std::size_t>(axis)] = whole[static_cast<std::size_t>(axis)];
      Counted& counted = counts.emplace(key, Counted{key, 0, {}, Shown::number, {}}).first->second;
      ++counted.people;
      counted.fte += fte_of(person);
      if (!chances.empty())
        add_chances(chances[index], counted);
    }
    CountTable table{axes, {}};
    for (auto const& [key, counted] : counts)
      table.counts.push_back(counted);
    aggregates.tables.push_back(std::move(table));
  }
  count_vacancies(scenario, subjects, aggregates);
  return aggregates;
}

std::string aggregates_csv(Aggregates const& aggregates, SubjectsAs subjects, int least,
                           Language language) {
  static constexpr std::array<std::string_view, 4> first{"age", "degree", "licence", "contract"};
  static constexpr std::array<Axis, 5> axes{Axis::subject, Axis::age, Axis::degree, Axis::licence,
                                            Axis::contract};
  intake::CsvText csv(language);
  bool const is_cluster = subjects == SubjectsAs::clusters;
  csv.cell(is_cluster ? Text{"vakcluster", "cluster of subjects"} : Text{"vak", "subject"});
  input::Format const format = margins_format();
  std::vector<std::string_view> keys(first.begin(), first.end());
  keys.insert(keys.end(), {"people", "fte", "vacancies"});
  intake::write_header(csv, format, keys);
  for (CountTable const& table : aggregates.tables) {
    bool const is_subjects = table.axes == std::vector<Axis>{Axis::subject};
    for (Counted const& counted : table.counts) {
      for (Axis const axis : axes) {
        auto const at = static_cast<std::size_t>(axis);
        if (counted.key[at] == any) {
          csv.empty(1);
        } else {
          write_value(csv, axis, aggregates.values[at][static_cast<std::size_t>(counted.key[at])]);
        }
      }
      write_count(csv, counted, least);
      if (is_subjects) {
        csv.cell(aggregates.vacancies[static_cast<std::size_t>(counted.key[1])]);
      } else {
        csv.empty(1);
      }
      csv.end_row();
    }
  }
  return csv.take();
}

}  // namespace meesterplan::synthesis
