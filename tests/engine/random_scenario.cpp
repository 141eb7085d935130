#include "tests/engine/random_scenario.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <utility>

namespace meesterplan::testing {

using namespace scenario;

namespace {

constexpr int start = 2024;

Uncertain number(Dice& dice, Uncertain value, std::string name, double low, double high) {
  if (dice.chance(0.3)) {
    value.interval = Interval{low, high};
    value.name = std::move(name);
  }
  return value;
}

Uncertain probability(Dice& dice, std::string name) {
  double const central = 0.02 + 0.3 * dice.share();
  return number(dice, Uncertain::probability(central), std::move(name), 0.6 * central,
                1.5 * central);
}

Uncertain ratio(Dice& dice, std::string name) {
  double const central = 0.5 + 2 * dice.share();
  return number(dice, Uncertain::ratio(central), std::move(name), central / 1.4, central * 1.4);
}

RateRow row(Cell cell, Uncertain value) {
  return RateRow{{}, std::move(cell), std::move(value), "test"};
}

Cell of_age(int from, int to) {
  Cell cell;
  cell.age = {from, to};
  return cell;
}

constexpr int lowest = std::numeric_limits<int>::min();
constexpr int highest = std::numeric_limits<int>::max();

void make_units(Dice& dice, Scenario& scenario) {
  static std::vector<std::string> const subjects{"frans", "lo", "wiskunde"};
  int const n_boards = dice.between(1, 3);
  for (int board = 0; board < n_boards; ++board) {
    int const n_schools = dice.between(1, 3);
    for (int index = 0; index < n_schools; ++index) {
      School school;
      school.key = "B" + std::to_string(board) + "S" + std::to_string(index);
      school.board = "B" + std::to_string(board);
      school.region = dice.chance(0.5) ? "noord" : "zuid";
      if (dice.chance(0.3))
        school.sick_leave = Uncertain::probability(0.05);
      int const n_sections = dice.between(1, 3);
      for (int subject = 0; subject < n_sections; ++subject) {
        Section section;
        section.subject = subjects[static_cast<std::size_t>(subject)];
        section.key = school.key + "-" + section.subject;
        section.name = section.key;
        section.school = static_cast<int>(scenario.schools.size());
        section.open_vacancies = Fte{dice.chance(0.3) ? 100 * dice.between(1, 8) : 0};
        scenario.sections.push_back(std::move(section));
      }
      scenario.schools.push_back(std::move(school));
    }
  }
}

std::vector<int> sections_of_board(Scenario const& scenario, std::string const& board) {
  std::vector<int> sections;
  for (std::size_t index = 0; index < scenario.sections.size(); ++index)
    if (scenario.schools[static_cast<std::size_t>(scenario.sections[index].school)].board == board)
      sections.push_back(static_cast<int>(index));
  return sections;
}

void assign(Dice& dice, Scenario const& scenario, Person& person) {
  std::string const& board = dice.one_of(scenario.schools).board;
  std::vector<int> sections = sections_of_board(scenario, board);
  int const most = std::min(3, static_cast<int>(sections.size()));
  int const n = dice.chance(0.3) ? dice.between(1, most) : 1;
  for (int index = 0; index < n; ++index) {
    Assignment assignment;
    auto const at =
        static_cast<std::size_t>(dice.between(0, static_cast<int>(sections.size()) - 1));
    assignment.section = sections[at];
    sections.erase(sections.begin() + static_cast<std::ptrdiff_t>(at));
    assignment.fte = Fte{n == 1 ? 50 * dice.between(4, 22) : 50 * dice.between(1, 8)};
    assignment.licence = static_cast<Licence>(dice.between(0, dice.chance(0.2) ? 4 : 3));
    if (assignment.licence == Licence::first_degree || dice.chance(0.2)) {
      if (dice.chance(0.7)) {
        assignment.upper_vwo = 0.1 * dice.between(0, 6);
        assignment.upper_havo = 0.1 * dice.between(0, 4);
      }
    }
    person.assignments.push_back(assignment);
  }
}

Date some_day(Dice& dice, int years) {
  return Date{start + dice.between(0, years - 1), dice.between(1, 12), dice.between(1, 28)};
}

/// What HR already knows; always after the reference date.
void know_events(Dice& dice, int years, Person& person) {
  auto const later = [&] {
    Date date = some_day(dice, years);
    date.year = std::max(date.year, start + 1);
    return date;
  };
  if (dice.chance(0.1))
    person.leaves = KnownLeave{later(), ExitCause::retirement};
  if (dice.chance(0.1))
    person.hours = KnownHours{later(), Fte{100 * dice.between(4, 10)}};
  if (dice.chance(0.1))
    person.licensed = KnownLicence{later(), Licence::second_degree};
  if (dice.chance(0.1)) {
    person.starts_on = later();
    person.tenure = 0;
    if (person.leaves && person.leaves->on <= *person.starts_on)
      person.leaves.reset();
    if (person.hours && person.hours->from <= *person.starts_on)
      person.hours.reset();
  }
}

Person make_person(Dice& dice, Scenario const& scenario, int index) {
  Person person;
  person.key = "P" + std::to_string(index);
  int const age = dice.between(22, 66);
  int const month = dice.between(0, 11);
  person.born_first = Month{reference_month(start).index - 12 * age - month};
  person.born_last = person.born_first;
  if (dice.chance(0.1)) {
    person.born_first = Month{reference_month(start).index - 12 * age - 11};
    person.born_last = Month{reference_month(start).index - 12 * age};
  }
  person.experience = dice.between(0, age - 21);
  person.tenure = dice.between(0, person.experience);
  person.degree = static_cast<Degree>(dice.between(0, dice.chance(0.3) ? 4 : 3));
  if (person.degree == Degree::hbo_master || person.degree == Degree::wo_master) {
    person.master_kind = static_cast<MasterKind>(dice.between(1, 3));
    if (dice.chance(0.7))
      person.years_since_master = dice.between(0, age - 22);
  }
  person.contract = static_cast<Contract>(dice.chance(0.3) ? dice.between(1, 2) : 0);
  person.scale = static_cast<Scale>(dice.between(0, 4));
  person.origin = static_cast<Origin>(dice.between(0, 5));
  assign(dice, scenario, person);
  know_events(dice, scenario.years, person);
  if (person.contract == Contract::temporary)
    person.tenure = std::min(person.tenure, dice.between(0, 3));
  if (person.contract == Contract::replacement) {
    int const first = person.starts_on ? person.starts_on->year + 1 : start + 1;
    person.contract_end = Date{first + dice.between(0, 2), 8, 1};
  }
  if (!scenario.programmes.empty() && dice.chance(0.15)) {
    Programme const& programme = dice.one_of(scenario.programmes);
    person.study = StudyStatus{programme.name, dice.between(0, programme.years - 1),
                               person.contract == Contract::permanent && dice.chance(0.5)};
  }
  return person;
}

void make_exits(Dice& dice, Scenario& scenario) {
  scenario.pension = {{{}, Month::of(2024, 1), 67 * 12}, {{}, Month::of(2028, 1), 67 * 12 + 3}};
  CauseRates retirement;
  retirement.cause = ExitCause::retirement;
  retirement.rates.name = "retirement";
  auto const by_r = [](int from, int to) {
    Cell cell;
    cell.retirement = {from, to};
    return cell;
  };
  retirement.rates.rows = {row(by_r(lowest, -4), Uncertain::probability(0)),
                           row(by_r(-3, -1), probability(dice, "exit.early")),
                           row(by_r(0, 0), Uncertain::probability(0.5)),
                           row(by_r(1, highest), Uncertain::probability(1))};
  scenario.exits.push_back(std::move(retirement));
  for (auto const cause : {ExitCause::leaves_profession, ExitCause::other_board}) {
    CauseRates rates;
    rates.cause = cause;
    rates.rates.name = std::string(key_of(cause));
    for (auto const& [from, to] : {std::pair{lowest, 29}, {30, 49}, {50, highest}})
      rates.rates.rows.push_back(row(of_age(from, to), probability(dice, rates.rates.name)));
    scenario.exits.push_back(std::move(rates));
  }
  Factor starters;
  starters.name = "starters";
  starters.kind = FactorKind::starter;
  Cell first;
  first.experience = {0, 0};
  starters.ratios.rows = {row(first, ratio(dice, "exit.starter"))};
  Factor tenure;
  tenure.name = "tenure";
  tenure.kind = FactorKind::tenure;
  Cell fresh;
  fresh.tenure = {0, 1};
  tenure.ratios.rows = {row(fresh, ratio(dice, "exit.tenure"))};
  Factor temporary;
  temporary.name = "contract";
  Cell loose;
  loose.contract = Contract::temporary;
  temporary.ratios.rows = {row(loose, ratio(dice, "exit.contract"))};
  scenario.exit_factors = {starters, tenure, temporary};
  scenario.critical.no_room = ratio(dice, "exit.critical");
  scenario.contracts.p_permanent = Uncertain::probability(0.8);
}

void make_study(Dice& dice, Scenario& scenario) {
  int const n_programmes = dice.between(0, 3);
  for (int index = 0; index < n_programmes; ++index) {
    Programme programme;
    programme.name = "studie" + std::to_string(index);
    programme.degrees = {Degree::bachelor};
    if (index > 0)
      programme.degrees.push_back(Degree::hbo_master);
    programme.gives_degree = index == 0 ? Degree::hbo_master : Degree::wo_master;
    if (dice.chance(0.6))
      programme.gives_licence = Licence::first_degree;
    programme.years = dice.between(1, 3);
    programme.age = {lowest, dice.between(40, 60)};
    programme.uptake.name = programme.name;
    programme.uptake.rows = {
        row({}, Uncertain::probability(dice.chance(0.2) ? 1 : 0.05 + 0.5 * dice.share()))};
    programme.completion_with_grant = Uncertain::probability(0.75);
    programme.completion_without_grant = Uncertain::probability(0.7);
    programme.delay = Uncertain::probability(dice.chance(0.5) ? 0.1 : 0);
    scenario.programmes.push_back(std::move(programme));
  }
  scenario.study.p_grant = Uncertain::probability(dice.chance(0.5) ? 0.9 : 0.4);
  scenario.study.without_grant = Uncertain::probability(0.7);
  if (dice.chance(0.7))
    scenario.study.capacity = dice.chance(0.1) ? 0 : 0.05 + 0.3 * dice.share();
}

void make_hours_and_net(Dice& dice, Scenario& scenario) {
  if (dice.chance(0.6)) {
    scenario.hours.up.name = "up";
    scenario.hours.up.rows = {row({}, Uncertain::probability(0.1))};
    scenario.hours.down.name = "down";
    scenario.hours.down.rows = {row({}, Uncertain::probability(0.15))};
  }
  if (dice.chance(0.6)) {
    scenario.net.leave_by_age = {{{}, {lowest, 56}, 0.05}, {{}, {57, highest}, 0.13}};
    scenario.net.leave_uptake = number(dice, Uncertain::probability(0.8), "leave", 0.7, 0.9);
    scenario.net.study_leave_with_grant = 0.145;
    scenario.net.study_leave_without_grant = 0.05;
    scenario.net.starter_first_year = 0.2;
    scenario.net.starter_second_year = 0.1;
    scenario.net.other_tasks = dice.chance(0.5) ? 0.04 : 0;
  }
  scenario.net.sick_leave = Uncertain::probability(dice.chance(0.5) ? 0.055 : 0);
}

void make_demand(Dice& dice, Scenario& scenario) {
  scenario.demand.mode = static_cast<DemandMode>(dice.between(0, 2));
  if (scenario.demand.mode == DemandMode::table) {
    for (std::size_t section = 0; section < scenario.sections.size(); ++section) {
      for (int year = start; year <= start + scenario.years; ++year) {
        DemandRow demand;
        demand.section = static_cast<int>(section);
        demand.year = {year, year};
        demand.fte = Fte{100 * dice.between(0, 60)};
        if (dice.chance(0.3))
          demand.upper_vwo = Fte{demand.fte.thousandths / 4};
        scenario.demand.table.push_back(demand);
      }
    }
  }
  if (scenario.demand.mode != DemandMode::pupils)
    return;
  for (std::size_t school = 0; school < scenario.schools.size(); ++school) {
    for (int year = start; year <= start + scenario.years; ++year) {
      for (int study_year = 1; study_year <= 6; ++study_year)
        scenario.demand.pupils.push_back(
            {{}, static_cast<int>(school), "vwo", study_year, year, dice.between(0, 60)});
    }
  }
  for (char const* subject : {"frans", "lo", "wiskunde"})
    for (int study_year = 1; study_year <= 6; ++study_year)
      scenario.demand.lessons.push_back({{}, subject, "vwo", study_year, 0.7, 24, 3});
  scenario.demand.growth_error = number(dice, Uncertain::other(0), "pupils", -0.02, 0.02);
}

void make_recruitment(Dice& dice, Scenario& scenario) {
  auto& recruitment = scenario.recruitment;
  recruitment.mode = static_cast<RecruitmentMode>(dice.between(0, 2));
  recruitment.min_vacancy = Fte{dice.chance(0.7) ? 200 : 50};
  Uncertain const fill = number(dice, Uncertain::probability(0.7), "fill", 0.5, 0.85);
  recruitment.fill = {{{}, std::nullopt, fill}};
  auto const add = [&](Origin origin, Degree degree, Licence licence, Contract contract) {
    EntrantRow entrant;
    entrant.weight = ratio(dice, "entrants." + std::string(key_of(origin)));
    entrant.origin = origin;
    entrant.age = {dice.between(22, 24), dice.between(25, 60)};
    entrant.experience = {0, dice.between(0, 10)};
    entrant.degree = degree;
    if (degree >= Degree::hbo_master) {
      entrant.master_kind = MasterKind::subject;
      entrant.years_since_master = 0;
    }
    entrant.licence = licence;
    entrant.contract = contract;
    entrant.fte = Fte{100 * dice.between(4, 10)};
    if (origin == Origin::lio || origin == Origin::side_entrant) {
      entrant.licensed_after = dice.between(1, 2);
      entrant.licensed_as = Licence::second_degree;
    }
    recruitment.entrants.push_back(entrant);
  };
  add(Origin::starter, Degree::bachelor, Licence::second_degree, Contract::temporary);
  add(Origin::starter, Degree::wo_master, Licence::first_degree, Contract::temporary);
  add(Origin::lio, Degree::none, Licence::unlicensed, Contract::temporary);
  add(Origin::side_entrant, Degree::hbo_master, Licence::appointable, Contract::temporary);
  add(Origin::mover, Degree::hbo_master, Licence::first_degree, Contract::permanent);
  if (dice.chance(0.2))
    recruitment.stop = {start + dice.between(0, scenario.years - 1)};
}

void make_lessons(Dice& dice, Scenario& scenario) {
  if (dice.chance(0.8)) {
    LessonRules rules;
    rules.order = static_cast<LessonOrder>(dice.between(0, 2));
    rules.max_upper = dice.chance(0.5) ? 0.8 : 0.5;
    scenario.lessons = rules;
  }
  if (dice.chance(0.6)) {
    scenario.cover.own_staff = number(dice, Uncertain::probability(0.03), "cover", 0.01, 0.06);
    scenario.cover.unqualified = Uncertain::probability(0.02);
  }
}

}  // namespace

std::uint64_t Dice::bits() {
  state_ += 0x9E3779B97F4A7C15;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
  return mixed ^ (mixed >> 31);
}

int Dice::between(int low, int high) {
  auto const width = static_cast<std::uint64_t>(high - low + 1);
  return low + static_cast<int>((this->bits() >> 11) % width);
}

double Dice::share() {
  return static_cast<double>(this->bits() >> 11) * 0x1p-53;
}

Scenario random_scenario(std::uint64_t seed) {
  Dice dice(seed);
  Scenario scenario;
  scenario.name = "random " + std::to_string(seed);
  scenario.start = start;
  scenario.years = dice.between(3, 8);
  scenario.replicates = 1;
  scenario.seed = static_cast<std::uint32_t>(seed);
  scenario.uncertainty = dice.chance(0.7) ? Uncertainty::all : Uncertainty::chance;
  for (auto& degrees : scenario.unknown.degree)
    degrees = {0.05, 0.6, 0.2, 0.15};
  scenario.unknown.licence = {0.4, 0.4, 0.1, 0.1};
  make_units(dice, scenario);
  make_study(dice, scenario);
  int const n_people = dice.between(3, 40);
  for (int index = 0; index < n_people; ++index)
    scenario.people.push_back(make_person(dice, scenario, index));
  make_exits(dice, scenario);
  make_hours_and_net(dice, scenario);
  make_demand(dice, scenario);
  scenario.surplus = dice.chance(0.6) ? SurplusMode::reduce : SurplusMode::report;
  make_recruitment(dice, scenario);
  make_lessons(dice, scenario);
  Target target;
  target.name = "masters";
  target.metric = "masters";
  target.bound = {1, 2};
  target.year = start + scenario.years;
  scenario.targets = {target};
  return scenario;
}

Scenario random_market(std::uint64_t seed) {
  Scenario scenario = random_scenario(seed);
  Dice dice(seed + 1'000'000'007);
  scenario.name = "market " + std::to_string(seed);
  scenario.recruitment.mode = RecruitmentMode::market;
  Market& market = scenario.market;
  std::set<std::pair<std::string, std::string>> places;
  for (Section const& section : scenario.sections)
    places.emplace(scenario.schools[static_cast<std::size_t>(section.school)].region,
                   section.subject);
  for (auto const& place : places) {
    for (Origin const origin :
         {Origin::lio, Origin::starter, Origin::side_entrant, Origin::mover}) {
      PoolRow row;
      row.region = place.first;
      row.subject = place.second;
      row.origin = origin;
      double const central = 3 * dice.share();
      row.candidates = number(dice, Uncertain::ratio(central), "pool", central / 2, central * 2);
      market.pool.push_back(row);
    }
  }
  market.p_inside = number(dice, Uncertain::probability(0.7), "inside", 0.5, 0.9);
  market.pool_retention = Uncertain::probability(dice.chance(0.7) ? 0.4 : 0);
  market.preference = static_cast<Preference>(dice.between(0, 3));
  market.mover_contract = dice.chance(0.5) ? Contract::permanent : Contract::temporary;
  for (School& school : scenario.schools) {
    if (dice.chance(0.5))
      school.attractiveness = ratio(dice, "attractive " + school.key);
  }
  return scenario;
}

}  // namespace meesterplan::testing
