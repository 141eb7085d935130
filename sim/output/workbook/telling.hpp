#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/output/reported_run.hpp"
#include "sim/output/workbook/table.hpp"

namespace meesterplan::output::workbook {

/// What is told, to whom, in which language; and the cells that every table begins with.
class Telling final {
 public:
  /// The runs must outlive it.
  Telling(std::span<ReportedRun const> runs, Reader reader, Language language);

  std::size_t n_runs() const { return runs_.size(); }
  ReportedRun const& run(std::size_t index) const { return runs_[index]; }
  results::Results const& results(std::size_t run) const { return *runs_[run].results; }
  Reader reader() const { return reader_; }
  Language language() const { return language_; }

  /// The name of a run, unlike that of any other.
  std::string const& run_name(std::size_t run) const { return names_[run]; }

  std::string text(char const* nl, char const* en) const {
    return language_ == Language::nl ? nl : en;
  }

  /// Columns of a table of which rows tell of a run, and those of one that tells of units.
  /// The first is left out when there is one run, the school when no section has one.
  std::vector<Column> run_columns() const;
  std::vector<Column> unit_columns() const;

  /// The cells under them.
  Row run_cells(std::size_t run) const;
  Row unit_cells(std::size_t run, std::string const& level, std::string const& unit) const;

  /// The name of a unit as a cell has it: "all" in the language asked for.
  std::string unit_name(std::string const& level, std::string const& unit) const;

 private:
  std::span<ReportedRun const> runs_;
  Reader reader_;
  Language language_;
  std::vector<std::string> names_;
  std::vector<std::map<std::string, std::string>> school_of_;  ///< [run][section]
  bool has_schools_ = false;
};

/// Where a level stands: 0 for the largest.
std::size_t level_rank(std::string_view level);

/// A number of that measure: heads, fte, share, years, euro.
Number number_of(double value, std::string_view measure);

/// The same, or an empty cell.
Value number_of(std::optional<double> const& value, std::string_view measure);

Number whole(double value);
Number year_cell(int year);

/// "docenten (aantal)": a metric with its measure, as the title of a column.
std::string title_of(std::string_view metric, std::string_view measure, Language language);

/// A measure in words: "aantal".
std::string measure_name(std::string_view measure, Language language);

/// `columns` and one more of each title.
std::vector<Column> with(std::vector<Column> columns, std::vector<std::string> const& titles);

/// The last columns get these keys, in their order; an empty one leaves a column as it is.
void set_keys(std::vector<Column>& columns, std::vector<std::string> const& keys);

/// `row` and these cells after it.
Row with(Row row, std::vector<Value> cells);

}  // namespace meesterplan::output::workbook
