#include "sim/output/workbook_report.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/output/workbook/book.hpp"
#include "sim/output/workbook/cell_text.hpp"
#include "sim/output/workbook/charts.hpp"
#include "sim/output/workbook/read_back.hpp"
#include "sim/output/workbook/tables.hpp"
#include "sim/output/workbook/widths.hpp"
#include "sim/store/store_error.hpp"
#include "tests/output/workbook_examples.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan {
namespace {

namespace workbook = output::workbook;
using output::Reader;
using output::ReportedRun;
using workbook::Number;
using workbook::Table;

/// A folder of the test's own, gone when it ends.
class ScratchFolder final {
 public:
  ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "meesterplan.XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
      throw std::runtime_error("no scratch folder");
    path_ = pattern;
  }
  ~ScratchFolder() { std::filesystem::remove_all(path_); }
  ScratchFolder(ScratchFolder const&) = delete;
  ScratchFolder& operator=(ScratchFolder const&) = delete;

  std::string file(std::string const& name) const { return (path_ / name).string(); }
  std::size_t n_files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
  }

 private:
  std::filesystem::path path_;
};

Number number_in(Table const& table, std::size_t row, std::string_view key) {
  return std::get<Number>(table.rows.at(row).at(table.find_column(key).value()));
}

TEST_CASE("Text for a cell shows what it is") {
  CHECK(workbook::cell_text("=1+1") == "=1+1");
  CHECK(workbook::cell_text("a\x1b[2J") == "a\\x1b[2J");
  CHECK(workbook::cell_text("caf\xE9") == "caf\\xe9");
  CHECK(workbook::cell_text("\xEF\xBF\xBE\xEF\xBF\xBF") == "\\ufffe\\uffff");
  CHECK(workbook::cell_text("\xEF\xBF\xBD") == "\xEF\xBF\xBD");
  CHECK(workbook::cell_text("_x0041_ _x004_ _X0041_") == "_x005F_x0041_ _x004_ _X0041_");
  std::string const smiles = workbook::cell_text(std::string(20'000, 'x') + "\xF0\x9F\x98\x80");
  CHECK(workbook::length(smiles) == 16'000);
  CHECK(smiles.substr(smiles.size() - 6) == " [...]");
}

TEST_CASE("Text for a chart is short, on one line and no formula") {
  CHECK(workbook::chart_text("=Sheet1!$A$1", 40) == "'=Sheet1!$A$1");
  CHECK(workbook::chart_text("a\nb", 40) == "a\\x0ab");
  CHECK(workbook::chart_text("_x0041_", 40) == "_x0041_");
  CHECK(workbook::chart_text(
            "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", 8) ==
        "\xC3\xA9\xC3\xA9 [...]");
}

TEST_CASE("Rows about one thing stand in one block") {
  auto const results = tests::charted_results();
  std::vector<ReportedRun> const runs = {{"een", "", "0.1.0", &results}};
  workbook::Telling const telling(runs, Reader::hr, Language::nl);
  Table const series = workbook::series_table(telling);
  REQUIRE_FALSE(series.blocks.empty());
  CHECK(series.blocks.front().level == "total");
  CHECK(series.blocks.front().count == 3);
  CHECK(number_in(series, 0, "year").value == 2025);
  CHECK(number_in(series, 0, "heads") == Number{100, workbook::Look::decimal});
  CHECK(number_in(series, 2, "masters") == Number{0.4 + 0.1 * 2, workbook::Look::share});
  CHECK_FALSE(series.find_column("cost_total"));
  CHECK(number_in(workbook::cost_table(telling), 0, "cost_wages").value == 8'000'000);
}

TEST_CASE("Runs of one name are told apart, and only several runs take a column") {
  auto const results = tests::charted_results();
  std::vector<ReportedRun> const runs(3, {"x", "", "0.1.0", &results});
  workbook::Telling const telling(runs, Reader::hr, Language::en);
  CHECK(telling.run_name(0) == "x");
  CHECK(telling.run_name(2) == "x (3)");
  CHECK(workbook::target_table(telling).columns.front().title == "Run");
  workbook::Telling const alone(std::span<ReportedRun const>(runs).first(1), Reader::hr,
                                Language::en);
  CHECK(workbook::target_table(alone).columns.front().title == "Target");
}

TEST_CASE("Every row has a cell a column, and every sheet a name that fits") {
  auto const results = tests::charted_results();
  std::vector<ReportedRun> const runs(2, {"x", "", "0.1.0", &results});
  for (Language const language : {Language::nl, Language::en}) {
    workbook::Telling const telling(runs, Reader::hr, language);
    for (auto const make :
         {workbook::target_table, workbook::chance_table, workbook::first_met_table,
          workbook::dot_table, workbook::series_table, workbook::spread_table, workbook::cost_table,
          workbook::calendar_table, workbook::budget_table, workbook::flow_table,
          workbook::known_table, workbook::policy_table, workbook::driver_table,
          workbook::note_table, workbook::term_table, workbook::masters_table, workbook::gap_table,
          workbook::study_table, workbook::question_table}) {
      Table const table = make(telling);
      INFO(table.name.en);
      CHECK_FALSE(table.rows.empty());
      for (workbook::Row const& row : table.rows)
        CHECK(row.size() == table.columns.size());
      CHECK(workbook::length(table.name.in(language)) <= 31);
      CHECK(table.n_fixed <= table.columns.size());
    }
  }
}

/// The cell under that title.
workbook::Value cell_under(Table const& table, std::size_t row, std::string const& title) {
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (table.columns[column].title == title)
      return table.rows.at(row).at(column);
  }
  FAIL("no column " << title);
  return {};
}

TEST_CASE("The plan of a section is that of the page") {
  auto const results = tests::charted_results();
  std::vector<ReportedRun> const runs = {{"een", "", "0.1.0", &results}};
  workbook::Telling const telling(runs, Reader::hr, Language::en);
  auto const number = [](double value) {
    return workbook::Value(Number{value, workbook::Look::decimal});
  };
  Table const masters = workbook::masters_table(telling);
  REQUIRE(masters.rows.size() == 2);  // now and in the target's year; not the small section
  CHECK(cell_under(masters, 0, "Hbo masters (number)") == number(2.5));
  CHECK(cell_under(masters, 1, "Hbo masters (number)") == number(1));
  CHECK(cell_under(masters, 1, "Wo masters (number)") == number(3));
  CHECK(cell_under(masters, 1, "Route: study here (number)") == number(1));
  CHECK(cell_under(masters, 1, "All masters (number)") == number(4));
  Table const gaps = workbook::gap_table(telling);
  REQUIRE(gaps.rows.size() == 2);
  CHECK(cell_under(gaps, 0, "Deployable fte now (2025)") == number(7.5));
  CHECK(cell_under(gaps, 0, "Masters needed (number, 2027)") == number(1.0 / 3 * 8));
  CHECK(cell_under(gaps, 0, "Gap: expected less needed (number)") == number(4 - 1.0 / 3 * 8));
  CHECK(cell_under(gaps, 1, "Fte needed (2027)") == number(0.8));
  CHECK(cell_under(gaps, 1, "Masters now (number, 2025)") == workbook::Value());
  Table const studies = workbook::study_table(telling);
  REQUIRE(studies.rows.size() == 1);
  CHECK(cell_under(studies, 0, "Studying now (number)") == number(2));
  CHECK(cell_under(studies, 0, "Begin (number a year)") == number(1.5));
  CHECK(cell_under(studies, 0, "Drop out (number a year)") == number(0.125));
  CHECK(cell_under(studies, 0, "Agreement") == workbook::Value());
}

TEST_CASE("The plan asks for masters only where a target does, and schools are told of apart") {
  auto results = tests::charted_results();
  results.targets.front().level = "section";
  for (char const* school : {"a", "b"}) {
    results::SeriesRow row = tests::total_of("masters_heads", "heads", 2027, 5);
    row.level = "school";
    row.unit = school;
    results.series.push_back(row);
  }
  std::vector<ReportedRun> const runs = {{"een", "", "0.1.0", &results}};
  workbook::Telling const telling(runs, Reader::hr, Language::nl);
  Table const gaps = workbook::gap_table(telling);
  REQUIRE(gaps.rows.size() == 4);
  CHECK(cell_under(gaps, 0, "Niveau") == workbook::Value("school"));
  CHECK(cell_under(gaps, 2, "Eenheid") == workbook::Value("wiskunde"));
  for (std::size_t row = 0; row < gaps.rows.size(); ++row)
    CHECK(cell_under(gaps, row, "Masters nodig (aantal, 2027)") == workbook::Value());
}

TEST_CASE("The spring table says of small sections only what they need") {
  auto const results = tests::charted_results();
  std::vector<ReportedRun> const runs = {{"een", "", "0.1.0", &results}};
  workbook::Telling const telling(runs, Reader::hr, Language::nl);
  Table const staffing = workbook::staffing_table(telling, tests::full_staffing());
  REQUIRE(staffing.rows.size() == 2);
  CHECK(cell_under(staffing, 0, "Zeker weg: met pensioen (aantal)") ==
        workbook::Value(workbook::whole(2)));
  CHECK(cell_under(staffing, 0, "Zeker weg: met pensioen (fte)") ==
        workbook::Value(Number{1.4, workbook::Look::decimal}));
  CHECK(cell_under(staffing, 1, "Opmerking") == workbook::Value("te klein: alleen nodige fte"));
  auto const n_told = std::count_if(
      staffing.rows[1].begin(), staffing.rows[1].end(),
      [](workbook::Value const& cell) { return std::holds_alternative<Number>(cell); });
  CHECK(n_told == 2);  // the year, and the fte
  Table notes = workbook::note_table(telling);
  std::size_t const n_notes = notes.rows.size();
  workbook::add_staffing_notes(telling, tests::full_staffing(), notes);
  REQUIRE(notes.rows.size() == n_notes + 1);
  CHECK(notes.rows.back().size() == notes.columns.size());
  CHECK(cell_under(notes, n_notes, "Opmerking") == workbook::Value("Formatie: waarom niet"));
}

TEST_CASE("Charts of every kind are drawn, each with a text that tells its numbers") {
  auto const results = tests::charted_results();
  std::vector<ReportedRun> const runs = {{"een", "", "0.1.0", &results}};
  workbook::Telling const telling(runs, Reader::hr, Language::nl);
  Table const chances = workbook::chance_table(telling);
  Table const spread = workbook::spread_table(telling);
  Table const series = workbook::series_table(telling);
  Table const costs = workbook::cost_table(telling);
  Table const budgets = workbook::budget_table(telling);
  auto const charts = workbook::charts(telling, {chances, spread, series, costs, budgets});
  REQUIRE(charts.size() == 7);
  CHECK(charts[0].text == "Kans per jaar: helft. alles samen: 0,0% (2025), 70,0% (2027).");
  // The fan: its edges, its middle and the bound of the target.
  CHECK(charts[1].series.size() == 4);
  CHECK(charts[5].kind == workbook::ChartKind::stacked);
  CHECK(charts[5].series.size() == 2);
}

TEST_CASE("A workbook is whole, and one that is cut off is not") {
  ScratchFolder const scratch;
  auto const results = tests::charted_results();
  std::vector<ReportedRun> const runs = {{"een", "2026-11-28T14:05:09Z", "0.1.0", &results}};
  std::string const path = scratch.file("a.xlsx");
  output::write_workbook(runs, Reader::hr, Language::nl, path);
  CHECK(scratch.n_files() == 1);
  CHECK(workbook::is_whole_workbook(path, 21, 7));
  CHECK_FALSE(workbook::is_whole_workbook(path, 26, 7));
  CHECK_FALSE(workbook::is_whole_workbook(path, 21, 8));
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - 100);
  CHECK_FALSE(workbook::is_whole_workbook(path, 21, 7));
  CHECK_FALSE(workbook::is_whole_workbook(scratch.file("none"), 17, 7));
}

TEST_CASE("A workbook that cannot be written says why") {
  auto const results = tests::bare_results();
  std::vector<ReportedRun> const runs = {{"leeg", "", "0.1.0", &results}};
  for (char const* path : {"/no/such/folder/a.xlsx", "/dev/full", "/"}) {
    INFO(path);
    CHECK_THROWS_AS(output::write_workbook(runs, Reader::hr, Language::nl, path), IoError);
  }
}

TEST_CASE("A table with more rows than a sheet holds is refused") {
  ScratchFolder const scratch;
  workbook::Book book(scratch.file("a.xlsx"), {"", "", 1, Language::en});
  Table table;
  table.name = {"Lang", "Long"};
  table.columns = {{"A"}};
  table.rows.resize(workbook::most_rows, workbook::Row(1));
  CHECK_THROWS_AS(book.add(table), store::StoreError);
}

TEST_CASE("Columns are as wide as what they hold, within limits") {
  Table table;
  table.n_fixed = 3;
  table.columns = {{"A"}, {"B"}, {"C"}, {"D", workbook::Width::prose}};
  table.rows = {{std::string(20, 'x'), std::string(500, 'x'), Number{1e6, workbook::Look::euro},
                 std::string("x")}};
  auto const widths = workbook::column_widths(table);
  CHECK(widths == std::vector<double>{21, 40, 14, 80});
  CHECK(workbook::columns_in_view(table, widths) == 3);
  CHECK(workbook::lines_of_head(table, widths) == 1);
  CHECK(workbook::lines_of(table.rows[0], table, widths) == 1);
  table.rows[0][3] =
      std::string(81, 'x') + "\n" + std::string(40, 'x') + " " + std::string(40, 'x');
  CHECK(workbook::lines_of(table.rows[0], table, widths) == 4);
  table.columns[0].title = std::string(50, 'x');
  CHECK(workbook::columns_in_view(table, workbook::column_widths(table)) == 2);
}

}  // namespace
}  // namespace meesterplan
