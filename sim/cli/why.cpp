#include <ostream>

#include "sim/cli/balance.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/playing.hpp"
#include "sim/cli/policy_text.hpp"
#include "sim/cli/stop.hpp"

namespace meesterplan::cli {

ExitCode why(Command const& command, Console const& console) {
  Played played = answer_to(command, console);
  {
    StopRequest const stop;
    add_policies(played, command, console);
  }
  results::Results const& results = played.results;
  show(played, command.form, [&](std::ostream& stream) {
    write_balance(results, console.language(), stream);
    if (results.policies)
      write_policies(results, console.language(), stream);
  });
  return end_of(played, console);
}

}  // namespace meesterplan::cli
