#include "sim/output/version.hpp"

namespace meesterplan::output {

std::string_view version() {
  return MP_VERSION;
}

}  // namespace meesterplan::output
