#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::model {

/// What the file already tells of one person's coming years, as a fact with a
/// month: for results only, nothing is played from it.
struct KnownChange {
  enum class Kind : std::uint8_t {
    leaves,       ///< known leave, or the end of a replacement
    starts,       ///< known start
    hours,        ///< known change of hours
    pension_age,  ///< reaches the state pension age, in service unless it left by chance
    contract_end  ///< date of a temporary contract; whether it goes on is drawn
  };
  /// What one section gains (starts), has at stake (the rest) or changes by (hours).
  struct Part {
    std::int32_t section = 0;
    std::int64_t fte = 0;  ///< thousandths
  };

  Kind kind = Kind::leaves;
  std::int32_t step = 1;                                        ///< 1 .. years
  std::optional<Month> month;                                   ///< first one in which it holds
  scenario::ExitCause cause = scenario::ExitCause::retirement;  ///< of leaves
  std::vector<Part> parts;                                      ///< each section once
};

}  // namespace meesterplan::model
