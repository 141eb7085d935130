#include "sim/base/contracts.hpp"

#include <string>

namespace meesterplan {

void contract_broken(char const* kind, char const* expression, char const* file, int line) {
  throw ContractError(std::string(file) + ":" + std::to_string(line) + ": " + kind + " " +
                      expression);
}

}  // namespace meesterplan
