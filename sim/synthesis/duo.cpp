#include "sim/synthesis/duo.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "sim/input/rows.hpp"
#include "sim/synthesis/margin_rows.hpp"

namespace meesterplan::synthesis {
namespace {

using input::Need;
using input::Row;

constexpr std::int32_t of_nobody = -1;

/// The number of a cell, with its bounds when it was withheld.
std::optional<Count> count_of(Row& row, std::string_view key, double people) {
  std::string_view const text = row.text(key);
  if (text.empty() || input::is_mask(text))
    return masked_count(text.empty() ? "x" : text, people);
  std::optional<int> const number = row.integer(key, 0, static_cast<int>(people));
  if (!number)
    return std::nullopt;
  return Count{static_cast<double>(*number), static_cast<double>(*number)};
}

void add(Count& sum, Count const& count) {
  sum.low += count.low;
  sum.high += count.high;
}

/// What the file tells of an institution.
struct Institution {
  std::string board;
  Count people, permanent, temporary;
  Place place;
};

/// Headers that have the year in them; they live as long as the format.
class Headers {
 public:
  explicit Headers(int year)
      : people_(fmt::format("PERSONEN {}", year)),
        permanent_(fmt::format("PERSONEN IN VASTE DIENST {}", year)),
        temporary_(fmt::format("PERSONEN IN TIJDELIJKE DIENST {}", year)) {}

  input::Format format() const {
    return {"duo",
            {{"school", {"INSTELLINGSCODE", "BRIN NUMMER", "BRIN"}, Need::optional},
             {"board", {"BEVOEGD GEZAG", "BEVOEGD GEZAG NUMMER"}, Need::optional},
             {"function", {"FUNCTIEGROEP"}, Need::optional},
             {"people", {people_}, Need::optional},
             {"permanent", {permanent_}, Need::optional},
             {"temporary", {temporary_}, Need::optional}}};
  }

 private:
  std::string people_, permanent_, temporary_;
};

/// Whether a row is about teachers at an institution.
bool is_used(Row const& row) {
  std::string const function = input::folded(row.text("function"));
  bool const is_teaching = function.empty() || function.find("onderwijsgevend") == 0;
  return is_teaching && input::folded(row.text("school")) != "bovenschools";
}

void read_row(Row& row, bool has_contracts, double people,
              std::map<std::string, Institution>& found) {
  std::optional<Count> const all = count_of(row, "people", people);
  if (!row.require("school") || !all)
    return;
  Institution& institution = found
                                 .emplace(std::string(row.text("school")),
                                          Institution{{}, {}, {}, {}, row.place("people")})
                                 .first->second;
  institution.board = row.text("board");
  add(institution.people, *all);
  if (!has_contracts)
    return;
  if (std::optional<Count> const count = count_of(row, "permanent", people))
    add(institution.permanent, *count);
  if (std::optional<Count> const count = count_of(row, "temporary", people))
    add(institution.temporary, *count);
}

std::int32_t index_of(Margins const& margins, scenario::Contract contract) {
  std::vector<Value> const& values = margins.of(Axis::contract);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].term == static_cast<int>(contract))
      return static_cast<std::int32_t>(i);
  }
  return of_nobody;
}

/// A number that is known, or the middle of what it may be.
double middle(Count const& count) {
  return (count.low + count.high) / 2;
}

/// How a contract and a school go together, where both its numbers are known well enough.
void weigh_contracts(Institution const& institution, std::int32_t school, Margins& margins) {
  double const permanent = middle(institution.permanent);
  double const temporary = middle(institution.temporary);
  bool const is_unknown =
      institution.permanent.high >= most_people || institution.temporary.high >= most_people;
  if (is_unknown || permanent <= 0 || temporary <= 0)
    return;
  Key key = any_key;
  key[static_cast<std::size_t>(Axis::school)] = school;
  for (auto const& [contract, weight] : {std::pair(scenario::Contract::permanent, permanent),
                                         std::pair(scenario::Contract::temporary, temporary)}) {
    key[static_cast<std::size_t>(Axis::contract)] = index_of(margins, contract);
    if (key[static_cast<std::size_t>(Axis::contract)] != of_nobody)
      margins.weights.push_back({key, weight});
  }
}

/// What a withheld number counts for among the others: the middle of its bounds, or, when nothing
/// is known of it, as little as a small one.
double expected_of_masked(Count const& count) {
  constexpr double usual_limit = 4;
  return count.high < most_people ? middle(count) : (count.low + usual_limit) / 2;
}

/// Schools have people in proportion to what the file counts, as it may count somebody twice and
/// other personnel too.
void add_schools(std::map<std::string, Institution> const& found, Margins& margins) {
  double sum = 0;
  for (auto const& [code, institution] : found) {
    Count const people = institution.people;
    sum += people.is_masked() ? expected_of_masked(people) : people.low;
  }
  Margin margin{{Axis::school}, {}};
  double const factor = margins.people / sum;
  for (auto const& [code, institution] : found) {
    auto const school = static_cast<std::int32_t>(margins.of(Axis::school).size());
    margins.values[static_cast<std::size_t>(Axis::school)].push_back({code});
    margins.schools.push_back({institution.board, {}, 0, 0, false});
    Cell cell;
    cell.key[static_cast<std::size_t>(Axis::school)] = school;
    cell.place = institution.place;
    cell.people = {institution.people.low * factor,
                   std::min(margins.people, institution.people.high * factor)};
    margin.cells.push_back(cell);
    weigh_contracts(institution, school, margins);
  }
  margins.margins.push_back(std::move(margin));
}

