#include "sim/cli/staffing_text.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/cli/answer.hpp"
#include "sim/cli/names.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/table.hpp"

namespace meesterplan::cli {
namespace {

using results::KnownRow;
using study::Expected;
using study::StaffingRow;
using study::StaffingTable;
using study::Volume;

constexpr char const* not_told = "-";

/// Writes the blocks of one table, each with its title and a line a unit.
class Blocks final {
 public:
  Blocks(StaffingTable const& table, Language language, std::ostream& stream)
      : table_(table), language_(language), stream_(stream) {}

  void write_needs() {
    this->write_title({fmt::format("Wat er nodig is (inzetbare fte; nu: 1 oktober {}), en de "
                                   "vacatures",
                                   table_.start),
                       fmt::format("What is needed (net fte; now: 1 October {}), and the vacancies",
                                   table_.start)});
    TextTable text(this->head({{"nu", "now"},
                               {"nodig", "needed"},
                               {"blijft", "stays"},
                               {"te veel", "surplus"},
                               {"te vervullen", "to fill"},
                               {"vacatures", "vacancies"},
                               {"blijft open", "stays open"}}));
    for (StaffingRow const& row : table_.rows) {
      std::vector<std::string> cells = {name_of(row), "", fte(row.demand)};
      if (!row.needs_only) {
        cells[1] = fte(row.net_now);
        cells.insert(cells.end(), {fte(row.net_staying), fte(row.surplus), mean(row.vacancy_fte),
                                   heads(row.vacancies), mean(row.unfilled)});
      }
      text.add(std::move(cells));
    }
    stream_ << text.text();
  }

  void write_people() {
    this->write_title({fmt::format("Wie er gaat en komt, van 1 oktober {} tot en met 1 oktober {}",
                                   table_.year - 1, table_.year),
                       fmt::format("Who goes and comes, from 1 October {} to 1 October {}",
                                   table_.year - 1, table_.year)});
    TextTable text(this->head({{"zeker weg", "surely gone"},
                               {"fte", "fte"},
                               {"zeker erbij", "surely new"},
                               {"fte", "fte"},
                               {"uren (fte)", "hours (fte)"},
                               {"verwacht weg", "expected to go"},
                               {"fte", "fte"}}));
    for (StaffingRow const& row : table_.rows) {
      if (row.needs_only)
        continue;
      text.add({name_of(row), whole(row.leavers.heads, language_), amount(row.leavers),
                whole(row.starters.heads, language_), amount(row.starters), amount(row.hours),
                heads(row.other_leavers), mean(row.other_leavers_fte)});
    }
    stream_ << text.text();
  }

  void write_reasons() {
    TextTable text(this->head({{"waarom zij zeker gaan", "why they surely go"},
                               {"docenten", "teachers"},
                               {"fte", "fte"}}));
    bool any = false;
    for (StaffingRow const& row : table_.rows) {
      std::vector<std::pair<std::string, Volume>> causes;
      for (KnownRow const& known : row.known) {
        if (known.event == "leaves")
          add(causes, known.cause, known);
      }
      for (auto const& [cause, volume] : causes) {
        text.add({name_of(row), cause_name(cause, language_), whole(volume.heads, language_),
                  amount(volume)});
        any = true;
      }
    }
    if (any)
      stream_ << "\n" << text.text();
  }

  /// What has a date before the table's, and yet is not certain.
  void write_dated() {
    std::vector<std::vector<std::string>> lines;
    for (StaffingRow const& row : table_.rows) {
      for (KnownRow const& known : row.known) {
        bool const is_certain =
            known.event == "leaves" || known.event == "starts" || known.event == "hours";
        if (!is_certain)
          lines.push_back(this->dated_line(row, known));
      }
    }
    if (lines.empty())
      return;
    this->write_title(
        {fmt::format("Wat een datum heeft tot en met 1 oktober {}, maar niet zeker "
                     "is (telt mee in verwacht weg)",
                     table_.year),
         fmt::format("What has a date up to 1 October {}, but is not certain (counted "
                     "in expected to go)",
                     table_.year)});
    this->write_dates(lines);
  }

