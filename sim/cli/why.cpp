#include <ostream>
#include <utility>

#include "sim/cli/balance.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/playing.hpp"
#include "sim/cli/stop.hpp"

namespace meesterplan::cli {

namespace {

Played play_until_stopped(Loaded loaded, Command const& command, Console const& console) {
  StopRequest const stop;
  return play(std::move(loaded), command, console);
}

}  // namespace

ExitCode why(Command const& command, Console const& console) {
  Played const played = play_until_stopped(load_to_play(command), command, console);
  results::Results const& results = played.results;
  show(results, command.form,
       [&](std::ostream& stream) { write_balance(results, console.language(), stream); });
  return end_of(played, console);
}

}  // namespace meesterplan::cli
