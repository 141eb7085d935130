#include <ostream>

#include "sim/cli/balance.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/playing.hpp"

namespace meesterplan::cli {

ExitCode why(Command const& command, Console const& console) {
  Played const played = answer_to(command, console);
  results::Results const& results = played.results;
  show(played, command.form,
       [&](std::ostream& stream) { write_balance(results, console.language(), stream); });
  return end_of(played, console);
}

}  // namespace meesterplan::cli
