#pragma once

#include <array>
#include <cstdint>

namespace meesterplan::chance {

/// What a block of random words is asked for with: four 32-bit words.
struct Counter {
  std::array<std::uint32_t, 4> word{};
};

/// Which family of blocks is asked: two 32-bit words.
struct Key {
  std::array<std::uint32_t, 2> word{};
};

/// Four random 32-bit words.
struct Block {
  std::array<std::uint32_t, 4> word{};

  friend bool operator==(Block const&, Block const&) = default;
};

/// The constants of Philox4x32-10: Salmon, Moraes, Dror & Shaw, Parallel
/// random numbers: as easy as 1, 2, 3 (SC11, 2011), section 3.3 and table 2.
inline constexpr std::uint32_t philox_multiplier[2] = {0xD2511F53, 0xCD9E8D57};
inline constexpr std::uint32_t philox_key_step[2] = {0x9E3779B9, 0xBB67AE85};
inline constexpr int philox_rounds = 10;

/// The block of Philox4x32-10 at `counter` under `key`.
///
/// A pure function: for one key it is a bijection of the counters, so two
/// draws with different addresses never share a block. Only integers, hence
/// the same words on every machine.
constexpr Block philox(Key key, Counter counter) {
  std::uint32_t x0 = counter.word[0];
  std::uint32_t x1 = counter.word[1];
  std::uint32_t x2 = counter.word[2];
  std::uint32_t x3 = counter.word[3];
  std::uint32_t k0 = key.word[0];
  std::uint32_t k1 = key.word[1];
  for (int round = 0; round < philox_rounds; ++round) {
    std::uint64_t const a = std::uint64_t{philox_multiplier[0]} * x0;
    std::uint64_t const b = std::uint64_t{philox_multiplier[1]} * x2;
    x0 = static_cast<std::uint32_t>(b >> 32) ^ x1 ^ k0;
    x1 = static_cast<std::uint32_t>(b);
    x2 = static_cast<std::uint32_t>(a >> 32) ^ x3 ^ k1;
    x3 = static_cast<std::uint32_t>(a);
    k0 += philox_key_step[0];
    k1 += philox_key_step[1];
  }
  return Block{{x0, x1, x2, x3}};
}

}  // namespace meesterplan::chance
