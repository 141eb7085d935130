// A labour market: who finds a place where, and that nothing gets lost.

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "tests/engine/market_school.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::testing;
using scenario::Level;
using scenario::Licence;
using scenario::Origin;
namespace counter = model::counter;

namespace {

std::int64_t sum_of(OpenFuture const& future, std::int32_t n_sections, int index) {
  std::int64_t sum = 0;
  for (std::int32_t section = 0; section < n_sections; ++section)
    sum += count(future, Level::section, section, index);
  return sum;
}

/// How far `seen` of `n` lies from its chance, in standard errors.
double errors_from(std::int64_t seen, std::int64_t n, double chance) {
  double const whole = static_cast<double>(n);
  return (static_cast<double>(seen) - whole * chance) / std::sqrt(whole * chance * (1 - chance));
}

}  // namespace

TEST_CASE("A pool of zero hires nobody, and all vacancies stay open") {
  scenario::Scenario region = market_region(3, 2500);
  region.market.pool = {pool_of(Origin::starter, 0)};
  model::Compiled const compiled = model::compile(region);
  OpenFuture future(compiled.model);
  future.start(0);
  for (int year = 0; year < 3; ++year) {
    future.play_year();
    CHECK(hires(future) == 0);
    CHECK(count(future, counter::candidates) == 0);
    CHECK(count(future, counter::unfilled) == 3 * 2500);
    // Of the usual size of 1000: two whole ones and one of a half.
    CHECK(count(future, counter::vacancies) == 3 * 3);
  }
}

TEST_CASE("An endless pool fills everything") {
  scenario::Scenario region = market_region(3, 2500);
  region.market.pool = {pool_of(Origin::starter, 400)};
  model::Compiled const compiled = model::compile(region);
  for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
    OpenFuture future(compiled.model);
    future.start(replicate);
    future.play_year();
    CHECK(count(future, counter::unfilled) == 0);
    CHECK(hires(future) == 9);
    CHECK(count(future, counter::vacancies) == 9);
    CHECK(count(future, counter::net_fte) == 3 * 3500);
    future.play_year();
    CHECK(hires(future) == 0);
    CHECK(count(future, counter::vacancies) == 0);
  }
}

TEST_CASE("Supply and demand add up: each candidate is placed or not, each gap filled or not") {
  scenario::Scenario region = market_region(4, 3000);
  region.recruitment.entrants.front().fte = Fte{800};
  region.market.pool = {pool_of(Origin::starter, 9)};
  model::Compiled const compiled = model::compile(region);
  for (std::uint32_t replicate = 0; replicate < 50; ++replicate) {
    OpenFuture future(compiled.model);
    future.start(replicate);
    for (int year = 0; year < 3; ++year) {
      std::int64_t const before = count(future, counter::fte);
      future.play_year();
      CHECK(hires(future) == count(future, counter::candidates) - count(future, counter::unplaced));
      CHECK(hires(future) <= count(future, counter::vacancies));
      CHECK(count(future, counter::fte) - before ==
            count(future, counter::vacancy_fte) - count(future, counter::unfilled));
      // All of them saw an open section as long as there was one.
      if (count(future, counter::unfilled) >= 200)
        CHECK(count(future, counter::unplaced) == 0);
    }
  }
}

TEST_CASE("The number of candidates is Poisson") {
  scenario::Scenario region = market_region(1, 0);
  region.years = 1;
  constexpr double mean = 3.5;
  constexpr std::uint32_t n = 4000;
  region.market.pool = {pool_of(Origin::starter, mean)};
  model::Compiled const compiled = model::compile(region);
  OpenFuture future(compiled.model);
  double sum = 0;
  double squares = 0;
  std::int64_t none = 0;
  for (std::uint32_t replicate = 0; replicate < n; ++replicate) {
    future.start(replicate);
    future.play_year();
    auto const found = static_cast<double>(count(future, counter::candidates));
    sum += found;
    squares += found * found;
    none += found == 0 ? 1 : 0;
  }
  double const seen = sum / n;
  CHECK(std::abs(seen - mean) < 4 * std::sqrt(mean / n));
  // Var of the sample variance of a Poisson number: (m + 2 m^2) / n.
  CHECK(std::abs(squares / n - seen * seen - mean) < 4 * std::sqrt((mean + 2 * mean * mean) / n));
  CHECK(std::abs(errors_from(none, n, std::exp(-mean))) < 4);
}

