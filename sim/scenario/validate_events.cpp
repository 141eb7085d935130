#include <algorithm>

#include "sim/scenario/checks.hpp"

namespace meesterplan::scenario {
namespace {

bool is_master(Degree degree) {
  return degree == Degree::hbo_master || degree == Degree::wo_master;
}

}  // namespace

void check_events(Checks& checks, Person const& person) {
  Date const reference = reference_date(checks.scenario().start);
  if (person.contract == Contract::replacement && !person.contract_end) {
    checks.error(person.place, "contract_end",
                 {"een vervanging zonder einddatum (zij eindigt op een dag). Vul de einddatum in.",
                  "a replacement without an end (it ends on a day). Fill in contract_end."});
  }
  if (person.hours && !person.assignments.empty()) {
    Fte least{50};
    Fte largest;
    for (Assignment const& assignment : person.assignments) {
      least += assignment.fte;
      largest = std::max(largest, assignment.fte);
    }
    if (person.hours->fte < least - largest) {
      checks.warning(
          person.place, "hours_fte",
          {"minder uren dan de andere inzet vraagt (de wijziging valt op de grootste inzet, die "
           "minstens 0,05 houdt). Het totaal blijft hoger dan hier staat; haal anders inzet weg.",
           "fewer hours than the other assignments take (the change falls on the largest one, "
           "which keeps at least 0.05). The total stays above what is asked; else remove an "
           "assignment."});
    }
  }
  if (person.starts_on && person.leaves && person.leaves->on <= *person.starts_on) {
    checks.error(
        person.place, "leave_date",
        {"uit dienst voor de datum in dienst (zo is er geen dienstverband). Verbeter een "
         "van beide.",
         "leaving before starting (so that there is no employment). Correct one of them."});
  }
  bool const dated = checks.has_start();
  if (dated && person.starts_on && *person.starts_on <= reference) {
    checks.error(person.place, "start_date",
                 {"een bekende starter die er al is (de datum ligt voor de peildatum). Geef "
                  "dienstjaren in plaats van een startdatum.",
                  "a known starter who is there already (the date is before the reference date). "
                  "Give tenure instead of a starting date."});
  }
  if (dated && person.leaves && person.leaves->on <= reference) {
    checks.error(
        person.place, "leave_date",
        {"een bekende vertrekker die al weg is (de datum ligt voor de peildatum). Laat deze "
         "leraar weg.",
         "a known leaver who is gone already (the date is before the reference date). "
         "Leave this teacher out."});
  }
  if (person.hours && (person.hours->fte < Fte{50} || person.hours->fte > Fte{1200})) {
    checks.error(person.place, "hours_fte",
                 {"een nieuwe werktijdfactor buiten de grenzen (moet 0,05 tot en met 1,2 zijn). "
                  "Verbeter hem.",
                  "a new fte out of bounds (must be in [0.05, 1.2]). Correct it."});
  }
  bool const may_be_master = is_master(person.degree) || person.degree == Degree::unknown;
  if (person.years_since_master && (!may_be_master || *person.years_since_master < 0)) {
    checks.error(person.place, "master_year",
                 {"een masterjaar zonder master (het opleidingsniveau is lager). Verbeter een van "
                  "beide.",
                  "a year of a master without a master's degree (the degree is lower). Correct one "
                  "of them."});
  }
}

}  // namespace meesterplan::scenario
