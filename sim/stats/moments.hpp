#pragma once

#include <cstdint>

namespace meesterplan::stats {

/// 128-bit integers, so that sums of squares are exact.
// NOLINTBEGIN(modernize-use-using): only a typedef takes __extension__.
__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;
// NOLINTEND(modernize-use-using)

/// Count, sum and sum of squares of whole numbers: exact, so that parts can be
/// merged in any order, for up to 2^32 values of at most 2^40 in size.
struct Moments {
  std::int64_t count = 0;
  Wide sum = 0;
  UnsignedWide sum_squares = 0;

  void add(std::int64_t value) {
    Wide const wide = value;
    ++count;
    sum += wide;
    sum_squares += static_cast<UnsignedWide>(wide * wide);
  }

  void merge(Moments const& other) {
    count += other.count;
    sum += other.sum;
    sum_squares += other.sum_squares;
  }

  friend bool operator==(Moments const&, Moments const&) = default;
};

/// The mean, within 1.5 ulp; `moments` is not empty.
double mean(Moments const& moments);

/// The sum of squared distances to the mean. Formed in integers up to the last
/// fraction, so nothing cancels: within 2 ulp. 0 for no values.
double centred_squares(Moments const& moments);

/// The sample standard deviation (divisor count - 1); 0 for fewer than two
/// values.
double sd(Moments const& moments);

}  // namespace meesterplan::stats
