#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/core.h>

#include "sim/input/people_tables.hpp"
#include "sim/input/read_person.hpp"

namespace meesterplan::input {
namespace {

using scenario::Contract;
using scenario::Person;
using scenario::Scenario;

/// Whether someone has left on or before the reference date.
bool is_gone(Person const& person, std::optional<int> start) {
  if (!start)
    return false;
  Date const reference = reference_date(*start);
  bool const ended = person.contract == Contract::replacement && person.contract_end &&
                     *person.contract_end <= reference;
  return ended || (person.leaves && person.leaves->on <= reference);
}

void note_counts(Sheet const& sheet, std::optional<int> start, PeopleCounts const& counts) {
  if (!start)
    return;
  auto const note = [&](int count, std::string field, Text const& one, Text const& many) {
    if (count == 0)
      return;
    Text const& rest = count == 1 ? one : many;
    sheet.reading().note(
        sheet.place(), std::move(field),
        {fmt::format("{} {}", count, rest.nl), fmt::format("{} {}", count, rest.en)});
  };
  note(counts.experience, "experience",
       {"leraar zonder onderwijservaring (niet ingevuld). Geschat uit dienstjaren en leeftijd.",
        "teacher without experience (not filled in). Estimated from tenure and age."},
       {"leraren zonder onderwijservaring (niet ingevuld). Geschat uit dienstjaren en leeftijd.",
        "teachers without experience (not filled in). Estimated from tenure and age."});
  note(counts.master_kind, "master_kind",
       {"master zonder soort (niet ingevuld). Gerekend als vakmaster.",
        "master without a kind (not filled in). Taken as a subject master."},
       {"masters zonder soort (niet ingevuld). Gerekend als vakmaster.",
        "masters without a kind (not filled in). Taken as subject masters."});
  note(counts.gone, "leave_date",
       {fmt::format("leraar is op 1 oktober {} al weg (uit dienst of einde vervanging). Die telt "
                    "niet mee.",
                    *start),
        fmt::format("teacher is gone by 1 October {} (left, or end of replacement). Left out.",
                    *start)},
       {fmt::format("leraren zijn op 1 oktober {} al weg (uit dienst of einde vervanging). Zij "
                    "tellen niet mee.",
                    *start),
        fmt::format("teachers are gone by 1 October {} (left, or end of replacement). They are "
                    "left out.",
                    *start)});
  note(counts.hours_in_force, "hours_from",
       {fmt::format("wijziging van uren gaat in voor of op 1 oktober {} (zij staat al in de "
                    "inzet). Zij is niet gebruikt.",
                    *start),
        fmt::format("change of hours dates from 1 October {} or before (the assignments hold it). "
                    "It is not used.",
                    *start)},
       {fmt::format("wijzigingen van uren gaan in voor of op 1 oktober {} (zij staan al in de "
                    "inzet). Zij zijn niet gebruikt.",
                    *start),
        fmt::format("changes of hours date from 1 October {} or before (the assignments hold "
                    "them). They are not used.",
                    *start)});
}

/// Told once at the header, as each row would only repeat it; false then.
bool require_one_of(Sheet const& sheet, std::span<std::string_view const> columns,
                    Text const& what) {
  if (sheet.has_any(columns))
    return true;
  Text const names = sheet.one_of(columns);
  sheet.reading().error(
      sheet.header_place(), std::string(columns.front()),
      {fmt::format("geen kolom met {} (een ervan is verplicht). Voeg een kolom toe: {}.", what.nl,
                   names.nl),
       fmt::format("no column with {} (one of them is required). Add a column: {}.", what.en,
                   names.en)});
  return false;
}

}  // namespace

Keyed read_people(Sheet const& sheet, std::optional<int> start, Scenario& scenario) {
  Keyed keyed;
  PeopleCounts counts;
  bool const has_age = require_one_of(sheet, birth_columns, {"een leeftijd", "an age"});
  bool const has_service =
      require_one_of(sheet, service_columns, {"dienstjaren", "years of service"});
  std::unordered_map<std::string, int> lines;
  keyed.index.reserve(sheet.size());
  scenario.people.reserve(sheet.size());
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    Row row(sheet, i);
    if (row.reject_total("id") || !row.require("id"))
      continue;
    Person person;
    person.place = row.place();
    person.key = row.text("id");
    if (!row.is_usable()) {
      keyed.index.emplace(person.key, Keyed::broken);
      continue;
    }
    auto const [first, is_new] = lines.emplace(person.key, person.place.line);
    if (!is_new) {
      row.reject("id", {fmt::format("{} staat er twee keer (ook op regel {}). Een leraar heeft een "
                                    "rij; laat een van beide weg.",
                                    quoted(person.key), first->second),
                        fmt::format("{} is there twice (also on line {}). A teacher has one row; "
                                    "leave one of them out.",
                                    quoted(person.key), first->second)});
      continue;
    }
    read_person(row, start, counts, person);
    int& index = keyed.index[person.key];
    index = Keyed::broken;
    if (!row.is_usable() || !has_age || !has_service)
      continue;
    if (is_gone(person, start)) {
      ++counts.gone;
      index = Keyed::left_out;
      continue;
    }
    index = static_cast<int>(scenario.people.size());
    scenario.people.push_back(std::move(person));
  }
  note_counts(sheet, start, counts);
  return keyed;
}

}  // namespace meesterplan::input
