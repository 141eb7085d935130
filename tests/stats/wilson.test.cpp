#include "sim/stats/wilson.hpp"

#include <cmath>
#include <vector>

#include "sim/base/contracts.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::stats {
namespace {

using Catch::Matchers::WithinAbs;

struct Known {
  std::int64_t successes;
  std::int64_t n;
  double low;
  double high;
};

TEST_CASE("Wilson intervals are the roots of the score equation") {
  // The roots x of (k/n - x)^2 = z^2 x (1 - x) / n, in 25 digits.
  std::vector<Known> const table = {
      {0, 10, 0.0, 0.2775327998628892},
      {8, 10, 0.4901624715366417, 0.9433178485456247},
      {10, 10, 0.7224672001371108, 1.0},
      {1, 1000, 0.000176546370626078, 0.005642558597957935},
      {500, 1000, 0.4690696003681042, 0.5309303996318958},
      {1, 1, 0.2065493143772374, 1.0},
      {9999, 10000, 0.9994337311025987, 0.9999823473263989},
  };
  for (Known const& known : table) {
    INFO(known.successes << " of " << known.n);
    std::optional<Proportion> const found = proportion(known.successes, known.n);
    REQUIRE(found);
    CHECK_THAT(found->low, WithinAbs(known.low, 1e-14));
    CHECK_THAT(found->high, WithinAbs(known.high, 1e-14));
  }
}

TEST_CASE("estimate and standard error of a proportion") {
  std::optional<Proportion> const found = proportion(8, 10);
  REQUIRE(found);
  CHECK(found->estimate == 0.8);
  CHECK_THAT(found->standard_error, WithinAbs(0.1264911064067352, 1e-15));
  CHECK(proportion(0, 7)->standard_error == 0.0);
  CHECK(proportion(7, 7)->standard_error == 0.0);
}

TEST_CASE("intervals stay in [0, 1] and touch it only at none and all") {
  for (std::int64_t n : {std::int64_t{1}, std::int64_t{3}, std::int64_t{37},
                         std::int64_t{1'000'000}, std::int64_t{1} << 32}) {
    CHECK(proportion(0, n)->low == 0.0);
    CHECK(proportion(0, n)->high > 0.0);
    CHECK(proportion(n, n)->high == 1.0);
    CHECK(proportion(n, n)->low < 1.0);
    std::optional<Proportion> const middle = proportion(n / 2 + 1, n + 1);
    CHECK(middle->low > 0.0);
    CHECK(middle->low < middle->estimate);
    CHECK(middle->high > middle->estimate);
    CHECK(middle->high < 1.0);
  }
}

TEST_CASE("none of nothing is not a proportion") {
  CHECK_FALSE(proportion(0, 0));
}

#if MP_CONTRACTS
TEST_CASE("more successes than futures are refused") {
  CHECK_THROWS_AS(proportion(8, 7), ContractError);
  CHECK_THROWS_AS(proportion(-1, 7), ContractError);
}
#endif

}  // namespace
}  // namespace meesterplan::stats
