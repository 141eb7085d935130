#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/chance/address.hpp"

/// Many draws at once, on the processor's vector instructions, each bit for
/// bit the one of the functions on single addresses in address.hpp and
/// clock.hpp. All spans of a call have the same length; any length and any
/// alignment will do.

namespace meesterplan::chance {

/// The least number of draws, `n` or more, that fills whole vectors on any
/// processor: the fastest, as the last incomplete one takes a detour.
constexpr std::size_t whole_batch(std::size_t n) {
  constexpr std::size_t lanes = 8;
  return (n + lanes - 1) / lanes * lanes;
}

/// out[i] = exponential(stream, ids[i], purpose, index).
void exponentials(Stream stream, std::span<std::uint64_t const> ids, Purpose purpose,
                  std::uint32_t index, std::span<double> out);

/// out[i] = exponential(stream, ids[i], ...) of purpose and index in draws[i],
/// a draw_number().
void exponentials(Stream stream, std::span<std::uint64_t const> ids,
                  std::span<std::uint64_t const> draws, std::span<double> out);

/// first[i] and second[i] = uniforms(stream, ids[i], purpose, index).
void uniform_pairs(Stream stream, std::span<std::uint64_t const> ids, Purpose purpose,
                   std::uint32_t index, std::span<double> first, std::span<double> second);

/// first[i] and second[i] = uniforms(stream, ids[i], ...) of purpose and index
/// in draws[i], a draw_number().
void uniform_pairs(Stream stream, std::span<std::uint64_t const> ids,
                   std::span<std::uint64_t const> draws, std::span<double> first,
                   std::span<double> second);

/// out[i] = candidate_id(unit, year, n_begin + i), with n_begin + out.size()
/// at most 2^32.
void candidate_ids(std::uint64_t unit, std::int32_t year, std::uint32_t n_begin,
                   std::span<std::uint64_t> out);

/// out[i] = candidate_id(units[i], year, ns[i]).
void candidate_ids(std::span<std::uint64_t const> units, std::int32_t year,
                   std::span<std::uint64_t const> ns, std::span<std::uint64_t> out);

}  // namespace meesterplan::chance
