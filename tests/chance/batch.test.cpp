#include "sim/chance/batch.hpp"

#include <bit>
#include <cstddef>
#include <vector>

#include "sim/base/contracts.hpp"
#include "sim/chance/clock.hpp"
#include "sim/chance/simd.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::chance {
namespace {

constexpr double untouched = -1.0;

/// One number of different bits: also tells -0 from 0.
bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// Ids that use all 64 bits and indices that use all 32.
struct Addresses {
  std::vector<std::uint64_t> ids;
  std::vector<std::uint32_t> indices;

  explicit Addresses(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      ids.push_back(mix(i, 99));
      indices.push_back(static_cast<std::uint32_t>(mix(i, 100)));
    }
  }
};

/// How many of the first `count` draws differ from those on single addresses,
/// or were written beyond `count`; all spans start one element after an
/// aligned one.
std::size_t differences(std::size_t count) {
  Stream const stream{0xDEADBEEF, 0xFFFFFFFF};
  Addresses const all(count + 1);
  std::span<std::uint64_t const> const ids(all.ids.data() + 1, count);
  std::span<std::uint32_t const> const indices(all.indices.data() + 1, count);
  std::vector<double> shared(count + 2, untouched);
  std::vector<double> own(count + 2, untouched);
  std::vector<double> first(count + 2, untouched);
  std::vector<double> second(count + 2, untouched);
  std::vector<double> first_own(count + 2, untouched);
  std::vector<double> second_own(count + 2, untouched);
  std::vector<std::uint64_t> candidates(count + 2, 0);
  auto const out = [count](std::vector<double>& values) {
    return std::span<double>(values.data() + 1, count);
  };
  exponentials(stream, ids, Purpose::exit, 3, out(shared));
  auto const draws_for = [&](Purpose purpose) {
    std::vector<std::uint64_t> draws;
    for (std::uint32_t const index : indices)
      draws.push_back(draw_number(purpose, index));
    return draws;
  };
  exponentials(stream, ids, draws_for(Purpose::enrol), out(own));
  uniform_pairs(stream, ids, Purpose::grant, 0xFFFFFFFF, out(first), out(second));
  uniform_pairs(stream, ids, draws_for(Purpose::study), out(first_own), out(second_own));
  candidate_ids(0xFEDCBA9876543210, -5, 0xFFFFFF00, {candidates.data() + 1, count});
  std::vector<std::uint64_t> successors(count + 2, 0);
  Addresses const leavers(count);
  candidate_ids(ids, -5, leavers.ids, {successors.data() + 1, count});

  std::size_t wrong = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Uniforms const pair = uniforms(stream, ids[i], Purpose::grant, 0xFFFFFFFF);
    Uniforms const pair_own = uniforms(stream, ids[i], Purpose::study, indices[i]);
    wrong += !same_bits(shared[i + 1], exponential(stream, ids[i], Purpose::exit, 3));
    wrong += !same_bits(own[i + 1], exponential(stream, ids[i], Purpose::enrol, indices[i]));
    wrong += !same_bits(first[i + 1], pair.first);
    wrong += !same_bits(second[i + 1], pair.second);
    wrong += !same_bits(first_own[i + 1], pair_own.first);
    wrong += !same_bits(second_own[i + 1], pair_own.second);
    wrong += candidates[i + 1] != candidate_id(0xFEDCBA9876543210, -5, 0xFFFFFF00 + i);
    wrong += successors[i + 1] != candidate_id(ids[i], -5, leavers.ids[i]);
  }
  for (std::vector<double> const* values :
       {&shared, &own, &first, &second, &first_own, &second_own}) {
    wrong += values->front() != untouched || values->back() != untouched;
  }
  wrong += candidates.front() != 0 || candidates.back() != 0;
  wrong += successors.front() != 0 || successors.back() != 0;
  return wrong;
}

TEST_CASE("batches are the single draws, bit for bit, on every target and length") {
  for (SimdTarget const& target : simd_targets()) {
    ForcedSimdTarget const forced(target);
    INFO(target.name);
    for (std::size_t count = 0; count <= 70; ++count)
      CHECK(differences(count) == 0);
  }
}

TEST_CASE("a large batch is the single draws on every target") {
  Stream const stream{1, 2};
  Addresses const all(200'000);
  std::vector<double> out(all.ids.size());
  std::vector<std::uint64_t> draws;
  for (std::uint32_t const index : all.indices)
    draws.push_back(draw_number(Purpose::exit, index));
  for (SimdTarget const& target : simd_targets()) {
    ForcedSimdTarget const forced(target);
    INFO(target.name);
    exponentials(stream, all.ids, draws, out);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
      wrong += !same_bits(out[i], exponential(stream, all.ids[i], Purpose::exit, all.indices[i]));
    }
    CHECK(wrong == 0);
  }
}

#if MP_CONTRACTS
TEST_CASE("a batch wants spans of one length") {
  std::vector<std::uint64_t> const ids(3);
  std::vector<double> three(3);
  std::vector<double> two(2);
  CHECK_THROWS_AS(exponentials({}, ids, Purpose::exit, 0, two), ContractError);
  CHECK_THROWS_AS(uniform_pairs({}, ids, Purpose::exit, 0, three, two), ContractError);
}
#endif

}  // namespace
}  // namespace meesterplan::chance
