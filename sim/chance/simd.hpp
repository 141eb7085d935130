#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Which vector instructions the kernels use, for the tests that show that it
/// makes no difference. A run itself never chooses.

namespace meesterplan::chance {

/// A set of vector instructions for which the kernels are compiled.
struct SimdTarget {
  std::int64_t bit = 0;  ///< Highway's number of it
  std::string name;      ///< such as "AVX2"; "SCALAR" or "EMU128": none
};

/// The targets that are compiled in and that this processor has; best first,
/// never empty.
std::vector<SimdTarget> simd_targets();

/// The name of the target that a kernel called now would use.
std::string simd_target_in_use();

/// Restricts every kernel of this process to one target for as long as the
/// object lives. Not while kernels run on other threads; do not nest.
class ForcedSimdTarget {
 public:
  /// `target` is one of simd_targets().
  explicit ForcedSimdTarget(SimdTarget const& target);
  ~ForcedSimdTarget();

  ForcedSimdTarget(ForcedSimdTarget const&) = delete;
  ForcedSimdTarget& operator=(ForcedSimdTarget const&) = delete;
};

}  // namespace meesterplan::chance
