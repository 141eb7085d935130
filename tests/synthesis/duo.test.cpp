#include "sim/synthesis/duo.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/input/file_source.hpp"
#include "tests/support/catch.hpp"
#include "tests/synthesis/margins_text.hpp"

namespace meesterplan::synthesis {
namespace {

char const* const counts =
    "vakcluster;leeftijd;type contract;mensen\n;;;200\ntalen;;;120\nexact;;;80\n"
    ";22-39;;90\n;40-66;;110\n;;vast;170\n;;tijdelijk;30\n";

// As DUO writes it: ';', Windows-1252 (\xEB is e with two dots), trailing blanks, masks.
char const* const personnel =
    "BEVOEGD GEZAG;INSTELLINGSCODE;INSTELLINGSNAAM;FUNCTIEGROEP;PERSONEN 2024;PERSONEN 2025;"
    "PERSONEN IN VASTE DIENST 2025;PERSONEN IN TIJDELIJKE DIENST 2025;GEMIDDELDE FTE'S 2025\n"
    "10001;01AA;Verzonnen Beatri\xEB;Onderwijsgevend personeel;90;100 ;90;10;0,81\n"
    "10001;01AA;Verzonnen Beatri\xEB;Directie;4;<5;<5; ;0,9\n"
    "10001;01BB;Bedacht;Onderwijsgevend personeel;70;80;60;20;0,78\n"
    "10002;01CC;Fictief;Onderwijsgevend personeel;<5;<5;*;*;0,7\n"
    "10002;01DD;Denkbeeldig;Onderwijsgevend personeel;;;;;\n"
    "10002;bovenschools;;Onderwijsgevend personeel;9;7;7;;1,0\n";

char const* const locations =
    "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;RPA-GEBIED CODE;"
    "RPA-GEBIED NAAM\n"
    "Drenthe;10001;01AA;01AA00;03;Centraal-Groningen\n"
    "Drenthe;10001;01AA;01AA01;03;Centraal-Groningen\n"
    "Drenthe;10001;01BB;01BB00;03;Centraal-Groningen\n"
    "Drenthe;10002;01CC;01CC00;07;Drenthe\nDrenthe;10002;01DD;01DD00;07;Drenthe\n";

Margins read_all(int start, std::vector<Problem>& notes) {
  input::MemoryFiles files(
      {{"margins.csv", counts}, {"duo.csv", personnel}, {"locations.csv", locations}});
  return read_files(files, {"margins.csv", "duo.csv", "locations.csv"}, start, notes);
}

TEST_CASE("Schools come from DUO's open file, withheld numbers as intervals") {
  std::vector<Problem> notes;
  Margins const margins = read_all(2025, notes);
  REQUIRE(margins.of(Axis::school).size() == 4);
  std::vector<Cell> const& cells = margins.margins.back().cells;
  REQUIRE(cells.size() == 4);
  CHECK(cells[0].people.low / cells[1].people.low == 1.25);
  CHECK(cells[2].people.low > 0);
  CHECK(cells[2].people.high / cells[2].people.low == 4);
  CHECK(cells[3].people.low > 0);
  CHECK(cells[3].people.high == 200);
  CHECK(std::any_of(notes.begin(), notes.end(), [](Problem const& note) {
    return note.message.en.find("2 rows are not used") == 0;
  }));
  CHECK(margins.schools[0].board == "10001");
  CHECK(margins.schools[3].region == "Drenthe");
}

TEST_CASE("People are divided over the schools, with their contracts") {
  std::vector<Problem> notes;
  Margins const margins = read_all(2025, notes);
  std::map<std::string, std::pair<int, int>> schools;  // people, and how many temporary
  Population const population = synthesize(margins, {1, 0}, 2025);
  for (scenario::Person const& person : population.people) {
    auto const section = static_cast<std::size_t>(person.assignments.front().section);
    auto const school = static_cast<std::size_t>(population.sections[section].school);
    auto& [people, temporary] = schools[population.schools[school].key];
    ++people;
    temporary += person.contract == scenario::Contract::temporary ? 1 : 0;
  }
  CHECK(population.people.size() == 200);
  CHECK(schools.size() == 4);
  // 10 of 100 against 20 of 80: an odds ratio of 3, whatever the total is.
  auto const odds = [&](std::string const& school) {
    return static_cast<double>(schools[school].second) /
           (schools[school].first - schools[school].second);
  };
  CHECK(odds("01BB") / odds("01AA") > 2);
  CHECK(odds("01BB") / odds("01AA") < 4.5);
}

TEST_CASE("Of another year there are other columns") {
  std::vector<Problem> notes;
  CHECK_THROWS_AS(read_all(2023, notes), InputError);
}

}  // namespace
}  // namespace meesterplan::synthesis
