// The engine against the exact distribution: every seat a Markov chain of its
// own, sections the sum of their seats.

#include <algorithm>
#include <cmath>
#include <iostream>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>

#include "sim/model/compile.hpp"
#include "sim/results/summarize.hpp"
#include "sim/run/run.hpp"
#include "tests/engine/random_scenario.hpp"
#include "tests/engine/reading.hpp"
#include "tests/statistical/oracle.hpp"
#include "tests/statistical/verdict.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::CellName;
using meesterplan::testing::count_distribution;
using meesterplan::testing::Dice;
using meesterplan::testing::Futures;
using meesterplan::testing::Oracle;
using meesterplan::testing::play_futures;
using meesterplan::testing::Property;
using meesterplan::testing::Sitter;
using meesterplan::testing::ValueOf;
using meesterplan::testing::Verdict;

namespace {

constexpr int lowest = std::numeric_limits<int>::min();
constexpr int highest = std::numeric_limits<int>::max();
constexpr int n_strata = 1000;

bool is_master(Sitter const& sitter) {
  return sitter.degree >= Degree::hbo_master;
}
bool is_studying(Sitter const& sitter) {
  return sitter.programme >= 0;
}

RateRow row(Cell cell, double probability) {
  RateRow made;
  made.cell = std::move(cell);
  made.value = Uncertain::probability(probability);
  return made;
}

Cell of_age(int from, int to) {
  Cell cell;
  cell.age = {from, to};
  return cell;
}

Factor factor(std::string name, FactorKind kind, Cell cell, double ratio) {
  Factor made;
  made.name = std::move(name);
  made.kind = kind;
  RateRow one;
  one.cell = std::move(cell);
  one.value = Uncertain::ratio(ratio);
  made.ratios.rows = {one};
  return made;
}

void add_people(Scenario& scenario, int section, int n, Dice& dice) {
  for (int index = 0; index < n; ++index) {
    int const age = dice.between(22, 66);
    Person& person = testing::add_person(
        scenario, std::to_string(section) + "/" + std::to_string(index), section, age);
    person.born_first = Month{person.born_first.index - dice.between(0, 11)};
    person.born_last = person.born_first;
    if (dice.chance(0.1))
      person.born_last = Month{person.born_first.index + 7};
    person.experience = dice.between(0, age - 21);
    person.tenure = dice.between(0, person.experience);
    person.degree =
        dice.one_of<Degree>({Degree::none, Degree::bachelor, Degree::bachelor, Degree::bachelor,
                             Degree::hbo_master, Degree::wo_master, Degree::unknown});
    if (dice.chance(0.5) && (person.degree == Degree::wo_master))
      person.years_since_master = dice.between(0, 10);
    person.assignments.front().licence =
        dice.chance(0.5) ? Licence::first_degree : Licence::second_degree;
    if (person.tenure <= 1 && dice.chance(0.7))
      person.contract = Contract::temporary;
    if (person.degree == Degree::bachelor && dice.chance(0.2))
      person.study = StudyStatus{dice.chance(0.5) ? "hbo" : "wo", 1, dice.chance(0.5)};
  }
}

void add_exits(Scenario& scenario) {
  CauseRates retirement;
  retirement.cause = ExitCause::retirement;
  auto const by_r = [](int from, int to) {
    Cell cell;
    cell.retirement = {from, to};
    return cell;
  };
  retirement.rates.rows = {row(by_r(lowest, -5), 0), row(by_r(-4, -1), 0.12), row(by_r(0, 0), 0.6),
                           row(by_r(1, highest), 1)};
  CauseRates leaves;
  leaves.cause = ExitCause::leaves_profession;
  leaves.rates.rows = {row(of_age(lowest, 29), 0.04), row(of_age(30, 49), 0.03),
                       row(of_age(50, highest), 0.02)};
  CauseRates moves;
  moves.cause = ExitCause::other_board;
  moves.rates.rows = {row({}, 0.03)};
  CauseRates dies;
  dies.cause = ExitCause::disability_or_death;
  dies.rates.rows = {row(of_age(lowest, 49), 0.002), row(of_age(50, highest), 0.01)};
  scenario.exits = {retirement, leaves, moves, dies};
  Cell first;
  first.experience = {0, 0};
  Cell second;
  second.experience = {1, 2};
  Cell fresh;
  fresh.tenure = {0, 3};
  Cell recent;
  recent.years_since_master = {0, 4};
  Cell masters;
  masters.degree = Degree::wo_master;
  Cell maths;
  maths.subject = "wiskunde";
  maths.year = {2027, highest};
  scenario.exit_factors = {factor("first", FactorKind::starter, first, 4),
                           factor("second", FactorKind::starter, second, 1.5),
                           factor("fresh", FactorKind::tenure, fresh, 1.8),
                           factor("recent", FactorKind::general, recent, 0.5),
                           factor("masters", FactorKind::general, masters, 1.3),
                           factor("maths", FactorKind::general, maths, 2)};
  scenario.exit_factors[5].causes = {ExitCause::leaves_profession};
}

void add_study(Scenario& scenario) {
  Programme hbo;
  hbo.name = "hbo";
  hbo.degrees = {Degree::bachelor};
  hbo.licences = {Licence::second_degree};
  hbo.contracts = {Contract::permanent};
  hbo.age = {lowest, 54};
  hbo.gives_degree = Degree::hbo_master;
  hbo.gives_licence = Licence::first_degree;
  hbo.years = 3;
  hbo.uptake.rows = {row(of_age(lowest, 39), 0.12), row(of_age(40, highest), 0.06)};
  hbo.completion_with_grant = Uncertain::probability(0.75);
  hbo.completion_without_grant = Uncertain::probability(0.7);
  hbo.delay = Uncertain::probability(0.15);
  Programme wo = hbo;
  wo.name = "wo";
  wo.degrees = {Degree::bachelor, Degree::hbo_master};
  wo.licences = {};
  wo.contracts = {};
  wo.tenure = {1, highest};
  wo.gives_degree = Degree::wo_master;
  wo.gives_licence = {};
  wo.years = 2;
  wo.uptake.rows = {row({}, 0.08)};
  scenario.programmes = {hbo, wo};
  scenario.study.p_grant = Uncertain::probability(0.8);
  scenario.study.without_grant = Uncertain::probability(0.6);
}

/// Everything that leaves each seat a chain of its own, in sections of 5, 20
/// and 40 teachers.
Scenario rich_scenario() {
  Scenario scenario = testing::empty_school(2024, 10);
  scenario.seed = 20241001;
  scenario.pension = {{{}, Month::of(2024, 1), 67 * 12}, {{}, Month::of(2028, 1), 67 * 12 + 3}};
  add_exits(scenario);
  add_study(scenario);
  scenario.contracts.p_permanent = Uncertain::probability(0.85);
  EntrantRow starter = testing::entrant(22, 29, Degree::bachelor);
  starter.contract = Contract::temporary;
  starter.weight = Uncertain::ratio(5);
  EntrantRow master = testing::entrant(23, 45, Degree::wo_master);
  master.licence = Licence::first_degree;
  master.years_since_master = 0;
  master.experience = {0, 4};
  master.weight = Uncertain::ratio(2);
  EntrantRow side = testing::entrant(35, 50, Degree::hbo_master);
  side.origin = Origin::side_entrant;
  side.contract = Contract::temporary;
  side.licence = Licence::unlicensed;
  side.licensed_after = 2;
  scenario.recruitment.mode = RecruitmentMode::one_to_one;
  scenario.recruitment.entrants = {starter, master, side};
  Dice dice(5);
  int const sizes[] = {5, 20, 40};
  char const* const subjects[] = {"frans", "lo", "wiskunde"};
  for (int index = 0; index < 3; ++index)
    add_people(scenario, testing::add_section(scenario, subjects[index]), sizes[index], dice);
  for (auto& degrees : scenario.unknown.degree)
    degrees = {0.1, 0.5, 0.25, 0.15};
  scenario.unknown.licence = {0.4, 0.4, 0.1, 0.1};
  return scenario;
}

/// [stratum] the middle quantiles of an uncertain ratio or probability, by the
/// words: lognormal with the centre as median, or beta with the centre as mean
/// and the interval's width.
std::vector<double> quantiles_of(Uncertain const& number) {
  double const low = number.interval->low;
  double const high = number.interval->high;
  std::vector<double> quantiles;
  auto const middle = [](int stratum) { return (stratum + 0.5) / n_strata; };
  if (number.quantity == Quantity::ratio) {
    double const sigma = std::log(high / low) / 3.92;
    for (int stratum = 0; stratum < n_strata; ++stratum)
      quantiles.push_back(
          number.central *
          std::exp(sigma * boost::math::quantile(boost::math::normal(), middle(stratum))));
    return quantiles;
  }
  auto const beta = [&](double sum) {
    return boost::math::beta_distribution<>(number.central * sum, (1 - number.central) * sum);
  };
  // From a + b at which both are at least one, the width falls as a + b grows.
  double few = 1 / std::min(number.central, 1 - number.central);
  double many = 1e6;
  for (int round = 0; round < 60; ++round) {
    double const sum = std::sqrt(few * many);
    double const width =
        boost::math::quantile(beta(sum), 0.975) - boost::math::quantile(beta(sum), 0.025);
    (width > high - low ? few : many) = sum;
  }
  for (int stratum = 0; stratum < n_strata; ++stratum)
    quantiles.push_back(boost::math::quantile(beta(few), middle(stratum)));
  return quantiles;
}

/// Two small sections; three numbers that share one drawn quantile.
Scenario uncertain_scenario() {
  Scenario scenario = testing::empty_school(2024, 6);
  scenario.seed = 77;
  CauseRates leaves;
  RateRow base;
  base.value = testing::uncertain(Quantity::probability, 0.08, 0.04, 0.13, "shared");
  leaves.rates.rows = {base};
  scenario.exits = {leaves};
  Cell masters;
  masters.degree = Degree::wo_master;
  scenario.exit_factors = {factor("masters", FactorKind::general, masters, 1)};
  scenario.exit_factors.front().ratios.rows.front().value =
      testing::uncertain(Quantity::ratio, 0.8, 0.5, 1.28, "shared");
  Programme programme;
  programme.name = "wo";
  programme.degrees = {Degree::bachelor};
  programme.years = 2;
  programme.uptake.rows = {base};
  programme.uptake.rows.front().value =
      testing::uncertain(Quantity::probability, 0.15, 0.08, 0.24, "shared");
  programme.completion_with_grant = Uncertain::probability(0.8);
  programme.completion_without_grant = Uncertain::probability(0.8);
  scenario.programmes = {programme};
  scenario.recruitment.mode = RecruitmentMode::one_to_one;
  scenario.recruitment.entrants = {testing::entrant(30, 30, Degree::bachelor)};
  for (int index = 0; index < 2; ++index) {
    int const section = testing::add_section(scenario, index == 0 ? "frans" : "lo");
    for (int person = 0; person < 8 + 12 * index; ++person)
      testing::add_person(scenario, std::to_string(index) + "/" + std::to_string(person), section,
                          30 + person)
          .degree = person % 4 == 0 ? Degree::wo_master : Degree::bachelor;
  }
  return scenario;
}

using Distributions = std::vector<std::vector<std::vector<double>>>;  // [section][year][count]

Distributions distributions(Oracle const& oracle, Property property, int years) {
  Distributions all;
  for (auto const& seats : oracle.chances(property)) {
    all.emplace_back();
    for (int year = 0; year <= years; ++year) {
      std::vector<double> chances;
      for (auto const& seat : seats)
        chances.push_back(seat[static_cast<std::size_t>(year)]);
      all.back().push_back(count_distribution(chances));
    }
  }
  return all;
}

/// Where a section of the scenario lies in the model.
std::int32_t unit_of(model::Names const& names, std::string const& key) {
  auto const& units = names.units[static_cast<std::size_t>(Level::section)];
  for (std::size_t unit = 0; unit < units.size(); ++unit)
    if (units[unit] == key)
      return static_cast<std::int32_t>(unit);
  throw std::out_of_range(key);
}

/// Plays `n` futures and judges the count of every section and year.
Verdict judge(Scenario const& scenario, char const* metric, Distributions const& exact,
              std::uint32_t n) {
  model::Compiled const compiled = model::compile(scenario);
  std::vector<CellName> cells;
  for (Section const& section : scenario.sections)
    for (int year = 0; year <= scenario.years; ++year)
      cells.push_back({Level::section, unit_of(compiled.names, section.key), metric, year});
  Futures const futures = play_futures(compiled.model, n, cells);
  Verdict verdict;
  std::size_t cell = 0;
  for (std::size_t section = 0; section < scenario.sections.size(); ++section) {
    for (std::size_t year = 0; year <= static_cast<std::size_t>(scenario.years); ++year) {
      std::vector<double> const& chances = exact[section][year];
      std::vector<std::int64_t> seen(chances.size());
      for (auto const& values : futures.values)
        seen.at(static_cast<std::size_t>(values[cell])) += 1;
      ++cell;
      for (std::size_t count = 0; count < chances.size(); ++count)
        verdict.judge(scenario.sections[section].key + " year " + std::to_string(year) + " " +
                          std::to_string(count) + " " + metric,
                      chances[count], n, seen[count]);
    }
  }
  return verdict;
}

void check(Verdict const& verdict, std::string const& what) {
  std::cout << what << ": " << verdict.summary() << "\n";
  CAPTURE(verdict.failures());
  CHECK(verdict.failures().empty());
}

Scenario recorded(Scenario scenario, char const* metric) {
  scenario.recording.metrics = {metric};
  scenario.recording.levels = {Level::section};
  return scenario;
}

}  // namespace

