#include <algorithm>
#include <unordered_map>

#include <fmt/core.h>

#include "sim/base/hash.hpp"
#include "sim/scenario/checks.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::scenario {
namespace {

constexpr int youngest = 16;
constexpr int oldest = 75;
/// Nobody teaches before this age.
constexpr int first_working_age = 15;

bool is_master(Degree degree) {
  return degree == Degree::hbo_master || degree == Degree::wo_master;
}

/// Keys that are unique, by themselves and by the hash under which they draw.
template <typename Item>
void check_keys(Checks& checks, std::vector<Item> const& items, std::string const& field) {
  std::unordered_map<std::uint64_t, Item const*> seen;
  seen.reserve(items.size());
  for (Item const& item : items) {
    if (item.key.empty()) {
      checks.error(item.place, field,
                   {"een lege sleutel (iedere rij heeft er een). Vul hem in.",
                    "an empty key (each row has one). Fill it in."});
      continue;
    }
    auto const [other, is_new] = seen.emplace(hash64(item.key), &item);
    if (is_new)
      continue;
    Place const before = other->second->place;
    if (other->second->key == item.key) {
      checks.error(item.place, field,
                   {fmt::format("\"{}\" staat er twee keer (ook {}). Laat een van beide weg.",
                                item.key, line_nl(before)),
                    fmt::format("\"{}\" is there twice (also {}). Leave one of them out.", item.key,
                                line_en(before))});
    } else {
      checks.error(item.place, field,
                   {fmt::format("\"{}\" en \"{}\" zouden dezelfde loting krijgen (hun hash is "
                                "gelijk). Verander een van beide sleutels.",
                                other->second->key, item.key),
                    fmt::format("\"{}\" and \"{}\" would draw the same numbers (their hashes are "
                                "equal). Change one of the keys.",
                                other->second->key, item.key)});
    }
  }
}

void check_places(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  check_keys(checks, scenario.schools, "school");
  check_keys(checks, scenario.sections, "section");
  int const n_schools = static_cast<int>(scenario.schools.size());
  for (Section const& section : scenario.sections) {
    if (section.school < 0 || section.school >= n_schools) {
      checks.error(
          section.place, "school",
          {fmt::format("sectie \"{}\" hoort bij geen school (de verwijzing leidt "
                       "nergens heen). Noem een school.",
                       section.key),
           fmt::format("section \"{}\" belongs to no school (the reference leads nowhere). "
                       "Name a school.",
                       section.key)});
    }
    if (section.open_vacancies < Fte{}) {
      checks.error(section.place, "open_vacancies",
                   {"een negatieve vacature (moet minstens 0 zijn). Vul 0 of meer in.",
                    "a negative vacancy (must be at least 0). Fill in 0 or more."});
    }
  }
}

int age_of(Month born, int start) {
  return (reference_month(start).index - born.index) / 12;
}

void check_age(Checks& checks, Person const& person) {
  int const start = checks.scenario().start;
  int const at_least = age_of(person.born_last, start);
  int const at_most = age_of(person.born_first, start);
  bool const in_order = person.born_first <= person.born_last;
  if (!in_order || at_most < youngest || at_least > oldest) {
    checks.error(
        person.place, "birth_date",
        {fmt::format("een leeftijd van {} jaar (op 1 oktober {} moet die van {} tot en met "
                     "{} zijn). Controleer de geboortedatum.",
                     at_least, start, youngest, oldest),
         fmt::format("an age of {} years (on 1 October {} it must be from {} to {}). "
                     "Check the birth date.",
                     at_least, start, youngest, oldest)});
    return;
  }
  int const most_years = at_most - first_working_age;
  if (person.tenure < 0 || person.tenure > most_years) {
    checks.error(person.place, "tenure",
                 {fmt::format("{} dienstjaren op een leeftijd van {} (dat is begonnen voor het {}e "
                              "jaar). Controleer datum in dienst en geboortedatum.",
                              person.tenure, at_most, first_working_age),
                  fmt::format("{} years of service at the age of {} (which began before the age of "
                              "{}). Check start and birth dates.",
                              person.tenure, at_most, first_working_age)});
  } else if (person.experience < person.tenure) {
    checks.error(
        person.place, "experience",
        {fmt::format("{} jaar ervaring bij {} dienstjaren (ervaring telt de dienstjaren "
                     "mee). Verbeter een van beide.",
                     person.experience, person.tenure),
         fmt::format("{} years of experience with {} years of service (experience includes "
                     "them). Correct one of them.",
                     person.experience, person.tenure)});
  } else if (person.experience > most_years) {
    checks.error(person.place, "experience",
                 {fmt::format("{} jaar ervaring op een leeftijd van {} (dat is begonnen voor het "
                              "{}e jaar). Verbeter een van beide.",
                              person.experience, at_most, first_working_age),
                  fmt::format("{} years of experience at the age of {} (which began before the age "
                              "of {}). Correct one of them.",
                              person.experience, at_most, first_working_age)});
  }
}

void check_assignment(Checks& checks, Assignment const& assignment) {
  if (assignment.fte < Fte{50} || assignment.fte > Fte{1200}) {
    checks.error(assignment.place, "fte",
                 {fmt::format("een werktijdfactor van {} (moet 0,05 tot en met 1,2 zijn). Vul een "
                              "waarde binnen de grenzen in.",
                              static_cast<double>(assignment.fte.thousandths) / 1000),
                  fmt::format("an fte of {} (must be in [0.05, 1.2]). Fill in a value within them.",
                              static_cast<double>(assignment.fte.thousandths) / 1000)});
  }
  double const vwo = assignment.upper_vwo.value_or(0);
  double const havo = assignment.upper_havo.value_or(0);
  // Shares are written with two or three digits: leave room for their rounding.
  bool const within = vwo >= 0 && havo >= 0 && vwo <= 1 && havo <= 1 && vwo + havo <= 1.0005;
  if (!within) {
    checks.error(assignment.place, "upper_vwo",
                 {fmt::format("bovenbouw vwo {} en havo {} (samen hoogstens 1: het zijn delen van "
                              "dezelfde lessen). Verlaag een van beide.",
                              vwo, havo),
                  fmt::format("upper vwo {} and havo {} (together at most 1: they are parts of the "
                              "same lessons). Lower one of them.",
                              vwo, havo)});
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
      checks.error(assignment.place, "section",
                   {fmt::format("{} staat twee keer in sectie \"{}\" (ook {}). Tel de uren bij "
                                "elkaar op een regel.",
                                person.key, section.key, line_nl(person.assignments[j].place)),
                    fmt::format("{} is in section \"{}\" twice (also {}). Add up the hours on one "
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
          {fmt::format("{} werkt bij twee besturen, \"{}\" en \"{}\" (een dienstverband is "
                       "bij een bestuur). Maak er twee personen van.",
                       person.key, board_of(scenario, *first), board_of(scenario, section)),
           fmt::format("{} works at two boards, \"{}\" and \"{}\" (an employment is at one "
                       "board). Make them two persons.",
                       person.key, board_of(scenario, *first), board_of(scenario, section))});
    }
  }
}

void check_assignments(Checks& checks, Person const& person) {
  std::size_t const n = person.assignments.size();
  if (n == 0) {
    checks.error(person.place, "id",
                 {fmt::format("{} heeft geen inzet (een leraar werkt in minstens een sectie). Voeg "
                              "een rij toe aan assignments.csv.",
                              person.key),
                  fmt::format("{} has no assignment (a teacher works in at least one section). Add "
                              "a row to assignments.csv.",
                              person.key)});
    return;
  }
  if (n > 3) {
    checks.error(
        person.assignments[3].place, "id",
        {fmt::format("{} heeft {} rijen inzet (hoogstens 3). Voeg kleine samen.", person.key, n),
         fmt::format("{} has {} assignments (at most 3). Merge small ones.", person.key, n)});
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
        {fmt::format("{} werkt in totaal {} fte (hoogstens 1,2). Verlaag een van de rijen.",
                     person.key, static_cast<double>(total.thousandths) / 1000),
         fmt::format("{} works {} fte in total (at most 1.2). Lower one of the rows.", person.key,
                     static_cast<double>(total.thousandths) / 1000)});
  }
}

void check_study(Checks& checks, Person const& person) {
  if (!person.study)
    return;
  std::vector<Programme> const& programmes = checks.scenario().programmes;
  auto const found = std::find_if(
      programmes.begin(), programmes.end(),
      [&](Programme const& programme) { return programme.name == person.study->programme; });
  if (found == programmes.end()) {
    std::vector<std::string_view> names;
    names.reserve(programmes.size());
    for (Programme const& programme : programmes)
      names.emplace_back(programme.name);
    Text const meant = did_you_mean(person.study->programme, names);
    checks.error(person.place, "programme",
                 {fmt::format("onbekende studie \"{}\" (er is geen [[programme]] met die naam).{}",
                              person.study->programme, meant.nl),
                  fmt::format("unknown programme \"{}\" (no [[programme]] has that name).{}",
                              person.study->programme, meant.en)});
    return;
  }
  if (person.study->years_done < 0 || person.study->years_done >= found->years) {
    checks.error(person.place, "study_years",
                 {fmt::format("{} studiejaren gedaan van een studie van {} (wie klaar is studeert "
                              "niet meer). Verlaag het, of maak van deze leraar een master.",
                              person.study->years_done, found->years),
                  fmt::format("{} study years done of a programme of {} (who has finished studies "
                              "no more). Lower it, or make this teacher a master.",
                              person.study->years_done, found->years)});
  }
}

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
    if (person.hours->fte < least - largest)
      checks.warning(
          person.place, "hours_fte",
          {"minder uren dan de andere inzet vraagt (de wijziging valt op de grootste inzet, die "
           "minstens 0,05 houdt). Het totaal blijft hoger dan hier staat; haal anders inzet weg.",
           "fewer hours than the other assignments take (the change falls on the largest one, "
           "which keeps at least 0.05). The total stays above what is asked; else remove an "
           "assignment."});
  }
  if (person.starts_on && person.leaves && person.leaves->on <= *person.starts_on) {
    checks.error(
        person.place, "leave_date",
        {"uit dienst voor de datum in dienst (zo is er geen dienstverband). Verbeter een "
         "van beide.",
         "leaving before starting (so that there is no employment). Correct one of them."});
  }
  if (person.starts_on && *person.starts_on <= reference) {
    checks.error(person.place, "start_date",
                 {"een bekende starter die er al is (de datum ligt voor de peildatum). Geef "
                  "dienstjaren in plaats van een startdatum.",
                  "a known starter who is there already (the date is before the reference date). "
                  "Give tenure instead of a starting date."});
  }
  if (person.leaves && person.leaves->on <= reference) {
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

/// What the file does not know is drawn in every future; a planner must see of
/// how many.
void note_unknowns(Checks& checks) {
  std::vector<Person> const& people = checks.scenario().people;
  int n_degrees = 0;
  int n_licences = 0;
  Place degrees;
  Place licences;
  for (Person const& person : people) {
    if (person.degree == Degree::unknown) {
      ++n_degrees;
      degrees = Place{person.place.file, 0, 0};
    }
    for (Assignment const& assignment : person.assignments) {
      if (assignment.licence == Licence::unknown) {
        ++n_licences;
        licences = Place{assignment.place.file, 0, 0};
      }
    }
  }
  if (n_degrees > 0) {
    checks.note(degrees, "degree",
                {fmt::format("onbekend opleidingsniveau: {} van {} (niet ingevuld). Het wordt in "
                             "elke toekomst geloot.",
                             n_degrees, people.size()),
                 fmt::format("unknown degree: {} of {} (not filled in). It is drawn in every "
                             "future.",
                             n_degrees, people.size())});
  }
  if (n_licences > 0) {
    checks.note(licences, "licence",
                {fmt::format("onbekende bevoegdheid: {} (niet ingevuld). Zij wordt in elke "
                             "toekomst geloot.",
                             n_licences),
                 fmt::format("unknown licence: {} (not filled in). It is drawn in every future.",
                             n_licences)});
  }
}

}  // namespace

