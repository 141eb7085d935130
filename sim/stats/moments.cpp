#include "sim/stats/moments.hpp"

#include <cmath>

#include "sim/base/contracts.hpp"

namespace meesterplan::stats {

double mean(Moments const& moments) {
  MP_EXPECT(moments.count > 0);
  return static_cast<double>(moments.sum) / static_cast<double>(moments.count);
}

double centred_squares(Moments const& moments) {
  MP_EXPECT(moments.count >= 0);
  if (moments.count == 0)
    return 0.0;
  // sum = whole n + rest with 0 <= rest < n, so that
  // sum^2 / n = whole (sum + rest) + rest^2 / n, each part within 128 bits.
  Wide const n = moments.count;
  Wide whole = moments.sum / n;
  Wide rest = moments.sum % n;
  if (rest < 0) {
    whole -= 1;
    rest += n;
  }
  Wide const upper = static_cast<Wide>(moments.sum_squares) - whole * (moments.sum + rest);
  Wide const rest_squared = rest * rest;
  Wide const exact = upper - rest_squared / n;
  MP_ENSURE(exact >= 0);
  return static_cast<double>(exact) -
         static_cast<double>(rest_squared % n) / static_cast<double>(n);
}

double sd(Moments const& moments) {
  if (moments.count < 2)
    return 0.0;
  return std::sqrt(centred_squares(moments) / static_cast<double>(moments.count - 1));
}

}  // namespace meesterplan::stats
