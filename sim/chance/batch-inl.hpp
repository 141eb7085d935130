// Philox, open uniforms and the logarithm on vectors: compiled once for every
// set of vector instructions (Highway's pattern for code behind a dynamic
// dispatch), for batch.cpp and for the kernels of the engine. A 32-bit word
// lives in the lower half of a 64-bit lane; what its upper half holds is said
// at each function.

#if defined(MP_CHANCE_BATCH_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef MP_CHANCE_BATCH_INL_HPP
#undef MP_CHANCE_BATCH_INL_HPP
#else
#define MP_CHANCE_BATCH_INL_HPP
#endif

#include <hwy/highway.h>

#include "sim/chance/address.hpp"
#include "sim/chance/log_terms.hpp"

HWY_BEFORE_NAMESPACE();
namespace meesterplan::chance {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Word = hn::ScalableTag<std::uint64_t>;
using Real = hn::ScalableTag<double>;
using Words = hn::VFromD<Word>;
using Reals = hn::VFromD<Real>;

/// `multiplier` times the lower halves of `words`, whose upper halves may hold
/// anything.
HWY_INLINE Words widening_product(Words words, std::uint32_t multiplier) {
  Word const d;
#if HWY_TARGET == HWY_SCALAR
  return hn::Mul(hn::And(words, hn::Set(d, 0xFFFFFFFF)), hn::Set(d, multiplier));
#else
  hn::Repartition<std::uint32_t, Word> const d32;
  return hn::MulEven(hn::BitCast(d32, words), hn::BitCast(d32, hn::Set(d, multiplier)));
#endif
}

/// philox() on vectors: takes and leaves its four words in w0 .. w3, with
/// anything in their upper halves. `second_key(round)` is the second word of
/// the key in that round.
template <class SecondKey>
HWY_INLINE void philox(std::uint32_t k0, SecondKey const& second_key, Words& w0, Words& w1,
                       Words& w2, Words& w3) {
  Word const d;
  for (std::uint32_t round = 0; round < philox_rounds; ++round) {
    Words const a = widening_product(w0, philox_multiplier[0]);
    Words const b = widening_product(w2, philox_multiplier[1]);
    w0 = hn::Xor3(hn::ShiftRight<32>(b), w1, hn::Set(d, k0));
    w1 = b;
    w2 = hn::Xor3(hn::ShiftRight<32>(a), w3, second_key(round));
    w3 = a;
    k0 += philox_key_step[0];
  }
}

/// All lanes with one key.
HWY_INLINE void philox(Key key, Words& w0, Words& w1, Words& w2, Words& w3) {
  auto const second_key = [&](std::uint32_t round) {
    return hn::Set(Word(), key.word[1] + round * philox_key_step[1]);
  };
  philox(key.word[0], second_key, w0, w1, w2, w3);
}

/// block() on vectors: the four words of the addresses (ids, purposes,
/// indices) in w0 .. w3, with anything in their upper halves. `indices` are
/// 32-bit; of `purposes` the upper halves do not count.
HWY_INLINE void blocks(Stream stream, Words ids, Words purposes, Words indices, Words& w0,
                       Words& w1, Words& w2, Words& w3) {
  w0 = ids;
  w1 = hn::ShiftRight<32>(ids);
  w2 = purposes;
  w3 = indices;
  philox(Key{{stream.seed, stream.replicate}}, w0, w1, w2, w3);
}

/// The 64-bit words high:low of two 32-bit ones, with anything in their upper
/// halves.
HWY_INLINE Words joined(Words low, Words high) {
  return hn::Or(hn::ShiftLeft<32>(high), hn::And(low, hn::Set(Word(), 0xFFFFFFFF)));
}

/// open_uniform() on vectors. The 53 bits become a double in two exact halves,
/// placed in the fractions of 2^84 and 2^52: no processor lacks that.
HWY_INLINE Reals open_uniform(Words low, Words high) {
  Word const d;
  Real const real;
  Words const bits = hn::ShiftRight<11>(joined(low, high));
  Words const lower = hn::Or(hn::And(bits, hn::Set(d, 0xFFFFFFFF)), hn::Set(d, 0x4330000000000000));
  Words const upper = hn::Or(hn::ShiftRight<32>(bits), hn::Set(d, 0x4530000000000000));
  Reals const k = hn::Add(hn::Sub(hn::BitCast(real, upper), hn::Set(real, 0x1.00000001p84)),
                          hn::BitCast(real, lower));
  return hn::Mul(hn::Max(k, hn::Set(real, 0.5)), hn::Set(real, 0x1p-53));
}

/// log() on vectors of positive, normal, finite doubles. The order of the
/// operations is that of log_of_parts in logarithm.cpp: change both or none.
HWY_INLINE Reals log(Reals x) {
  using namespace log_terms;
  Word const d;
  Real const real;
  Words const shifted = hn::Add(hn::BitCast(d, x), hn::Set(d, to_one));
  Words const exponent = hn::Or(hn::ShiftRight<52>(shifted), hn::Set(d, 0x4330000000000000));
  Reals const k = hn::Sub(hn::BitCast(real, exponent), hn::Set(real, 0x1p52 + exponent_bias));
  Reals const m = hn::BitCast(
      real, hn::Add(hn::And(shifted, hn::Set(d, fraction_mask)), hn::Set(d, sqrt_half)));
  Reals const f = hn::Sub(m, hn::Set(real, 1.0));

  Reals const s = hn::Div(f, hn::Add(hn::Set(real, 2.0), f));
  Reals const z = hn::Mul(s, s);
  Reals const z2 = hn::Mul(z, z);
  Reals const p01 = hn::Add(hn::Set(real, p0), hn::Mul(hn::Set(real, p1), z));
  Reals const p23 = hn::Add(hn::Set(real, p2), hn::Mul(hn::Set(real, p3), z));
  Reals const p45 = hn::Add(hn::Set(real, p4), hn::Mul(hn::Set(real, p5), z));
  Reals const low = hn::Add(p01, hn::Mul(p23, z2));
  Reals const high = hn::Add(p45, hn::Mul(hn::Set(real, p6), z2));
  Reals const p = hn::Add(low, hn::Mul(high, hn::Mul(z2, z2)));
  Reals const correction = hn::Mul(s, hn::Sub(f, hn::Mul(hn::Add(z, z), p)));
  Reals const rest = hn::Sub(correction, hn::Mul(k, hn::Set(real, ln2_low)));
  return hn::Add(hn::Mul(k, hn::Set(real, ln2_high)), hn::Sub(f, rest));
}

/// exponential() on vectors; `indices` are 32-bit.
HWY_INLINE Reals exponential(Stream stream, Words ids, Words purposes, Words indices) {
  Words w0;
  Words w1;
  Words w2;
  Words w3;
  blocks(stream, ids, purposes, indices, w0, w1, w2, w3);
  return hn::Neg(log(open_uniform(w0, w1)));
}

/// uniforms() on vectors; of `purposes` the upper halves do not count, `indices`
/// are 32-bit.
HWY_INLINE void uniforms(Stream stream, Words ids, Words purposes, Words indices, Reals& first,
                         Reals& second) {
  Words w0;
  Words w1;
  Words w2;
  Words w3;
  blocks(stream, ids, purposes, indices, w0, w1, w2, w3);
  first = open_uniform(w0, w1);
  second = open_uniform(w2, w3);
}

}  // namespace HWY_NAMESPACE
}  // namespace meesterplan::chance
HWY_AFTER_NAMESPACE();

#endif
