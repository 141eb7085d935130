#include "sim/chance/clock.hpp"

#include <algorithm>
#include <cmath>

#include "tests/support/catch.hpp"

namespace meesterplan::chance {
namespace {

using Catch::Matchers::WithinAbs;

TEST_CASE("budgets are Exp(1): mean, variance, third moment and tail") {
  int const n = 200'000;
  double sum = 0;
  double squares = 0;
  double cubes = 0;
  double over_two = 0;
  for (int i = 0; i < n; ++i) {
    double const budget = exponential({7, 1}, static_cast<std::uint64_t>(i), Purpose::exit, 0);
    REQUIRE(budget > 0);
    sum += budget;
    squares += budget * budget;
    cubes += budget * budget * budget;
    over_two += budget > 2;
  }
  // E X^k = k!, Var X^k = (2k)! - k!^2.
  double const root = std::sqrt(n);
  CHECK_THAT(sum / n, WithinAbs(1, 4 * 1 / root));
  CHECK_THAT(squares / n, WithinAbs(2, 4 * std::sqrt(24.0 - 4.0) / root));
  CHECK_THAT(cubes / n, WithinAbs(6, 4 * std::sqrt(720.0 - 36.0) / root));
  double const tail = std::exp(-2.0);
  CHECK_THAT(over_two / n, WithinAbs(tail, 4 * std::sqrt(tail * (1 - tail)) / root));
}

TEST_CASE("a budget that falls by a yearly hazard runs out with the yearly probability") {
  double const p = 0.062;
  double const yearly = hazard(p);
  int const n = 100'000;
  double first = 0;
  double third = 0;
  for (int i = 0; i < n; ++i) {
    double const budget = exponential({7, 2}, static_cast<std::uint64_t>(i), Purpose::exit, 0);
    first += budget <= yearly;
    third += budget > 2 * yearly && budget <= 3 * yearly;
  }
  double const third_chance = (1 - p) * (1 - p) * p;
  CHECK_THAT(first / n, WithinAbs(p, 4 * std::sqrt(p * (1 - p) / n)));
  CHECK_THAT(third / n,
             WithinAbs(third_chance, 4 * std::sqrt(third_chance * (1 - third_chance) / n)));
}

TEST_CASE("a budget is positive and below 38 whatever the uniform") {
  CHECK(-log(open_uniform(0, 0)) < 37.5);
  CHECK(-log(open_uniform(0xFFFFFFFF, 0xFFFFFFFF)) == 0x1p-53);
}

}  // namespace
}  // namespace meesterplan::chance
