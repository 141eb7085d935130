#include "tests/statistical/verdict.hpp"

#include "tests/statistical/oracle.hpp"
#include "tests/support/catch.hpp"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using meesterplan::testing::binomial_tail;
using meesterplan::testing::count_distribution;
using meesterplan::testing::Verdict;

TEST_CASE("Tails of the binomial are exact") {
  // 10 throws of a fair coin: 11 / 1024 to see at least 9, 56 / 1024 at most 2.
  CHECK_THAT(binomial_tail(0.5, 10, 9), WithinRel(11.0 / 1024, 1e-12));
  CHECK_THAT(binomial_tail(0.5, 10, 2), WithinRel(56.0 / 1024, 1e-12));
  CHECK(binomial_tail(0, 10, 1) == 0);
  CHECK(binomial_tail(1, 10, 9) == 0);
  CHECK(binomial_tail(1, 10, 10) == 1);
}

TEST_CASE("A verdict fails what is too far out, and only that") {
  Verdict verdict;
  verdict.judge("a", 0.5, 10'000, 5'190);  // z = 3.8
  verdict.judge("b", 0.0001, 10'000, 6);   // tail 5.9e-4
  CHECK(verdict.failures().empty());
  verdict.judge("c", 0.5, 10'000, 5'210);  // z = 4.2
  verdict.judge("d", 0.0001, 10'000, 9);   // tail 1.1e-6
  verdict.judge("e", 0, 10'000, 1);
  CHECK(verdict.failures().size() == 3);
}

TEST_CASE("The number of independent events has the distribution of their sum") {
  auto const counts = count_distribution({0.5, 0.25, 1});
  REQUIRE(counts.size() == 4);
  CHECK(counts[0] == 0);
  CHECK_THAT(counts[1], WithinAbs(0.375, 1e-15));
  CHECK_THAT(counts[2], WithinAbs(0.5, 1e-15));
  CHECK_THAT(counts[3], WithinAbs(0.125, 1e-15));
}
