#include "sim/intake/diploma_text.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace meesterplan::intake {
namespace {

using scenario::Degree;
using scenario::Licence;
using scenario::MasterKind;

void check_all(std::vector<std::string> const& texts, Degree degree) {
  for (std::string const& text : texts) {
    INFO(text);
    CHECK(read_diploma(text).degree == degree);
  }
}

TEST_CASE("diplomas that leave no doubt become degrees") {
  check_all({"drs.", "drs. Nederlands", "Doctoraal geschiedenis", "ir", "mr.", "dr", "WO-master",
             "universitaire lerarenopleiding (ULO)", "PhD", "NLO en daarna drs."},
            Degree::wo_master);
  check_all({"M Ed", "M.Ed.", "MEd wiskunde", "hbo-master", "Master of Education", "Master SEN",
             "Master Leren en Innoveren"},
            Degree::hbo_master);
  check_all({"NLO", "BEd", "B.Ed. Engels", "ALO", "pabo", "hbo-bachelor",
             "tweedegraads lerarenopleiding wiskunde", "2e-graads lerarenopleiding", "ing."},
            Degree::bachelor);
  check_all({"geen diploma", "mbo 4"}, Degree::none);
}

TEST_CASE("doubtful diplomas are left to be asked") {
  check_all({"geen diploma in dossier",
             "HBO-V, mbo-verpleegkundige",
             "docent mbo",
             "NLO i.o.",
             "NLO lopend",
             "NLO niet voltooid",
             "NLO 3e jaar",
             "volgt NLO Engels",
             "studente NLO",
             "vrijstelling NLO",
             "zonder bachelor",
             "Propedeutisch examen ALO",
             "NLO, doctorandus Engels",
             "NLO + vakmaster Engels",
             "NLO, MLI",
             "BEd, MSEN",
             "ing. / M.Sc.",
             "BEd, M.A.",
             "Bachelor + Masterdiploma UvA",
             "NLO, MO-A",
             "NLO, meester in de rechten",
             "geen wo master",
             "toelaatbaar tot wo master",
             "educatieve master, loopt",
             "drs. niet behaald",
             "drs. (propaedeuse)",
             "hbo educatieve master",
             "Dr. Moller Instituut, akte Engels",
             "mr. P. Jansen heeft akte J",
             "HLO med. microbiologie",
             "drs?",
             "dr. in wording",
             "NLO eerstegraads",
             "BEd, eerstegraads bevoegd",
             "NLO (gestaakt)",
             "ir. Lely Lyceum pabo"},
            Degree::unknown);
  check_all({"master", "MSc", "MA", "MO-B", "MO-A", "hbo eerstegraads", "eerstegraads", "wo",
             "NLO, bezig met MSc", "drs. niet afgerond", "drs. (bezig)", "buitenlands diploma",
             "kandidaats", "BSc MSc", "kweekschool", "", "dries", "mrs"},
            Degree::unknown);
}

TEST_CASE("a text may tell what the master is about") {
  CHECK(read_diploma("M Ed onderwijskunde").kind == MasterKind::education);
  CHECK(read_diploma("Master SEN").kind == MasterKind::education);
  CHECK(read_diploma("master L&I").kind == MasterKind::education);
  CHECK(read_diploma("vakmaster, M Ed").kind == MasterKind::subject);
  CHECK(read_diploma("drs.").kind == MasterKind::none);
  CHECK(read_diploma("vakmaster en SEN").kind == MasterKind::none);
}

TEST_CASE("a licence is read where the words say so, and never from a degree") {
  CHECK(read_diploma("tweedegraads lerarenopleiding").licence == Licence::second_degree);
  CHECK(read_diploma("1e graads wiskunde").licence == Licence::first_degree);
  CHECK(read_diploma("drs. wiskunde").licence == Licence::unknown);
  CHECK(read_diploma("M Ed").licence == Licence::unknown);
  for (std::string const text :
       {"eerstegraads en tweedegraads", "geen eerstegraads", "1e/2e graads",
        "eerstegraads bevoegdheid ingetrokken", "niet bevoegd, NLO tweedegraads volgt nog"}) {
    INFO(text);
    CHECK(read_diploma(text).licence == Licence::unknown);
  }
}

}  // namespace
}  // namespace meesterplan::intake
