#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/scenario/checks.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::scenario {
namespace {

std::set<std::string> subjects_of(Scenario const& scenario) {
  std::set<std::string> subjects;
  for (Section const& section : scenario.sections)
    subjects.insert(section.subject);
  return subjects;
}

/// "2027, 2028": the years after the start that `years` does not have.
std::string missing_years(std::set<int> const& years, int from, int to) {
  std::string missing;
  for (int year = from; year <= to; ++year) {
    if (years.count(year) > 0)
      continue;
    missing += (missing.empty() ? "" : ", ") + fmt::format("{}", year);
  }
  return missing;
}

void check_demand_row(Checks& checks, DemandRow const& row) {
  Fte const upper = row.upper_vwo.value_or(Fte{}) + row.upper_havo.value_or(Fte{});
  bool const negative = row.fte < Fte{} || row.upper_vwo.value_or(Fte{}) < Fte{} ||
                        row.upper_havo.value_or(Fte{}) < Fte{};
  if (negative) {
    checks.error(row.place, "fte",
                 {"een negatieve vraag (moet minstens 0 zijn). Verbeter haar.",
                  "a negative demand (must be at least 0). Correct it."});
  } else if (upper > row.fte) {
    checks.error(
        row.place, "upper_vwo",
        {fmt::format("{} fte bovenbouw in een vraag van {} fte (het is er een deel van). "
                     "Verlaag de bovenbouw.",
                     number_text(upper).nl, number_text(row.fte).nl),
         fmt::format("{} fte of upper lessons in a demand of {} fte (they are part of it). "
                     "Lower the upper lessons.",
                     number_text(upper).en, number_text(row.fte).en)});
  }
}

/// Each section has one demand in every year after the start.
void check_demand_table(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  std::vector<DemandRow> const& rows = scenario.demand.table;
  int const last = scenario.start + scenario.years;
  std::map<int, std::map<int, DemandRow const*>> by_section;
  for (DemandRow const& row : rows) {
    check_demand_row(checks, row);
    auto& years = by_section[row.section];
    int const from = std::max(row.year.from, scenario.start);
    int const to = std::min(row.year.to, last);
    for (int year = from; year <= to; ++year) {
      auto const [other, is_new] = years.emplace(year, &row);
      if (is_new)
        continue;
      checks.error(
          row.place, "year",
          {fmt::format("schooljaar {} staat er voor deze sectie twee keer (ook {}). Laat een "
                       "van beide weg.",
                       year, line_nl(other->second->place)),
           fmt::format("school year {} is there twice for this section (also {}). Leave "
                       "one of them out.",
                       year, line_en(other->second->place))});
      break;
    }
  }
  Place const file = rows.empty() ? Place{} : Place{rows.front().place.file, 0, 0};
  for (std::size_t i = 0; i < scenario.sections.size() && checks.has_start(); ++i) {
    std::set<int> years;
    for (auto const& [year, row] : by_section[static_cast<int>(i)])
      years.insert(year);
    std::string const missing = missing_years(years, scenario.start + 1, last);
    if (missing.empty())
      continue;
    checks.error(
        file, "section",
        {fmt::format("sectie \"{}\" heeft geen vraag in {} (elk jaar na de peildatum is er "
                     "een nodig). Voeg rijen toe.",
                     scenario.sections[i].key, missing),
         fmt::format("section \"{}\" has no demand in {} (each year after the reference "
                     "date needs one). Add rows.",
                     scenario.sections[i].key, missing)});
  }
}

template <typename Row>
void tell_twice(Checks& checks, Row const& row, Row const& before, std::string const& field) {
  checks.error(row.place, field,
               {fmt::format("deze rij staat er twee keer (ook {}). Laat een van beide weg.",
                            line_nl(before.place)),
                fmt::format("this row is there twice (also {}). Leave one of them out.",
                            line_en(before.place))});
}

void check_pupils(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  using Group = std::tuple<int, std::string, int>;
  std::map<Group, std::map<int, PupilRow const*>> groups;
  for (PupilRow const& row : scenario.demand.pupils) {
    auto const [other, is_new] =
        groups[{row.school, row.track, row.year_of_study}].emplace(row.year, &row);
    if (!is_new)
      tell_twice(checks, row, *other->second, "year");
    if (row.pupils < 0) {
      checks.error(row.place, "pupils",
                   {"een negatief aantal leerlingen (moet minstens 0 zijn). "
                    "Verbeter het.",
                    "a negative number of pupils (must be at least 0). "
                    "Correct it."});
    }
  }
  if (!checks.has_start())
    return;
  for (auto const& [group, rows] : groups) {
    std::set<int> years;
    for (auto const& [year, row] : rows)
      years.insert(year);
    std::string const missing =
        missing_years(years, scenario.start, scenario.start + scenario.years);
    if (missing.empty())
      continue;
    checks.error(
        rows.begin()->second->place, "year",
        {fmt::format("leerjaar {} van {} heeft geen leerlingen in {} (elk schooljaar is er "
                     "een rij nodig). Voeg rijen toe, zo nodig met 0.",
                     std::get<2>(group), std::get<1>(group), missing),
         fmt::format("year {} of {} has no pupils in {} (each school year needs a row). Add "
                     "rows, with 0 if need be.",
                     std::get<2>(group), std::get<1>(group), missing)});
  }
}

void check_lessons(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  std::map<std::tuple<std::string, std::string, int>, LessonRow const*> seen;
  std::set<std::string> taught;
  for (LessonRow const& row : scenario.demand.lessons) {
    taught.insert(row.subject);
    auto const [other, is_new] =
        seen.emplace(std::tuple(row.subject, row.track, row.year_of_study), &row);
    if (!is_new)
      tell_twice(checks, row, *other->second, "subject");
    bool const fits =
        row.participation >= 0 && row.participation <= 1 && row.group_size > 0 && row.lessons >= 0;
    if (!fits) {
      checks.error(row.place, "lessons",
                   {"een onmogelijke rij (deelname 0 tot en met 1, groepen groter dan 0, lessen "
                    "minstens 0). Verbeter haar.",
                    "an impossible row (participation in [0, 1], groups above 0, lessons at least "
                    "0). Correct it."});
    }
  }
  for (std::string const& subject : subjects_of(scenario)) {
    if (taught.count(subject) > 0)
      continue;
    checks.warning({}, "demand.lessons",
                   {fmt::format("het vak \"{}\" heeft geen lessen in de lessentabel (de vraag van "
                                "zijn secties is dan 0). Voeg rijen toe.",
                                subject),
                    fmt::format("subject \"{}\" has no lessons in the lesson table (the demand of "
                                "its sections is then 0). Add rows.",
                                subject)});
  }
}

void check_demand(Checks& checks) {
  Demand const& demand = checks.scenario().demand;
  check_uncertain(checks, demand.growth_error, "demand.growth_error");
  if (demand.mode == DemandMode::table)
    check_demand_table(checks);
  if (demand.mode != DemandMode::pupils)
    return;
  check_pupils(checks);
  check_lessons(checks);
  if (!(demand.lesson_minutes > 0 && demand.weeks > 0 && demand.full_time_hours > 0)) {
    checks.error(
        {}, "demand",
        {"lesduur, weken en uren van een volle baan moeten groter dan 0 zijn (anders is er "
         "niet te rekenen). Verbeter ze.",
         "lesson_minutes, weeks and full_time_hours must be above 0 (else nothing can be "
         "reckoned). Correct them."});
  }
}

void check_fill(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  std::vector<FillRow> const& rows = scenario.recruitment.fill;
  std::map<std::string, FillRow const*> by_subject;  // "" for all others
  for (FillRow const& row : rows) {
    // A number of the scenario itself is named by its key, one of a table by its column.
    bool const is_key = row.probability.name == "recruitment.fill";
    check_uncertain(checks, row.probability, is_key ? "recruitment.fill" : "probability");
    auto const [other, is_new] = by_subject.emplace(row.subject.value_or(""), &row);
    if (!is_new)
      tell_twice(checks, row, *other->second, "subject");
  }
  if (by_subject.count("") > 0)
    return;
  Place const file = rows.empty() ? Place{} : Place{rows.front().place.file, 0, 0};
  for (std::string const& subject : subjects_of(scenario)) {
    if (by_subject.count(subject) > 0)
      continue;
    checks.error(file, "subject",
                 {fmt::format("er is geen kans om een vacature voor \"{}\" te vervullen (elk vak "
                              "heeft er een nodig). Voeg een rij toe, of een rij zonder vak voor "
                              "alle andere.",
                              subject),
                  fmt::format("there is no chance of filling a vacancy for \"{}\" (each subject "
                              "needs one). Add a row, or a row without a subject for all others.",
                              subject)});
  }
}

void check_entrant(Checks& checks, EntrantRow const& row) {
  auto const tell = [&](std::string field, Text text) {
    checks.error(row.place, std::move(field), std::move(text));
  };
  check_uncertain(checks, row.weight, "weight");
  if (row.age.from > row.age.to || row.age.from < 16 || row.age.to > 75) {
    tell("age_from", {"een onmogelijke leeftijdsklasse (van 16 tot en met 75, laag naar hoog). "
                      "Verbeter haar.",
                      "an impossible age class (from 16 to 75, low to high). Correct it."});
  }
  if (row.experience.from > row.experience.to || row.experience.from < 0) {
    tell("experience_from",
         {"een onmogelijke klasse van ervaring (vanaf 0, laag naar hoog). "
          "Verbeter haar.",
          "an impossible class of experience (from 0, low to high). Correct it."});
  }
  if (row.degree == Degree::unknown || row.licence == Licence::unknown) {
    tell("degree", {"een nieuwkomer met iets onbekends (wie solliciteert is bekend). Vul "
                    "opleidingsniveau en bevoegdheid in.",
                    "an entrant with something unknown (who applies is known). Fill in degree and "
                    "licence."});
  }
  if (row.origin == Origin::initial) {
    tell("origin", {"een nieuwkomer die er al was (initial is het bestand). Kies een herkomst.",
                    "an entrant who was there already (initial is the file). Choose an origin."});
  }
  if (row.contract == Contract::replacement) {
    tell("contract",
         {"een nieuwkomer als vervanging (die heeft een einddatum nodig). Kies tijdelijk "
          "of vast.",
          "an entrant as replacement (which needs an end). Choose temporary or "
          "permanent."});
  }
  if (row.fte < Fte{50} || row.fte > Fte{1200}) {
    tell("fte", {"een werktijdfactor buiten de grenzen (moet 0,05 tot en met 1,2 zijn). Verbeter "
                 "hem.",
                 "an fte out of bounds (must be in [0.05, 1.2]). Correct it."});
  }
}

void check_recruitment(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  Recruitment const& recruitment = scenario.recruitment;
  for (int const year : recruitment.stop) {
    bool const within = year >= scenario.start && year < scenario.start + scenario.years;
    if (within || !checks.has_start())
      continue;
    checks.warning(
        {}, "recruitment.stop",
        {fmt::format("{} valt buiten de looptijd (die is {} tot en met {}). Dit jaar doet "
                     "niets.",
                     year, scenario.start, scenario.start + scenario.years - 1),
         fmt::format("{} is outside the run (which is {} to {}). This year does "
                     "nothing.",
                     year, scenario.start, scenario.start + scenario.years - 1)});
  }
  if (recruitment.mode == RecruitmentMode::none)
    return;
  if (recruitment.mode == RecruitmentMode::fill)
    check_fill(checks);
  if (recruitment.min_vacancy <= Fte{}) {
    checks.error({}, "recruitment.min_vacancy",
                 {"een kleinste vacature van niets (moet groter dan 0 zijn). Vul bijvoorbeeld 0,2 "
                  "in.",
                  "a smallest vacancy of nothing (must be above 0). Fill in 0.2, for instance."});
  }
  std::set<std::string> covered;
  bool for_all = false;
  for (EntrantRow const& row : recruitment.entrants) {
    check_entrant(checks, row);
    if (row.subject)
      covered.insert(*row.subject);
    for_all = for_all || !row.subject;
  }
  if (for_all)
    return;
  Place const file =
      recruitment.entrants.empty() ? Place{} : Place{recruitment.entrants.front().place.file, 0, 0};
  for (std::string const& subject : subjects_of(scenario)) {
    if (covered.count(subject) > 0)
      continue;
    checks.error(
        file, "subject",
        {fmt::format("er zijn geen nieuwkomers voor \"{}\" (wie zou er komen?). Voeg een rij "
                     "toe, of een rij zonder vak voor alle andere.",
                     subject),
         fmt::format("there are no entrants for \"{}\" (who would come?). Add a row, or a "
                     "row without a subject for all others.",
                     subject)});
  }
}

/// Names of the units at a level.
std::set<std::string> units_at(Scenario const& scenario, Level level) {
  std::set<std::string> units;
  if (level == Level::section) {
    for (Section const& section : scenario.sections)
      units.insert(section.key);
  }
  if (level == Level::subject)
    units = subjects_of(scenario);
  for (School const& school : scenario.schools) {
    if (level == Level::school)
      units.insert(school.key);
    if (level == Level::board)
      units.insert(school.board);
    if (level == Level::region)
      units.insert(school.region);
  }
  return units;
}

void check_target_unit(Checks& checks, Target const& target, std::string const& path) {
  if (target.unit.empty())
    return;
  std::set<std::string> const units = units_at(checks.scenario(), target.level);
  if (units.count(target.unit) > 0)
    return;
  std::vector<std::string_view> const names(units.begin(), units.end());
  Text const meant = did_you_mean(target.unit, names);
  checks.error(target.place, path + ".unit",
               {fmt::format("onbekende eenheid \"{}\" (op het niveau {} is er geen met die "
                            "sleutel).{}",
                            target.unit, key_of(target.level),
                            meant.nl.empty() ? " Verbeter unit of level." : meant.nl),
                fmt::format("unknown unit \"{}\" (there is none with that key at the level {}).{}",
                            target.unit, key_of(target.level),
                            meant.en.empty() ? " Correct unit or level." : meant.en)});
}

void check_targets(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  std::map<std::string, Target const*> seen;
  for (Target const& target : scenario.targets) {
    std::string const path = "target." + target.name;
    auto const [other, is_new] = seen.emplace(target.name, &target);
    if (!is_new)
      tell_twice(checks, target, *other->second, path);
    int const last = scenario.start + scenario.years;
    if (checks.has_start() && (target.year <= scenario.start || target.year > last)) {
      checks.error(target.place, path + ".year",
                   {fmt::format("{} valt buiten de looptijd (een doel ligt in {} tot en met {}). "
                                "Verander het jaar of years.",
                                target.year, scenario.start + 1, last),
                    fmt::format("{} is outside the run (a target is in {} to {}). Change the year, "
                                "or years.",
                                target.year, scenario.start + 1, last)});
    }
    if (target.bound.denominator <= 0 || target.bound.numerator < 0) {
      checks.error(target.place, path,
                   {"een negatieve grens (moet minstens 0 zijn). Verbeter haar.",
                    "a negative bound (must be at least 0). Correct it."});
    }
    check_target_unit(checks, target, path);
  }
}

}  // namespace

void check_staffing(Checks& checks) {
  check_demand(checks);
  check_recruitment(checks);
  check_targets(checks);
}

}  // namespace meesterplan::scenario
