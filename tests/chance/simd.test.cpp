#include "sim/chance/simd.hpp"

#include <string>

#include "tests/support/catch.hpp"

namespace meesterplan::chance {
namespace {

TEST_CASE("a forced target is the one in use, and the best one comes back") {
  std::vector<SimdTarget> const targets = simd_targets();
  REQUIRE_FALSE(targets.empty());
  std::string const usual = simd_target_in_use();
  CHECK(usual == targets.front().name);
  for (SimdTarget const& target : targets) {
    {
      ForcedSimdTarget const forced(target);
      CHECK(simd_target_in_use() == target.name);
    }
    CHECK(simd_target_in_use() == usual);
  }
}

}  // namespace
}  // namespace meesterplan::chance
