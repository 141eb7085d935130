#pragma once

#include <cstdint>

#include "sim/chance/address.hpp"
#include "sim/chance/logarithm.hpp"

namespace meesterplan::chance {

/// A clock's budget of hazard, drawn from Exp(1): minus the logarithm of the
/// first uniform of the address. In [1.1e-16, 37.5], so a hazard of 38 or more
/// always uses it up.
inline double exponential(Stream stream, std::uint64_t id, Purpose purpose, std::uint32_t index) {
  return -log(uniform(stream, id, purpose, index));
}

}  // namespace meesterplan::chance
