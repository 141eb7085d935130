#pragma once

#include <cstdint>

namespace meesterplan {

/// Where something stands in the user's files, so that whatever is found out
/// about it later can still be told at its place.
struct Place {
  std::int32_t file = -1;   ///< index into the scenario's sources; -1: nowhere
  std::int32_t line = 0;    ///< from 1; 0: unknown
  std::int32_t column = 0;  ///< from 1, in characters; 0: unknown
};

}  // namespace meesterplan
