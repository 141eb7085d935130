#pragma once

#include <stdexcept>

/// Contracts between parts of the program: a broken one is our mistake, never
/// the user's. With MP_CONTRACTS=1 a broken contract throws ContractError, so
/// that tests can check it; with 0 the condition is compiled but not evaluated.

namespace meesterplan {

/// A broken contract: expression, file and line of the check.
class ContractError final : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// Throws ContractError that names the kind of contract, the expression and
/// where it stands.
[[noreturn]] void contract_broken(char const* kind, char const* expression, char const* file,
                                  int line);

}  // namespace meesterplan

#ifndef MP_CONTRACTS
#define MP_CONTRACTS 0
#endif

#if MP_CONTRACTS
#define MP_CHECK_CONTRACT(KIND, COND)                                  \
  do {                                                                 \
    if (!(COND))                                                       \
      ::meesterplan::contract_broken(KIND, #COND, __FILE__, __LINE__); \
  } while (false)
#else
#define MP_CHECK_CONTRACT(KIND, COND) \
  do {                                \
    if (false && (COND)) {            \
    }                                 \
  } while (false)
#endif

/// What the caller owes, before.
#define MP_EXPECT(COND) MP_CHECK_CONTRACT("expects", COND)
/// What holds within.
#define MP_ASSERT(COND) MP_CHECK_CONTRACT("asserts", COND)
/// What the function owes, after.
#define MP_ENSURE(COND) MP_CHECK_CONTRACT("ensures", COND)
