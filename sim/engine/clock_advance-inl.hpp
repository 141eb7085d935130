// The inner loop of every clock, compiled once per instruction set. No
// multiply-add: a fused one would differ in the last bit between targets.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace meesterplan::engine {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// The keys of the persons from `slot` on.
template <class D32>
HWY_INLINE hn::Vec<D32> keys_of(D32 d32, DimensionView const& view, std::size_t slot) {
  hn::Rebind<std::int16_t, D32> const d16;
  auto const keys = hn::PromoteTo(d32, hn::LoadU(d16, view.column + slot));
  auto const others = hn::PromoteTo(d32, hn::LoadU(d16, view.other + slot));
  return hn::Add(keys, hn::Mul(others, hn::Set(d32, view.stride)));
}

using Budget = hn::CappedTag<double, slot_multiple>;
using Budgets = hn::Vec<Budget>;

HWY_INLINE Budgets look_up_by_key(double const* by_key, DimensionView const& view,
                                  std::size_t slot) {
  hn::Rebind<std::int32_t, Budget> const d32;
  hn::Rebind<std::int64_t, Budget> const d64;
  return hn::GatherIndex(Budget(), by_key, hn::PromoteTo(d64, keys_of(d32, view, slot)));
}

HWY_INLINE Budgets look_up(TableView const& table, std::size_t slot) {
  if (table.by_key != nullptr)
    return look_up_by_key(table.by_key, table.dimensions[0], slot);
  hn::Rebind<std::int32_t, Budget> const d32;
  hn::Rebind<std::int64_t, Budget> const d64;
  auto index = hn::Set(d32, table.base);
  for (std::int32_t dim = 0; dim < table.n_dimensions; ++dim) {
    auto const& view = table.dimensions[static_cast<std::size_t>(dim)];
    index = hn::Add(index, hn::GatherIndex(d32, view.offset, keys_of(d32, view, slot)));
  }
  return hn::GatherIndex(Budget(), table.value, hn::PromoteTo(d64, index));
}

/// Writes the places of the bits that are set, from `first` on; returns how
/// many. Always eight at a time, of which the last may mean nothing: a branch
/// for each bit would often be mispredicted.
HWY_INLINE std::size_t list_bits(std::uint64_t bits, std::size_t first,
                                 std::uint64_t* HWY_RESTRICT places) {
  constexpr std::size_t at_once = 8;
  auto const n = static_cast<std::size_t>(std::popcount(bits));
  std::size_t done = 0;
  do {
    for (std::size_t i = 0; i < at_once; ++i) {
      places[done + i] = first + static_cast<std::size_t>(std::countr_zero(bits));
      bits &= bits - 1;
    }
    done += at_once;
  } while (done < n);
  return n;
}

/// `hazards(slot)` are those of the persons from `slot` on.
template <class Hazards>
HWY_INLINE std::size_t lower_all(Hazards const& hazards, double* HWY_RESTRICT budgets,
                                 std::size_t n_slots, std::uint64_t* HWY_RESTRICT ran_out) {
  Budget const d;
  std::size_t n_out = 0;
  constexpr std::size_t chunk = 64;
  for (std::size_t begin = 0; begin < n_slots; begin += chunk) {
    std::size_t const end = std::min(begin + chunk, n_slots);
    std::uint64_t bits = 0;
    for (std::size_t slot = begin; slot < end; slot += hn::Lanes(d)) {
      auto const left = hn::Sub(hn::LoadU(d, budgets + slot), hazards(slot));
      hn::StoreU(left, d, budgets + slot);
      std::uint8_t out[8] = {};
      hn::StoreMaskBits(d, hn::Lt(left, hn::Zero(d)), out);
      bits |= std::uint64_t{out[0]} << (slot - begin);
    }
    n_out += list_bits(bits, begin, ran_out + n_out);
  }
  return n_out;
}

// NOLINTNEXTLINE(misc-definitions-in-headers): compiled once per instruction set
std::size_t advance_all(ClockView const& clock, double* HWY_RESTRICT budgets, std::size_t n_slots,
                        std::uint64_t* HWY_RESTRICT ran_out) {
  std::vector<GroupView> const& groups = clock.groups();
  if (groups.size() == 1 && groups[0].factors.empty() && groups[0].total.by_key != nullptr) {
    double const* const by_key = groups[0].total.by_key;
    DimensionView const view = groups[0].total.dimensions[0];
    auto const hazards = [&](std::size_t slot) { return look_up_by_key(by_key, view, slot); };
    return lower_all(hazards, budgets, n_slots, ran_out);
  }
  auto const hazards = [&](std::size_t slot) {
    auto sum = hn::Zero(Budget());
    for (GroupView const& group : groups) {
      auto part = look_up(group.total, slot);
      for (TableView const& factor : group.factors)
        part = hn::Mul(part, look_up(factor, slot));
      sum = hn::Add(sum, part);
    }
    return sum;
  };
  return lower_all(hazards, budgets, n_slots, ran_out);
}

}  // namespace HWY_NAMESPACE
}  // namespace meesterplan::engine
HWY_AFTER_NAMESPACE();
