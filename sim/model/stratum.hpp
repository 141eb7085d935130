#pragma once

#include <cstdint>

#include "sim/chance/address.hpp"

namespace meesterplan::model {

/// The stratum, 0 .. n_strata - 1, of the parameter with this key in a future.
///
/// Drawn by boost::random::uniform_smallint from the one block of the
/// parameter's address. Of Boost's distributions only those may be used that
/// take a fixed number of random words: one that rejects and tries again would
/// take other words for other bounds, and two futures that should share a draw
/// would not. The chance of a stratum is 1/1000 to within 1e-16.
std::uint16_t stratum_of(chance::Stream stream, std::uint64_t key);

}  // namespace meesterplan::model
