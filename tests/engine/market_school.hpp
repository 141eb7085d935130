#pragma once

#include <cstdint>
#include <string>

#include "sim/model/compile.hpp"
#include "sim/scenario/scenario.hpp"
#include "tests/engine/open_future.hpp"

/// A region of schools that look for teachers of one subject.

namespace meesterplan::testing {

/// `n` schools s0, s1, ... of boards of their own in region "noord", each with one
/// teacher of mathematics for good and open vacancies of `fte` thousandths.
scenario::Scenario market_region(int n, int fte);

/// Candidates for mathematics in region "noord" in all years.
scenario::PoolRow pool_of(scenario::Origin origin, double candidates);

/// A counter of a unit, by its index in the model.
inline std::int64_t count(OpenFuture const& future, scenario::Level level, std::int32_t unit,
                          int counter) {
  return counter_of(future.state(), level, unit, counter);
}
inline std::int64_t count(OpenFuture const& future, int counter) {
  return counter_of(future.state(), scenario::Level::total, 0, counter);
}

/// Hires of all origins in a unit.
std::int64_t hires(OpenFuture const& future, scenario::Level level, std::int32_t unit);
std::int64_t hires(OpenFuture const& future);

}  // namespace meesterplan::testing
