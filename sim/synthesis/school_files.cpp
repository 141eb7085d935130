#include <array>
#include <string_view>

#include "sim/input/formats.hpp"
#include "sim/input/words.hpp"
#include "sim/intake/csv_text.hpp"
#include "sim/synthesis/synthesize.hpp"

namespace meesterplan::synthesis {
namespace {

using intake::CsvText;
using scenario::Person;

std::string people_csv(Population const& population, int start, Language language) {
  static constexpr std::array<std::string_view, 13> keys{
      "id",          "age",         "tenure",   "experience",   "degree",
      "master_kind", "master_year", "contract", "contract_end", "scale",
      "programme",   "study_years", "grant"};
  constexpr int months_a_year = 12;
  CsvText csv(language);
  intake::write_header(csv, input::people_format(), keys);
  for (Person const& person : population.people) {
    csv.cell(person.key);
    csv.cell(std::optional<int>((reference_month(start).index - person.born_last.index) /
                                months_a_year));
    csv.cell(std::optional<int>(person.tenure));
    csv.cell(std::optional<int>(person.experience));
    intake::write_degree(csv, person.degree);
    csv.word(input::master_kind_words(), person.master_kind, scenario::MasterKind::none);
    csv.cell(person.years_since_master ? std::optional<int>(start - *person.years_since_master)
                                       : std::nullopt);
    csv.word(input::contract_words(), person.contract);
    csv.cell(person.contract_end);
    csv.word(input::scale_words(), person.scale, scenario::Scale::none);
    if (person.study) {
      csv.cell(person.study->programme);
      csv.cell(std::optional<int>(person.study->years_done));
      csv.word(input::yes_no_words(), person.study->grant ? 1 : 0);
    } else {
      csv.empty(3);
    }
    csv.end_row();
  }
  return csv.take();
}

std::optional<std::int64_t> in_millionths(std::optional<double> share) {
  if (!share)
    return std::nullopt;
  return static_cast<std::int64_t>(*share * static_cast<double>(millionths) + 0.5);
}

std::string assignments_csv(Population const& population, Language language) {
  static constexpr std::array<std::string_view, 6> keys{"id",      "section",   "fte",
                                                        "licence", "upper_vwo", "upper_havo"};
  CsvText csv(language);
  intake::write_header(csv, input::assignments_format(), keys);
  for (Person const& person : population.people) {
    for (scenario::Assignment const& assignment : person.assignments) {
      csv.cell(person.key);
      csv.cell(population.sections[static_cast<std::size_t>(assignment.section)].key);
      csv.cell(assignment.fte);
      csv.word(input::licence_words(), assignment.licence);
      csv.share(in_millionths(assignment.upper_vwo));
      csv.share(in_millionths(assignment.upper_havo));
      csv.end_row();
    }
  }
  return csv.take();
}

std::string sections_csv(Population const& population, Language language) {
  static constexpr std::array<std::string_view, 6> keys{"section", "name",    "subject",
                                                        "school",  "cluster", "open_vacancies"};
  CsvText csv(language);
  intake::write_header(csv, input::sections_format(), keys);
  for (scenario::Section const& section : population.sections) {
    csv.cell(section.key);
    csv.cell(section.name);
    csv.cell(section.subject);
    csv.cell(population.schools[static_cast<std::size_t>(section.school)].key);
    csv.cell(section.cluster);
    csv.cell(section.open_vacancies);
    csv.end_row();
  }
  return csv.take();
}

std::string schools_csv(Population const& population, Language language) {
  static constexpr std::array<std::string_view, 3> keys{"school", "board", "region"};
  CsvText csv(language);
  intake::write_header(csv, input::schools_format(), keys);
  for (scenario::School const& school : population.schools) {
    csv.cell(school.key);
    csv.cell(school.board);
    csv.cell(school.region);
    csv.end_row();
  }
  return csv.take();
}

}  // namespace

std::vector<intake::ProjectFile> school_files(Population const& population, int start,
                                              Language language) {
  return {{"people.csv", people_csv(population, start, language)},
          {"assignments.csv", assignments_csv(population, language)},
          {"sections.csv", sections_csv(population, language)},
          {"schools.csv", schools_csv(population, language)}};
}

}  // namespace meesterplan::synthesis
