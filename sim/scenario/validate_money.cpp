#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/scenario/checks.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::scenario {
namespace {

constexpr int longest_experience = 90;
/// Below this a wage is not that of a year, or without the employer's costs.
constexpr double least_wage = 20'000;

std::string scale_nl(Scale scale) {
  return scale == Scale::none ? "alle andere schalen" : fmt::format("schaal {}", key_of(scale));
}

std::string scale_en(Scale scale) {
  return scale == Scale::none ? "all other scales" : fmt::format("scale {}", key_of(scale));
}

bool overlap(IntRange left, IntRange right) {
  return left.from <= right.to && right.from <= left.to;
}

void check_wage(Checks& checks, WageRow const& row) {
  check_uncertain(checks, row.amount, "amount");
  double const wage = row.amount.central;
  if (!(wage >= 0) || wage >= least_wage)
    return;
  Text const shown = checks.number(row.amount.place, wage);
  checks.warning(
      row.amount.place, "amount",
      {fmt::format("{} euro voor een volle baan per schooljaar (dat is weinig). Is dit een bedrag "
                   "per maand, of zonder werkgeverslasten?",
                   shown.nl),
       fmt::format("{} euros for a full-time job a school year (which is little). Is this an "
                   "amount a month, or without the employer's costs?",
                   shown.en)});
}

void check_overlaps(Checks& checks, std::vector<WageRow> const& wages, std::size_t index) {
  WageRow const& row = wages[index];
  for (std::size_t before = 0; before < index; ++before) {
    WageRow const& other = wages[before];
    if (other.scale != row.scale || !overlap(other.experience, row.experience))
      continue;
    checks.error(row.place, "amount",
                 {fmt::format("deze rij overlapt die {} (voor {} gelden dan twee bedragen). Maak "
                              "de klassen kleiner.",
                              line_nl(other.place), scale_nl(row.scale)),
                  fmt::format("this row overlaps the one {} (two amounts would hold for {}). Make "
                              "the classes smaller.",
                              line_en(other.place), scale_en(row.scale))});
    return;
  }
}

/// Scales that somebody has or may come with.
std::set<Scale> scales_in_use(Scenario const& scenario) {
  std::set<Scale> scales;
  auto const add = [&](Scale scale) {
    scales.insert(scale == Scale::none ? scenario.money->default_scale : scale);
  };
  for (Person const& person : scenario.people)
    add(person.scale);
  if (scenario.recruitment.mode != RecruitmentMode::none) {
    for (EntrantRow const& entrant : scenario.recruitment.entrants)
      add(entrant.scale);
  }
  return scales;
}

/// The first years of experience for which a scale has no wage; negative: none.
int first_gap(std::vector<WageRow> const& wages, Scale scale) {
  auto const is_own = [&](WageRow const& row) { return row.scale == scale; };
  bool const has_own = std::any_of(wages.begin(), wages.end(), is_own);
  for (int years = 0; years <= longest_experience; ++years) {
    bool const paid = std::any_of(wages.begin(), wages.end(), [&](WageRow const& row) {
      return row.scale == (has_own ? scale : Scale::none) && row.experience.contains(years);
    });
    if (!paid)
      return years;
  }
  return -1;
}

void check_wages(Checks& checks, Money const& money) {
  if (money.wages.empty()) {
    checks.error({}, "money.wages",
                 {"er zijn geen lonen (zonder loon is er niets te rekenen). Noem een tabel met "
                  "lonen.",
                  "there are no wages (without a wage there is nothing to reckon). Name a table of "
                  "wages."});
    return;
  }
  for (std::size_t index = 0; index < money.wages.size(); ++index) {
    check_wage(checks, money.wages[index]);
    check_overlaps(checks, money.wages, index);
  }
  Place const file{money.wages.front().place.file, 0, 0};
  for (Scale const scale : scales_in_use(checks.scenario())) {
    int const years = first_gap(money.wages, scale);
    if (years < 0)
      continue;
    checks.error(file, "amount",
                 {fmt::format("er is geen loon voor {} bij {} jaar ervaring (er zijn of komen "
                              "leraren in die schaal). Voeg een rij toe, of een rij zonder schaal "
                              "voor alle andere.",
                              scale_nl(scale), years),
                  fmt::format("there is no wage for {} at {} years of experience (there are, or "
                              "come, teachers in that scale). Add a row, or a row without a scale "
                              "for all others.",
                              scale_en(scale), years)});
  }
}

void check_growth(Checks& checks, Money const& money) {
  constexpr double least = -0.1;
  constexpr double most = 0.25;
  check_uncertain(checks, money.price_growth, "money.price_growth");
  double const growth = money.price_growth.central;
  if (!std::isfinite(growth) || (growth >= least && growth <= most))
    return;
  Place const place = money.price_growth.place;
  Text const shown = checks.number(place, growth);
  Text const meant = checks.number(place, growth / 100);
  checks.error(place, "money.price_growth",
               {fmt::format("prijzen die elk jaar met {} maal zichzelf stijgen (moet -0.1 tot en "
                            "met 0.25 zijn). Bedoelde u {}?",
                            shown.nl, meant.nl),
                fmt::format("prices that rise by {} times themselves each year (must be in [-0.1, "
                            "0.25]). Did you mean {}?",
                            shown.en, meant.en)});
}

void check_shares(Checks& checks, Money const& money) {
  if (!(money.tuition_paid >= 0 && money.tuition_paid <= 1)) {
    checks.error(money.place, "money.tuition_paid",
                 {fmt::format("{} is geen aandeel (moet 0 tot en met 1 zijn). Verbeter het.",
                              number_text(money.tuition_paid).nl),
                  fmt::format("{} is not a share (must be in [0, 1]). Correct it.",
                              number_text(money.tuition_paid).en)});
  }
  if (!(money.year_hours > 0) || !std::isfinite(money.year_hours)) {
    checks.error(money.place, "money.year_hours",
                 {fmt::format("{} uren in een volle baan (moet groter dan 0 zijn). Vul "
                              "bijvoorbeeld 1659 in.",
                              number_text(money.year_hours).nl),
                  fmt::format("{} hours in a full-time job (must be above 0). Fill in 1659, for "
                              "instance.",
                              number_text(money.year_hours).en)});
  }
}

bool is_some(Uncertain const& amount) {
  return amount.central > 0 || amount.interval.has_value();
}

/// Notes an amount of what does not happen in this scenario.
void note_unused(Checks& checks, Uncertain const& amount, std::string const& field, bool used,
                 Text const& why) {
  if (used || !is_some(amount))
    return;
  checks.note(amount.place, field,
              {fmt::format("dit wordt nooit betaald ({}). Er hoeft niets te gebeuren.", why.nl),
               fmt::format("this is never paid ({}). Nothing needs to be done.", why.en)});
}

/// Not noted when unused: the table of amounts has it for whoever turns redundancy on.
void check_redundancy(Checks& checks, Money const& money) {
  Place const place = money.redundancy.place;
  double const years = money.redundancy.central;
  if (!(years >= 0 && years <= 1)) {
    Text const shown = checks.number(place, years);
    checks.error(
        place, "money.redundancy",
        {fmt::format("{} jaarlonen voor elk jaar in dienst (moet 0 tot en met 1 zijn). Een "
                     "derde maandloon is 0,028.",
                     shown.nl),
         fmt::format("{} years' pay for each year of service (must be in [0, 1]). A third "
                     "of a month's pay is 0.028.",
                     shown.en)});
  } else {
    check_uncertain(checks, money.redundancy, "money.redundancy");
  }
  if (!(money.redundancy_most >= 0) || !std::isfinite(money.redundancy_most)) {
    Text const shown = number_text(money.redundancy_most);
    checks.error(
        money.place, "money.redundancy_most",
        {fmt::format("hoogstens {} jaarlonen (moet minstens 0 zijn). Verbeter het.", shown.nl),
         fmt::format("{} years' pay at most (must be at least 0). Correct it.", shown.en)});
  }
}

void check_amounts(Checks& checks, Money const& money) {
  Scenario const& scenario = checks.scenario();
  bool const studies = !scenario.programmes.empty();
  RecruitmentMode const mode = scenario.recruitment.mode;
  bool const tries = mode != RecruitmentMode::one_to_one && mode != RecruitmentMode::none;
  Text const no_study{"er is geen opleiding om te volgen", "there is no programme to follow"};
  auto const check = [&](Uncertain const& amount, std::string const& field, bool used,
                         Text const& why) {
    check_uncertain(checks, amount, field);
    note_unused(checks, amount, field, used, why);
  };
  check(money.grant_tuition, "money.grant_tuition", studies, no_study);
  check(money.grant_hour, "money.grant_hour", studies, no_study);
  check(money.vacancy, "money.vacancy", tries,
        {"vacatures worden hier niet een voor een geworven",
         "vacancies are not tried one by one here"});
  check(money.cover, "money.cover", scenario.lessons.has_value(),
        {"lessen tellen niet mee", "lessons are not modelled"});
  check(money.leaver, "money.leaver", true, {});
  check_redundancy(checks, money);
}

Text words_of(BudgetFor what) {
  return what == BudgetFor::study ? Text{"scholing", "study"} : Text{"alles", "all"};
}

/// A budget that is there before, of the same board, year and purpose.
void check_budget_twice(Checks& checks, std::vector<BudgetRow> const& budgets, std::size_t index) {
  BudgetRow const& row = budgets[index];
  for (std::size_t before = 0; before < index; ++before) {
    BudgetRow const& other = budgets[before];
    if (other.board != row.board || other.what != row.what || other.year != row.year)
      continue;
    Text const what = words_of(row.what);
    checks.error(row.place, "board",
                 {fmt::format("het bestuur \"{}\" heeft voor {} in {} al een begroting ({}). Haal "
                              "een van beide weg.",
                              row.board, what.nl, row.year, line_nl(other.place)),
                  fmt::format("the board \"{}\" has a budget for {} in {} already ({}). Remove one "
                              "of them.",
                              row.board, what.en, row.year, line_en(other.place))});
    return;
  }
}

void check_budget_board(Checks& checks, BudgetRow const& row) {
  std::set<std::string> boards;
  for (School const& school : checks.scenario().schools)
    boards.insert(school.board);
  if (boards.count(row.board) > 0)
    return;
  std::vector<std::string_view> const names(boards.begin(), boards.end());
  Text const meant = did_you_mean(row.board, names);
  checks.error(
      row.place, "board",
      {fmt::format("onbekend bestuur \"{}\" (geen school hoort erbij).{}", row.board,
                   meant.nl.empty() ? " Verbeter de naam, of haal de rij weg." : meant.nl),
       fmt::format("unknown board \"{}\" (no school belongs to it).{}", row.board,
                   meant.en.empty() ? " Correct the name, or remove the row." : meant.en)});
}

void check_budget_year(Checks& checks, BudgetRow const& row) {
  Scenario const& scenario = checks.scenario();
  bool const of_study = row.what == BudgetFor::study;
  int const first = scenario.start + 1;
  int const last = scenario.start + scenario.years - 1;
  if (!checks.has_start() || (row.year >= first && row.year <= last))
    return;
  Text const kind = of_study ? Text{"schooljaren waarin iemand kan beginnen met studeren",
                                    "school years in which somebody may begin to study"}
                             : Text{"kalenderjaren die helemaal worden gespeeld",
                                    "calendar years that are played to their end"};
  checks.warning(row.place, "year",
                 {fmt::format("{} valt buiten de {} ({} tot en met {}). Deze begroting doet niets.",
                              row.year, kind.nl, first, last),
                  fmt::format("{} is outside the {} ({} to {}). This budget does nothing.",
                              row.year, kind.en, first, last)});
}

void check_budgets(Checks& checks, Money const& money) {
  bool const studies = !checks.scenario().programmes.empty();
  for (std::size_t index = 0; index < money.budgets.size(); ++index) {
    BudgetRow const& row = money.budgets[index];
    check_budget_twice(checks, money.budgets, index);
    check_budget_board(checks, row);
    check_budget_year(checks, row);
    if (!(row.amount >= 0) || !std::isfinite(row.amount)) {
      Text const shown = checks.number(row.place, row.amount);
      checks.error(
          row.place, "amount",
          {fmt::format("een begroting van {} euro (moet minstens 0 zijn). Verbeter haar.",
                       shown.nl),
           fmt::format("a budget of {} euros (must be at least 0). Correct it.", shown.en)});
    }
    if (row.what == BudgetFor::study && !studies) {
      checks.note(
          row.place, "for",
          {"een begroting voor scholing (er is geen opleiding om te volgen). Er hoeft niets "
           "te gebeuren.",
           "a budget for study (there is no programme to follow). Nothing needs to be "
           "done."});
    }
  }
}

void check_tuition(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  for (Programme const& programme : scenario.programmes) {
    std::string const field = "programme." + programme.name + ".tuition";
    check_uncertain(checks, programme.tuition, field);
    if (!scenario.money && is_some(programme.tuition)) {
      checks.note(programme.tuition.place, field,
                  {"dit heeft geen effect (het scenario zegt niet wat personeel kost). Voeg "
                   "[money] toe, of haal de sleutel weg.",
                   "this has no effect (the scenario does not say what staff costs). Add [money], "
                   "or remove the key."});
    }
  }
}

}  // namespace

void check_money(Checks& checks) {
  check_tuition(checks);
  if (!checks.scenario().money)
    return;
  Money const& money = *checks.scenario().money;
  if (money.default_scale == Scale::none) {
    checks.error(money.place, "money.default_scale",
                 {"geen schaal als schaal van wie geen schaal heeft (er is dan geen loon). Kies "
                  "LB, LC, LD of LE.",
                  "no scale as the scale of those who have none (there is then no wage). Choose "
                  "LB, LC, LD or LE."});
  }
  check_growth(checks, money);
  check_shares(checks, money);
  if (money.default_scale != Scale::none)
    check_wages(checks, money);
  check_amounts(checks, money);
  check_budgets(checks, money);
}

}  // namespace meesterplan::scenario