void check_people(Checks& checks) {
  note_unknowns(checks);
  Scenario const& scenario = checks.scenario();
  check_places(checks);
  if (scenario.people.empty()) {
    checks.error({}, "people",
                 {"er is geen enkele leraar (een scenario heeft er minstens een nodig). Vul "
                  "people.csv.",
                  "there is not a single teacher (a scenario needs at least one). Fill "
                  "people.csv."});
  }
  check_keys(checks, scenario.people, "id");
  int n_without_shares = 0;
  for (Person const& person : scenario.people) {
    check_age(checks, person);
    check_assignments(checks, person);
    check_study(checks, person);
    check_events(checks, person);
    n_without_shares += static_cast<int>(
        std::count_if(person.assignments.begin(), person.assignments.end(),
                      [](Assignment const& one) { return !one.upper_vwo && !one.upper_havo; }));
  }
  if (scenario.lessons && n_without_shares > 0) {
    checks.note(
        {}, "upper_vwo",
        {fmt::format("{} rijen inzet zonder bovenbouwlessen (niet ingevuld). Waar een sectie "
                     "er geen heeft, deelt wie eerstegraads is ze gelijk.",
                     n_without_shares),
         fmt::format("{} assignments without upper lessons (not filled in). Where a section "
                     "has none, first-degree staff shares them equally.",
                     n_without_shares)});
  }
}

}  // namespace meesterplan::scenario
