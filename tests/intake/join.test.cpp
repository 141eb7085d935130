#include "sim/intake/join.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/intake/export_files.hpp"
#include "tests/support/catch.hpp"

// Timetable and diplomas with the people they are about, worked out by hand.

namespace meesterplan::intake {
namespace {

using scenario::Degree;
using scenario::Licence;
using scenario::MasterKind;

std::string const two_teachers =
    personnel("", {"1;ABC;1980;1-8-2010;vast;0,9", "2;DEF;1985;1-8-2015;vast;0,8"});

Teacher const& with_id(Import const& import, std::string const& id) {
  auto const found = std::find_if(import.teachers.begin(), import.teachers.end(),
                                  [&](Teacher const& teacher) { return teacher.id == id; });
  REQUIRE(found != import.teachers.end());
  return *found;
}

TEST_CASE("fte is divided over sections by lessons, to the last thousandth") {
  Import const import = import_small({{"personnel.csv", two_teachers},
                                      {"timetable.csv",
                                       "docentcode;vak;klas;lessen\nABC;netl;V4a;3\nABC;netl;h2b;"
                                       "4\nABC;ges;H5a;2\nABC;entl;1a;2\nDEF;wisB;V5;4\nDEF;wisA;"
                                       "H4;4\nDEF;ment;V5;1\n"}});
  Teacher const& one = with_id(import, "1");
  REQUIRE(one.assignments.size() == 3);
  // 900 x 7/11, 2/11, 2/11 = 572.7, 163.6, 163.6: the largest remainder first.
  CHECK(one.assignments[0].fte == Fte{573});
  CHECK(one.assignments[1].fte == Fte{164});
  CHECK(one.assignments[2].fte == Fte{163});
  CHECK(one.assignments[0].section.subject.key == "nederlands");
  CHECK(one.assignments[0].upper_vwo == 428'571);
  CHECK(one.assignments[0].upper_havo == 0);
  Teacher const& other = with_id(import, "2");
  REQUIRE(other.assignments.size() == 1);
  CHECK(other.assignments[0].section.subject.key == "wiskunde");
  CHECK(other.assignments[0].upper_vwo == 500'000);
  CHECK(other.assignments[0].upper_havo == 500'000);
  CHECK(import.findings.task_lessons == 1000);
  CHECK(import.timetable.rows == 6);
}

TEST_CASE("a class that is not known leaves the upper lessons open, and is asked") {
  Import const import = import_small({{"personnel.csv", two_teachers},
                                      {"timetable.csv",
                                       "docentcode;vak;klas;lessen\nABC;netl;V4a;3\nABC;netl;4A;4\n"
                                       "DEF;netl;V4a;3\n"}});
  CHECK_FALSE(with_id(import, "1").assignments[0].upper_vwo);
  CHECK(with_id(import, "2").assignments[0].upper_vwo == 1'000'000);
  CHECK(n_asked(import, Ask::class_name) == 1);
}

TEST_CASE("what is not in both files is listed both ways, with fte and lessons") {
  Import const import = import_small({{"personnel.csv", two_teachers},
                                      {"timetable.csv",
                                       "docentcode;vak;klas;lessen\nABC;netl;V4a;3\nVAC1;netl;V4a;"
                                       "2,5\n"}});
  CHECK(import.teachers.size() == 1);
  CHECK(import.timetable.unmatched == 1);
  CHECK(import.timetable.lessons_unmatched == 2500);
  REQUIRE(import.findings.rejects().size() == 2);
  CHECK(import.findings.rejects()[0].fte == Fte{800});
  CHECK(import.findings.rejects()[0].place.line == 3);
  CHECK(import.findings.rejects()[1].lessons == 2500);
  CHECK(import.fate(Fate::rejected).fte == Fte{800});
}

TEST_CASE("rows join on employee number as well as on code, and a shared code on nobody") {
  std::string const shared =
      personnel("", {"1;ABC;1980;1-8-2010;vast;0,9", "2;ABC;1985;1-8-2015;vast;0,8"});
  Import const import =
      import_small({{"personnel.csv", shared},
                    {"timetable.csv",
                     "personeelsnummer;docentcode;vak;klas;lessen\n1;;netl;V4;3\n2;;netl;V4;3\n"
                     ";ABC;netl;V4;3\n"}});
  CHECK(import.teachers.size() == 2);
  REQUIRE(import.findings.rejects().size() == 1);
  CHECK(reasons(import)[0].find("more than one employee") != std::string::npos);
}

TEST_CASE("a code that a leaver had belongs to who has it now") {
  std::string const reused = personnel(";uit dienst per", {"1;ABC;1960;1-8-1990;vast;0,9;1-8-2025",
                                                           "2;ABC;1985;1-8-2025;vast;0,8;"});
  Import const import =
      import_small({{"personnel.csv", reused},
                    {"timetable.csv", "docentcode;vak;klas;lessen\nABC;netl;V4;3\n"}});
  REQUIRE(import.teachers.size() == 1);
  CHECK(import.teachers[0].id == "2");
  CHECK(import.timetable.rows == 1);
}

TEST_CASE("more than three sections, or a very small one, go with the others and are asked") {
  Import const import =
      import_small({{"personnel.csv", two_teachers},
                    {"timetable.csv",
                     "docentcode;vak;klas;lessen\nABC;netl;V1;10\nABC;ges;V1;8\nABC;ak;V1;6\n"
                     "ABC;maat;V1;4\nDEF;netl;V1;20\nDEF;ges;V1;1\n"}});
  CHECK(with_id(import, "1").assignments.size() == 3);
  CHECK(with_id(import, "2").assignments.size() == 1);
  CHECK(with_id(import, "2").assignments[0].fte == Fte{800});
  CHECK(n_asked(import, Ask::small_part) == 2);
}

TEST_CASE("a code that nobody knows is a section of its own, and asked; free text is none") {
  Import const import = import_small({{"personnel.csv", two_teachers},
                                      {"timetable.csv",
                                       "docentcode;vak;klas;lessen\nabc;=Bz+;V1;10\nDEF;wis;V1;"
                                       "10\nDEF;les van J. Bakker;V1;5\n"}});
  CHECK(with_id(import, "1").assignments[0].section.subject.key == "_bz_");
  CHECK(n_asked(import, Ask::subject) == 2);
  REQUIRE(import.findings.rejects().size() == 1);
  CHECK(import.findings.rejects()[0].lessons == 5000);
}

TEST_CASE("what the profile says is not asked again") {
  Import const import =
      import_small({{"personnel.csv", two_teachers},
                    {"timetable.csv", "docentcode;vak;klas;lessen\nABC;nt2;4A;10\nDEF;wis;V1;10\n"},
                    {"profile.toml", "[subject]\nnt2 = \"nt2\"\n[class]\n4A = \"overig\"\n"}});
  CHECK(import.findings.questions().empty());
}

TEST_CASE("a licence of another subject lands on none") {
  Import const import =
      import_small({{"personnel.csv", two_teachers},
                    {"timetable.csv", "docentcode;vak;klas;lessen\nABC;wi;V1;10\nDEF;wis;V1;10\n"},
                    {"diplomas.csv",
                     "personeelsnummer;diploma;vak;bevoegdheid\n"
                     "1;NLO Aardrijkskunde tweedegraads;;\n2;;decaan;eerstegraads\n"}});
  CHECK(with_id(import, "1").assignments[0].licence == Licence::unknown);
  CHECK(with_id(import, "2").assignments[0].licence == Licence::unknown);
  CHECK(import.findings.n_idle_licences == 1);
}

TEST_CASE("lessons with a sign between thousands are refused") {
  Import const import = import_small(
      {{"personnel.csv", two_teachers},
       {"timetable.csv", "docentcode;vak;klas;lessen\nABC;entl;V1;1.000\nABC;netl;V1;900\n"}});
  CHECK(with_id(import, "1").assignments.size() == 1);
  CHECK(import.findings.rejects().size() == 2);
}

std::string const lessons =
    "docentcode;vak;klas;lessen\nABC;netl;V4;10\nABC;ges;V4;5\nDEF;netl;V4;10\n";

TEST_CASE("the highest degree counts, and a doubt only where it could be higher") {
  Import const import =
      import_small({{"personnel.csv", two_teachers},
                    {"timetable.csv", lessons},
                    {"diplomas.csv",
                     "personeelsnummer;diploma;jaar;vak\n1;NLO;1999;netl\n1;drs.;2004;netl\n1;"
                     "master;2010;\n2;NLO;2001;\n2;MO-B;2005;\n9;NLO;;\n"}});
  Teacher const& one = with_id(import, "1");
  CHECK(one.degree == Degree::wo_master);
  CHECK(one.kind == MasterKind::subject);
  CHECK(one.master_year == 2004);
  CHECK(with_id(import, "2").degree == Degree::unknown);
  CHECK(n_asked(import, Ask::diploma) == 2);
  CHECK(import.diplomas.unmatched == 1);
}

TEST_CASE("a licence is for its subject; without one only where there is one section") {
  Import const import =
      import_small({{"personnel.csv", two_teachers},
                    {"timetable.csv", lessons},
                    {"diplomas.csv",
                     "personeelsnummer;bevoegdheid;vak\n1;eerstegraads;netl\n1;tweedegraads;\n2;"
                     "tweedegraads;\n2;1e gr;nederlands\n2;eerstegraads;wiskunde\n"}});
  Teacher const& one = with_id(import, "1");
  CHECK(one.assignments[0].licence == Licence::first_degree);
  CHECK(one.assignments[1].licence == Licence::unknown);
  CHECK(with_id(import, "2").assignments[0].licence == Licence::first_degree);
  CHECK(n_asked(import, Ask::licence_subject) == 1);
}

TEST_CASE("a level in a column of its own counts, unless the text says otherwise") {
  Import const import =
      import_small({{"personnel.csv", two_teachers},
                    {"timetable.csv", lessons},
                    {"diplomas.csv",
                     "personeelsnummer;diploma;opleidingsniveau\n1;Geschiedenis;wo_master\n2;"
                     "drs.;bachelor\n"}});
  CHECK(with_id(import, "1").degree == Degree::wo_master);
  CHECK(with_id(import, "2").degree == Degree::unknown);
}

TEST_CASE("a running study is a programme, or a question") {
  Import const import =
      import_small({{"personnel.csv", two_teachers},
                    {"timetable.csv", lessons},
                    {"diplomas.csv",
                     "personeelsnummer;diploma;status;studiejaren;lerarenbeurs\n1;Hbo vakmaster;"
                     "lopend;1;ja\n2;iets;bezig;0;nee\n2;NLO;behaald;;\n"}});
  REQUIRE(with_id(import, "1").study);
  CHECK(with_id(import, "1").study->programme == "hbo-vakmaster");
  CHECK(with_id(import, "1").study->years_done == 1);
  CHECK(with_id(import, "1").study->grant);
  CHECK_FALSE(with_id(import, "2").study);
  CHECK(with_id(import, "2").degree == Degree::bachelor);
  CHECK(n_asked(import, Ask::programme) == 1);
}

TEST_CASE("schools part the sections of one subject") {
  std::string const two_schools = personnel(
      ";BRIN", {"1;ABC;1980;1-8-2010;vast;0,9;01AB", "2;DEF;1985;1-8-2015;vast;0,8;02CD"});
  Import const import = import_small({{"personnel.csv", two_schools}, {"timetable.csv", lessons}});
  REQUIRE(import.sections.size() == 3);
  CHECK(import.sections[0].school == "01AB");
  CHECK(import.sections[2].school == "02CD");
  CHECK(import.sections[2].subject.key == "nederlands");
}

TEST_CASE("files of which nothing fits together are refused") {
  std::vector<std::string> const told =
      complaints({{"personnel.csv", two_teachers},
                  {"timetable.csv", "docent;vak;klas;lessen\nX;netl;V4;3\n"}});
  REQUIRE(!told.empty());
  CHECK(told[0].find("not one row belongs to anybody") != std::string::npos);
}

TEST_CASE("masked cells that are not needed count as empty") {
  std::string const school = personnel(";BRIN", {"1;ABC;1980;1-8-2010;vast;1;01AA"});
  Import const import = import_small(
      {{"personnel.csv", school},
       {"timetable.csv", "docentcode;vak;klas;leerjaar;BRIN;lessen\nABC;netl;V4;*;*;3\n"},
       {"diplomas.csv", "docentcode;diploma;jaar;status;bevoegdheid\nABC;drs.;*;x;*\n"}});
  REQUIRE(import.teachers.size() == 1);
  CHECK(import.sections.size() == 1);
  CHECK(import.sections[0].school == "01AA");
  CHECK(import.teachers[0].assignments[0].upper_vwo == 1'000'000);
  CHECK(import.teachers[0].degree == Degree::wo_master);
  CHECK(import.findings.n_masked >= 4);
}

TEST_CASE("diplomas of somebody who was rejected do not stop the others") {
  Import const import = import_small(
      {{"personnel.csv", personnel(";sectie", {"1;ABC;1980;1-8-2010;vast;1;Engels",
                                               "2;DEF;1980;1-8-2010;payroll;1;Engels"})},
       {"diplomas.csv", "docentcode;diploma\nDEF;drs.\n"}});
  CHECK(import.teachers.size() == 1);
  CHECK(import.diplomas.unmatched == 1);
}

}  // namespace
}  // namespace meesterplan::intake
