#include "sim/chance/address.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>
#include <vector>

#include "tests/support/catch.hpp"

namespace meesterplan::chance {
namespace {

using Catch::Matchers::WithinAbs;

TEST_CASE("a uniform is never 0 or 1 and never falls as its bits grow") {
  std::uint32_t const ones = 0xFFFFFFFF;
  CHECK(open_uniform(0, 0) == 0x1p-54);
  CHECK(open_uniform(0x7FF, 0) == 0x1p-54);
  CHECK(open_uniform(0x800, 0) == 0x1p-53);
  CHECK(open_uniform(0x1000, 0) == 0x1p-52);
  CHECK(open_uniform(0, 0x80000000) == 0.5);
  CHECK(open_uniform(ones, 0x7FFFFFFF) == 0.5 - 0x1p-53);
  CHECK(open_uniform(ones, ones) == 1.0 - 0x1p-53);
  CHECK(open_uniform(ones, ones) < 1.0);

  double last = 0;
  std::uint64_t bits = 0;
  while (bits < (std::uint64_t{1} << 63)) {
    double const u =
        open_uniform(static_cast<std::uint32_t>(bits), static_cast<std::uint32_t>(bits >> 32));
    CHECK(u >= last);
    last = u;
    bits += bits / 3 + 700;
  }
}

TEST_CASE("the two uniforms of an address are its words, low word first") {
  Stream const stream{11, 12};
  std::uint64_t const id = 0x0123456789ABCDEF;
  Block const words = philox(Key{{11, 12}}, Counter{{0x89ABCDEF, 0x01234567, 9, 5}});
  REQUIRE(block(stream, id, Purpose::study, 5) == words);
  Uniforms const drawn = uniforms(stream, id, Purpose::study, 5);
  CHECK(drawn.first == open_uniform(words.word[0], words.word[1]));
  CHECK(drawn.second == open_uniform(words.word[2], words.word[3]));
  CHECK(drawn.first != drawn.second);
  CHECK(uniform(stream, id, Purpose::study, 5) == drawn.first);
}

TEST_CASE("every part of an address has its say") {
  double const u = uniform({1, 2}, 3, Purpose::exit, 4);
  CHECK(uniform({9, 2}, 3, Purpose::exit, 4) != u);
  CHECK(uniform({1, 9}, 3, Purpose::exit, 4) != u);
  CHECK(uniform({1, 2}, 9, Purpose::exit, 4) != u);
  CHECK(uniform({1, 2}, 3 + (std::uint64_t{1} << 32), Purpose::exit, 4) != u);
  CHECK(uniform({1, 2}, 3, Purpose::enrol, 4) != u);
  CHECK(uniform({1, 2}, 3, Purpose::exit, 9) != u);
}

/// What chi-squared would be with `bins` equal bins.
double chi_squared(std::vector<double> const& sample, std::size_t bins) {
  std::vector<double> counts(bins);
  for (double u : sample)
    counts[static_cast<std::size_t>(u * static_cast<double>(bins))] += 1;
  double const expected = static_cast<double>(sample.size()) / static_cast<double>(bins);
  double sum = 0;
  for (double count : counts)
    sum += (count - expected) * (count - expected) / expected;
  return sum;
}

/// The largest distance between the sample's distribution and the uniform one,
/// times sqrt(n) (Kolmogorov-Smirnov).
double ks_distance(std::vector<double> sample) {
  std::sort(sample.begin(), sample.end());
  double const n = static_cast<double>(sample.size());
  double distance = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    double const below = static_cast<double>(i) / n;
    distance = std::max({distance, sample[i] - below, below + 1.0 / n - sample[i]});
  }
  return distance * std::sqrt(n);
}

/// Is `sample` uniform? Both bounds are passed by chance once in 10^4.
void check_uniform(std::vector<double> const& sample) {
  CHECK(chi_squared(sample, 256) < 347.7);
  CHECK(ks_distance(sample) < 2.23);
}

TEST_CASE("uniforms are uniform along every part of the address") {
  std::size_t const n = 100'000;
  std::vector<double> by_id(n);
  std::vector<double> by_replicate(n);
  std::vector<double> by_index(n);
  std::vector<double> second(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    by_id[i] = uniform({1, 0}, i, Purpose::exit, 0);
    by_replicate[i] = uniform({1, i}, 42, Purpose::enrol, 0);
    by_index[i] = uniform({1, 0}, 42, Purpose::study, i);
    second[i] = uniforms({1, 0}, i, Purpose::exit, 0).second;
  }
  check_uniform(by_id);
  check_uniform(by_replicate);
  check_uniform(by_index);
  check_uniform(second);

  // Correlation of the pair and of neighbours in id; sd of each is 1/sqrt(n).
  double pair = 0;
  double neighbours = 0;
  for (std::size_t i = 0; i < n; ++i) {
    pair += (by_id[i] - 0.5) * (second[i] - 0.5);
    neighbours += (by_id[i] - 0.5) * (by_id[(i + 1) % n] - 0.5);
  }
  double const sd = std::sqrt(static_cast<double>(n)) / 12.0;
  CHECK_THAT(pair, WithinAbs(0, 4 * sd));
  CHECK_THAT(neighbours, WithinAbs(0, 4 * sd));
}

TEST_CASE("candidates of units, years and places have ids of their own") {
  std::set<std::uint64_t> ids;
  std::size_t asked = 0;
  for (std::uint64_t unit : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 40}) {
    for (std::int32_t year = 2024; year < 2064; ++year) {
      for (std::uint64_t n = 0; n < 500; ++n) {
        ids.insert(candidate_id(unit, year, n));
        ++asked;
      }
    }
  }
  CHECK(ids.size() == asked);
  CHECK(candidate_id(7, 2030, std::uint64_t{1} << 32) != candidate_id(7, 2030, 0));
}

/// The mean number of answer bits that change when bit `bit` of a counter i
/// does, over 2000 values of i.
template <class Hash>
double mean_flips(Hash hash, int bit) {
  double flips = 0;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    flips += std::popcount(hash(i) ^ hash(i ^ (std::uint64_t{1} << bit)));
  }
  return flips / 2000;
}

TEST_CASE("mix changes half of its bits for any bit of its input") {
  // The sd of such a mean is 4 / sqrt(2000) = 0.089; 128 looks, so 4.5 sd.
  for (int bit = 0; bit < 64; ++bit) {
    CHECK_THAT(mean_flips([](std::uint64_t a) { return mix(a, 5); }, bit), WithinAbs(32, 0.41));
    CHECK_THAT(mean_flips([](std::uint64_t b) { return mix(5, b); }, bit), WithinAbs(32, 0.41));
  }
  CHECK(mix(1, 2) != mix(2, 1));
}

}  // namespace
}  // namespace meesterplan::chance
