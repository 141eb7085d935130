#include "sim/study/shapley.hpp"

#include <algorithm>
#include <numeric>

#include "sim/chance/address.hpp"

namespace meesterplan::study {
namespace {

/// |before|! (n - |before| - 1)! / n!: the part of all orders in which just these come before.
double weight_of(std::size_t n_before, std::size_t n) {
  double weight = 1.0 / static_cast<double>(n);
  // 1 / (n over n_before + 1) x 1 / (n_before + 1), factor by factor.
  for (std::size_t k = 1; k <= n_before; ++k)
    weight *= static_cast<double>(k) / static_cast<double>(n - k);
  return weight;
}

void add_order(std::vector<std::size_t> const& order, double weight, std::size_t number,
               std::vector<Joining>& joinings) {
  Coalition present(order.size(), false);
  for (std::size_t const player : order) {
    joinings.push_back({present, player, weight, number});
    present[player] = true;
  }
}

}  // namespace

Division exact_division(std::size_t n) {
  Division division;
  for (std::uint64_t mask = 0; mask < std::uint64_t{1} << n; ++mask) {
    Coalition before(n, false);
    for (std::size_t player = 0; player < n; ++player)
      before[player] = (mask >> player & 1U) != 0;
    auto const n_before = static_cast<std::size_t>(std::count(before.begin(), before.end(), true));
    for (std::size_t player = 0; player < n; ++player) {
      if (!before[player])
        division.joinings.push_back({before, player, weight_of(n_before, n), 0});
    }
  }
  return division;
}

Division drawn_division(std::size_t n, std::size_t n_pairs, std::uint32_t seed) {
  Division division;
  division.n_orders = static_cast<std::int64_t>(2 * n_pairs);
  double const weight = 1.0 / static_cast<double>(2 * n_pairs);
  std::vector<std::size_t> order(n);
  for (std::size_t pair = 0; pair < n_pairs; ++pair) {
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = n; left > 1; --left) {
      double const uniform = chance::uniform({seed, 0}, pair, chance::Purpose::joining_order,
                                             static_cast<std::uint32_t>(left));
      std::swap(order[left - 1],
                order[static_cast<std::size_t>(uniform * static_cast<double>(left))]);
    }
    add_order(order, weight, pair, division.joinings);
    std::reverse(order.begin(), order.end());
    add_order(order, weight, pair, division.joinings);
  }
  return division;
}

}  // namespace meesterplan::study
