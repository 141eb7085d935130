#include "sim/output/workbook/telling.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "sim/base/contracts.hpp"
#include "sim/output/names.hpp"

namespace meesterplan::output::workbook {
namespace {

/// The names of the runs; of equal ones the later get a number.
std::vector<std::string> names_of(std::span<ReportedRun const> runs) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (ReportedRun const& run : runs) {
    std::string name = run.name;
    for (int number = 2; !taken.insert(name).second; ++number)
      name = fmt::format("{} ({})", run.name, number);
    names.push_back(name);
  }
  return names;
}

std::map<std::string, std::string> schools_of(results::Results const& results) {
  std::map<std::string, std::string> schools;
  for (results::UnitRow const& unit : results.units) {
    if (unit.level == "section" && !unit.school.empty())
      schools.emplace(unit.unit, unit.school);
  }
  return schools;
}

struct Measure {
  std::string_view key;
  Look look;
  std::string_view nl, en;
};

constexpr Measure measures[] = {
    {"heads", Look::decimal, "aantal", "number"}, {"fte", Look::decimal, "fte", "fte"},
    {"share", Look::share, "aandeel", "share"},   {"years", Look::decimal, "jaren", "years"},
    {"euro", Look::euro, "euro", "euro"},
};

Measure const* find_measure(std::string_view key) {
  auto const* const found =
      std::find_if(std::begin(measures), std::end(measures),
                   [&](Measure const& measure) { return measure.key == key; });
  return found == std::end(measures) ? nullptr : found;
}

}  // namespace

Telling::Telling(std::span<ReportedRun const> runs, Reader reader, Language language)
    : runs_(runs), reader_(reader), language_(language), names_(names_of(runs)) {
  MP_EXPECT(!runs.empty());
  for (ReportedRun const& run : runs) {
    MP_EXPECT(run.results != nullptr);
    school_of_.push_back(schools_of(*run.results));
    has_schools_ = has_schools_ || !school_of_.back().empty();
  }
}

std::vector<Column> Telling::run_columns() const {
  if (this->n_runs() == 1)
    return {};
  return {{this->text("Run", "Run")}};
}

std::vector<Column> Telling::unit_columns() const {
  std::vector<Column> columns = with(this->run_columns(), {this->text("Niveau", "Level")});
  if (has_schools_)
    columns.push_back({this->text("School", "School")});
  columns.push_back({this->text("Eenheid", "Unit")});
  return columns;
}

Row Telling::run_cells(std::size_t run) const {
  if (this->n_runs() == 1)
    return {};
  return {names_[run]};
}

Row Telling::unit_cells(std::size_t run, std::string const& level, std::string const& unit) const {
  Row row = with(this->run_cells(run), {level_name(level, language_)});
  if (has_schools_) {
    auto const found = school_of_[run].find(unit);
    bool const is_known = level == "section" && found != school_of_[run].end();
    row.push_back(level == "school" ? Value(unit) : is_known ? Value(found->second) : Value());
  }
  row.emplace_back(this->unit_name(level, unit));
  return row;
}

std::string Telling::unit_name(std::string const& level, std::string const& unit) const {
  return level == "total" && unit == "all" ? this->text("alles", "all") : unit;
}

std::size_t level_rank(std::string_view level) {
  constexpr std::array<std::string_view, 7> levels = {"total",   "region",  "board",  "school",
                                                      "cluster", "subject", "section"};
  return static_cast<std::size_t>(std::find(levels.begin(), levels.end(), level) - levels.begin());
}

Number number_of(double value, std::string_view measure) {
  Measure const* const found = find_measure(measure);
  return {value, found == nullptr ? Look::decimal : found->look};
}

Value number_of(std::optional<double> const& value, std::string_view measure) {
  return value ? Value(number_of(*value, measure)) : Value();
}

Number whole(double value) {
  return {value, Look::whole};
}

Number year_cell(int year) {
  return {static_cast<double>(year), Look::plain};
}

std::string title_of(std::string_view metric, std::string_view measure, Language language) {
  std::string const name = metric_name(metric, language);
  std::string const unit = measure_name(measure, language);
  // "niet vervulde fte" says it already.
  bool const is_said = name.find(unit) != std::string::npos;
  return is_said ? name : fmt::format("{} ({})", name, unit);
}

std::string measure_name(std::string_view measure, Language language) {
  Measure const* const found = find_measure(measure);
  if (found == nullptr)
    return std::string(measure);
  return std::string(language == Language::nl ? found->nl : found->en);
}

std::vector<Column> with(std::vector<Column> columns, std::vector<std::string> const& titles) {
  for (std::string const& title : titles)
    columns.push_back({title});
  return columns;
}

void set_keys(std::vector<Column>& columns, std::vector<std::string> const& keys) {
  MP_EXPECT(keys.size() <= columns.size());
  for (std::size_t index = 0; index < keys.size(); ++index)
    columns[columns.size() - keys.size() + index].key = keys[index];
}

Row with(Row row, std::vector<Value> cells) {
  row.insert(row.end(), std::make_move_iterator(cells.begin()),
             std::make_move_iterator(cells.end()));
  return row;
}

}  // namespace meesterplan::output::workbook
