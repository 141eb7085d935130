#pragma once

#include <cstdint>
#include <string_view>

#include "sim/base/hash.hpp"
#include "sim/chance/address.hpp"

namespace meesterplan::synthesis {

/// What a draw decides.
enum class What : std::uint32_t {
  masked_count = 1,
  start_of_sample,
  order_of_moves,
  age,
  experience,
  tenure,
  hours,
  master_year,
  upper_lessons,
  student,
  study_year,
  grant,
};

/// The chance with which people are made up. As in a future a draw hangs on its address alone:
/// (seed, population), whom it is about and what it decides; it is no part of any future.
class Draws final {
 public:
  Draws(std::uint32_t seed, std::uint32_t population)
      : key_(chance::mix(hash64("synthesis"), std::uint64_t{population} << 32 | seed)) {}

  /// 64 random bits.
  std::uint64_t bits(std::uint64_t id, What what, std::uint32_t index = 0) const {
    return chance::mix(chance::mix(key_, id),
                       std::uint64_t{index} << 32 | static_cast<std::uint32_t>(what));
  }
  /// Strictly inside (0,1).
  double uniform(std::uint64_t id, What what, std::uint32_t index = 0) const {
    std::uint64_t const drawn = bits(id, what, index);
    return chance::open_uniform(static_cast<std::uint32_t>(drawn),
                                static_cast<std::uint32_t>(drawn >> 32));
  }

 private:
  std::uint64_t key_;
};

}  // namespace meesterplan::synthesis
