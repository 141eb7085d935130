#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "sim/output/staffing.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::output {
namespace {

using study::Expected;
using study::StaffingRow;
using study::Volume;

/// Fte and means are told in thousandths.
constexpr int decimals = 3;

void add(CsvLine& line, std::optional<double> const& value) {
  if (value) {
    line.number(*value, decimals);
  } else {
    line.empty();
  }
}

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

void add_names(CsvLine& line, std::initializer_list<char const*> names) {
  for (char const* name : names)
    line.text(name);
}

void add_volume_names(CsvLine& line, std::string const& name) {
  line.text(name);
  line.text(name + "_fte");
}

void add_expected_names(CsvLine& line, std::string const& name) {
  line.text(name + "_mean");
  line.text(name + "_p10");
  line.text(name + "_p90");
}

void add_header(CsvLine& line) {
  add_names(line,
            {"scenario", "settings", "seed", "replicates", "result_hash", "year", "level", "school",
             "unit", "needs_only", "demand_now", "demand", "net_now", "net_staying", "surplus"});
  add_volume_names(line, "leavers");
  for (int cause = 0; cause < scenario::n_exit_causes; ++cause)
    add_volume_names(line, "leavers_" + std::string(cause_at(cause)));
  add_volume_names(line, "starters");
  add_volume_names(line, "hours");
  add_volume_names(line, "dated_contracts");
  add_volume_names(line, "dated_pension_age");
  for (char const* name :
       {"other_leavers", "other_leavers_fte", "vacancies", "vacancy_fte", "unfilled"})
    add_expected_names(line, name);
  for (char const* name :
       {"hole_leavers", "hole_replacements", "hole_contracts", "hole_pension_age"})
    add_volume_names(line, name);
  add_expected_names(line, "cancelled");
  add_expected_names(line, "hidden");
}

void add(CsvLine& line, Volume const& volume, bool is_told) {
  if (is_told) {
    line.whole(volume.heads);
    line.number(volume.fte, decimals);
  } else {
    line.empty();
    line.empty();
  }
}

void add(CsvLine& line, std::optional<Expected> const& expected) {
  Expected const value = expected.value_or(Expected{});
  add(line, expected ? std::optional(value.mean) : std::nullopt);
  add(line, value.low);
  add(line, value.high);
}

/// "key=value; key=value": what made this run another than the scenario's.
std::string settings_of(study::StaffingTable const& table) {
  std::string text;
  for (results::SettingRow const& setting : table.settings)
    text += (text.empty() ? "" : "; ") + setting.key + "=" + setting.value;
  return text;
}

void add_unit(CsvLine& line, study::StaffingTable const& table, StaffingRow const& row) {
  line.text(table.scenario);
  line.text(settings_of(table));
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
    add(line, *value);
  bool const is_told = !row.needs_only;
  add(line, row.leavers, is_told);
  for (int cause = 0; cause < scenario::n_exit_causes; ++cause)
    add(line, leavers_of(row, cause_at(cause)), is_told);
  add(line, row.starters, is_told);
  add(line, row.hours, is_told);
  add(line, row.contracts, is_told);
  add(line, row.pension_age, is_told);
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

void write_csv(study::StaffingTable const& table, CsvForm form, std::ostream& stream) {
  stream << csv_mark(form);
  CsvLine line(form);
  add_header(line);
  stream << line.take();
  for (StaffingRow const& row : table.rows) {
    add_unit(line, table, row);
    stream << line.take();
  }
}

}  // namespace meesterplan::output
