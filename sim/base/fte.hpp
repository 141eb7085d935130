#pragma once

#include <compare>
#include <cstdint>

namespace meesterplan {

/// A volume of work in thousandths of a full-time job: an integer, so that
/// sums are exact and do not depend on their order.
struct Fte {
  std::int64_t thousandths = 0;

  friend auto operator<=>(Fte const&, Fte const&) = default;  // NOLINT(modernize-use-nullptr)
  Fte& operator+=(Fte other) {
    thousandths += other.thousandths;
    return *this;
  }
  friend Fte operator+(Fte left, Fte right) { return left += right; }
  friend Fte operator-(Fte left, Fte right) { return Fte{left.thousandths - right.thousandths}; }
};

/// `value` x `numerator` / `denominator`, rounded half up; all three >= 0 and
/// denominator > 0. Exact as long as the product fits 64 bits.
constexpr std::int64_t scale_half_up(std::int64_t value, std::int64_t numerator,
                                     std::int64_t denominator) {
  return (2 * value * numerator + denominator) / (2 * denominator);
}

/// One as the unit of shares that are kept in millionths.
inline constexpr std::int64_t millionths = 1'000'000;

}  // namespace meesterplan
