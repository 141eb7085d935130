#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "sim/input/people_tables.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::input {
namespace {

using scenario::Assignment;
using scenario::Licence;
using scenario::Person;
using scenario::Scenario;
using scenario::Section;

/// What is left of an id when programs have had their way with it: no capitals,
/// no signs between, no zeros in front.
std::string bare(std::string const& id) {
  std::string const plain = folded(id);
  return plain.substr(std::min(plain.find_first_not_of('0'), plain.size()));
}

/// Ids of people.csv by what is left of them.
using BareIds = std::unordered_map<std::string, std::string>;

BareIds bare_ids(Keyed const& people) {
  BareIds ids;
  for (auto const& [key, index] : people.index)
    ids.emplace(bare(key), key);
  return ids;
}

Text almost_known(std::string const& key, std::string const& known) {
  bool const zeros = folded(key) != folded(known);
  return {
      fmt::format("onbekende leraar {} (in people.csv staat {}; {}). Maak de nummers gelijk.",
                  quoted(key), quoted(known),
                  zeros ? "een rekenblad laat nullen vooraan weg"
                        : "hoofdletters en leestekens tellen mee"),
      fmt::format("unknown teacher {} (people.csv has {}; {}). Make the ids equal.", quoted(key),
                  quoted(known),
                  zeros ? "spreadsheets drop zeros in front" : "capitals and signs between count")};
}

/// Index into the people, or what became of the row; empty, with a problem, when
/// nobody has this id.
std::optional<int> find_person(Row& row, Keyed const& people, BareIds const& ids) {
  std::string const key(row.text("id"));
  std::optional<int> const found = people.find(key);
  if (found)
    return found;
  auto const meant = ids.find(bare(key));
  if (meant != ids.end()) {
    row.reject("id", almost_known(key, meant->second));
    return people.find(meant->second);
  }
  row.reject("id", {fmt::format("onbekende leraar {} (staat niet in people.csv). Voeg daar een rij "
                                "toe of verbeter het nummer.",
                                quoted(key)),
                    fmt::format("unknown teacher {} (is not in people.csv). Add a row there or "
                                "correct the id.",
                                quoted(key))});
  return std::nullopt;
}

std::optional<int> find_section(Row& row, Keyed const& sections, Scenario const& scenario) {
  std::string const key(row.text("section"));
  std::optional<int> const found = sections.find(key);
  if (found && *found >= 0)
    return found;
  if (!found) {
    std::vector<std::string_view> keys;
    for (Section const& section : scenario.sections)
      keys.emplace_back(section.key);
    Text const meant = scenario::did_you_mean(key, keys);
    row.reject("section",
               {fmt::format("onbekende sectie {} (staat niet in sections.csv).{}", quoted(key),
                            meant.nl.empty() ? " Voeg haar daar toe." : meant.nl),
                fmt::format("unknown section {} (is not in sections.csv).{}", quoted(key),
                            meant.en.empty() ? " Add it there." : meant.en)});
  }
  return std::nullopt;
}

std::optional<Assignment> read_assignment(Row& row, Keyed const& sections,
                                          Scenario const& scenario) {
  Assignment assignment;
  assignment.place = row.place();
  std::optional<int> section;
  if (row.require("section"))
    section = find_section(row, sections, scenario);
  std::optional<Fte> fte;
  if (row.require("fte"))
    fte = row.fte("fte", Fte{50}, Fte{1200});
  assignment.licence = row.choice<Licence>("licence", licence_words()).value_or(Licence::unknown);
  assignment.upper_vwo = row.number("upper_vwo", {0, 1});
  assignment.upper_havo = row.number("upper_havo", {0, 1});
  if (!row.is_usable() || !section || !fte)
    return std::nullopt;
  assignment.section = *section;
  assignment.fte = *fte;
  return assignment;
}

}  // namespace

void read_assignments(Sheet const& sheet, Keyed const& people, Keyed const& sections,
                      Scenario& scenario) {
  std::vector<bool> broken(scenario.people.size(), false);
  BareIds const ids = bare_ids(people);
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    Row row(sheet, i);
    if (row.reject_total("id"))
      continue;
    std::optional<int> person;
    if (row.require("id"))
      person = find_person(row, people, ids);
    if (person && *person == Keyed::left_out)
      continue;
    std::optional<Assignment> const assignment = read_assignment(row, sections, scenario);
    if (!person || *person < 0)
      continue;
    auto const at = static_cast<std::size_t>(*person);
    if (assignment) {
      scenario.people[at].assignments.push_back(*assignment);
    } else {
      broken[at] = true;
    }
  }
  std::vector<Person> sound;
  sound.reserve(scenario.people.size());
  for (std::size_t i = 0; i < scenario.people.size(); ++i) {
    if (!broken[i])
      sound.push_back(std::move(scenario.people[i]));
  }
  scenario.people = std::move(sound);
}

}  // namespace meesterplan::input
