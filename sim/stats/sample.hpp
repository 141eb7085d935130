#pragma once

#include <span>

namespace meesterplan::stats {

/// Mean and spread of a few numbers that are no whole ones; of many see Moments.
struct Sample {
  double mean = 0;             ///< 0 of no numbers
  double centred_squares = 0;  ///< sum of squared distances to the mean
};

/// Adds up in the order of `numbers`.
Sample sample_of(std::span<double const> numbers);

}  // namespace meesterplan::stats
