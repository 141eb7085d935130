#pragma once

#include <cstdint>

#include "sim/chance/philox.hpp"

/// The address of a draw: (seed, replicate) is the key, (id, purpose, index)
/// the counter. Whoever knows the address knows the draw; nothing else, such
/// as the order of people, blocks or threads, has any say in it.

namespace meesterplan::chance {

/// What a draw is for. The numbers are part of every result: never change or
/// reuse one. 0 stays free, so that a forgotten purpose is seen; 18 to 31 are
/// kept for the behaviour of persons, 32 and up for the labour market,
/// policies and money.
enum class Purpose : std::uint32_t {
  degree = 1,
  licence = 2,
  birth_month = 3,
  exit = 4,
  exit_cause = 5,
  enrol = 6,
  programme = 7,
  grant = 8,
  study = 9,
  hours = 10,
  hours_direction = 11,
  contract = 12,
  entrant = 13,
  entrant_profile = 14,
  fill = 15,
  parameter = 16,
  pupils = 17,
  market_pool = 32,
  market_race = 33,
  market_stay = 34,
  market_inside = 35,
  carried_out = 40,
  lesson_order = 41,
  exemption = 42,
  joining_order = 43,
};

/// The future in which a draw is made.
struct Stream {
  std::uint32_t seed = 0;
  std::uint32_t replicate = 0;
};

/// The two uniforms of one block, independent, each strictly inside (0,1).
struct Uniforms {
  double first = 0;
  double second = 0;
};

/// The uniform of 64 random bits, given as two words: k x 2^-53, where k are
/// the upper 53 bits of high:low, and k = 0 stands for one half.
///
/// In [2^-54, 1 - 2^-53], so never 0 or 1; exact, since every k fits a double;
/// never falling as the bits grow.
constexpr double open_uniform(std::uint32_t low, std::uint32_t high) {
  std::uint64_t const bits = (std::uint64_t{high} << 32 | low) >> 11;
  double const k = bits == 0 ? 0.5 : static_cast<double>(bits);
  return k * 0x1p-53;
}

/// The random block of an address; `index` is the ordinal of that id's own
/// draws for that purpose, never the calendar year.
constexpr Block block(Stream stream, std::uint64_t id, Purpose purpose, std::uint32_t index) {
  return philox(Key{{stream.seed, stream.replicate}},
                Counter{{static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(id >> 32),
                         static_cast<std::uint32_t>(purpose), index}});
}

/// Purpose and index of an address as one number, for batches.
constexpr std::uint64_t draw_number(Purpose purpose, std::uint32_t index) {
  return std::uint64_t{index} << 32 | static_cast<std::uint32_t>(purpose);
}

/// The two uniforms of an address: words 0 and 1 of its block make the first
/// (word 1 the upper half), words 2 and 3 the second.
constexpr Uniforms uniforms(Stream stream, std::uint64_t id, Purpose purpose, std::uint32_t index) {
  Block const drawn = block(stream, id, purpose, index);
  return Uniforms{open_uniform(drawn.word[0], drawn.word[1]),
                  open_uniform(drawn.word[2], drawn.word[3])};
}

/// The first of the two uniforms of an address.
constexpr double uniform(Stream stream, std::uint64_t id, Purpose purpose, std::uint32_t index) {
  return uniforms(stream, id, purpose, index).first;
}

/// The keys under which Philox serves as a hash of names into ids: upper and
/// lower half of the fractional part of pi, then of e; nothing up a sleeve.
inline constexpr Key mix_key{{0x243F6A88, 0x85A308D3}};
inline constexpr std::uint32_t candidate_key = 0xB7E15162;

/// A 64-bit key made of two, order mattering: the first two words of Philox at
/// counter (a, b). Changing any bit of either changes every bit of the answer
/// with chance one half; among n keys two are equal with chance n^2 / 2^65.
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  Block const mixed = philox(
      mix_key, Counter{{static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(a >> 32),
                        static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(b >> 32)}});
  return std::uint64_t{mixed.word[1]} << 32 | mixed.word[0];
}

/// The id of candidate `n` (from 0) of `year` for the section or pool with key
/// `unit`: from stable names only, so the same candidate in every scenario and
/// whatever happened before. A hash as in mix(), one block.
constexpr std::uint64_t candidate_id(std::uint64_t unit, std::int32_t year, std::uint64_t n) {
  Block const mixed =
      philox(Key{{candidate_key, static_cast<std::uint32_t>(n >> 32)}},
             Counter{{static_cast<std::uint32_t>(unit), static_cast<std::uint32_t>(unit >> 32),
                      static_cast<std::uint32_t>(year), static_cast<std::uint32_t>(n)}});
  return std::uint64_t{mixed.word[1]} << 32 | mixed.word[0];
}

/// The id of somebody who leaves one employer for another: a new one, as every
/// employment is a person of its own, but always the same one.
constexpr std::uint64_t moved_id(std::uint64_t id) {
  constexpr std::uint64_t moved = 0x6A09E667F3BCC908;  // fraction of the square root of 2
  return mix(id, moved);
}

}  // namespace meesterplan::chance