TEST_CASE("First choices are proportional to size x attractiveness") {
  scenario::Scenario region = market_region(3, 1000);
  region.years = 1;
  region.sections[1].open_vacancies = Fte{3000};
  region.schools[2].attractiveness = scenario::Uncertain::ratio(2);
  region.market.pool = {pool_of(Origin::starter, 60)};
  model::Compiled const compiled = model::compile(region);
  OpenFuture future(compiled.model);
  std::array<std::int64_t, 3> wanted{};
  for (std::uint32_t replicate = 0; replicate < 200; ++replicate) {
    future.start(replicate);
    future.play_year();
    for (std::int32_t section = 0; section < 3; ++section)
      wanted[static_cast<std::size_t>(section)] +=
          count(future, Level::section, section, counter::candidates);
  }
  std::int64_t const all = wanted[0] + wanted[1] + wanted[2];
  CHECK(all > 10'000);
  CHECK(std::abs(errors_from(wanted[0], all, 1.0 / 6)) < 4);
  CHECK(std::abs(errors_from(wanted[1], all, 3.0 / 6)) < 4);
  CHECK(std::abs(errors_from(wanted[2], all, 2.0 / 6)) < 4);
}

TEST_CASE("Doubling a school's attractiveness moves hires there, and the region's total stays") {
  scenario::Scenario region = market_region(4, 9000);
  region.years = 1;
  region.market.pool = {pool_of(Origin::starter, 8)};
  scenario::Scenario loved = region;
  loved.schools[1].attractiveness = scenario::Uncertain::ratio(2);
  model::Compiled const plain = model::compile(region);
  model::Compiled const other = model::compile(loved);
  OpenFuture left(plain.model);
  OpenFuture right(other.model);
  std::int64_t here = 0;
  std::int64_t there = 0;
  std::int64_t all = 0;
  for (std::uint32_t replicate = 0; replicate < 200; ++replicate) {
    left.start(replicate);
    right.start(replicate);
    left.play_year();
    right.play_year();
    CHECK(hires(left) == hires(right));
    // Who liked the school best still does; others join.
    CHECK(hires(right, Level::section, 1) >= hires(left, Level::section, 1));
    here += hires(left, Level::section, 1);
    there += hires(right, Level::section, 1);
    all += hires(left);
  }
  // From a quarter of the weight it comes to two fifths.
  CHECK(std::abs(errors_from(here, all, 0.25)) < 4);
  CHECK(std::abs(errors_from(there, all, 0.4)) < 4);
}

TEST_CASE("Schools take whom they prefer first") {
  scenario::Scenario region = market_region(1, 4000);
  region.years = 1;
  scenario::EntrantRow unlicensed = region.recruitment.entrants.front();
  unlicensed.licence = Licence::unlicensed;
  scenario::EntrantRow first = region.recruitment.entrants.front();
  first.licence = Licence::first_degree;
  first.degree = scenario::Degree::wo_master;
  region.recruitment.entrants = {unlicensed, region.recruitment.entrants.front(), first};
  region.market.pool = {pool_of(Origin::starter, 60)};
  auto const hired = [&](scenario::Preference preference, int index) {
    region.market.preference = preference;
    model::Compiled const compiled = model::compile(region);
    OpenFuture future(compiled.model);
    std::int64_t sum = 0;
    for (std::uint32_t replicate = 0; replicate < 50; ++replicate) {
      future.start(replicate);
      std::int64_t const before = count(future, index);
      future.play_year();
      CHECK(hires(future) == 4);
      sum += count(future, index) - before;
    }
    return sum;
  };
  int const unlicensed_here = counter::licence_first + static_cast<int>(Licence::unlicensed);
  int const first_here = counter::licence_first + static_cast<int>(Licence::first_degree);
  CHECK(hired(scenario::Preference::licensed, unlicensed_here) == 0);
  CHECK(hired(scenario::Preference::first_degree, first_here) == 200);
  CHECK(hired(scenario::Preference::wo_masters, first_here) == 200);
  std::int64_t const by_chance = hired(scenario::Preference::none, unlicensed_here);
  CHECK(std::abs(errors_from(by_chance, 200, 1.0 / 3)) < 4);
}

TEST_CASE("Candidates look in their own region and subject only") {
  scenario::Scenario region = market_region(2, 2000);
  region.schools[1].region = "zuid";
  add_section_called(region, "latijn", "latijn", 0);
  region.sections.back().open_vacancies = Fte{2000};
  add_person(region, "x", 2, 40);
  scenario::PoolRow south = pool_of(Origin::starter, 0);
  south.region = "zuid";
  scenario::PoolRow latin = pool_of(Origin::starter, 0);
  latin.subject = "latijn";
  region.market.pool = {pool_of(Origin::starter, 100), south, latin};
  model::Compiled const compiled = model::compile(region);
  OpenFuture future(compiled.model);
  future.start(0);
  future.play_year();
  CHECK(hires(future) == 2);
  // Sections by key: latijn, s0, s1.
  CHECK(hires(future, Level::section, 1) == 2);
  CHECK(count(future, Level::region, 0, counter::candidates) == count(future, counter::candidates));
  CHECK(count(future, Level::region, 1, counter::candidates) == 0);
}

TEST_CASE("Who found nothing looks again next year, a year older") {
  scenario::Scenario region = market_region(1, 5000);
  region.recruitment.stop = {2025};
  region.recruitment.entrants = {entrant(25, 25, scenario::Degree::bachelor)};
  scenario::PoolRow only_first = pool_of(Origin::starter, 200);
  only_first.year = {2025, 2025};
  region.market.pool = {only_first};
  region.market.pool_retention = scenario::Uncertain::probability(0.5);
  region.recording.metrics = {"mean_age", "candidates"};
  model::Compiled const compiled = model::compile(region);
  OpenFuture future(compiled.model);
  std::int64_t first = 0;
  std::int64_t second = 0;
  for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
    future.start(replicate);
    future.play_year();
    CHECK(hires(future) == 0);
    CHECK(count(future, counter::unplaced) == count(future, counter::candidates));
    // Nothing was open: they count in the region.
    CHECK(sum_of(future, 1, counter::candidates) == 0);
    first += count(future, counter::candidates);
    future.play_year();
    second += count(future, counter::candidates);
    CHECK(hires(future) == 5);
    for (std::size_t slot = 0; slot < future.state().n_slots(); ++slot) {
      bool const hired = future.state().taken(slot) && future.state().people.origin.get(slot) != 0;
      if (hired)
        CHECK((future.state().reference_after() - future.state().people.birth.get(slot)) / 12 ==
              26);
    }
  }
  CHECK(std::abs(errors_from(second, first, 0.5)) < 4);
}

