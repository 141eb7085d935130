#include "sim/chance/simd.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/chance/simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace meesterplan::chance {
namespace HWY_NAMESPACE {

std::int64_t target_bit() {
  return HWY_TARGET;
}

}  // namespace HWY_NAMESPACE
}  // namespace meesterplan::chance
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace meesterplan::chance {

HWY_EXPORT(target_bit);

std::vector<SimdTarget> simd_targets() {
  std::vector<SimdTarget> targets;
  for (std::int64_t const bit : hwy::SupportedAndGeneratedTargets()) {
    targets.push_back(SimdTarget{bit, hwy::TargetName(bit)});
  }
  return targets;
}

std::string simd_target_in_use() {
  return hwy::TargetName(HWY_DYNAMIC_DISPATCH(target_bit)());
}

ForcedSimdTarget::ForcedSimdTarget(SimdTarget const& target) {
  hwy::SetSupportedTargetsForTest(target.bit);
}

ForcedSimdTarget::~ForcedSimdTarget() {
  hwy::SetSupportedTargetsForTest(0);
}

}  // namespace meesterplan::chance
#endif
