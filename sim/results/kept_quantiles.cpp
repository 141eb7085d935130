#include "sim/results/kept_quantiles.hpp"

#include "sim/base/contracts.hpp"
#include "sim/base/rational.hpp"
#include "sim/stats/quantile.hpp"

namespace meesterplan::results {

std::array<std::int64_t, n_quantiles> kept_quantiles(model::Bins const& bins,
                                                     std::span<std::uint32_t const> counts,
                                                     std::int64_t n) {
  static constexpr std::array<Rational, n_quantiles> levels = {
      {{1, 20}, {1, 10}, {1, 4}, {1, 2}, {3, 4}, {9, 10}, {19, 20}}};
  MP_EXPECT(n > 0 && counts.size() == static_cast<std::size_t>(bins.count));
  std::array<std::size_t, n_quantiles> found{};
  stats::quantiles(counts, static_cast<std::uint64_t>(n), levels, found);
  std::array<std::int64_t, n_quantiles> values{};
  for (std::size_t i = 0; i < n_quantiles; ++i)
    values[i] = static_cast<std::int64_t>(found[i]) * bins.width;
  return values;
}

}  // namespace meesterplan::results
