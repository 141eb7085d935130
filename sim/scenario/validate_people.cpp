#include <algorithm>
#include <unordered_map>

#include <fmt/core.h>

#include "sim/base/hash.hpp"
#include "sim/base/number_text.hpp"
#include "sim/scenario/checks.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::scenario {
namespace {

constexpr int youngest = 16;
constexpr int oldest = 75;
/// Nobody teaches before this age.
constexpr int first_working_age = 15;

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
  if (!checks.has_start())
    return;
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
                 {fmt::format("{} op een leeftijd van {} (dat is begonnen voor het {}e jaar). "
                              "Controleer datum in dienst en geboortedatum.",
                              counted(person.tenure, "dienstjaar", "dienstjaren"), at_most,
                              first_working_age),
                  fmt::format("{} years of service at the age of {} (which began before the age of "
                              "{}). Check start and birth dates.",
                              person.tenure, at_most, first_working_age)});
  } else if (person.experience < person.tenure) {
    checks.error(
        person.place, "experience",
        {fmt::format("{} jaar ervaring bij {} (ervaring telt de dienstjaren mee). Verbeter een "
                     "van beide.",
                     person.experience, counted(person.tenure, "dienstjaar", "dienstjaren")),
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
    checks.error(
        person.place, "study_years",
        {fmt::format("{} gedaan van een studie van {} jaar (wie klaar is studeert niet "
                     "meer). Verlaag het, of maak van deze leraar een master.",
                     counted(person.study->years_done, "studiejaar", "studiejaren"), found->years),
         fmt::format("{} done of a programme of {} (who has finished studies no more). "
                     "Lower it, or make this teacher a master.",
                     counted(person.study->years_done, "study year", "study years"),
                     found->years)});
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
  Place assignments;
  for (Person const& person : scenario.people) {
    check_age(checks, person);
    check_assignments(checks, person);
    check_study(checks, person);
    check_events(checks, person);
    for (Assignment const& assignment : person.assignments) {
      if (assignment.upper_vwo || assignment.upper_havo)
        continue;
      ++n_without_shares;
      assignments = Place{assignment.place.file, 0, 0};
    }
  }
  if (scenario.lessons && n_without_shares > 0) {
    checks.note(
        assignments, "upper_vwo",
        {fmt::format("{} zonder bovenbouwlessen (niet ingevuld). Waar een sectie er geen heeft, "
                     "deelt wie eerstegraads is ze gelijk.",
                     counted(n_without_shares, "rij inzet", "rijen inzet")),
         fmt::format("{} without upper lessons (not filled in). Where a section has none, "
                     "first-degree staff shares them equally.",
                     counted(n_without_shares, "assignment", "assignments"))});
  }
}

}  // namespace meesterplan::scenario
