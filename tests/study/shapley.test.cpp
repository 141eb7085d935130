#include "sim/study/shapley.hpp"

#include <cmath>
#include <functional>
#include <vector>

#include "tests/support/catch.hpp"

namespace meesterplan::study {
namespace {

using Catch::Matchers::WithinAbs;
using Game = std::function<double(Coalition const&)>;

std::vector<double> shapley(Game const& game, std::size_t n, Division const& division) {
  std::vector<double> values(n, 0);
  for (Joining const& joining : division.joinings) {
    Coalition after = joining.before;
    after[joining.player] = true;
    values[joining.player] += joining.weight * (game(after) - game(joining.before));
  }
  return values;
}

/// A runway must be as long as the longest of those who use it needs.
double runway(Coalition const& players) {
  std::vector<double> const lengths{1, 2, 4, 9};
  double longest = 0;
  for (std::size_t player = 0; player < lengths.size(); ++player) {
    if (players[player])
      longest = std::max(longest, lengths[player]);
  }
  return longest;
}

/// Each adds its own, and the first two together something more.
double with_a_pair(Coalition const& players) {
  double sum = 0;
  for (std::size_t player = 0; player < players.size(); ++player)
    sum += players[player] ? static_cast<double>(player + 1) : 0;
  return sum + (players[0] && players[1] ? 10 : 0);
}

TEST_CASE("the cost of a runway is divided as in the textbook") {
  // Each part is shared evenly by those who need it (Littlechild and Owen 1973).
  std::vector<double> const values = shapley(runway, 4, exact_division(4));
  CHECK_THAT(values[0], WithinAbs(1.0 / 4, 1e-12));
  CHECK_THAT(values[1], WithinAbs(1.0 / 4 + 1.0 / 3, 1e-12));
  CHECK_THAT(values[2], WithinAbs(1.0 / 4 + 1.0 / 3 + 2.0 / 2, 1e-12));
  CHECK_THAT(values[3], WithinAbs(1.0 / 4 + 1.0 / 3 + 2.0 / 2 + 5, 1e-12));
}

TEST_CASE("an exact division counts every order") {
  for (std::size_t n = 1; n <= 5; ++n) {
    Division const division = exact_division(n);
    CHECK(division.n_orders == 0);
    CHECK(division.joinings.size() == n << (n - 1));
    std::vector<double> weights(n, 0);
    for (Joining const& joining : division.joinings) {
      CHECK_FALSE(joining.before[joining.player]);
      weights[joining.player] += joining.weight;
    }
    for (double const weight : weights)
      CHECK_THAT(weight, WithinAbs(1, 1e-12));
  }
}

TEST_CASE("drawn orders divide all there is, and a pair exactly") {
  constexpr std::size_t n = 8;
  Division const division = drawn_division(n, 6, 3);
  CHECK(division.n_orders == 12);
  std::vector<double> const values = shapley(with_a_pair, n, division);
  double sum = 0;
  for (double const value : values)
    sum += value;
  CHECK_THAT(sum, WithinAbs(with_a_pair(Coalition(n, true)), 1e-9));
  // An order and its reverse give each of two half of what they make together.
  CHECK_THAT(values[0], WithinAbs(1 + 5, 1e-9));
  CHECK_THAT(values[1], WithinAbs(2 + 5, 1e-9));
  for (std::size_t player = 2; player < n; ++player)
    CHECK_THAT(values[player], WithinAbs(static_cast<double>(player + 1), 1e-9));
}

TEST_CASE("drawn orders are without bias and follow the seed") {
  std::vector<double> const exact = shapley(runway, 4, exact_division(4));
  std::vector<double> const drawn = shapley(runway, 4, drawn_division(4, 20'000, 1));
  // A joining is worth at most 9; 20 000 pairs leave less than 0.15 (over 4 standard errors).
  for (std::size_t player = 0; player < 4; ++player)
    CHECK_THAT(drawn[player], WithinAbs(exact[player], 0.15));
  auto const orders = [](std::uint32_t seed) {
    std::vector<std::size_t> players;
    for (Joining const& joining : drawn_division(6, 3, seed).joinings)
      players.push_back(joining.player);
    return players;
  };
  CHECK(orders(1) == orders(1));
  CHECK(orders(1) != orders(2));
}

}  // namespace
}  // namespace meesterplan::study
