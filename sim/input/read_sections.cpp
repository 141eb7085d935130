#include <vector>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/input/people_tables.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::input {
namespace {

using scenario::Scenario;
using scenario::School;
using scenario::Section;

/// Adds `key`; false, with a problem, when it is there already.
bool take_key(Row& row, std::string_view column, Keyed& keyed, int first_line) {
  std::string const key(row.text(column));
  if (keyed.index.emplace(key, Keyed::broken).second)
    return true;
  row.reject(column,
             {fmt::format("{} staat er twee keer (ook op regel {}). Laat een van beide weg.",
                          quoted(key), first_line),
              fmt::format("{} is there twice (also on line {}). Leave one of them out.",
                          quoted(key), first_line)});
  return false;
}

template <typename Item>
int line_of(std::vector<Item> const& items, Keyed const& keyed, std::string const& key) {
  std::optional<int> const at = keyed.find(key);
  return at && *at >= 0 ? items[static_cast<std::size_t>(*at)].place.line : 0;
}

/// Index of the school named in a section's row; empty when it is reported or
/// was reported before.
std::optional<int> find_school(Row& row, std::optional<Keyed> const& schools, Scenario& scenario) {
  std::string const key(row.text("school"));
  if (schools) {
    std::optional<int> const known = schools->find(key);
    if (known && *known == Keyed::broken)
      return std::nullopt;
    if (known)
      return known;
    std::vector<std::string_view> names;
    for (School const& school : scenario.schools)
      names.emplace_back(school.key);
    Text const meant = scenario::did_you_mean(key, names);
    row.reject("school",
               {fmt::format("onbekende school {} (zij staat niet in schools.csv).{}", quoted(key),
                            meant.nl.empty() ? " Voeg haar daar toe." : meant.nl),
                fmt::format("unknown school {} (it is not in schools.csv).{}", quoted(key),
                            meant.en.empty() ? " Add it there." : meant.en)});
    return std::nullopt;
  }
  std::string const name = key.empty() ? "school" : key;
  for (std::size_t i = 0; i < scenario.schools.size(); ++i) {
    if (scenario.schools[i].key == name)
      return static_cast<int>(i);
  }
  School school;
  school.place = row.place("school");
  school.key = name;
  scenario.schools.push_back(std::move(school));
  return static_cast<int>(scenario.schools.size()) - 1;
}

void note_defaults(Sheet const& sheet, int n_without_vacancies, int n_without_school) {
  if (n_without_vacancies > 0) {
    sheet.reading().note(
        sheet.place(), "open_vacancies",
        {fmt::format("{} zonder openstaande vacatures (niet ingevuld). Gerekend is met 0.",
                     counted(n_without_vacancies, "sectie", "secties")),
         fmt::format("{} without open vacancies (not filled in). Taken as 0.",
                     counted(n_without_vacancies, "section", "sections"))});
  }
  if (n_without_school > 0) {
    sheet.reading().note(
        sheet.place(), "school",
        {fmt::format("{} zonder school (niet ingevuld). Gerekend bij een school \"school\".",
                     counted(n_without_school, "sectie", "secties")),
         fmt::format("{} without a school (not filled in). Taken to be at one school \"school\".",
                     counted(n_without_school, "section", "sections"))});
  }
}

}  // namespace

Keyed read_schools(Sheet const& sheet, Scenario& scenario) {
  Keyed keyed;
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    Row row(sheet, i);
    if (!row.require("school"))
      continue;
    School school;
    school.place = row.place();
    school.key = row.text("school");
    if (!row.is_usable()) {
      keyed.index.emplace(school.key, Keyed::broken);
      continue;
    }
    if (!take_key(row, "school", keyed, line_of(scenario.schools, keyed, school.key)))
      continue;
    school.board = row.text("board");
    school.region = row.text("region");
    if (std::optional<double> const share = row.any_number("sick_leave")) {
      school.sick_leave = scenario::Uncertain::probability(*share);
      school.sick_leave->place = row.place("sick_leave");
      school.sick_leave->written = row.text("sick_leave");
      school.sick_leave->name = "schools/sick_leave/" + school.key;
    }
    if (std::optional<double> const ratio = row.any_number("attractiveness")) {
      school.attractiveness = scenario::Uncertain::ratio(*ratio);
      school.attractiveness->place = row.place("attractiveness");
      school.attractiveness->written = row.text("attractiveness");
      school.attractiveness->name = "schools/attractiveness/" + school.key;
    }
    if (!row.is_usable())
      continue;
    keyed.index[school.key] = static_cast<int>(scenario.schools.size());
    scenario.schools.push_back(std::move(school));
  }
  return keyed;
}

Keyed read_sections(Sheet const& sheet, std::optional<Keyed> const& schools, Scenario& scenario) {
  Keyed keyed;
  int n_without_vacancies = 0;
  int n_without_school = 0;
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    Row row(sheet, i);
    if (!row.require("section"))
      continue;
    Section section;
    section.place = row.place();
    section.key = row.text("section");
    if (!row.is_usable()) {
      keyed.index.emplace(section.key, Keyed::broken);
      continue;
    }
    if (!take_key(row, "section", keyed, line_of(scenario.sections, keyed, section.key)))
      continue;
    section.name = row.is_empty("name") ? section.key : std::string(row.text("name"));
    row.require("subject");
    section.subject = row.text("subject");
    section.cluster = row.text("cluster");
    std::optional<Fte> const vacancies = row.fte("open_vacancies", Fte{0}, Fte{1'000'000});
    std::optional<int> const school = find_school(row, schools, scenario);
    if (!row.is_usable() || !school)
      continue;
    section.school = *school;
    section.open_vacancies = vacancies.value_or(Fte{});
    if (!vacancies)
      ++n_without_vacancies;
    if (!schools && row.is_empty("school"))
      ++n_without_school;
    keyed.index[section.key] = static_cast<int>(scenario.sections.size());
    scenario.sections.push_back(std::move(section));
  }
  note_defaults(sheet, n_without_vacancies, n_without_school);
  return keyed;
}

}  // namespace meesterplan::input
