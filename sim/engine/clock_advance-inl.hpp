// The inner loop of every clock, compiled once per instruction set. No
// multiply-add: a fused one would differ in the last bit between targets.

#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace meesterplan::engine {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

template <class D>
HWY_INLINE hn::Vec<D> look_up(D d, TableView const& table, std::size_t slot) {
  hn::Rebind<std::int16_t, D> const d16;
  hn::Rebind<std::int32_t, D> const d32;
  hn::Rebind<std::int64_t, D> const d64;
  auto index = hn::Set(d32, table.base);
  for (std::int32_t dim = 0; dim < table.n_dimensions; ++dim) {
    auto const& view = table.dimensions[static_cast<std::size_t>(dim)];
    auto const value = hn::PromoteTo(d32, hn::LoadU(d16, view.column + slot));
    index = hn::Add(index, hn::GatherIndex(d32, view.offset, value));
  }
  return hn::GatherIndex(d, table.value, hn::PromoteTo(d64, index));
}

std::size_t Advance(ClockView const& clock, double* HWY_RESTRICT budgets, std::size_t n_slots,
                    std::uint64_t* HWY_RESTRICT ran_out) {
  hn::CappedTag<double, slot_multiple> const d;
  hn::Rebind<std::uint64_t, decltype(d)> const du;
  auto const zero = hn::Zero(d);
  std::size_t n_out = 0;
  for (std::size_t slot = 0; slot < n_slots; slot += hn::Lanes(d)) {
    auto hazard = zero;
    for (GroupView const& group : clock.groups()) {
      auto part = look_up(d, group.total, slot);
      for (TableView const& factor : group.factors)
        part = hn::Mul(part, look_up(d, factor, slot));
      hazard = hn::Add(hazard, part);
    }
    auto const left = hn::Sub(hn::LoadU(d, budgets + slot), hazard);
    hn::StoreU(left, d, budgets + slot);
    auto const out = hn::RebindMask(du, hn::Lt(left, zero));
    if (!hn::AllFalse(du, out)) {
      n_out += hn::CompressStore(hn::Iota(du, slot), out, du, ran_out + n_out);
    }
  }
  return n_out;
}

}  // namespace HWY_NAMESPACE
}  // namespace meesterplan::engine
HWY_AFTER_NAMESPACE();
