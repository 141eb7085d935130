// Writes a document of each kind into the folder that is named, for the check
// against the schemas.

#include <fstream>
#include <iostream>
#include <string>

#include "sim/output/json.hpp"
#include "sim/output/staffing.hpp"
#include "tests/output/examples.hpp"

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
  return full && bare && problems && none && staffing ? 0 : 1;
}
