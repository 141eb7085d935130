#include "sim/intake/profile.hpp"

#include <string>
#include <vector>

#include "tests/intake/export_files.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::intake {
namespace {

std::string const own_headers =
    "Nr;Geboren;Sinds;Soort;Omvang;Vakgebied;Jubileum\n1;1980;1-8-2010;VO vast;0,9;Engelse taal en "
    "letterkunde;1-8-2035\n";

TEST_CASE("a profile names columns and words of one's own") {
  Import const import =
      import_small({{"personnel.csv", own_headers},
                    {"profile.toml",
                     "description = \"Ons systeem\"\nignore = [\"Jubileum\"]\n"
                     "[employments]\nNr = \"id\"\nGeboren = \"birth_year\"\n"
                     "Sinds = \"service_from\"\nSoort = \"contract\"\n"
                     "Omvang = \"fte\"\nVakgebied = \"section\"\n"
                     "[contract]\n\"vo VAST\" = \"vast\"\n"
                     "[subject]\n\"Engelse taal en letterkunde\" = \"engels\"\n"}});
  REQUIRE(import.teachers.size() == 1);
  CHECK(import.teachers[0].assignments[0].section.subject.key == "engels");
  CHECK(import.files[0].unread.empty());
  CHECK(import.findings.questions().empty());
}

TEST_CASE("a column that the profile names is taken even where another looks like it") {
  std::string const two =
      "personeelsnummer;geboortejaar;datum in dienst;op school vanaf;type "
      "contract;wtf;sectie\n1;1980;1-8-2010;1-8-2020;vast;1;Engels\n";
  std::vector<std::string> const told = complaints({{"personnel.csv", two}});
  REQUIRE(told.size() == 1);
  CHECK(told[0].find("both mean") != std::string::npos);
  Import const import =
      import_small({{"personnel.csv", two},
                    {"profile.toml", "[employments]\n\"op school vanaf\" = \"service_from\"\n"}});
  CHECK(import.teachers[0].service_from == Date{2020, 8, 1});
  CHECK(import.files[0].unread == std::vector<std::string>{"datum in dienst"});
}

TEST_CASE("all that is wrong with a profile is told at once") {
  std::vector<std::string> const told =
      complaints({{"personnel.csv", own_headers},
                  {"profile.toml",
                   "ignore = \"x\"\nemployees = 1\n[employments]\nNr = \"idd\"\nX = 1\n"
                   "[contract]\nVO = \"vastt\"\n[class]\nV9 = true\n"}});
  std::string all;
  for (std::string const& line : told)
    all += line + "\n";
  for (std::string const part :
       {"profile.toml:1:10: ignore", "profile.toml:2:1: employees", "Did you mean \"employments\"?",
        "\"idd\") is not a column", "profile.toml:5:5", "\"vastt\" is not a contract",
        "profile.toml:9:6"}) {
    INFO(part << " in\n" << all);
    CHECK(all.find(part) != std::string::npos);
  }
}

TEST_CASE("a header of the profile that the file lacks takes nothing away") {
  Import const import = import_small(
      {{"personnel.csv",
        personnel(";einddatum dienstverband;sectie",
                  {"1;;1980;1-8-2010;vast;1;31-7-2020;Engels", "2;;1980;1-8-2010;vast;1;;Engels"})},
       {"profile.toml", "[employments]\n\"Einddatum contract\" = \"employment_to\"\n"}});
  CHECK(import.fate(Fate::ended).rows == 1);
}

TEST_CASE("a header that is repeated with one more column does not hide what is above it") {
  Import const import = import_small(
      {{"personnel.csv", personnel(";sectie", {"1;;1980;1-8-2010;vast;1;Engels"}) +
                             personnel(";sectie;schaal", {"2;;1980;1-8-2010;vast;1;Engels;LB"})}});
  CHECK(import.teachers.size() == 1);
  CHECK(import.all_rows().rows == 3);
  CHECK(import.fate(Fate::rejected).rows == 2);
}

TEST_CASE("lines above the header are passed over, and counted") {
  Import const import = import_small(
      {{"personnel.csv",
        "Overzicht dienstverband\n\nPersoon;;Dienstverband;;;\npersoneelsnummer;geboortejaar;datum "
        "in dienst;type contract;wtf;sectie\n1;1980;1-8-2010;vast;1;Engels\n"}});
  CHECK(import.teachers.size() == 1);
  CHECK(import.files[0].lines_above == 2);
}

}  // namespace
}  // namespace meesterplan::intake
