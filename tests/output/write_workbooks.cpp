// Writes workbooks into the folder that is named, for the check by other readers.

#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "sim/output/workbook_report.hpp"
#include "tests/output/workbook_examples.hpp"

namespace {

namespace output = meesterplan::output;
namespace tests = meesterplan::tests;
using meesterplan::Language;
using output::Reader;
using output::ReportedRun;

/// Rows that unpack to far more than they are packed in.
meesterplan::results::Results long_results() {
  meesterplan::results::Results results = tests::charted_results();
  for (int school = 0; school < 3000; ++school) {
    meesterplan::results::SeriesRow row = tests::total_of("fte", "fte", 2026, 1);
    row.level = "school";
    row.unit = std::to_string(school);
    results.series.push_back(row);
  }
  return results;
}

void write_all(std::string const& folder) {
  auto const charted = tests::charted_results();
  auto const hostile = tests::hostile_results();
  auto const bare = tests::bare_results();
  auto const staffing = tests::full_staffing();
  std::string const at = "2026-11-28T14:05:09Z";
  std::vector<ReportedRun> const one = {{"een", at, "0.1.0", &charted}};
  std::vector<ReportedRun> const two = {{"=een", at, "0.1.0", &charted},
                                        {"=een", at, "0.1.0", &hostile}};
  std::vector<ReportedRun> const empty = {{"leeg", "", "0.1.0", &bare}};
  output::write_workbook(one, Reader::hr, Language::nl, folder + "/hr.nl.xlsx", staffing);
  output::write_workbook(one, Reader::hr, Language::nl, folder + "/again.nl.xlsx", staffing);
  output::write_workbook(one, Reader::hr, Language::en, folder + "/hr.en.xlsx", staffing);
  output::write_workbook(one, Reader::board, Language::nl, folder + "/board.nl.xlsx", staffing);
  output::write_workbook(one, Reader::council, Language::en, folder + "/council.en.xlsx");
  output::write_workbook(two, Reader::region, Language::en, folder + "/hostile.en.xlsx");
  output::write_workbook(two, Reader::hr, Language::nl, folder + "/hostile.nl.xlsx",
                         tests::hostile_staffing());
  output::write_workbook(empty, Reader::hr, Language::nl, folder + "/bare.nl.xlsx");
}

}  // namespace

int main(int n_arguments, char** arguments) {
  try {
    if (n_arguments == 2) {
      write_all(arguments[1]);
      return 0;
    }
    if (n_arguments == 3 && std::string(arguments[1]) == "--long") {
      auto const results = long_results();
      std::vector<ReportedRun> const runs = {{"lang", "", "0.1.0", &results}};
      output::write_workbook(runs, Reader::hr, Language::nl, arguments[2]);
      return 0;
    }
    std::cerr << "usage: output_workbooks FOLDER | --long FILE\n";
    return 2;
  } catch (std::exception const& error) {
    std::cerr << error.what() << "\n";
    return 4;
  }
}
