#include "sim/chance/batch.hpp"

#include <algorithm>
#include <cstddef>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/chance/batch.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "sim/base/contracts.hpp"
#include "sim/chance/batch-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace meesterplan::chance {
namespace HWY_NAMESPACE {

constexpr std::size_t most_lanes = HWY_MAX_BYTES / sizeof(std::uint64_t);

/// The last, incomplete vector of `words`; zeros fill it up.
HWY_INLINE Words last_words(std::uint64_t const* words, std::size_t count) {
  HWY_ALIGN std::uint64_t lanes[most_lanes] = {};
  std::copy_n(words, count, lanes);
  return hn::Load(Word(), lanes);
}

/// The first `count` lanes of `values`, to `out`.
HWY_INLINE void store_last(Reals values, double* out, std::size_t count) {
  HWY_ALIGN double lanes[most_lanes];
  hn::Store(values, Real(), lanes);
  std::copy_n(lanes, count, out);
}

/// Draws of a batch: purposes, and indices in the lower halves.
struct Draws {
  Words purposes;
  Words indices;
};

/// Which draw of an id: the same of all, or one each (as draw_number()).
struct SharedDraw {
  Purpose purpose;
  std::uint32_t index;

  HWY_INLINE Draws at(std::size_t) const {
    Word const d;
    return {hn::Set(d, static_cast<std::uint64_t>(purpose)), hn::Set(d, index)};
  }
  HWY_INLINE Draws last(std::size_t, std::size_t) const { return this->at(0); }
};

struct OwnDraws {
  std::uint64_t const* draws;

  HWY_INLINE static Draws of(Words draws) { return {draws, hn::ShiftRight<32>(draws)}; }
  HWY_INLINE Draws at(std::size_t i) const { return of(hn::LoadU(Word(), draws + i)); }
  HWY_INLINE Draws last(std::size_t i, std::size_t count) const {
    return of(last_words(draws + i, count));
  }
};

template <class Draw>
HWY_INLINE void exponentials_of(Stream stream, std::uint64_t const* ids, std::size_t count,
                                Draw draw, double* out) {
  std::size_t const lanes = hn::Lanes(Word());
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    Draws const at = draw.at(i);
    hn::StoreU(exponential(stream, hn::LoadU(Word(), ids + i), at.purposes, at.indices), Real(),
               out + i);
  }
  if (std::size_t const rest = count - i; rest > 0) {
    Draws const at = draw.last(i, rest);
    store_last(exponential(stream, last_words(ids + i, rest), at.purposes, at.indices), out + i,
               rest);
  }
}

template <class Draw>
HWY_INLINE void uniform_pairs_of(Stream stream, std::uint64_t const* ids, std::size_t count,
                                 Draw draw, double* first, double* second) {
  std::size_t const lanes = hn::Lanes(Word());
  Reals one;
  Reals other;
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    Draws const at = draw.at(i);
    uniforms(stream, hn::LoadU(Word(), ids + i), at.purposes, at.indices, one, other);
    hn::StoreU(one, Real(), first + i);
    hn::StoreU(other, Real(), second + i);
  }
  if (std::size_t const rest = count - i; rest > 0) {
    Draws const at = draw.last(i, rest);
    uniforms(stream, last_words(ids + i, rest), at.purposes, at.indices, one, other);
    store_last(one, first + i, rest);
    store_last(other, second + i, rest);
  }
}

void exponentials_shared(Stream stream, std::uint64_t const* ids, std::size_t count,
                         Purpose purpose, std::uint32_t index, double* out) {
  exponentials_of(stream, ids, count, SharedDraw{purpose, index}, out);
}

void exponentials_own(Stream stream, std::uint64_t const* ids, std::size_t count,
                      std::uint64_t const* draws, double* out) {
  exponentials_of(stream, ids, count, OwnDraws{draws}, out);
}

void uniform_pairs_shared(Stream stream, std::uint64_t const* ids, std::size_t count,
                          Purpose purpose, std::uint32_t index, double* first, double* second) {
  uniform_pairs_of(stream, ids, count, SharedDraw{purpose, index}, first, second);
}

void uniform_pairs_own(Stream stream, std::uint64_t const* ids, std::size_t count,
                       std::uint64_t const* draws, double* first, double* second) {
  uniform_pairs_of(stream, ids, count, OwnDraws{draws}, first, second);
}

/// The ids of candidates `ns` of `units` and a year, all 64-bit.
HWY_INLINE Words any_candidates(Words units, std::int32_t year, Words ns) {
  Word const d;
  Words const high = hn::ShiftRight<32>(ns);
  auto const second_key = [&](std::uint32_t round) {
    return hn::Add(high, hn::Set(d, round * philox_key_step[1]));
  };
  Words w0 = units;
  Words w1 = hn::ShiftRight<32>(units);
  Words w2 = hn::Set(d, static_cast<std::uint32_t>(year));
  Words w3 = ns;
  philox(candidate_key, second_key, w0, w1, w2, w3);
  return joined(w0, w1);
}

