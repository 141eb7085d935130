// How fast are exports read? 75,000 employments of a sector with their timetable, as
// CSV and as a workbook, into the files of a scenario.

#include "sim/intake/import.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/core.h>
#include <xlsxwriter.h>

#include "sim/input/disk_files.hpp"
#include "sim/intake/project_files.hpp"

namespace meesterplan::benchmarks {
namespace {

constexpr int n_teachers = 75'000;

using Row = std::vector<std::string>;

std::vector<Row> personnel() {
  std::vector<Row> rows{{"Medewerker", "Docentcode", "Achternaam", "Geboortedatum",
                         "Personeelscategorie", "Functie", "BRIN", "Datum in dienst",
                         "Docent vanaf", "Begindatum contract", "Einddatum contract",
                         "Type contract", "FTE", "Salarisschaal"}};
  rows.reserve(n_teachers + 1);
  for (int i = 0; i < n_teachers; ++i) {
    std::string const since = fmt::format("01-08-{}", 2005 + i % 20);
    rows.push_back({std::to_string(100'000 + i), fmt::format("d{}", i), "Jansen",
                    fmt::format("{:02}-{:02}-{}", 1 + i % 28, 1 + i % 12, 1960 + i % 30), "OP",
                    "Docent LB", fmt::format("{:02}AB", i % 40), since, since, since, "", "vast",
                    "0,8", "LB"});
  }
  return rows;
}

std::vector<Row> timetable() {
  std::vector<Row> rows{{"Docent", "Vak", "Klas", "Lessen"}};
  rows.reserve(2 * n_teachers + 1);
  for (int i = 0; i < n_teachers; ++i) {
    rows.push_back({fmt::format("d{}", i), i % 3 == 0 ? "netl" : "wisB", "V4a", "8"});
    rows.push_back({fmt::format("d{}", i), i % 3 == 0 ? "netl" : "wisB", "h2b", "12"});
  }
  return rows;
}

std::string csv_of(std::vector<Row> const& rows) {
  std::string text;
  for (Row const& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      text += (i == 0 ? "" : ";") + row[i];
    text += "\n";
  }
  return text;
}

std::string workbook_of(std::vector<Row> const& rows) {
  std::string const path =
      (std::filesystem::temp_directory_path() / "meesterplan-import-benchmark.xlsx").string();
  lxw_workbook* const book = workbook_new(path.c_str());
  lxw_worksheet* const sheet = workbook_add_worksheet(book, nullptr);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < rows[row].size(); ++column)
      worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                             rows[row][column].c_str(), nullptr);
  }
  workbook_close(book);
  std::string bytes = input::DiskFiles().read(path).bytes;
  std::filesystem::remove(path);
  return bytes;
}

void import_all(benchmark::State& state, std::map<std::string, std::string> const& texts,
                std::string const& timetable_name) {
  input::MemoryFiles files(texts);
  std::size_t n_bytes = 0;
  for (auto _ : state) {
    intake::Import const import =
        intake::import_school(files, {"personnel", timetable_name, "", "", 2025, {}});
    if (import.teachers.size() != n_teachers)
      std::abort();
    for (intake::ProjectFile const& file : intake::project_files(import, Language::nl))
      n_bytes += file.content.size();
  }
  benchmark::DoNotOptimize(n_bytes);
  state.SetItemsProcessed(state.iterations() * n_teachers);
}

void csv(benchmark::State& state) {
  std::vector<Row> rows = personnel();
  rows.front().push_back("Sectie");
  for (std::size_t i = 1; i < rows.size(); ++i)
    rows[i].push_back("Engels");
  import_all(state, {{"personnel", csv_of(rows)}}, "");
}
BENCHMARK(csv)->Unit(benchmark::kMillisecond);

void csv_with_timetable(benchmark::State& state) {
  import_all(state, {{"personnel", csv_of(personnel())}, {"timetable", csv_of(timetable())}},
             "timetable");
}
BENCHMARK(csv_with_timetable)->Unit(benchmark::kMillisecond);

void workbook_with_timetable(benchmark::State& state) {
  import_all(state,
             {{"personnel", workbook_of(personnel())}, {"timetable", workbook_of(timetable())}},
             "timetable");
}
BENCHMARK(workbook_with_timetable)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace meesterplan::benchmarks

BENCHMARK_MAIN();
