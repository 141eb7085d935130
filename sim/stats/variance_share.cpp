#include "sim/stats/variance_share.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/contracts.hpp"
#include "sim/stats/wilson.hpp"

namespace meesterplan::stats {
namespace {

constexpr double between_freedom = driver_bins - 1;

/// The sums of squares of a one-way table.
struct Squares {
  double between = 0;
  double within = 0;
  double total = 0;
  double fourth_between = 0;  ///< sum over bins of count x distance^4
};

Squares squares_of(std::span<Moments const, driver_bins> bins, Moments const& total) {
  Squares squares;
  squares.total = centred_squares(total);
  double const n = static_cast<double>(total.count);
  for (Moments const& bin : bins) {
    if (bin.count == 0)
      continue;
    squares.within += centred_squares(bin);
    // n x count x (mean of the bin - mean of all), exact.
    Wide const distance = bin.sum * total.count - total.sum * bin.count;
    double const count = static_cast<double>(bin.count);
    double const apart = static_cast<double>(distance) / n;
    double const square = apart * apart / count;
    squares.between += square;
    squares.fourth_between += square * square / count;
  }
  return squares;
}

}  // namespace

int driver_bin(double u) {
  MP_EXPECT(u > 0.0 && u < 1.0);
  return static_cast<int>(u * driver_bins);
}

double f_point_95(std::int64_t within) {
  MP_EXPECT(within >= fewest_for_drivers - driver_bins);
  double const w = 1.0 / static_cast<double>(within);
  return 1.58652198368 +
         w * (10.4135394823 + w * (7.19469414623 + w * (103.745791722 - w * 184.967940773)));
}

std::optional<VarianceShare> variance_share(std::span<Moments const, driver_bins> bins) {
  Moments total;
  for (Moments const& bin : bins)
    total.merge(bin);
  if (total.count < fewest_for_drivers)
    return std::nullopt;
  Squares const squares = squares_of(bins, total);
  if (squares.total == 0.0)
    return std::nullopt;

  double const n = static_cast<double>(total.count);
  double const freedom = n - driver_bins;
  double const within = squares.within / freedom;
  double const by_chance = between_freedom * within;
  double const explained = std::max(0.0, squares.between - by_chance);
  double const critical = f_point_95(total.count - driver_bins);

  double const spread =
      std::max(0.0, squares.fourth_between - squares.between * squares.between / n);
  double const variance_between = 2.0 * within * (by_chance + 2.0 * explained) + spread;
  double const variance_within = 2.0 * freedom * within * within;
  // d share / d SSB = (1 + 19/(n-20)) SSW / SST^2, and minus that with SSB
  // for SSW.
  double const slope = (1.0 + between_freedom / freedom) / (squares.total * squares.total);
  double const se = slope * std::sqrt(squares.within * squares.within * variance_between +
                                      squares.between * squares.between * variance_within);

  VarianceShare result;
  result.share = std::min(1.0, explained / squares.total);
  result.low = std::max(0.0, result.share - z_95 * se);
  result.high = std::min(1.0, result.share + z_95 * se);
  result.noise = between_freedom * (critical - 1.0) / (between_freedom * critical + freedom);
  result.distinguishable = squares.between >= critical * by_chance;
  return result;
}

}  // namespace meesterplan::stats