TEST_CASE("A policy on the pool multiplies whom it is about") {
  scenario::Scenario region = market_region(1, 0);
  region.years = 1;
  region.recruitment.entrants = {entrant(25, 30, scenario::Degree::bachelor),
                                 entrant(25, 30, scenario::Degree::wo_master)};
  region.market.pool = {pool_of(Origin::starter, 40)};
  scenario::Policy policy;
  policy.name = "werving";
  policy.from = region.start;
  scenario::Effect effect;
  effect.name = "masters";
  effect.on = scenario::Behaviour::pool;
  effect.who.degrees = {scenario::Degree::wo_master};
  effect.size = scenario::Uncertain::ratio(2);
  policy.effects = {effect};
  scenario::Scenario with = region;
  with.policies = {policy};
  model::Compiled const plain = model::compile(region);
  model::Compiled const more = model::compile(with);
  OpenFuture left(plain.model);
  OpenFuture right(more.model);
  std::int64_t without = 0;
  std::int64_t found = 0;
  for (std::uint32_t replicate = 0; replicate < 400; ++replicate) {
    left.start(replicate);
    right.start(replicate);
    left.play_year();
    right.play_year();
    CHECK(count(right, counter::candidates) >= count(left, counter::candidates));
    without += count(left, counter::candidates);
    found += count(right, counter::candidates);
  }
  // Half of them twice: 60 for 40.
  CHECK(std::abs(static_cast<double>(without) - 400 * 40) < 4 * std::sqrt(400.0 * 40));
  CHECK(std::abs(static_cast<double>(found) - 400 * 60) < 4 * std::sqrt(400.0 * 60));
}

TEST_CASE("Subjects add up to the whole, sections to their subject") {
  scenario::Scenario region = market_region(4, 2000);
  for (int school = 0; school < 4; ++school) {
    std::string const name = "latijn" + std::to_string(school);
    int const section = add_section_called(region, name, "latijn", school);
    region.sections.back().open_vacancies = Fte{1500};
    add_person(region, name, section, 40);
  }
  scenario::PoolRow latin = pool_of(Origin::starter, 2);
  latin.subject = "latijn";
  region.market.pool = {pool_of(Origin::starter, 5), latin};
  model::Compiled const compiled = model::compile(region);
  REQUIRE(compiled.model.units.n_subjects == 2);
  OpenFuture future(compiled.model);
  for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
    future.start(replicate);
    future.play_year();
    for (int const index : {int{counter::heads}, int{counter::vacancies}, int{counter::unfilled},
                            int{counter::vacancy_fte}, int{counter::candidates},
                            int{counter::unplaced}, counter::hires_first + 2}) {
      std::int64_t const latin_here = count(future, Level::subject, 0, index);
      std::int64_t const mathematics = count(future, Level::subject, 1, index);
      CHECK(latin_here + mathematics == count(future, index));
    }
    // Sections by key: latijn0 .. latijn3, then s0 .. s3.
    CHECK(count(future, Level::subject, 0, counter::unfilled) ==
          sum_of(future, 4, counter::unfilled));
  }
}

TEST_CASE("What one region's pool does leaves another region alone") {
  scenario::Scenario region = market_region(4, 2000);
  region.schools[2].region = "zuid";
  region.schools[3].region = "zuid";
  scenario::PoolRow south = pool_of(Origin::starter, 3);
  south.region = "zuid";
  region.market.pool = {pool_of(Origin::starter, 3), south};
  scenario::Scenario other = region;
  other.market.pool[0].candidates = scenario::Uncertain::ratio(9);
  model::Compiled const few = model::compile(region);
  model::Compiled const many = model::compile(other);
  OpenFuture left(few.model);
  OpenFuture right(many.model);
  for (std::uint32_t replicate = 0; replicate < 30; ++replicate) {
    left.start(replicate);
    right.start(replicate);
    for (int year = 0; year < 3; ++year) {
      left.play_year();
      right.play_year();
      for (int index = 0; index < model::n_counters; ++index)
        CHECK(count(left, Level::region, 1, index) == count(right, Level::region, 1, index));
    }
  }
}
