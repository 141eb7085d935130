#pragma once

#include <cstdint>

namespace meesterplan {

/// A level such as 50% kept exactly, so that comparisons are by integers.
struct Rational {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;  ///< > 0

  friend bool operator==(Rational const&, Rational const&) = default;
};

}  // namespace meesterplan
