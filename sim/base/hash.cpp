#include "sim/base/hash.hpp"

#include <xxhash.h>

namespace meesterplan {

std::uint64_t hash64(std::string_view bytes) {
  return XXH64(bytes.data(), bytes.size(), 0);
}

}  // namespace meesterplan
