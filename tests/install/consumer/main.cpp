// A program of somebody else that uses the installed package.

#include <cstdio>

#include "sim/base/contracts.hpp"
#include "sim/base/hash.hpp"

int main() {
  static_assert(MP_CONTRACTS == EXPECTED_CONTRACTS, "headers and libraries agree on contracts");

  // XXH64 of nothing with seed 0, from its specification.
  std::uint64_t const hash_of_nothing = 0xef46db3751d8e999U;
  if (meesterplan::hash64("") != hash_of_nothing) {
    std::puts("hash64 does not work as installed");
    return 1;
  }
  return 0;
}
