#include "sim/stats/sample.hpp"

#include <cmath>
#include <vector>

#include "tests/support/catch.hpp"

using meesterplan::stats::Sample;
using meesterplan::stats::sample_of;

TEST_CASE("A sample of numbers has their mean and the squares around it") {
  std::vector<double> const numbers = {0.5, 1.5, 4.0};
  Sample const sample = sample_of(numbers);
  CHECK(std::abs(sample.mean - 2) < 1e-15);
  CHECK(std::abs(sample.centred_squares - 6.5) < 1e-14);
  CHECK(sample_of(std::vector<double>{3.25}).centred_squares == 0);
  CHECK(sample_of(std::vector<double>{}).mean == 0);
}