void any_candidate_ids(std::uint64_t const* units, std::int32_t year, std::uint64_t const* ns,
                       std::uint64_t* out, std::size_t count) {
  Word const d;
  std::size_t const lanes = hn::Lanes(d);
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes)
    hn::StoreU(any_candidates(hn::LoadU(d, units + i), year, hn::LoadU(d, ns + i)), d, out + i);
  if (std::size_t const rest = count - i; rest > 0) {
    HWY_ALIGN std::uint64_t last[most_lanes];
    hn::Store(any_candidates(last_words(units + i, rest), year, last_words(ns + i, rest)), d, last);
    std::copy_n(last, rest, out + i);
  }
}

/// The ids of candidates `ns`, 32-bit, of a unit and year.
HWY_INLINE Words candidates(std::uint64_t unit, std::int32_t year, Words ns) {
  Word const d;
  Words w0 = hn::Set(d, unit & 0xFFFFFFFF);
  Words w1 = hn::Set(d, unit >> 32);
  Words w2 = hn::Set(d, static_cast<std::uint32_t>(year));
  Words w3 = ns;
  philox(Key{{candidate_key, 0}}, w0, w1, w2, w3);
  return joined(w0, w1);
}

void candidate_ids_of(std::uint64_t unit, std::int32_t year, std::uint32_t n_begin,
                      std::uint64_t* out, std::size_t count) {
  Word const d;
  std::size_t const lanes = hn::Lanes(d);
  Words const offsets = hn::Iota(d, 0);
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    Words const ns = hn::Add(offsets, hn::Set(d, n_begin + i));
    hn::StoreU(candidates(unit, year, ns), d, out + i);
  }
  if (i < count) {
    HWY_ALIGN std::uint64_t last[most_lanes];
    hn::Store(candidates(unit, year, hn::Add(offsets, hn::Set(d, n_begin + i))), d, last);
    std::copy_n(last, count - i, out + i);
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace meesterplan::chance
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace meesterplan::chance {

HWY_EXPORT(exponentials_shared);
HWY_EXPORT(exponentials_own);
HWY_EXPORT(uniform_pairs_shared);
HWY_EXPORT(uniform_pairs_own);
HWY_EXPORT(candidate_ids_of);
HWY_EXPORT(any_candidate_ids);

void exponentials(Stream stream, std::span<std::uint64_t const> ids, Purpose purpose,
                  std::uint32_t index, std::span<double> out) {
  MP_EXPECT(out.size() == ids.size());
  HWY_DYNAMIC_DISPATCH(exponentials_shared)
  (stream, ids.data(), ids.size(), purpose, index, out.data());
}

void exponentials(Stream stream, std::span<std::uint64_t const> ids,
                  std::span<std::uint64_t const> draws, std::span<double> out) {
  MP_EXPECT(draws.size() == ids.size() && out.size() == ids.size());
  HWY_DYNAMIC_DISPATCH(exponentials_own)
  (stream, ids.data(), ids.size(), draws.data(), out.data());
}

void uniform_pairs(Stream stream, std::span<std::uint64_t const> ids, Purpose purpose,
                   std::uint32_t index, std::span<double> first, std::span<double> second) {
  MP_EXPECT(first.size() == ids.size() && second.size() == ids.size());
  HWY_DYNAMIC_DISPATCH(uniform_pairs_shared)
  (stream, ids.data(), ids.size(), purpose, index, first.data(), second.data());
}

void uniform_pairs(Stream stream, std::span<std::uint64_t const> ids,
                   std::span<std::uint64_t const> draws, std::span<double> first,
                   std::span<double> second) {
  MP_EXPECT(draws.size() == ids.size());
  MP_EXPECT(first.size() == ids.size() && second.size() == ids.size());
  HWY_DYNAMIC_DISPATCH(uniform_pairs_own)
  (stream, ids.data(), ids.size(), draws.data(), first.data(), second.data());
}

void candidate_ids(std::uint64_t unit, std::int32_t year, std::uint32_t n_begin,
                   std::span<std::uint64_t> out) {
  MP_EXPECT(out.size() <= (std::uint64_t{1} << 32) - n_begin);
  HWY_DYNAMIC_DISPATCH(candidate_ids_of)(unit, year, n_begin, out.data(), out.size());
}

void candidate_ids(std::span<std::uint64_t const> units, std::int32_t year,
                   std::span<std::uint64_t const> ns, std::span<std::uint64_t> out) {
  MP_EXPECT(units.size() == out.size() && ns.size() == out.size());
  HWY_DYNAMIC_DISPATCH(any_candidate_ids)(units.data(), year, ns.data(), out.data(), out.size());
}

}  // namespace meesterplan::chance
#endif
