#include "sim/chance/philox.hpp"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#if __has_include(<Random123/philox.h>)
#include <Random123/philox.h>
#define MP_HAVE_RANDOM123 1
#endif

#include "tests/support/catch.hpp"

namespace meesterplan::chance {
namespace {

struct KnownAnswer {
  Counter counter;
  Key key;
  Block block;
};

/// The rows of tests/chance/philox.kat; tests run from the root.
std::vector<KnownAnswer> known_answers() {
  std::ifstream file("tests/chance/philox.kat");
  REQUIRE(file);
  std::vector<KnownAnswer> rows;
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line.front() == '#')
      continue;
    std::istringstream words(line);
    words >> std::hex;
    KnownAnswer row;
    for (std::uint32_t& word : row.counter.word)
      words >> word;
    for (std::uint32_t& word : row.key.word)
      words >> word;
    for (std::uint32_t& word : row.block.word)
      words >> word;
    REQUIRE(words);
    rows.push_back(row);
  }
  return rows;
}

TEST_CASE("Philox gives the published answers") {
  std::vector<KnownAnswer> const rows = known_answers();
  REQUIRE(rows.size() == 3);
  for (KnownAnswer const& row : rows)
    CHECK(philox(row.key, row.counter) == row.block);
}

TEST_CASE("Philox can be evaluated while compiling") {
  constexpr Block zeros = philox(Key{}, Counter{});
  STATIC_REQUIRE(zeros.word[0] == 0x6627e8d5);
}

#ifdef MP_HAVE_RANDOM123
TEST_CASE("Philox agrees with Random123 at a hundred thousand addresses") {
  std::uint64_t mismatches = 0;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    std::uint32_t const spread = i * 0x9E3779B1u;
    Key const key{{spread, i}};
    Counter const counter{{i, ~spread, spread >> 7, i << 11}};
    r123::Philox4x32::ctr_type c = {
        {counter.word[0], counter.word[1], counter.word[2], counter.word[3]}};
    r123::Philox4x32::key_type k = {{key.word[0], key.word[1]}};
    r123::Philox4x32::ctr_type const theirs = r123::Philox4x32()(c, k);
    Block const ours = philox(key, counter);
    for (std::size_t w = 0; w < 4; ++w)
      mismatches += ours.word[w] != theirs[w];
  }
  CHECK(mismatches == 0);
}
#endif

}  // namespace
}  // namespace meesterplan::chance
