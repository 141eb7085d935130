#include "sim/intake/employments.hpp"

#include <string>
#include <vector>

#include "tests/intake/export_files.hpp"
#include "tests/support/catch.hpp"

// What becomes of the rows of a personnel export, each case worked out by hand. The
// reference date is 1 October 2025.

namespace meesterplan::intake {
namespace {

using scenario::Contract;
using scenario::ExitCause;

constexpr char const* dates = ";begindatum contract;einddatum contract;sectie";

Teacher only_teacher(std::string const& text) {
  Import const import = import_small({{"personnel.csv", text}});
  REQUIRE(import.teachers.size() == 1);
  return import.teachers.front();
}

TEST_CASE("rows of one employee number are one person with the fte of all") {
  Teacher const teacher =
      only_teacher(personnel(dates, {"1;abc;1980;1-8-2010;vast;0,6;1-8-2010;;Engels",
                                     "1;abc;1980;1-8-2010;tijdelijk;0,2;"
                                     "1-8-2024;;Engels"}));
  CHECK(teacher.fte == Fte{800});
  CHECK(teacher.contract == Contract::permanent);
  CHECK(teacher.service_from == Date{2010, 8, 1});
  CHECK_FALSE(teacher.leaves);
  CHECK_FALSE(teacher.hours);
}

TEST_CASE("a date of birth may stand in one of the rows of a person") {
  Teacher const teacher = only_teacher(personnel(dates, {"1;;;1-8-2010;vast;0,6;1-8-2010;;Engels",
                                                         "1;;1980;1-8-2010;vast;0,2;1-8-2024;;"
                                                         "Engels"}));
  CHECK(teacher.birth.year == 1980);
  CHECK(teacher.fte == Fte{800});
}

TEST_CASE("an extension that ends is a known change of hours") {
  Teacher const teacher =
      only_teacher(personnel(dates, {"1;;1980;1-8-2010;vast;0,6;1-8-2010;;Engels",
                                     "1;;1980;1-8-2010;tijdelijk;0,2;1-8-2024;31-7-2026;Engels"}));
  CHECK(teacher.fte == Fte{800});
  REQUIRE(teacher.hours);
  CHECK(teacher.hours->from == Date{2026, 8, 1});
  CHECK(teacher.hours->fte == Fte{600});
  CHECK_FALSE(teacher.leaves);
}

TEST_CASE("an employment that begins later is a known change of hours, or a starter") {
  Teacher const more = only_teacher(personnel(dates, {"1;;1980;1-8-2010;vast;0,6;1-8-2010;;Engels",
                                                      "1;;1980;1-8-2010;vast;0,3;1-2-2026;;"
                                                      "Engels"}));
  CHECK(more.fte == Fte{600});
  REQUIRE(more.hours);
  CHECK(more.hours->from == Date{2026, 2, 1});
  CHECK(more.hours->fte == Fte{900});
  Import const import =
      import_small({{"personnel.csv", personnel(dates, {"1;;1998;1-1-2026;tijdelijk;0,7;1-1-2026;;"
                                                        "Engels",
                                                        "2;;1980;1-8-2010;vast;0,6;1-8-2010;;"
                                                        "Engels"})}});
  Teacher const& starter = import.teachers[import.teachers[0].id == "1" ? 0 : 1];
  CHECK_FALSE(starter.is_in_service);
  CHECK(starter.fte == Fte{700});
  CHECK(starter.service_from == Date{2026, 1, 1});
}

TEST_CASE("a contract that is followed by the next changes nothing") {
  Teacher const teacher =
      only_teacher(personnel(dates, {"1;;1980;1-8-2024;tijdelijk;0,6;1-8-2025;31-7-2026;Engels",
                                     "1;;1980;1-8-2024;vast;0,6;1-8-2026;;Engels"}));
  CHECK(teacher.contract == Contract::temporary);
  CHECK_FALSE(teacher.hours);
  CHECK_FALSE(teacher.leaves);
  CHECK_FALSE(teacher.contract_end);
}

TEST_CASE("the last day is the day before somebody is gone") {
  std::string const leaves = ";datum uit dienst;reden uit dienst;sectie";
  Teacher const teacher =
      only_teacher(personnel(leaves, {"1;;1960;1-8-2010;vast;0,6;31-7-2026;pensioen;Engels"}));
  REQUIRE(teacher.leaves);
  CHECK(teacher.leaves->on == Date{2026, 8, 1});
  CHECK(teacher.leaves->reason == ExitCause::retirement);
  Teacher const from =
      only_teacher(personnel(";uit dienst per;reden uit dienst;sectie",
                             {"1;;1960;1-8-2010;vast;0,6;31-12-2025;ander bestuur;Engels"}));
  CHECK(from.leaves->on == Date{2025, 12, 31});
}

TEST_CASE("a permanent employment that ends is a known leaver; a temporary one may go on") {
  Teacher const permanent =
      only_teacher(personnel(dates, {"1;;1980;1-8-2010;vast;0,6;1-8-2010;31-1-2026;Engels"}));
  REQUIRE(permanent.leaves);
  CHECK(permanent.leaves->on == Date{2026, 2, 1});
  Teacher const temporary =
      only_teacher(personnel(dates, {"1;;1980;1-8-2025;tijdelijk;0,6;1-8-2025;31-7-2026;Engels"}));
  CHECK_FALSE(temporary.leaves);
  CHECK(temporary.contract_end == Date{2026, 8, 1});
}

TEST_CASE("a reason that is not known is asked, and the leaver is kept") {
  Import const import = import_small(
      {{"personnel.csv", personnel(";datum uit dienst;reden uit dienst;sectie",
                                   {"1;;1980;1-8-2010;vast;0,6;31-7-2026;op eigen verzoek;Engels",
                                    "2;;1980;1-8-2010;vast;0,6;31-7-2026;;Engels"})}});
  CHECK(import.teachers.size() == 2);
  CHECK(n_asked(import, Ask::leave_reason) == 2);
  CHECK(import.findings.n_assumed_reasons == 2);
  CHECK(import.teachers[0].leaves->reason == ExitCause::leaves_profession);
}

TEST_CASE("a far end is no end, and a masked one neither") {
  for (std::string const end : {"31-12-9999", "1-1-2099", "*", "x"}) {
    INFO(end);
    Teacher const teacher =
        only_teacher(personnel(dates, {"1;;1980;1-8-2010;vast;0,6;1-8-2010;" + end + ";Engels"}));
    CHECK_FALSE(teacher.leaves);
  }
}

TEST_CASE("a replacement ends on its date and may have a column of its own") {
  Teacher const teacher =
      only_teacher(personnel(";einddatum contract;vervanging;sectie",
                             {"1;;1980;1-8-2025;tijdelijk;0,6;31-1-2026;ja;Engels"}));
  CHECK(teacher.contract == Contract::replacement);
  CHECK(teacher.contract_end == Date{2026, 2, 1});
  Import const open = import_small(
      {{"personnel.csv", personnel(dates, {"1;;1980;1-8-2025;vervanging;0,6;1-8-2025;;Engels",
                                           "2;;1980;1-8-2025;vast;1;1-8-2025;;"
                                           "Engels"})}});
  CHECK(reasons(open) == std::vector<std::string>{
                             "a replacement without an end (it ends on a day). Fill in einddatum "
                             "contract."});
}

TEST_CASE("every row has one fate, and rows and fte add up") {
  Import const import = import_small(
      {{"personnel.csv",
        personnel(";categorie;uit dienst per;reden uit dienst;sectie",
                  {"1;;1980;1-8-2010;vast;0,6;OP;;;Engels", "2;;1980;1-8-2010;vast;0,8;OOP;;;",
                   "3;;1980;1-8-2010;vast;1;directie;;;",
                   "4;;1980;1-8-2010;vast;0,5;OP;1-8-2025;"
                   "pensioen;Engels",
                   "5;;1998;1-8-2026;vast;0,7;OP;;;Engels", "6;;1980;1-8-2010;vast;0,4;OP;;;",
                   "7;;1980;1-8-2010;vast;0,3;zzp;;;Engels",
                   "8;;2001;1-8-2025;tijdelijk;0,2;LIO;;;"
                   "Engels"})}});
  CHECK(import.fate(Fate::in_service).fte == Fte{800});
  CHECK(import.fate(Fate::support).fte == Fte{800});
  CHECK(import.fate(Fate::management).fte == Fte{1000});
  CHECK(import.fate(Fate::ended).fte == Fte{500});
  CHECK(import.fate(Fate::later).fte == Fte{700});
  CHECK(import.fate(Fate::rejected).fte == Fte{700});
  CHECK(import.all_rows().rows == 8);
  CHECK(import.all_rows().fte == Fte{4500});
  CHECK(import.findings.rejects().size() == 2);
  CHECK(import.teachers.size() == 3);
}

TEST_CASE("who cannot be used is rejected with a reason, wholly") {
  Import const import = import_small(
      {{"personnel.csv", personnel(dates, {"1;;1980;1-8-2010;vast;0,6;1-8-2010;;Engels",
                                           "2;;2030;1-8-2010;vast;0,6;1-8-2010;;Engels",
                                           "3;;1980;1-8-2010;vast;80;1-8-2010;;Engels",
                                           "4;;1980;1-8-2010;vast;0,6;1-8-2025;1-7-2025;Engels",
                                           "5;;1980;1-8-2010;vast;0,8;1-8-2010;;Engels",
                                           "5;;1980;1-8-2010;vast;0,8;1-8-2010;;Engels",
                                           "6;;1980;1-8-2010;vast;0,6;1-8-2010;;Engels",
                                           "6;;1981;1-8-2010;vast;0,2;1-8-2010;;Engels",
                                           "7;;1980;1-8-2010;vast;0,6;1-8-2010;;Engels",
                                           "7;;1980;1-8-2010;vast;#N/B;1-8-2010;;Engels",
                                           "8;;1980;1-8-2010;vast;0,01;1-8-2010;;Engels",
                                           ";;1980;1-8-2010;vast;0,5;;;"})}});
  CHECK(import.teachers.size() == 1);
  std::vector<std::string> const told = reasons(import);
  REQUIRE(told.size() == 11);
  CHECK(told[0] ==
        "this gives an age of -5 years (on 1 October 2025 it must be from 16 to 75). "
        "Check the year.");
  CHECK(told[1] == "80 is out of bounds (must be in [0, 2]). Did you mean 0.8?");
  CHECK(told[2] ==
        "[...] lies before the employment begins (2025-08-01) (an employment "
        "ends after it begins). Correct one of them.");
  CHECK(told[3] ==
        "the employments of this employee are 1.6 fte together (more than 1.2 cannot "
        "be). Check whether one has ended.");
  CHECK(told[4] == told[3]);
  CHECK(told[5] ==
        "the rows of this employee name different dates of birth (a person has one). "
        "Correct one of them.");
  CHECK(told[7] ==
        "another row of this employee cannot be used (line 11; a teacher does not count "
        "by half). Correct that row.");
  CHECK(told[9] ==
        "this employee has 0.01 fte (counted is from 0.05). Fill in the fte, or leave "
        "the row out.");
  CHECK(import.all_rows().rows == 12);
}

TEST_CASE("reasons and places tell nothing of who it is") {
  Import const import = import_small(
      {{"personnel.csv",
        "personeelsnummer;geboortedatum;datum in dienst;type contract;wtf;sectie\n"
        "1;3-4-1980;1-8-2010;vast;1;Engels\n4711;31-2-1980;1-8-2010;vast;1;Engels\n"}});
  REQUIRE(import.findings.rejects().size() == 1);
  Reject const& reject = import.findings.rejects().front();
  CHECK(reject.place.line == 3);
  CHECK(reject.reason.en.find("31-2-1980") == std::string::npos);
  CHECK(reject.reason.nl.find("31-2-1980") == std::string::npos);
  CHECK(reject.shown.en.find("31-2-1980") == std::string::npos);
}

TEST_CASE("a percentage of a job, DUO's numbers of scales and a function are understood") {
  Import const import = import_small(
      {{"personnel.csv",
        "Persnr;Geboortedatum;Indienst;Datum in dienst;Type contract;Parttime %;Schaal;Functie;"
        "Sectie\n1;3-4-1980;x;1-8-2010;vast;80;12;Docent LD;Engels\n"
        "2;3-4-1980;x;1-8-2010;vast;62,5;9;Leraar;Engels\n3;3-4-1980;x;1-8-2010;vast;100;8;TOA "
        "natuurkunde;\n4;3-4-1980;x;1-8-2010;vast;100;8;Hovenier;\n"}});
  CHECK(import.fate(Fate::in_service).fte == Fte{1425});
  CHECK(import.fate(Fate::support).fte == Fte{1000});
  CHECK(import.fate(Fate::rejected).rows == 1);
  CHECK(import.files[0].unread == std::vector<std::string>{"Indienst"});
}

TEST_CASE("free text of the file is shown and never kept") {
  Import const import =
      import_small({{"personnel.csv",
                     personnel(";sectie", {"1;;1980;1-8-2010;vast;1;Engels",
                                           "2;;1980;1-8-2010;vast, mw. De Wit ziek;1;Engels"})}});
  REQUIRE(import.findings.rejects().size() == 1);
  Reject const& reject = import.findings.rejects().front();
  CHECK(reject.reason.en.find("Wit") == std::string::npos);
  CHECK(reject.reason.nl.find("Wit") == std::string::npos);
  CHECK(reject.shown.en.find("Wit") != std::string::npos);
  CHECK(reject.reason.en.find("under [contract]") != std::string::npos);
}

TEST_CASE("what is needed and masked is rejected, and merges nobody") {
  Import const import = import_small(
      {{"personnel.csv",
        personnel(";sectie", {"1;;1980;1-8-2010;vast;1;Engels", "*;;1980;1-8-2010;vast;0,5;Engels",
                              "*;;1980;1-8-2010;vast;0,5;Frans", "2;;1980;1-8-2010;x;1;Engels"})}});
  CHECK(import.teachers.size() == 1);
  CHECK(import.findings.rejects().size() == 3);
  CHECK(import.fate(Fate::rejected).fte == Fte{2000});
}

TEST_CASE("a number is one person with and without zeros in front") {
  Import const import = import_small(
      {{"personnel.csv",
        personnel("", {"00123;;1980;1-8-2010;vast;0,5", "123;;1980;1-8-2010;vast;0,3"})},
       {"timetable.csv", "personeelsnummer;vak;klas;lessen\n0123;netl;V4;3\n"}});
  REQUIRE(import.teachers.size() == 1);
  CHECK(import.teachers[0].fte == Fte{800});
}

TEST_CASE("a rehired teacher's service begins anew, and a starter's on the first day") {
  Import const import = import_small(
      {{"personnel.csv",
        "personeelsnummer;geboortejaar;begindatum contract;datum uit dienst;type "
        "contract;wtf;sectie\n"
        "1;1970;1-8-2005;31-7-2008;vast;1;Engels\n1;1970;1-8-2020;;vast;1;Engels\n"
        "2;1970;1-8-2010;31-8-2025;tijdelijk;1;Engels\n2;1970;15-10-2025;;tijdelijk;1;Engels\n"}});
  REQUIRE(import.teachers.size() == 2);
  for (Teacher const& teacher : import.teachers)
    CHECK(teacher.service_from == (teacher.id == "1" ? Date{2020, 8, 1} : Date{2025, 10, 15}));
}

TEST_CASE("who did other work here before counts from the day as a teacher") {
  Import const import =
      import_small({{"personnel.csv", personnel(";docent vanaf;sectie",
                                                {"1;;1980;1-8-2008;vast;1;1-8-2016;Engels"})}});
  CHECK(import.teachers[0].service_from == Date{2016, 8, 1});
  CHECK(import.findings.n_service_as_teacher == 1);
}

TEST_CASE("a replacement that is followed by a contract goes on in that") {
  Teacher const teacher =
      only_teacher(personnel(dates, {"1;;1980;1-8-2025;vervanging;0,6;1-8-2025;31-12-2025;Engels",
                                     "1;;1980;1-8-2025;vast;0,6;1-1-2026;;Engels"}));
  CHECK(teacher.contract == Contract::permanent);
  CHECK_FALSE(teacher.contract_end);
}

TEST_CASE("a departure from one of two employments is asked about") {
  Import const import = import_small(
      {{"personnel.csv", personnel(";datum uit dienst;reden uit dienst;sectie",
                                   {"1;;1960;1-8-2010;vast;0,8;31-12-2025;pensioen;Engels",
                                    "1;;1960;1-8-2010;tijdelijk;0,2;;;Engels"})}});
  CHECK(n_asked(import, Ask::leaves_in_part) == 1);
  CHECK(import.teachers[0].hours->fte == Fte{200});
}

TEST_CASE("a percentage with its sign, and one that is likely an fte") {
  Import const import = import_small(
      {{"personnel.csv",
        "personeelsnummer;geboortejaar;datum in dienst;type contract;parttime %;sectie\n"
        "1;1980;1-8-2010;vast;80%;Engels\n2;1980;1-8-2010;vast;0,8;Engels\n"}});
  CHECK(import.teachers[0].fte == Fte{800});
  CHECK(reasons(import)[0].find("very little") != std::string::npos);
}

TEST_CASE("a function says what somebody is, whatever word comes first") {
  Import const import = import_small(
      {{"personnel.csv",
        personnel(";functie;sectie", {"1;;1980;1-8-2010;vast;1;Docent LC;Engels",
                                      "2;;1980;1-8-2010;vast;1;Docent assistent;",
                                      "3;;2000;1-8-2025;tijdelijk;1;Docent in opleiding;Engels",
                                      "4;;1980;1-8-2010;vast;1;Directie secretaresse;",
                                      "5;;1980;1-8-2010;vast;1;;Engels"})}});
  CHECK(import.fate(Fate::in_service).rows == 2);
  CHECK(import.fate(Fate::support).rows == 2);
  CHECK(import.fate(Fate::rejected).rows == 1);
}

}  // namespace
}  // namespace meesterplan::intake
