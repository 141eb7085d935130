#pragma once

#include <cstdint>
#include <string_view>

namespace meesterplan {

/// XXH64 (seed 0) of the bytes of a stable name: the 64-bit key under which a
/// person, section or parameter addresses its draws.
std::uint64_t hash64(std::string_view bytes);

}  // namespace meesterplan
