#include <map>
#include <string>
#include <vector>

#include "sim/input/disk_files.hpp"
#include "sim/intake/import.hpp"
#include "tests/intake/export_files.hpp"
#include "tests/support/catch.hpp"

// The profiles of data/profiles, each with a file of the system that it is for.

namespace meesterplan::intake {
namespace {

struct Sample {
  std::string profile;
  std::string personnel;
  std::string timetable;
};

Import import_with(Sample const& sample) {
  FilesAndMore files({{"personnel.csv", sample.personnel}, {"timetable.csv", sample.timetable}});
  return import_school(files, {"personnel.csv", sample.timetable.empty() ? "" : "timetable.csv", "",
                               "data/profiles/" + sample.profile, 2025, test_key()});
}

void check_sample(Sample const& sample, std::size_t n_teachers) {
  INFO(sample.profile);
  Import const import = import_with(sample);
  CHECK(reasons(import).empty());
  CHECK(import.teachers.size() == n_teachers);
  for (FileSummary const& file : import.files) {
    for (std::string const& header : file.unread)
      CHECK((header == "Naam" || header == "Type dienstverband"));
  }
}

TEST_CASE("each profile reads a file of its system") {
  check_sample({"afas.toml",
                "Medewerker;Naam;Geboortedatum;Datum in dienst;Datum in dienst (i.v.m. "
                "dienstjaren);Begindatum contract;Einddatum contract;Datum uit dienst;Reden uit "
                "dienst;Type contract;Type dienstverband;FTE;Salarisschaal;Functie;Sectie\n"
                "12;A;1-2-1970;1-8-2000;1-8-1998;1-8-2000;;31-7-2026;Keuzepensioen;Onbepaalde "
                "tijd;Regulier;0,8;LC;Docent LC;Engels\n13;B;1-2-1990;1-8-2024;;1-8-2025;31-7-2026;"
                ";;Bepaalde tijd met uitzicht op vast;Regulier;1;LB;Docent;Frans\n",
                ""},
               2);
  check_sample(
      {"youforce.toml",
       "Persnr;GEBDAT;Datum indienst;Geplande laatste datum indienst;Reden "
       "ontslag;Type dienstverband;Betrekkingsomvang;Schaal;Personeelscategorie;vaksectie\n"
       "12;1-2-1970;1-8-2000;31-7-2026;FPU;Vaste aanstelling;0,8;LC;Onderwijzend "
       "personeel;Engels\n13;1-2-1990;1-8-2024;;;Vaste aanstelling;1;6;"
       "Onderwijsondersteunend- en beheerspersoneel;\n",
       ""},
      1);
  check_sample(
      {"duo.toml",
       "WERKNEMERSCODE;GEBOORTEJAAR;BRIN NUMMER;FUNCTIECATEGORIE;DATUM IN "
       "DIENST;DIENSTVERBAND;BETREKKINGSOMVANG;SCHAAL;SECTIE\n"
       "12;1970;01AB;OP;1-8-2000;IN VASTE DIENST;0,8;12;Engels\n"
       "13;2002;01AB;LERAREN IN OPLEIDING (LIO);1-8-2025;IN TIJDELIJKE DIENST;0,5;9;Frans\n",
       ""},
      2);
}

TEST_CASE("a timetable of Zermelo gives subjects, classes and tasks") {
  Import const import = import_with(
      {"zermelo.toml", personnel("", {"1;ABC;1980;1-8-2010;vast;0,9"}),
       "Docent;Vak;Lesgroep;Afdeling;Leerjaar;Vestiging;Lessen\nABC;entl;v4.entl1;vwo;4;Noord;3\n"
       "ABC;entl;h3b;havo;3;Zuid;1\nABC;mentorles;h3b;havo;3;Zuid;1\n"});
  REQUIRE(import.teachers.size() == 1);
  CHECK(import.teachers[0].assignments[0].upper_vwo == 750'000);
  CHECK(import.findings.task_lessons == 1000);
  CHECK(import.findings.questions().empty());
}

}  // namespace
}  // namespace meesterplan::intake
