#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/output/names.hpp"
#include "sim/output/workbook/tables.hpp"

namespace meesterplan::output::workbook {
namespace {

using results::KnownRow;
using study::Expected;
using study::Holes;
using study::StaffingRow;
using study::StaffingTable;
using study::Volume;

/// The table is that of the first run.
constexpr std::size_t staffed = 0;

/// A column after those that name the unit, with how its cell is found.
struct Field {
  std::string title;
  std::function<Value(StaffingRow const&)> cell;
};

/// The columns, one beside the other. What may not be told of a row stays empty.
class Fields final {
 public:
  explicit Fields(Language language) : language_(language) {}

  std::vector<Field> const& all() const { return fields_; }

  void add(std::string title, std::function<Value(StaffingRow const&)> cell) {
    fields_.push_back({std::move(title), std::move(cell)});
  }

  /// Deployable fte.
  void add_fte(Text const& name, std::optional<double> StaffingRow::*value) {
    this->add(name.in(language_) + this->unit_of("fte"),
              [value](StaffingRow const& row) { return number_of(row.*value, "fte"); });
  }

  /// Two columns: people, and the fte of their jobs; nothing where `find` finds nothing.
  void add_volume(std::string const& name,
                  std::function<std::optional<Volume>(StaffingRow const&)> const& find) {
    this->add(name + this->unit_of("heads"), [find](StaffingRow const& row) {
      std::optional<Volume> const volume = find(row);
      return volume ? Value(whole(static_cast<double>(volume->heads))) : Value();
    });
    this->add(name + this->unit_of("fte"), [find](StaffingRow const& row) {
      std::optional<Volume> const volume = find(row);
      return volume ? Value(number_of(volume->fte, "fte")) : Value();
    });
  }

  void add_volume(Text const& name, Volume StaffingRow::*volume) {
    this->add_volume(name.in(language_), [volume](StaffingRow const& row) {
      return row.needs_only ? std::nullopt : std::optional(row.*volume);
    });
  }

  void add_hole(Text const& name, Volume Holes::*volume) {
    this->add_volume(name.in(language_), [volume](StaffingRow const& row) {
      return row.holes ? std::optional(*row.holes.*volume) : std::nullopt;
    });
  }

  /// Three columns: the mean, and the limits of 8 of 10 futures.
  void add_expected(Text const& name, std::string const& measure,
                    std::optional<Expected> StaffingRow::*expected) {
    std::string const title = name.in(language_) + ", ";
    std::string const ending = this->unit_of(measure);
    auto const cell = [&](auto const& find) {
      return [find, measure, expected](StaffingRow const& row) {
        std::optional<Expected> const& found = row.*expected;
        return found ? number_of(find(*found), measure) : Value();
      };
    };
    this->add(title + Text{"gemiddeld", "mean"}.in(language_) + ending,
              cell([](Expected const& found) { return std::optional(found.mean); }));
    this->add(title + Text{"in 1 van de 10 hoogstens", "1 in 10 at most"}.in(language_) + ending,
              cell([](Expected const& found) { return found.low; }));
    this->add(title + Text{"in 9 van de 10 hoogstens", "9 in 10 at most"}.in(language_) + ending,
              cell([](Expected const& found) { return found.high; }));
  }

 private:
  std::string unit_of(std::string const& measure) const {
    return fmt::format(" ({})", measure_name(measure, language_));
  }

