#include "sim/publish/withhold.hpp"

#include <cstddef>
#include <random>

#include "tests/support/catch.hpp"

namespace meesterplan::publish {
namespace {

/// Who knows the whole and the parts that are told knows these people of the others.
Group left_over(std::vector<Group> const& parts, std::vector<bool> const& untold) {
  Group left;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    left.with += untold[part] ? parts[part].with : 0;
    left.without += untold[part] ? parts[part].without : 0;
  }
  return left;
}

std::size_t n_with_people(std::vector<Group> const& parts, std::vector<bool> const& untold) {
  std::size_t n = 0;
  for (std::size_t part = 0; part < parts.size(); ++part)
    n += untold[part] && parts[part].all() > 0 ? std::size_t{1} : std::size_t{0};
  return n;
}

TEST_CASE("no part that is told is small, and the rest of the sum tells of nobody") {
  std::mt19937 random(11);  // NOLINT: the same every time
  for (int round = 0; round < 20000; ++round) {
    std::int64_t const least = 2 + static_cast<std::int64_t>(random() % 9);
    std::vector<Group> parts;
    for (std::size_t n = 1 + random() % 7; parts.size() < n;)
      parts.push_back(
          {static_cast<std::int64_t>(random() % 16), static_cast<std::int64_t>(random() % 24)});
    Others const others = random() % 3 == 0 ? Others::some : Others::none;
    std::vector<bool> untold(parts.size(), false);
    untold[0] = random() % 4 == 0;
    std::vector<bool> const found = withhold(parts, untold, others, least);
    REQUIRE(found.size() == parts.size());
    CHECK((!untold[0] || found[0]));
    bool all = true;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      CHECK((found[part] || !is_small(parts[part], least)));
      all = all && found[part];
    }
    if (all)
      continue;
    Group const left = left_over(parts, found);
    CHECK_FALSE(is_small(left, least));
    CHECK((others == Others::some || n_with_people(parts, found) != 1));
    // Whoever the others are, there are enough of both kinds beside them.
    CHECK((others == Others::none || (left.with >= least && left.without >= least)));
  }
}

TEST_CASE("nothing is withheld where nothing is small") {
  std::vector<Group> const parts = {{5, 20}, {7, 8}, {0, 30}};
  CHECK(withhold(parts, {false, false, false}, Others::none, 5) ==
        std::vector<bool>{false, false, false});
}

TEST_CASE("beside one small part the next smallest goes, until enough people stay unknown") {
  // 3 of 10 have a master: too few. With 12 + 1 together 4 masters: still too few.
  std::vector<Group> const parts = {{3, 7}, {1, 12}, {9, 20}, {20, 30}};
  CHECK(withhold(parts, {false, false, false, false}, Others::none, 5) ==
        std::vector<bool>{true, true, true, false});
}

}  // namespace
}  // namespace meesterplan::publish