  void write_holes() {
    this->write_title(
        {fmt::format("Gaten in het schooljaar: wat een datum heeft van 2 oktober {} tot en met "
                     "30 juli {}",
                     table_.year, table_.year + 1),
         fmt::format("Holes in the school year: what has a date from 2 October {} to 30 July {}",
                     table_.year, table_.year + 1)});
    bool const is_told = std::any_of(table_.rows.begin(), table_.rows.end(),
                                     [](StaffingRow const& row) { return row.holes.has_value(); });
    std::vector<std::vector<std::string>> lines;
    for (StaffingRow const& row : table_.rows) {
      for (KnownRow const& known : row.holes_known)
        lines.push_back(this->dated_line(row, known));
    }
    Text const nothing = is_told
                             ? Text{"  Niets bekend.\n", "  Nothing known.\n"}
                             : Text{"  Niet gespeeld: zie onder.\n", "  Not played: see below.\n"};
    if (lines.empty()) {
      stream_ << nothing.in(language_);
    } else {
      this->write_dates(lines);
    }
  }

  void write_lessons() {
    bool const is_told = std::any_of(table_.rows.begin(), table_.rows.end(),
                                     [](StaffingRow const& row) { return row.hidden.has_value(); });
    if (!is_told)
      return;
    this->write_title({fmt::format("Lessen in schooljaar {} (fte)", school_year()),
                       fmt::format("Lessons in school year {} (fte)", school_year())});
    TextTable text(this->head({{"zonder de bevoegdheid ervoor", "without the licence for them"},
                               {"lesuitval", "cancelled"}}));
    for (StaffingRow const& row : table_.rows) {
      if (!row.needs_only)
        text.add({name_of(row), mean(row.hidden), mean(row.cancelled)});
    }
    stream_ << text.text();
  }

  /// What the words of the blocks mean.
  void write_legend() {
    stream_ << "\n"
            << Text{"Hoe u dit leest\n", "How to read this\n"}.in(language_)
            << paragraph(legend_of_numbers().in(language_))
            << paragraph(legend_of_columns().in(language_))
            << paragraph(legend_of_unknowns().in(language_));
    for (Text const& note : table_.notes)
      stream_ << paragraph(note.in(language_));
  }

  std::string school_year() const { return fmt::format("{}-{}", table_.year, table_.year + 1); }

 private:
  void write_title(Text const& title) { stream_ << "\n" << title.in(language_) << "\n"; }

  std::vector<std::string> head(std::vector<Text> const& columns) const {
    std::vector<std::string> names = {Text{"school, sectie", "school, section"}.in(language_)};
    for (Text const& column : columns)
      names.push_back(column.in(language_));
    return names;
  }

  /// Sections stand a little to the right, under their school.
  std::string name_of(StaffingRow const& row) const {
    if (row.level == "total")
      return level_name(row.level, language_);
    return row.level == "section" ? "  " + row.unit : row.unit;
  }

  std::vector<std::string> dated_line(StaffingRow const& row, KnownRow const& known) const {
    return {name_of(row), this->event_name(known), known.month.empty() ? not_told : known.month,
            whole(known.heads, language_), amount({known.heads, known.fte})};
  }

  void write_dates(std::vector<std::vector<std::string>> const& lines) {
    TextTable text(
        this->head({{"wat", "what"}, {"vanaf", "from"}, {"docenten", "teachers"}, {"fte", "fte"}}));
    for (std::vector<std::string> const& line : lines)
      text.add(line);
    stream_ << text.text();
  }

  static void add(std::vector<std::pair<std::string, Volume>>& volumes, std::string const& key,
                  KnownRow const& row) {
    auto found = std::find_if(volumes.begin(), volumes.end(),
                              [&](auto const& volume) { return volume.first == key; });
    if (found == volumes.end())
      found = volumes.insert(found, {key, {}});
    found->second.heads += row.heads;
    found->second.fte += row.fte;
  }