/// Reports that an export lacks a column; whether it has it.
bool has_column(input::Sheet const& sheet, std::string_view key) {
  if (!sheet.is_usable() || sheet.has(key))
    return sheet.is_usable();
  Text const name = sheet.name(key);
  sheet.reading().error(
      sheet.header_place(), std::string(key),
      {fmt::format("de kolom {} ontbreekt (zij is nodig). Gebruik het open bestand "
                   "van DUO zoals het is, van het goede jaar (--start).",
                   name.nl),
       fmt::format("the column {} is missing (it is needed). Use DUO's open file "
                   "as it is, of the right year (--start).",
                   name.en)});
  return false;
}

input::HeaderRules rules_of_an_export() {
  input::HeaderRules rules;
  rules.table = input::TableOf::system;
  return rules;
}

}  // namespace

void read_duo(input::Reading& reading, std::string const& path, int start, Margins& margins) {
  std::optional<int> const file = reading.open_table(path, {}, {});
  if (!file)
    return;
  Headers const headers(start);
  input::Sheet const sheet(reading, *file, headers.format(), rules_of_an_export());
  if (!has_column(sheet, "school") || !has_column(sheet, "people"))
    return;
  std::map<std::string, Institution> found;
  int n_unused = 0;
  bool const has_contracts = sheet.has("permanent") && sheet.has("temporary");
  input::for_each_row(sheet, [&](Row& row) {
    if (is_used(row)) {
      read_row(row, has_contracts, most_people, found);
    } else {
      ++n_unused;
    }
  });
  if (has_errors(reading.problems()))
    return;
  if (!margins.of(Axis::school).empty()) {
    reading.error(
        sheet.place(), "school",
        {"de randtotalen kennen zelf al scholen (dan is niet duidelijk wat telt). Laat dit "
         "bestand weg, of haal de scholen uit de randtotalen.",
         "the margins have schools themselves (so it is not clear what counts). Leave "
         "this file out, or take the schools out of the margins."});
  }
  bool const has_people = std::any_of(found.begin(), found.end(), [](auto const& one) {
    return !one.second.people.is_masked() && one.second.people.low > 0;
  });
  if (!has_people) {
    reading.error(
        sheet.place(), "people",
        {"van geen enkele instelling is bekend hoeveel leraren er zijn (alles is leeg, nul "
         "of afgeschermd). Controleer het bestand en het jaar (--start).",
         "of no institution it is known how many teachers it has (all is empty, zero or "
         "withheld). Check the file and the year (--start)."});
  }
  if (n_unused > 0) {
    reading.note(sheet.place(), "school",
                 {fmt::format("{} rijen zijn niet gebruikt (bovenschools, of geen onderwijsgevend "
                              "personeel).",
                              n_unused),
                  fmt::format("{} rows are not used (of the board as a whole, or of personnel that "
                              "does not teach).",
                              n_unused)});
  }
  if (!has_errors(reading.problems()))
    add_schools(found, margins);
}

void read_locations(input::Reading& reading, std::string const& path, Margins& margins) {
  std::optional<int> const file = reading.open_table(path, {}, {});
  if (!file)
    return;
  input::Format const format{
      "locations",
      {{"school", {"INSTELLINGSCODE", "BRIN NUMMER", "BRIN"}, Need::optional},
       {"board", {"BEVOEGD GEZAG NUMMER", "BEVOEGD GEZAG"}, Need::optional},
       {"region", {"RPA-GEBIED NAAM", "ONDERWIJSREGIO"}, Need::optional}}};
  input::Sheet const sheet(reading, *file, format, rules_of_an_export());
  if (!has_column(sheet, "school") || !has_column(sheet, "region"))
    return;
  std::map<std::string, std::pair<std::string, std::string>> known;
  input::for_each_row(sheet, [&](Row& row) {
    known.emplace(row.text("school"), std::pair(row.text("board"), row.text("region")));
  });
  for (std::size_t i = 0; i < margins.schools.size(); ++i) {
    std::string const& school = margins.of(Axis::school)[i].label;
    auto const found = known.find(school);
    if (found == known.end()) {
      reading.error(sheet.place(), "school",
                    {fmt::format("school {} staat er niet in (haar bestuur en regio zijn dan niet "
                                 "bekend). Gebruik een bestand van hetzelfde jaar.",
                                 input::quoted(school)),
                     fmt::format("school {} is not in it (so its board and region are not known). "
                                 "Use a file of the same year.",
                                 input::quoted(school))});
      continue;
    }
    if (!found->second.first.empty())
      margins.schools[i].board = found->second.first;
    margins.schools[i].region = found->second.second;
  }
}

}  // namespace meesterplan::synthesis
