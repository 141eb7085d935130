#include "sim/cli/written.hpp"

#include <cerrno>
#include <ostream>
#include <sstream>
#include <system_error>

#include <unistd.h>

#include "sim/base/problem.hpp"
#include "sim/cli/visible.hpp"

namespace meesterplan::cli {

void write_output(Writer const& writer) {
  int const error = store::write_to(STDOUT_FILENO, writer);
  if (error != 0 && error != EPIPE) {
    throw IoError(IoError::Direction::writing, "stdout", std::generic_category().message(error));
  }
}

void write_text(Writer const& writer) {
  std::ostringstream text;
  writer(text);
  write_output([&](std::ostream& stream) { stream << visible(text.str()); });
}

}  // namespace meesterplan::cli
