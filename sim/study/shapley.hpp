#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace meesterplan::study {

/// Which players take part: [player] true: takes part.
using Coalition = std::vector<bool>;

/// A player joins those who are there already.
struct Joining {
  Coalition before;
  std::size_t player = 0;
  double weight = 0;      ///< in the player's Shapley value; per player they add up to 1
  std::size_t order = 0;  ///< of a drawn division: the pair of orders it is of
};

/// How Shapley values are reckoned: the sum over a player's joinings of weight x
/// (value with the player - value before).
struct Division {
  std::vector<Joining> joinings;
  std::int64_t n_orders = 0;  ///< drawn, in pairs of an order and its reverse; 0: exact
};

/// Over all orders of `n` players, exactly: n x 2^(n-1) joinings, 2^n coalitions.
Division exact_division(std::size_t n);

/// Over `n_pairs` orders that are drawn from `seed`, each with its reverse. Without bias;
/// the values of all players still add up to that of all together.
Division drawn_division(std::size_t n, std::size_t n_pairs, std::uint32_t seed);

}  // namespace meesterplan::study
