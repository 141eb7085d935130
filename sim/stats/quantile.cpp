#include "sim/stats/quantile.hpp"

#include "sim/base/contracts.hpp"
#include "sim/stats/moments.hpp"

namespace meesterplan::stats {

std::size_t quantile(std::span<std::uint32_t const> counts, std::uint64_t n, Rational level) {
  std::size_t bin = 0;
  quantiles(counts, n, std::span<Rational const>(&level, 1), std::span<std::size_t>(&bin, 1));
  return bin;
}

void quantiles(std::span<std::uint32_t const> counts, std::uint64_t n,
               std::span<Rational const> levels, std::span<std::size_t> bins) {
  MP_EXPECT(n > 0);
  MP_EXPECT(bins.size() == levels.size());
  std::size_t bin = 0;
  std::uint64_t below_or_here = counts.empty() ? 0 : counts[0];
  for (std::size_t i = 0; i < levels.size(); ++i) {
    Rational const level = levels[i];
    MP_EXPECT(level.numerator > 0 && level.numerator <= level.denominator);
    Wide const needed = Wide{level.numerator} * static_cast<Wide>(n);
    while (static_cast<Wide>(below_or_here) * level.denominator < needed) {
      ++bin;
      MP_EXPECT(bin < counts.size());
      below_or_here += counts[bin];
    }
    bins[i] = bin;
  }
}

}  // namespace meesterplan::stats
