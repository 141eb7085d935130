#include <ostream>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "sim/output/staffing.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::output {
namespace {

using study::Expected;
using study::StaffingRow;
using study::Volume;

/// A line being made: the names of the columns, or the cells of a unit.
class Line final {
 public:
  explicit Line(CsvStyle style) : style_(style) {}

  void text(std::string_view value) {
    begin();
    bool const is_plain = value.find_first_of("\",;\r\n") == std::string_view::npos;
    if (is_plain) {
      line_ += value;
      return;
    }
    line_ += '"';
    for (char const letter : value)
      line_ += letter == '"' ? std::string(2, letter) : std::string(1, letter);
    line_ += '"';
  }

  void whole(std::int64_t value) { this->text(std::to_string(value)); }

  /// Thousandths, without zeros at the end.
  void number(double value) {
    std::string digits = fmt::format("{:.3f}", value);
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.')
      digits.pop_back();
    std::size_t const point = digits.find('.');
    if (style_ == CsvStyle::nl && point != std::string::npos)
      digits[point] = ',';
    begin();
    line_ += digits == "-0" ? "0" : digits;
  }

  void number(std::optional<double> const& value) {
    if (value) {
      this->number(*value);
    } else {
      begin();
    }
  }

  std::string const& ended() {
    line_ += "\r\n";
    return line_;
  }

 private:
  void begin() {
    if (!is_first_)
      line_ += style_ == CsvStyle::nl ? ';' : ',';
    is_first_ = false;
  }

  CsvStyle style_;
  bool is_first_ = true;
  std::string line_;
};

std::string_view cause_at(int index) {
  return scenario::key_of(static_cast<scenario::ExitCause>(index));
}

/// The certain leavers of one cause.
Volume leavers_of(StaffingRow const& row, std::string_view cause) {
  Volume volume;
  for (results::KnownRow const& known : row.known) {
    if (known.event == "leaves" && known.cause == cause) {
      volume.heads += known.heads;
      volume.fte += known.fte;
    }
  }
  return volume;
}

void add_names(Line& line, std::initializer_list<char const*> names) {
  for (char const* name : names)
    line.text(name);
}

void add_volume_names(Line& line, std::string const& name) {
  line.text(name);
  line.text(name + "_fte");
}

void add_expected_names(Line& line, std::string const& name) {
  line.text(name + "_mean");
  line.text(name + "_p10");
  line.text(name + "_p90");
}

void add_header(Line& line) {
  add_names(line,
            {"scenario", "seed", "replicates", "result_hash", "year", "level", "school", "unit",
             "needs_only", "demand_now", "demand", "net_now", "net_staying", "surplus"});
  add_volume_names(line, "leavers");
  for (int cause = 0; cause < scenario::n_exit_causes; ++cause)
    add_volume_names(line, "leavers_" + std::string(cause_at(cause)));
  add_volume_names(line, "starters");
  add_volume_names(line, "hours");
  for (char const* name :
       {"other_leavers", "other_leavers_fte", "vacancies", "vacancy_fte", "unfilled"})
    add_expected_names(line, name);
  for (char const* name :
       {"hole_leavers", "hole_replacements", "hole_contracts", "hole_pension_age"})
    add_volume_names(line, name);
  add_expected_names(line, "cancelled");
  add_expected_names(line, "hidden");
}

void add(Line& line, Volume const& volume, bool is_told) {
  if (is_told) {
    line.whole(volume.heads);
    line.number(volume.fte);
  } else {
    line.text("");
    line.text("");
  }
}

void add(Line& line, std::optional<Expected> const& expected) {
  Expected const value = expected.value_or(Expected{});
  line.number(expected ? std::optional(value.mean) : std::nullopt);
  line.number(value.low);
  line.number(value.high);
}

void add_unit(Line& line, study::StaffingTable const& table, StaffingRow const& row) {
  line.text(table.scenario);
  line.whole(table.seed);
  line.whole(table.replicates);
  line.text(table.result_hash);
  line.whole(table.year);
  line.text(row.level);
  line.text(row.school);
  line.text(row.unit);
  line.whole(row.needs_only ? 1 : 0);
  for (auto const* value :
       {&row.demand_now, &row.demand, &row.net_now, &row.net_staying, &row.surplus})
    line.number(*value);
  bool const is_told = !row.needs_only;
  add(line, row.leavers, is_told);
  for (int cause = 0; cause < scenario::n_exit_causes; ++cause)
    add(line, leavers_of(row, cause_at(cause)), is_told);
  add(line, row.starters, is_told);
  add(line, row.hours, is_told);
  for (auto const* expected : {&row.other_leavers, &row.other_leavers_fte, &row.vacancies,
                               &row.vacancy_fte, &row.unfilled})
    add(line, *expected);
  study::Holes const holes = row.holes.value_or(study::Holes{});
  for (Volume const* hole :
       {&holes.leavers, &holes.replacements, &holes.contracts, &holes.pension_age})
    add(line, *hole, row.holes.has_value());
  add(line, row.cancelled);
  add(line, row.hidden);
}

}  // namespace

void write_csv(study::StaffingTable const& table, CsvStyle style, std::ostream& stream) {
  // With it a Dutch Excel knows that the file is UTF-8.
  if (style == CsvStyle::nl)
    stream << "\xEF\xBB\xBF";
  Line header(style);
  add_header(header);
  stream << header.ended();
  for (StaffingRow const& row : table.rows) {
    Line line(style);
    add_unit(line, table, row);
    stream << line.ended();
  }
}

}  // namespace meesterplan::output
