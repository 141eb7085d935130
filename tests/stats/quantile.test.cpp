#include "sim/stats/quantile.hpp"

#include <array>
#include <numeric>
#include <random>
#include <vector>

#include "sim/base/contracts.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::stats {
namespace {

TEST_CASE("a quantile is the smallest bin with F >= level, exactly") {
  std::array<std::uint32_t, 5> const counts = {0, 1, 0, 2, 1};
  CHECK(quantile(counts, 4, {1, 100}) == 1);
  CHECK(quantile(counts, 4, {1, 4}) == 1);
  CHECK(quantile(counts, 4, {25'000'001, 100'000'000}) == 3);
  CHECK(quantile(counts, 4, {1, 2}) == 3);
  CHECK(quantile(counts, 4, {3, 4}) == 3);
  CHECK(quantile(counts, 4, {76, 100}) == 4);
  CHECK(quantile(counts, 4, {1, 1}) == 4);
}

TEST_CASE("a tenth of ten is one: no rounding of 0.1 may push it to the next bin") {
  std::vector<std::uint32_t> const counts(10, 1);
  for (std::int64_t k = 1; k <= 10; ++k) {
    CHECK(quantile(counts, 10, {k, 10}) == static_cast<std::size_t>(k - 1));
  }
  std::vector<std::uint32_t> const full = {0xFFFFFFFF, 0xFFFFFFFF};
  CHECK(quantile(full, 2 * std::uint64_t{0xFFFFFFFF}, {1, 2}) == 0);
  CHECK(quantile(full, 2 * std::uint64_t{0xFFFFFFFF}, {500'000'001, 1'000'000'000}) == 1);
}

TEST_CASE("quantiles in one pass are the single ones") {
  std::array<Rational, 7> const levels = {
      {{5, 100}, {1, 10}, {1, 4}, {1, 2}, {3, 4}, {9, 10}, {95, 100}}};
  std::mt19937 numbers(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::uint32_t> counts(1 + numbers() % 40);
    for (std::uint32_t& count : counts)
      count = numbers() % 3 == 0 ? static_cast<std::uint32_t>(numbers() % 1000) : 0;
    counts[numbers() % counts.size()] += 1;
    std::uint64_t const n = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
    std::array<std::size_t, 7> bins{};
    quantiles(counts, n, levels, bins);
    for (std::size_t i = 0; i < levels.size(); ++i) {
      CHECK(bins[i] == quantile(counts, n, levels[i]));
      // The definition, by counting on either side.
      std::uint64_t up_to = 0;
      for (std::size_t bin = 0; bin <= bins[i]; ++bin)
        up_to += counts[bin];
      std::uint64_t const den = static_cast<std::uint64_t>(levels[i].denominator);
      std::uint64_t const num = static_cast<std::uint64_t>(levels[i].numerator);
      CHECK(up_to * den >= num * n);
      CHECK((up_to - counts[bins[i]]) * den < num * n);
    }
  }
}

#if MP_CONTRACTS
TEST_CASE("a quantile of nothing, or of counts that do not add up, is refused") {
  std::array<std::uint32_t, 2> const counts = {1, 1};
  CHECK_THROWS_AS(quantile(counts, 0, {1, 2}), ContractError);
  CHECK_THROWS_AS(quantile(counts, 3, {1, 1}), ContractError);
  CHECK_THROWS_AS(quantile(counts, 2, {0, 1}), ContractError);
}
#endif

}  // namespace
}  // namespace meesterplan::stats
