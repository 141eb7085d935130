#include "sim/synthesis/fit.hpp"

#include <cmath>
#include <string>

#include "sim/base/problem.hpp"
#include "sim/synthesis/population.hpp"
#include "tests/support/catch.hpp"
#include "tests/synthesis/margins_text.hpp"

namespace meesterplan::synthesis {
namespace {

/// How much more often two pairs of values occur together than crosswise.
double odds_ratio(Table const& table, Axis one, Axis other) {
  auto const people = [&](int left, int right) {
    return people_in(table, with(with(any_key, one, left), other, right));
  };
  return people(0, 0) * people(1, 1) / (people(0, 1) * people(1, 0));
}

TEST_CASE("A fitted table has the sums of every margin") {
  Margins const margins = read(small_region);
  Fit const fitted = fit(margins, Draws(1, 0));
  CHECK_FALSE(fitted.misfit);
  for (Margin const& margin : margins.margins) {
    for (Cell const& cell : margin.cells) {
      INFO(name_of(margin.axes.empty() ? Axis::school : margin.axes.front()).en);
      CHECK(std::fabs(people_in(fitted.table, cell.key) - cell.people.low) < 1e-5);
    }
  }
}

TEST_CASE("What the weights say of two values going together is kept") {
  Margins const margins = read(small_region);
  Table const table = fit(margins, Draws(1, 0)).table;
  // 1 x 1 : (1 x 6), as the second degree is wo_master and the first licence first_degree.
  CHECK(std::fabs(odds_ratio(table, Axis::degree, Axis::licence) - 1.0 / 6) < 1e-6);
  // Subject 0 is wiskunde; school 1 has three times as many of it.
  CHECK(std::fabs(odds_ratio(table, Axis::school, Axis::subject) - 1.0 / 3) < 1e-6);
  // No weight and no margin of both: they have nothing to do with each other.
  CHECK(std::fabs(odds_ratio(table, Axis::school, Axis::degree) - 1) < 1e-6);
  // A margin of both says it itself.
  CHECK(std::fabs(odds_ratio(table, Axis::age, Axis::contract) - 40.0 * 13 / (37.0 * 110)) < 1e-6);
}

TEST_CASE("A table of two margins without weights is their product") {
  Margins const margins = read(
      "subject;age;contract;people\nx;;;30\ny;;;70\n;22-30;;20\n;31-60;;80\n"
      ";;permanent;100\n");
  Table const table = fit(margins, Draws(1, 0)).table;
  Key const corner = with(with(any_key, Axis::subject, 1), Axis::age, 0);
  CHECK(std::fabs(people_in(table, corner) - 70.0 * 20 / 100) < 1e-9);
}

TEST_CASE("A weight of zero keeps people out, and an impossible number is found") {
  std::string const text = small_region;
  Margins const margins = read(text + "a;;;wo_master;;;;0;;\n");
  Fit const fitted = fit(margins, Draws(1, 0));
  CHECK_FALSE(fitted.misfit);
  CHECK(people_in(fitted.table, with(with(any_key, Axis::school, 0), Axis::degree, 1)) == 0);
  Margins const broken = read(text + "a;;22-39;;;;;0;;\na;;40-66;;;;;0;;\n");
  Fit const impossible = fit(broken, Draws(1, 0));
  REQUIRE(impossible.misfit);
  CHECK(impossible.misfit->found < impossible.misfit->wanted.low);
}

TEST_CASE("A masked number stays within its bounds, and differs from population to population") {
  std::string const text =
      "subject;age;contract;people\n;;;100\nx;22-30;;<10\nx;31-60;;40\ny;22-30;;35\ny;31-60;;x\n"
      ";;permanent;100\n";
  Margins const margins = read(text);
  Key const masked = with(with(any_key, Axis::subject, 0), Axis::age, 0);
  double least = 100;
  double most = 0;
  for (std::uint32_t population = 0; population < 40; ++population) {
    Fit const fitted = fit(margins, Draws(1, population));
    CHECK_FALSE(fitted.misfit);
    double const people = people_in(fitted.table, masked);
    least = std::min(least, people);
    most = std::max(most, people);
    CHECK(std::fabs(people_in(fitted.table, any_key) - 100) < 1e-5);
  }
  CHECK(least >= 1 - 1e-6);
  CHECK(most <= 9 + 1e-6);
  CHECK(most - least > 4);
}

TEST_CASE("Whole people miss no number by a person or more") {
  Margins const margins = read(small_region);
  for (std::uint32_t population = 0; population < 20; ++population) {
    Draws const draws(3, population);
    std::vector<Key> const people = whole_people(margins, fit(margins, draws), draws);
    CHECK(people.size() == 200);
    for (Deviation const& deviation : deviations(margins, people))
      CHECK(deviation.largest < 1);
  }
}

TEST_CASE("Whole people keep what goes together") {
  // 100 000 people: the odds ratio of the weights is 6, and sampling hardly moves it.
  Margins const margins = read(
      "subject;age;contract;degree;licence;people;weight\nx;;;;;100000;\n;22-60;;;;100000;\n"
      ";;permanent;;;100000;\n;;;bachelor;;60%;\n;;;wo_master;;40%;\n;;;;first_degree;45%;\n"
      ";;;;second_degree;55%;\n;;;wo_master;first_degree;;6\n");
  Draws const draws(1, 0);
  std::array<std::array<double, 2>, 2> counts{};
  for (Key const& key : whole_people(margins, fit(margins, draws), draws))
    counts.at(static_cast<std::size_t>(key[3])).at(static_cast<std::size_t>(key[4])) += 1;
  CHECK(std::fabs(counts[1][0] * counts[0][1] / (counts[1][1] * counts[0][0]) - 6) < 0.01);
}

}  // namespace
}  // namespace meesterplan::synthesis
