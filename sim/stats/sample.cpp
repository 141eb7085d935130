#include "sim/stats/sample.hpp"

namespace meesterplan::stats {

Sample sample_of(std::span<double const> numbers) {
  Sample sample;
  auto const n = static_cast<double>(numbers.size());
  for (double const number : numbers)
    sample.mean += number / n;
  for (double const number : numbers)
    sample.centred_squares += (number - sample.mean) * (number - sample.mean);
  return sample;
}

}  // namespace meesterplan::stats
