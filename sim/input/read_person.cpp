#include "sim/input/read_person.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/input/cell_text.hpp"
#include "sim/input/words.hpp"

namespace meesterplan::input {
namespace {

using scenario::Contract;
using scenario::Degree;
using scenario::Licence;
using scenario::MasterKind;
using scenario::Person;

constexpr int youngest = 16;
constexpr int oldest = 75;

bool is_master(Degree degree) {
  return degree == Degree::hbo_master || degree == Degree::wo_master;
}

/// Completed years at `reference` of someone born in `born`.
int age_at(Month born, Month reference) {
  return (reference.index - born.index) / 12;
}

void set_born(Person& person, Month first, Month last) {
  person.born_first = first;
  person.born_last = last;
}

/// The birth month, from a date, a year or an age; the age is checked here, where
/// the cell is known.
void read_birth(Row& row, std::optional<int> start, Person& person) {
  std::optional<Date> const date = row.date("birth_date");
  std::optional<int> const year = row.integer("birth_year", 1900, 2100);
  std::optional<int> const month_of_year = row.integer("birth_month", 1, 12);
  std::optional<int> const age = row.integer("age", youngest, oldest);
  bool const known = date || year || age;
  if (!known && row.is_usable() && row.has_any(birth_columns)) {
    row.reject("birth_date",
               {fmt::format("geen leeftijd bekend (zonder kan niemand ouder worden). Vul {} in.",
                            row.one_of(birth_columns).nl),
                fmt::format("no age is known (without it nobody can grow older). Fill in {}.",
                            row.one_of(birth_columns).en)});
  }
  if (month_of_year && !year && row.is_usable()) {
    row.reject("birth_month",
               {fmt::format("een geboortemaand zonder geboortejaar (zij horen bij elkaar). Vul {} "
                            "in of maak deze cel leeg.",
                            row.name("birth_year").nl),
                fmt::format("a month of birth without its year (they belong together). Fill in {} "
                            "or empty this cell.",
                            row.name("birth_year").en)});
  }
  if (!row.is_usable() || !known || !start)
    return;
  Month const reference = reference_month(*start);
  std::string_view from = "birth_date";
  if (date) {
    Month const month = Month::of(date->year, date->month);
    set_born(person, month, month);
  } else if (year) {
    from = "birth_year";
    set_born(person, Month::of(*year, month_of_year.value_or(1)),
             Month::of(*year, month_of_year.value_or(12)));
  } else {
    set_born(person, Month{reference.index - 12 * *age - 11}, Month{reference.index - 12 * *age});
    return;
  }
  int const at_most = age_at(person.born_first, reference);
  int const at_least = age_at(person.born_last, reference);
  if (at_most < youngest || at_least > oldest || person.born_last > reference) {
    row.reject(
        from, {fmt::format("{} geeft een leeftijd van {} jaar (op 1 oktober {} moet die van {} tot "
                           "en met {} zijn). Controleer het jaar.",
                           quoted(row.text(from)), at_least, *start, youngest, oldest),
               fmt::format("{} gives an age of {} years (on 1 October {} it must be from {} to "
                           "{}). Check the year.",
                           quoted(row.text(from)), at_least, *start, youngest, oldest)});
  } else if (age && (*age < at_least || *age > at_most)) {
    row.reject("age", {fmt::format("{} klopt niet met {} {} (dat geeft {} jaar). Verbeter een van "
                                   "beide.",
                                   *age, row.name(from).nl, quoted(row.text(from)), at_least),
                       fmt::format("{} contradicts {} {} (which gives {} years). Correct one of "
                                   "them.",
                                   *age, row.name(from).en, quoted(row.text(from)), at_least)});
  }
}

void read_service(Row& row, std::optional<int> start, Person& person) {
  std::optional<Date> const began = row.date("start_date");
  std::optional<int> const tenure = row.integer("tenure", 0, 60);
  if (!began && !tenure && row.is_usable() && row.has_any(service_columns)) {
    row.reject("start_date",
               {fmt::format("geen dienstjaren bekend (zij bepalen de kans op vertrek). Vul {} in.",
                            row.one_of(service_columns).nl),
                fmt::format("no years of service are known (they set the chance of leaving). Fill "
                            "in {}.",
                            row.one_of(service_columns).en)});
  }
  if (!start)
    return;
  Date const reference = reference_date(*start);
  if (began && *began > reference) {
    person.starts_on = began;
    if (tenure && *tenure > 0) {
      row.reject("tenure",
                 {fmt::format("{} maar in dienst na 1 oktober {} (dan zijn het er 0). Verbeter een "
                              "van beide.",
                              counted(*tenure, "dienstjaar", "dienstjaren"), *start),
                  fmt::format("{} of service but starting after 1 October {} (which makes it 0). "
                              "Correct one of them.",
                              counted(*tenure, "year", "years"), *start)});
    }
  } else if (began) {
    person.tenure = completed_years(*began, reference);
    if (tenure && std::abs(*tenure - person.tenure) > 1) {
      row.reject("tenure", {fmt::format("{} klopt niet met de datum in dienst (die geeft {} jaar). "
                                        "Verbeter een van beide.",
                                        *tenure, person.tenure),
                            fmt::format("{} contradicts the start date (which gives {} years). "
                                        "Correct one of them.",
                                        *tenure, person.tenure)});
    }
  }
  if (tenure && row.is_usable())
    person.tenure = *tenure;
}

void read_experience(Row& row, std::optional<int> start, PeopleCounts& counts, Person& person) {
  std::optional<int> const experience = row.integer("experience", 0, 60);
  std::optional<Date> const since = row.date("teaching_since");
  if (!row.is_usable() || !start)
    return;
  if (experience) {
    person.experience = *experience;
  } else if (since) {
    person.experience = std::max(0, completed_years(*since, reference_date(*start)));
  } else {
    int const age = age_at(person.born_last, reference_month(*start));
    person.experience = std::max({person.tenure, std::min(age - 27, person.tenure + 3), 0});
    ++counts.experience;
  }
}

void read_degree(Row& row, std::optional<int> start, PeopleCounts& counts, Person& person) {
  person.degree = row.choice<Degree>("degree", degree_words()).value_or(Degree::unknown);
  std::optional<MasterKind> const kind = row.choice<MasterKind>("master_kind", master_kind_words());
  std::optional<int> const year = row.integer("master_year", 1950, 2100);
  if (!row.is_usable())
    return;
  bool const may_be_master = is_master(person.degree) || person.degree == Degree::unknown;
  bool const has_kind = kind && *kind != MasterKind::none;
  if (!may_be_master && (has_kind || year)) {
    row.reject(has_kind ? "master_kind" : "master_year",
               {"een master zonder masteropleiding (het opleidingsniveau is lager). Verbeter "
                "opleidingsniveau of maak deze cel leeg.",
                "a master without a master's degree (the degree is lower). Correct the degree or "
                "empty this cell."});
    return;
  }
  if (year && start && *year > *start) {
    row.reject("master_year",
               {fmt::format("{} is na 1 oktober {} (wie nog studeert heeft geen masterjaar). "
                            "Verbeter het jaar of gebruik de kolom {}.",
                            *year, *start, row.name("programme").nl),
                fmt::format("{} is after 1 October {} (who still studies has no year of a master). "
                            "Correct the year or use the column {}.",
                            *year, *start, row.name("programme").en)});
    return;
  }
  if (year && start)
    person.years_since_master = *start - *year;
  if (has_kind) {
    person.master_kind = *kind;
  } else if (is_master(person.degree)) {
    person.master_kind = MasterKind::subject;
    ++counts.master_kind;
  }
}

void read_contract(Row& row, Person& person) {
  if (row.require("contract")) {
    person.contract =
        row.choice<Contract>("contract", contract_words()).value_or(Contract::permanent);
  }
  person.contract_end = row.date("contract_end");
  person.scale =
      row.choice<scenario::Scale>("scale", scale_words()).value_or(scenario::Scale::none);
  if (row.is_usable() && person.contract == Contract::replacement && !person.contract_end) {
    row.reject("contract_end",
               {fmt::format("een vervanging zonder einddatum (zij eindigt op een dag). Vul {} in.",
                            row.name("contract_end").nl),
                fmt::format("a replacement without an end (it ends on a day). Fill in {}.",
                            row.name("contract_end").en)});
  }
}

void read_known_events(Row& row, std::optional<int> start, PeopleCounts& counts, Person& person) {
  std::optional<Date> const leaves = row.date("leave_date");
  std::optional<scenario::ExitCause> const reason =
      row.choice<scenario::ExitCause>("leave_reason", exit_cause_words());
  if (leaves && !reason && row.is_usable()) {
    row.reject("leave_reason",
               {fmt::format("uit dienst zonder reden (de reden bepaalt wat er verder gebeurt). Vul "
                            "{} in.",
                            row.name("leave_reason").nl),
                fmt::format("leaving without a reason (it decides what happens next). Fill in {}.",
                            row.name("leave_reason").en)});
  }
  if (reason && !leaves && row.is_usable()) {
    row.reject(
        "leave_date",
        {fmt::format("een reden van vertrek zonder datum (wanneer is onbekend). Vul {} in of "
                     "maak {} leeg.",
                     row.name("leave_date").nl, row.name("leave_reason").nl),
         fmt::format("a reason for leaving without a date (when is not known). Fill in {} or "
                     "empty {}.",
                     row.name("leave_date").en, row.name("leave_reason").en)});
  }
  if (leaves && reason)
    person.leaves = scenario::KnownLeave{*leaves, *reason};

  std::optional<Date> const from = row.date("hours_from");
  std::optional<Fte> const fte = row.fte("hours_fte", Fte{50}, Fte{1200});
  if (!row.is_usable())
    return;
  if (from.has_value() != fte.has_value()) {
    row.reject(from ? "hours_fte" : "hours_from",
               {"een halve wijziging van uren (datum en nieuwe werktijdfactor horen bij elkaar). "
                "Vul beide in of geen van beide.",
                "half a change of hours (date and new fte belong together). Fill in both or "
                "neither."});
  } else if (from && start && *from <= reference_date(*start)) {
    ++counts.hours_in_force;
  } else if (from) {
    person.hours = scenario::KnownHours{*from, *fte};
  }
}

void read_licensing(Row& row, std::optional<int> start, Person& person) {
  person.origin =
      row.choice<scenario::Origin>("origin", origin_words()).value_or(scenario::Origin::initial);
  std::optional<Date> const from = row.date("licensed_from");
  std::optional<Licence> const licence = row.choice<Licence>("licensed_as", licence_words());
  if (!row.is_usable())
    return;
  if (from.has_value() != licence.has_value()) {
    row.reject(from ? "licensed_as" : "licensed_from",
               {"een halve bevoegdheid die nog komt (datum en bevoegdheid horen bij elkaar). Vul "
                "beide in of geen van beide.",
                "half a licence to come (date and licence belong together). Fill in both or "
                "neither."});
  } else if (from && start && *from <= reference_date(*start)) {
    row.reject("licensed_from",
               {fmt::format("een bevoegdheid die er op 1 oktober {} al is (die hoort bij de "
                            "inzet). Vul haar daar in en maak deze cel leeg.",
                            *start),
                fmt::format("a licence that is there on 1 October {} (it belongs to the "
                            "assignment). Fill it in there and empty this cell.",
                            *start)});
  } else if (from) {
    person.licensed = scenario::KnownLicence{*from, *licence};
  }
}

void read_study(Row& row, Person& person) {
  std::optional<int> const years = row.integer("study_years", 0, 20);
  std::optional<bool> const grant = row.yes_no("grant");
  if (!row.is_empty("programme") && !says_unknown(row.text("programme"))) {
    person.study = scenario::StudyStatus{std::string(row.text("programme")), years.value_or(0),
                                         grant.value_or(false)};
  } else if (years.value_or(0) > 0 || grant.value_or(false)) {
    row.reject(
        "programme",
        {fmt::format("studiejaren of lerarenbeurs zonder studie (welke opleiding is "
                     "onbekend). Vul de kolom {} in.",
                     row.name("programme").nl),
         fmt::format("study years or a grant without a study (which programme is not known). "
                     "Fill in {}.",
                     row.name("programme").en)});
  }
}

}  // namespace

void read_person(Row& row, std::optional<int> start, PeopleCounts& counts, Person& person) {
  read_birth(row, start, person);
  read_service(row, start, person);
  read_experience(row, start, counts, person);
  read_degree(row, start, counts, person);
  read_contract(row, person);
  read_known_events(row, start, counts, person);
  read_licensing(row, start, person);
  read_study(row, person);
}

}  // namespace meesterplan::input