  std::string event_name(KnownRow const& row) const {
    if (row.event == "leaves")
      return cause_name(row.cause, language_);
    if (row.event == "pension_age")
      return Text{"AOW-leeftijd, gaat misschien", "state pension age, may go"}.in(language_);
    return Text{"tijdelijk contract loopt af", "temporary contract ends"}.in(language_);
  }

  std::string fte(std::optional<double> const& value) const {
    return value ? decimal(*value, 1, language_) : not_told;
  }

  std::string amount(Volume const& volume) const {
    return volume.heads == 0 ? "" : decimal(volume.fte, 1, language_);
  }

  std::string with_range(std::optional<Expected> const& value, int decimals) const {
    if (!value)
      return not_told;
    std::string text = decimal(value->mean, 1, language_);
    if (value->low && value->high && *value->low != *value->high) {
      text += fmt::format(" ({}-{})", decimal(*value->low, decimals, language_),
                          decimal(*value->high, decimals, language_));
    }
    return text;
  }
  std::string heads(std::optional<Expected> const& value) const { return with_range(value, 0); }
  std::string mean(std::optional<Expected> const& value) const { return with_range(value, 1); }

  Text legend_of_numbers() const {
    return {fmt::format("Gemiddelden van {} toekomsten. Tussen haakjes: in minstens 8 van de 10 "
                        "toekomsten ligt het getal daartussen, grenzen inbegrepen.",
                        whole(table_.replicates, Language::nl)),
            fmt::format("Means of {} futures. In brackets: in at least 8 of 10 futures the number "
                        "lies between these, bounds included.",
                        whole(table_.replicates, Language::en))};
  }

  static Text legend_of_columns() {
    return {
        "Blijft: wie er nu is en wie zeker komt, zonder wie vertrekt en zonder wie nog wordt "
        "geworven. Te vervullen: wat dan ontbreekt. Blijft open: wat na de werving ontbreekt. Wie "
        "in twee secties werkt, telt in beide als docent en in de school een keer.",
        "Stays: who is here now and who surely comes, without who goes and without who is "
        "still to be hired. To fill: what is missing then. Stays open: what is missing after "
        "hiring. Who works in two sections counts as a teacher in both and once in the school."};
  }

  static Text legend_of_unknowns() {
    return {
        "Wat nu nog niemand weet, zoals ziekte, zwangerschap en vertrek midden in het jaar, "
        "staat niet bij de gaten; in de lesuitval telt het verzuim mee dat het scenario geeft. "
        "Een vervanger is geen inzetbare fte: loopt de vervanging af, dan ontstaat geen "
        "vacature.",
        "What nobody knows yet, such as illness, pregnancy and leaving in the middle of the "
        "year, is not among the holes; cancelled lessons include the sick leave that the "
        "scenario gives. A replacement is no net fte: when it ends no vacancy arises."};
  }

  StaffingTable const& table_;
  Language language_;
  std::ostream& stream_;
};

}  // namespace

void write_staffing(results::Results const& results, StaffingTable const& table, Language language,
                    std::ostream& stream) {
  write_heading(results, language, stream);
  Blocks blocks(table, language, stream);
  stream << "\n"
         << Text{fmt::format(
                     "Formatie voor schooljaar {}: op 1 augustus {}, gemeten op 1 oktober\n",
                     blocks.school_year(), table.year),
                 fmt::format("Staffing for school year {}: on 1 August {}, measured on 1 October\n",
                             blocks.school_year(), table.year)}
                .in(language);
  blocks.write_needs();
  blocks.write_people();
  blocks.write_reasons();
  blocks.write_dated();
  blocks.write_holes();
  blocks.write_lessons();
  blocks.write_legend();
  write_remarks(results, language, stream);
}

}  // namespace meesterplan::cli
