// Writes a document of each kind into the folder that is named, for the check
// against the schemas.

#include <fstream>
#include <iostream>
#include <string>

#include "sim/output/import_json.hpp"
#include "sim/output/json.hpp"
#include "sim/output/staffing.hpp"
#include "tests/output/examples.hpp"

namespace {

/// An import with everything that its document can hold.
meesterplan::intake::Import full_import() {
  meesterplan::input::MemoryFiles files(
      {{"p.csv",
        "Overzicht\npersoneelsnummer;docentcode;geboortejaar;datum in dienst;type "
        "contract;wtf;kamer\n"
        "1;ABC;1980;1-8-2010;vast;0,9;12\n2;DEF;1980;1-8-2010;vast;veel;12\n"},
       {"t.csv", "docent;vak;klas;lessen\nABC;netl;V4;3\nVAC;netl;V4;2\n"},
       {"d.csv", "personeelsnummer;diploma\n1;MO-B\n"}});
  return meesterplan::intake::import_school(files, {"p.csv", "t.csv", "d.csv", "", 2025, {}});
}

}  // namespace

int main(int n_arguments, char** arguments) {
  if (n_arguments != 2) {
    std::cerr << "usage: output_examples FOLDER\n";
    return 2;
  }
  namespace output = meesterplan::output;
  namespace tests = meesterplan::tests;
  std::string const folder = arguments[1];
  std::ofstream full(folder + "/run.full.json");
  output::write_json(tests::full_results(), full);
  std::ofstream bare(folder + "/run.bare.json");
  output::write_json(tests::bare_results(), bare);
  std::ofstream problems(folder + "/check.problems.json");
  output::write_json(tests::full_results().notes, problems);
  std::ofstream none(folder + "/check.none.json");
  output::write_json(std::vector<meesterplan::Problem>{}, none);
  std::ofstream staffing(folder + "/staffing.full.json");
  output::write_json(tests::full_staffing(), staffing);
  std::ofstream import(folder + "/import.full.json");
  output::write_json(full_import(), import);
  return full && bare && problems && none && staffing && import ? 0 : 1;
}