  Language language_;
  std::vector<Field> fields_;
};

/// The causes for which anybody surely leaves, in the order of the rows.
std::vector<std::string> causes_of(StaffingTable const& staffing) {
  std::vector<std::string> causes;
  for (StaffingRow const& row : staffing.rows) {
    for (KnownRow const& known : row.known) {
      bool const is_new = known.event == "leaves" && !known.cause.empty() &&
                          std::find(causes.begin(), causes.end(), known.cause) == causes.end();
      if (is_new)
        causes.push_back(known.cause);
    }
  }
  return causes;
}

/// The certain leavers of one cause; empty where they may not be told.
std::optional<Volume> leavers_of(StaffingRow const& row, std::string const& cause) {
  if (row.needs_only)
    return std::nullopt;
  Volume volume;
  for (KnownRow const& known : row.known) {
    if (known.event == "leaves" && known.cause == cause) {
      volume.heads += known.heads;
      volume.fte += known.fte;
    }
  }
  return volume;
}

/// A remark on the rows of which only the fte needed is told, where there are any.
void add_remark(StaffingTable const& staffing, Language language, Fields& fields) {
  auto const is_small = [](StaffingRow const& row) { return row.needs_only; };
  if (std::none_of(staffing.rows.begin(), staffing.rows.end(), is_small))
    return;
  std::string const remark =
      Text{"te klein: alleen nodige fte", "too small: only fte needed"}.in(language);
  fields.add(Text{"Opmerking", "Remark"}.in(language),
             [remark](StaffingRow const& row) { return row.needs_only ? Value(remark) : Value(); });
}

void add_needs(Fields& fields) {
  fields.add_fte({"Nu", "Now"}, &StaffingRow::net_now);
  fields.add_fte({"Nu nodig", "Needed now"}, &StaffingRow::demand_now);
  fields.add_fte({"Nodig", "Needed"}, &StaffingRow::demand);
  fields.add_fte({"Blijft", "Stays"}, &StaffingRow::net_staying);
  fields.add_fte({"Te veel", "Surplus"}, &StaffingRow::surplus);
  fields.add_expected({"Te vervullen", "To fill"}, "fte", &StaffingRow::vacancy_fte);
  fields.add_expected({"Vacatures", "Vacancies"}, "heads", &StaffingRow::vacancies);
  fields.add_expected({"Blijft open", "Stays open"}, "fte", &StaffingRow::unfilled);
}

void add_people(StaffingTable const& staffing, Language language, Fields& fields) {
  fields.add_volume({"Zeker weg", "Certain leavers"}, &StaffingRow::leavers);
  for (std::string const& cause : causes_of(staffing)) {
    fields.add_volume(
        Text{"Zeker weg: ", "Certain leavers: "}.in(language) + cause_name(cause, language),
        [cause](StaffingRow const& row) { return leavers_of(row, cause); });
  }
  fields.add_volume({"Zeker erbij", "Certain starters"}, &StaffingRow::starters);
  fields.add_volume({"Andere uren", "Change of hours"}, &StaffingRow::hours);
  fields.add_volume(
      {"Tijdelijk contract loopt af, gaat misschien", "Temporary contract ends, may go"},
      &StaffingRow::contracts);
  fields.add_volume({"AOW-leeftijd, gaat misschien", "State pension age, may go"},
                    &StaffingRow::pension_age);
  fields.add_expected({"Verder verwacht weg", "Other leavers expected"}, "heads",
                      &StaffingRow::other_leavers);
  fields.add_expected({"Verder verwacht weg", "Other leavers expected"}, "fte",
                      &StaffingRow::other_leavers_fte);
}

void add_year(Fields& fields) {
  fields.add_hole({"Gat in het jaar: vertrek", "Hole in the year: leavers"}, &Holes::leavers);
  fields.add_hole({"Gat in het jaar: vervanging loopt af", "Hole in the year: replacement ends"},
                  &Holes::replacements);
  fields.add_hole(
      {"Gat in het jaar: tijdelijk contract loopt af", "Hole in the year: temporary contract ends"},
      &Holes::contracts);
  fields.add_hole({"Gat in het jaar: AOW-leeftijd", "Hole in the year: state pension age"},
                  &Holes::pension_age);
  fields.add_expected({"Lesuitval", "Cancelled lessons"}, "fte", &StaffingRow::cancelled);
  fields.add_expected(
      {"Lessen zonder de bevoegdheid ervoor", "Lessons without the licence for them"}, "fte",
      &StaffingRow::hidden);
}

}  // namespace

Table staffing_table(Telling const& telling, StaffingTable const& staffing) {
  Language const language = telling.language();
  Fields fields(language);
  add_remark(staffing, language, fields);
  add_needs(fields);
  add_people(staffing, language, fields);
  add_year(fields);

  Table table;
  table.name = {"Formatie", "Staffing"};
  table.about = {
      "Wat elke sectie op 1 augustus nodig heeft, wie er zeker gaan en komen en wat er te "
      "vervullen is. Fte is inzetbare fte, maar van wie vertrekt of komt die van de aanstelling; "
      "1 en 9 van de 10 zijn toekomsten.",
      "What each section needs on 1 August, who surely go and come and what is to be filled. Fte "
      "is deployable fte, but of who leaves or comes that of their job; 1 and 9 in 10 are "
      "futures."};
  table.columns = with(telling.unit_columns(), {telling.text("Per 1 augustus", "On 1 August")});
  table.n_fixed = telling.unit_columns().size();
  for (Field const& field : fields.all())
    table.columns.push_back({field.title});
  for (StaffingRow const& unit : staffing.rows) {
    Row row = with(telling.unit_cells(staffed, unit.level, unit.unit), {year_cell(staffing.year)});
    for (Field const& field : fields.all())
      row.push_back(field.cell(unit));
    table.rows.push_back(std::move(row));
  }
  return table;
}

void add_staffing_notes(Telling const& telling, StaffingTable const& staffing, Table& notes) {
  for (Text const& note : staffing.notes) {
    Row row = with(telling.run_cells(staffed),
                   {telling.text("opmerking", "note"),
                    telling.text("Formatie: ", "Staffing: ") + note.in(telling.language())});
    row.resize(notes.columns.size());
    notes.rows.push_back(std::move(row));
  }
}

}  // namespace meesterplan::output::workbook
