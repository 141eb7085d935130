#include "sim/stats/moments.hpp"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <random>

#include "sim/base/contracts.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::stats {
namespace {

using Catch::Matchers::WithinRel;

Moments of(std::initializer_list<std::int64_t> values) {
  Moments moments;
  for (std::int64_t const value : values)
    moments.add(value);
  return moments;
}

TEST_CASE("mean and sd of small samples are their closed forms") {
  CHECK(mean(of({5})) == 5.0);
  CHECK(sd(of({5})) == 0.0);
  CHECK(sd(Moments{}) == 0.0);
  CHECK(mean(of({1, 2})) == 1.5);
  CHECK(centred_squares(of({1, 2})) == 0.5);
  CHECK(mean(of({-3, -4, -4})) == -11.0 / 3.0);
  CHECK_THAT(centred_squares(of({-3, -4, -4})), WithinRel(2.0 / 3.0, 1e-15));
  // Mean 5, squares 9+1+1+1+0+0+4+16 = 32.
  CHECK(sd(of({2, 4, 4, 4, 5, 5, 7, 9})) == std::sqrt(32.0 / 7.0));
}

TEST_CASE("nothing cancels: a large offset leaves the spread alone") {
  std::int64_t const offset = (std::int64_t{1} << 40) - 9;
  Moments const plain = of({2, 4, 4, 4, 5, 5, 7, 9});
  Moments up;
  Moments down;
  for (std::int64_t const value : {2, 4, 4, 4, 5, 5, 7, 9}) {
    up.add(offset + value);
    down.add(-offset - value);
  }
  CHECK(sd(up) == sd(plain));
  CHECK(sd(down) == sd(plain));
}

TEST_CASE("2^32 values of size 2^40 do not overflow") {
  // Half of them at each end, merged from doublings of one pair.
  std::int64_t const end = std::int64_t{1} << 40;
  Moments moments = of({end, -end});
  for (int doubling = 0; doubling < 31; ++doubling)
    moments.merge(moments);
  REQUIRE(moments.count == std::int64_t{1} << 32);
  CHECK(mean(moments) == 0.0);
  CHECK(centred_squares(moments) == 0x1p112);

  Moments same = of({end});
  for (int doubling = 0; doubling < 32; ++doubling)
    same.merge(same);
  CHECK(mean(same) == static_cast<double>(end));
  CHECK(sd(same) == 0.0);
}

TEST_CASE("parts merge to the whole in any order") {
  std::mt19937_64 numbers(7);
  Moments parts[7];
  Moments whole;
  for (int i = 0; i < 10'000; ++i) {
    std::int64_t const value = static_cast<std::int64_t>(numbers() >> 23) - (std::int64_t{1} << 40);
    whole.add(value);
    parts[numbers() % 7].add(value);
  }
  Moments forward;
  Moments backward;
  for (int i = 0; i < 7; ++i) {
    forward.merge(parts[i]);
    backward.merge(parts[6 - i]);
  }
  CHECK(forward == whole);
  CHECK(backward == whole);
  // Uniform on 2^41 values: sd = 2^41 / sqrt(12), its own sd 0.45% here.
  CHECK_THAT(sd(whole), WithinRel(0x1p41 / std::sqrt(12.0), 0.018));
}

#if MP_CONTRACTS
TEST_CASE("the mean of nothing is refused") {
  CHECK_THROWS_AS(mean(Moments{}), ContractError);
}
#endif

}  // namespace
}  // namespace meesterplan::stats
