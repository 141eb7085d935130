#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/scenario/checks.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::scenario {
namespace {

std::set<std::string> regions_of(Scenario const& scenario) {
  std::set<std::string> regions;
  for (School const& school : scenario.schools)
    regions.insert(school.region);
  return regions;
}

std::set<std::string> taught(Scenario const& scenario) {
  std::set<std::string> subjects;
  for (Section const& section : scenario.sections)
    subjects.insert(section.subject);
  return subjects;
}

std::vector<std::string_view> views(std::set<std::string> const& texts) {
  return {texts.begin(), texts.end()};
}

/// Where the rows of a list stand, as a whole.
template <typename Row>
Place file_of(std::vector<Row> const& rows) {
  return rows.empty() ? Place{} : Place{rows.front().place.file, 0, 0};
}

/// More would all be looked at in every year of every future.
constexpr double most_candidates = 10'000;

void check_count(Checks& checks, PoolRow const& row) {
  double const count = row.candidates.central;
  if (!(count >= 0 && count <= most_candidates)) {
    Text const value = checks.number(row.candidates.place, count);
    checks.error(row.candidates.place, "candidates",
                 {fmt::format("{} kandidaten (moet 0 tot en met {} zijn). Verbeter het aantal.",
                              value.nl, most_candidates),
                  fmt::format("{} candidates (must be in [0, {}]). Correct the number.", value.en,
                              most_candidates)});
    return;
  }
  if (!row.candidates.interval)
    return;
  // An interval lies on the scale of ratios, on which there is no 0.
  double const least = std::min(count, row.candidates.interval->low);
  if (least <= 0) {
    Text const value = checks.number(row.candidates.place, least);
    checks.error(
        row.candidates.place, "candidates",
        {fmt::format("een interval met {} kandidaten (moet groter dan 0 zijn). Laat het "
                     "interval weg, of begin het boven 0.",
                     value.nl),
         fmt::format("an interval with {} candidates (must be above 0). Leave the interval "
                     "out, or begin it above 0.",
                     value.en)});
    return;
  }
  check_uncertain(checks, row.candidates, "candidates");
}

void check_region(Checks& checks, PoolRow const& row) {
  std::set<std::string> const regions = regions_of(checks.scenario());
  if (row.region.empty()) {
    if (regions.size() < 2)
      return;
    checks.error(
        row.place, "region",
        {fmt::format("kandidaten zonder regio (er zijn er {}; zij zoeken in een van alle). "
                     "Vul de regio in, met een rij per regio.",
                     regions.size()),
         fmt::format("candidates without a region (there are {}; they look in one of "
                     "them). Fill in the region, with a row for each.",
                     regions.size())});
    return;
  }
  if (regions.count(row.region) > 0)
    return;
  Text const meant = did_you_mean(row.region, views(regions));
  checks.error(row.place, "region",
               {fmt::format("onbekende regio \"{}\" (geen school ligt er).{}", row.region,
                            meant.nl.empty() ? " Verbeter de naam." : meant.nl),
                fmt::format("unknown region \"{}\" (no school lies there).{}", row.region,
                            meant.en.empty() ? " Correct the name." : meant.en)});
}

void check_subject(Checks& checks, PoolRow const& row) {
  std::set<std::string> const subjects = taught(checks.scenario());
  if (subjects.count(row.subject) > 0)
    return;
  Text const meant = did_you_mean(row.subject, views(subjects));
  checks.warning(row.place, "subject",
                 {fmt::format("kandidaten voor \"{}\" (geen sectie geeft dat vak). Deze rij doet "
                              "niets.{}",
                              row.subject, meant.nl),
                  fmt::format("candidates for \"{}\" (no section teaches that subject). This row "
                              "does nothing.{}",
                              row.subject, meant.en)});
}

/// Their fields come from the rows of entrants of the same origin.
void check_origin(Checks& checks, PoolRow const& row) {
  if (row.origin == Origin::initial) {
    checks.error(row.place, "origin",
                 {"kandidaten die er al waren (initial is het bestand). Kies een herkomst.",
                  "candidates who were there already (initial is the file). Choose an origin."});
    return;
  }
  auto const& entrants = checks.scenario().recruitment.entrants;
  bool const has_own = std::any_of(entrants.begin(), entrants.end(), [&](EntrantRow const& one) {
    return one.subject == row.subject;
  });
  bool const is_known = std::any_of(entrants.begin(), entrants.end(), [&](EntrantRow const& one) {
    bool const for_subject = has_own ? one.subject == row.subject : !one.subject;
    return one.origin == row.origin && for_subject;
  });
  if (is_known)
    return;
  checks.error(
      row.place, "origin",
      {fmt::format("kandidaten van herkomst {} voor \"{}\" (geen rij van entrants.csv zegt hoe zij "
                   "zijn). Voeg daar een rij met die herkomst toe.",
                   key_of(row.origin), row.subject),
       fmt::format("candidates of origin {} for \"{}\" (no row of entrants.csv says what they are "
                   "like). Add a row of that origin there.",
                   key_of(row.origin), row.subject)});
}

void check_years(Checks& checks, PoolRow const& row) {
  if (row.year.from > row.year.to) {
    checks.error(row.place, "year_from",
                 {"een eerste schooljaar na het laatste (zo zoekt er niemand). Verwissel ze.",
                  "a first school year after the last (so that nobody looks). Swap them."});
    return;
  }
  Scenario const& scenario = checks.scenario();
  int const last = scenario.start + scenario.years - 1;
  bool const plays = row.year.from <= last && row.year.to >= scenario.start;
  if (plays || !checks.has_start())
    return;
  checks.warning(row.place, "year_from",
                 {fmt::format("kandidaten buiten de looptijd (die is {} tot en met {}). Deze rij "
                              "doet niets.",
                              scenario.start, last),
                  fmt::format("candidates outside the run (which is {} to {}). This row does "
                              "nothing.",
                              scenario.start, last)});
}

bool same_years(PoolRow const& left, PoolRow const& right) {
  return left.year.from <= right.year.to && right.year.from <= left.year.to;
}

void check_twice(Checks& checks, std::vector<PoolRow> const& rows, std::size_t index) {
  PoolRow const& row = rows[index];
  for (std::size_t before = 0; before < index; ++before) {
    PoolRow const& other = rows[before];
    bool const same = other.region == row.region && other.subject == row.subject &&
                      other.origin == row.origin && same_years(other, row);
    if (!same)
      continue;
    checks.error(row.place, "candidates",
                 {fmt::format("dezelfde kandidaten staan er twee keer (ook {}). Tel de rijen op of "
                              "geef hun andere jaren.",
                              line_nl(other.place)),
                  fmt::format("the same candidates are there twice (also {}). Add the rows up, or "
                              "give them other years.",
                              line_en(other.place))});
    return;
  }
}

/// The first school year of the run in which no row holds; none when all have one.
std::optional<int> year_without(Scenario const& scenario, std::string const& region,
                                std::string const& subject) {
  for (int year = scenario.start; year < scenario.start + scenario.years; ++year) {
    bool const any = std::any_of(
        scenario.market.pool.begin(), scenario.market.pool.end(), [&](PoolRow const& row) {
          return row.subject == subject && (row.region.empty() || row.region == region) &&
                 row.year.contains(year);
        });
    if (!any)
      return year;
  }
  return std::nullopt;
}

/// The same in either language; nothing without regions.
std::string in_region(std::string const& region) {
  return region.empty() ? std::string() : fmt::format(" in \"{}\"", region);
}

/// Every subject that is taught in a region needs candidates there.
void check_taught(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  if (!checks.has_start() || scenario.years < 1)
    return;
  std::set<std::pair<std::string, std::string>> pairs;
  for (Section const& section : scenario.sections) {
    auto const school = static_cast<std::size_t>(section.school);
    if (school < scenario.schools.size())
      pairs.emplace(scenario.schools[school].region, section.subject);
  }
  Place const file = file_of(scenario.market.pool);
  for (auto const& pair : pairs) {
    std::string const& region = pair.first;
    std::string const& subject = pair.second;
    std::optional<int> const year = year_without(scenario, region, subject);
    if (!year)
      continue;
    std::string const where = in_region(region);
    if (*year == scenario.start) {
      checks.error(file, "subject",
                   {fmt::format("geen kandidaten voor \"{}\"{} in {} (er wordt daar in dat vak "
                                "lesgegeven). Voeg een rij toe; schrijf 0 als er niemand zoekt.",
                                subject, where, *year),
                    fmt::format("no candidates for \"{}\"{} in {} (that subject is taught there). "
                                "Add a row; write 0 when nobody looks.",
                                subject, where, *year)});
    } else {
      checks.warning(file, "subject",
                     {fmt::format("geen kandidaten voor \"{}\"{} vanaf {} (geen rij geldt dan). "
                                  "Gerekend met 0.",
                                  subject, where, *year),
                      fmt::format("no candidates for \"{}\"{} from {} on (no row holds then). "
                                  "Taken as 0.",
                                  subject, where, *year)});
    }
  }
}

}  // namespace

void check_market(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  Market const& market = scenario.market;
  check_uncertain(checks, market.p_inside, "market.p_inside");
  check_uncertain(checks, market.pool_retention, "market.pool_retention");
  for (School const& school : scenario.schools) {
    if (school.attractiveness)
      check_uncertain(checks, *school.attractiveness, "attractiveness");
  }
  if (market.mover_contract == Contract::replacement) {
    checks.error({}, "market.mover_contract",
                 {"een wisselaar als vervanging (die heeft een einddatum nodig). Kies temporary of "
                  "permanent.",
                  "a mover as replacement (which needs an end). Choose temporary or permanent."});
  }
  if (scenario.recruitment.mode != RecruitmentMode::market)
    return;
  for (std::size_t index = 0; index < market.pool.size(); ++index) {
    PoolRow const& row = market.pool[index];
    check_count(checks, row);
    check_region(checks, row);
    check_subject(checks, row);
    check_origin(checks, row);
    check_years(checks, row);
    check_twice(checks, market.pool, index);
  }
  check_taught(checks);
}

}  // namespace meesterplan::scenario
