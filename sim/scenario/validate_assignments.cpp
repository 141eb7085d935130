#include <algorithm>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/scenario/checks.hpp"

namespace meesterplan::scenario {
namespace {

void check_assignment(Checks& checks, Assignment const& assignment) {
  if (assignment.fte < Fte{50} || assignment.fte > Fte{1200}) {
    checks.error(assignment.place, "fte",
                 {fmt::format("een werktijdfactor van {} (moet 0,05 tot en met 1,2 zijn). Vul een "
                              "waarde binnen de grenzen in.",
                              number_text(assignment.fte).nl),
                  fmt::format("an fte of {} (must be in [0.05, 1.2]). Fill in a value within them.",
                              number_text(assignment.fte).en)});
  }
  double const vwo = assignment.upper_vwo.value_or(0);
  double const havo = assignment.upper_havo.value_or(0);
  // Shares are written with two or three digits: leave room for their rounding.
  bool const within = vwo >= 0 && havo >= 0 && vwo <= 1 && havo <= 1 && vwo + havo <= 1.0005;
  if (!within) {
    checks.error(assignment.place, "upper_vwo",
                 {fmt::format("bovenbouw vwo {} en havo {} (samen hoogstens 1: het zijn delen van "
                              "dezelfde lessen). Verlaag een van beide.",
                              number_text(vwo).nl, number_text(havo).nl),
                  fmt::format("upper vwo {} and havo {} (together at most 1: they are parts of the "
                              "same lessons). Lower one of them.",
                              number_text(vwo).en, number_text(havo).en)});
  }
}

/// Name of the board of the school that an assignment is at.
std::string const& board_of(Scenario const& scenario, Section const& section) {
  return scenario.schools[static_cast<std::size_t>(section.school)].board;
}

void check_sections_of(Checks& checks, Person const& person) {
  Scenario const& scenario = checks.scenario();
  int const n_sections = static_cast<int>(scenario.sections.size());
  int const n_schools = static_cast<int>(scenario.schools.size());
  Section const* first = nullptr;
  for (std::size_t i = 0; i < person.assignments.size(); ++i) {
    Assignment const& assignment = person.assignments[i];
    check_assignment(checks, assignment);
    if (assignment.section < 0 || assignment.section >= n_sections) {
      checks.error(assignment.place, "section",
                   {"deze inzet hoort bij geen sectie (de verwijzing leidt nergens heen). "
                    "Noem een sectie.",
                    "this assignment belongs to no section (the reference leads nowhere). "
                    "Name a section."});
      continue;
    }
    Section const& section = scenario.sections[static_cast<std::size_t>(assignment.section)];
    for (std::size_t j = 0; j < i; ++j) {
      if (person.assignments[j].section != assignment.section)
        continue;
      checks.error(
          assignment.place, "section",
          {fmt::format("\"{}\" staat twee keer in sectie \"{}\" (ook {}). Tel de uren bij "
                       "elkaar op een regel.",
                       person.key, section.key, line_nl(person.assignments[j].place)),
           fmt::format("\"{}\" is in section \"{}\" twice (also {}). Add up the hours on one "
                       "row.",
                       person.key, section.key, line_en(person.assignments[j].place))});
    }
    if (section.school < 0 || section.school >= n_schools)
      continue;
    if (first == nullptr)
      first = &section;
    if (board_of(scenario, section) != board_of(scenario, *first)) {
      checks.error(
          assignment.place, "section",
          {fmt::format("\"{}\" werkt bij twee besturen, \"{}\" en \"{}\" (een dienstverband is "
                       "bij een bestuur). Maak er twee personen van.",
                       person.key, board_of(scenario, *first), board_of(scenario, section)),
           fmt::format("\"{}\" works at two boards, \"{}\" and \"{}\" (an employment is at one "
                       "board). Make them two persons.",
                       person.key, board_of(scenario, *first), board_of(scenario, section))});
    }
  }
}

}  // namespace

void check_assignments(Checks& checks, Person const& person) {
  std::size_t const n = person.assignments.size();
  if (n == 0) {
    checks.error(
        person.place, "id",
        {fmt::format("\"{}\" heeft geen inzet (een leraar werkt in minstens een sectie). Voeg "
                     "een rij toe aan assignments.csv.",
                     person.key),
         fmt::format("\"{}\" has no assignment (a teacher works in at least one section). Add "
                     "a row to assignments.csv.",
                     person.key)});
    return;
  }
  if (n > 3) {
    checks.error(
        person.assignments[3].place, "id",
        {fmt::format("\"{}\" heeft {} rijen inzet (hoogstens 3). Voeg kleine samen.", person.key,
                     n),
         fmt::format("\"{}\" has {} assignments (at most 3). Merge small ones.", person.key, n)});
  }
  check_sections_of(checks, person);
  Fte total;
  bool each_fits = true;
  for (Assignment const& assignment : person.assignments) {
    total += assignment.fte;
    each_fits = each_fits && assignment.fte <= Fte{1200};
  }
  if (total > Fte{1200} && each_fits) {
    checks.error(
        person.assignments.back().place, "fte",
        {fmt::format("\"{}\" werkt in totaal {} fte (hoogstens 1,2). Verlaag een van de rijen.",
                     person.key, number_text(total).nl),
         fmt::format("\"{}\" works {} fte in total (at most 1.2). Lower one of the rows.",
                     person.key, number_text(total).en)});
  }
}

}  // namespace meesterplan::scenario
