#include "sim/synthesis/synthesize.hpp"

#include <map>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/synthesis/margins_text.hpp"

namespace meesterplan::synthesis {
namespace {

std::string all_files(Margins const& margins, Chance chance) {
  std::string text;
  Population const population = synthesize(margins, chance, 2025);
  for (intake::ProjectFile const& file : school_files(population, 2025, Language::en))
    text += file.name + "\n" + file.content;
  return text;
}

TEST_CASE("The same seed gives the same bytes, another seed or population others") {
  Margins const margins = read(small_region);
  std::string const first = all_files(margins, {1, 0});
  CHECK(all_files(margins, {1, 0}) == first);
  CHECK(all_files(margins, {2, 0}) != first);
  CHECK(all_files(margins, {1, 1}) != first);
}

TEST_CASE("People are of the age, contract and hours that the margins tell") {
  Margins const margins = read(small_region);
  Population const population = synthesize(margins, {1, 0}, 2025);
  std::map<std::string, std::int64_t> vacancies;
  for (scenario::Section const& section : population.sections)
    vacancies[section.subject] += section.open_vacancies.thousandths;
  CHECK(vacancies == std::map<std::string, std::int64_t>{{"wiskunde", 4500}, {"engels", 2000}});
  std::int64_t fte = 0;
  int n_young = 0;
  for (scenario::Person const& person : population.people) {
    fte += person.assignments.front().fte.thousandths;
    int const age = (reference_month(2025).index - person.born_last.index) / 12;
    CHECK(age >= 22);
    CHECK(age <= 66);
    n_young += age < 40 ? 1 : 0;
    CHECK(person.tenure <= person.experience);
    CHECK(person.experience <= age - 21);
    bool const is_permanent = person.contract == scenario::Contract::permanent;
    CHECK((is_permanent ? person.tenure >= 1 : person.tenure <= 1));
  }
  CHECK(n_young == 77);
  CHECK(fte == 150'000);
}

TEST_CASE("Margins that leave school, degree and licence open leave them unknown") {
  Margins const margins = read("subject;age;contract;people\nwiskunde;22-60;permanent;12\n");
  Population const population = synthesize(margins, {1, 0}, 2025);
  CHECK(population.schools.size() == 1);
  CHECK(population.people.size() == 12);
  CHECK(population.people.front().degree == scenario::Degree::unknown);
  CHECK(population.people.front().assignments.front().licence == scenario::Licence::unknown);
  CHECK_FALSE(population.people.front().assignments.front().upper_vwo);
}

}  // namespace
}  // namespace meesterplan::synthesis
