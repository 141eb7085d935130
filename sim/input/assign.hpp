#pragma once

#include <optional>
#include <utility>

#include "sim/scenario/uncertain.hpp"

namespace meesterplan::input {

/// Puts what was read in `target`; leaves it alone when nothing was.
template <typename Number, typename Read>
void assign(Number& target, std::optional<Read> const& value) {
  if (value)
    target = static_cast<Number>(*value);
}

inline void assign(scenario::Uncertain& target, std::optional<scenario::Uncertain> value) {
  if (value)
    target = std::move(*value);
}

}  // namespace meesterplan::input