TEST_CASE("Masters per section and year have their exact distribution", "[slow]") {
  Scenario const scenario = rich_scenario();
  Oracle const oracle(scenario, testing::centre_of);
  check(judge(recorded(scenario, "masters_heads"), "masters_heads",
              distributions(oracle, is_master, scenario.years), 20'000),
        "masters");
  check(judge(recorded(scenario, "studying"), "studying",
              distributions(oracle, is_studying, scenario.years), 20'000),
        "studying");
}

TEST_CASE("Quantiles of the share of masters are those of the exact distribution", "[slow]") {
  Scenario scenario = recorded(rich_scenario(), "masters");
  scenario.replicates = 10'000;
  Distributions const exact =
      distributions(Oracle(scenario, testing::centre_of), is_master, scenario.years);
  model::Compiled const compiled = model::compile(scenario);
  run::Outcome const outcome = run::play(compiled.model, run::Plan{});
  auto const results = results::summarize(compiled.model, compiled.names, outcome.tally);
  int n_judged = 0;
  for (results::SeriesRow const& series : results.series) {
    if (series.metric != "masters" || !series.quantiles)
      continue;
    std::size_t section = 0;
    while (scenario.sections[section].key != series.unit)
      ++section;
    auto const& chances = exact[section][static_cast<std::size_t>(series.year - scenario.start)];
    auto const below = [&](long count) {
      double sum = 0;
      for (long index = 0; index <= count && index < static_cast<long>(chances.size()); ++index)
        sum += chances[static_cast<std::size_t>(index)];
      return sum;
    };
    auto const& kept = *series.quantiles;
    for (auto const& [q, x] : {std::pair{0.05, kept.p05},
                               {0.10, kept.p10},
                               {0.25, kept.p25},
                               {0.50, kept.p50},
                               {0.75, kept.p75},
                               {0.90, kept.p90},
                               {0.95, kept.p95}}) {
      CAPTURE(series.unit, series.year, q, x);
      long const count = std::lround(x * static_cast<double>(chances.size() - 1));
      double const error = 4 * std::sqrt(q * (1 - q) / 10'000);
      CHECK(below(count) >= q - error);
      CHECK(below(count - 1) <= q + error);
      ++n_judged;
    }
  }
  CHECK(n_judged == 3 * 11 * 7);
}

TEST_CASE("The exact distribution notices a rate that is a little off", "[slow]") {
  Scenario const scenario = rich_scenario();
  Scenario other = scenario;
  other.programmes[1].uptake.rows.front().value = Uncertain::probability(0.09);
  Verdict const verdict =
      judge(recorded(scenario, "masters_heads"), "masters_heads",
            distributions(Oracle(other, testing::centre_of), is_master, scenario.years), 20'000);
  CHECK(verdict.failures().size() >= 5);
}

TEST_CASE("With an uncertain parameter the distribution is the exact mixture", "[slow]") {
  Scenario const scenario = uncertain_scenario();
  std::map<double, std::vector<double>> quantiles;  // by centre
  ValueOf const prepare = [&](Uncertain const& number) {
    if (number.interval && quantiles.count(number.central) == 0)
      quantiles[number.central] = quantiles_of(number);
    return number.central;
  };
  Oracle(scenario, prepare).chances(is_master);
  REQUIRE(quantiles.size() == 3);
  Distributions exact;
  for (int stratum = 0; stratum < n_strata; ++stratum) {
    Oracle const oracle(scenario, [&](Uncertain const& number) {
      return number.interval ? quantiles.at(number.central)[static_cast<std::size_t>(stratum)]
                             : number.central;
    });
    Distributions const one = distributions(oracle, is_master, scenario.years);
    if (exact.empty())
      exact = one;
    for (std::size_t section = 0; stratum > 0 && section < one.size(); ++section)
      for (std::size_t year = 0; year < one[section].size(); ++year)
        for (std::size_t count = 0; count < one[section][year].size(); ++count)
          exact[section][year][count] += one[section][year][count];
  }
  for (auto& years : exact)
    for (auto& counts : years)
      for (double& chance : counts)
        chance /= n_strata;
  check(judge(recorded(scenario, "masters_heads"), "masters_heads", exact, 20'000),
        "masters, uncertain parameters");
  // Without the mixing the same futures do not fit: the test can tell.
  Verdict const centre =
      judge(recorded(scenario, "masters_heads"), "masters_heads",
            distributions(Oracle(scenario, testing::centre_of), is_master, scenario.years), 20'000);
  CHECK(centre.failures().size() >= 5);
}
