#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/engine/state.hpp"

/// What a person costs in a school year.

namespace meesterplan::engine {

/// Cents that the person in `slot` earns in the school year `year` for `fte`.
std::int64_t pay_of(State const& state, std::size_t slot, std::int32_t fte, std::int32_t year);

/// A study: which programme, and with a grant or without.
struct Study {
  std::int32_t programme = 0;
  bool grant = false;
};

/// Of a student's pay: what leave for study takes, and what a grant gives back of that.
struct LeaveCost {
  std::int64_t pay = 0;   ///< cents, paid for leave
  std::int64_t back = 0;  ///< cents, at most pay
};
LeaveCost leave_of(State const& state, std::size_t slot, Study study, std::int32_t fte,
                   std::int32_t year);

/// Cents that the board pays in the school year `year` when the person in `slot` follows
/// `study`: tuition and leave, less the grant.
std::int64_t study_cost(State const& state, std::size_t slot, Study study, std::int32_t year);

/// The study that the person in `slot` follows, who is a student.
Study study_of(State const& state, std::size_t slot);

}  // namespace meesterplan::engine
