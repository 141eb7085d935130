#include <algorithm>
#include <cmath>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "sim/cli/answer.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/playing.hpp"
#include "sim/cli/stop.hpp"
#include "sim/cli/written.hpp"
#include "sim/output/json.hpp"

namespace meesterplan::cli {
namespace {

constexpr char const* results_file = "results.json";

void keep(Command const& command, Console const& console, results::Results const& results) {
  keep_file(command.folder, results_file, command.existing,
            [&](std::ostream& stream) { output::write_json(results, stream); });
  Language const language = console.language();
  console.say(fmt::format(fmt::runtime(language == Language::nl ? "Bewaard: {}/{}" : "Kept: {}/{}"),
                          command.folder, results_file));
}

void tell_speed(Console const& console, results::Results const& results) {
  Language const language = console.language();
  results::Diagnostics const& diagnostics = results.diagnostics;
  double const seconds = std::max(diagnostics.seconds, 1e-9);
  double const per_second = static_cast<double>(diagnostics.teacher_years) / seconds;
  char const* const form = language == Language::nl
                               ? "{} toekomsten in {} s ({} leraarjaren per seconde)"
                               : "{} futures in {} s ({} teacher-years per second)";
  console.say(fmt::format(fmt::runtime(form), whole(results.replicates, language),
                          decimal(diagnostics.seconds, 2, language),
                          whole(std::llround(per_second), language)));
}

/// From now on Ctrl-C ends the run early, and what has been played is kept.
Played play_and_keep(Loaded loaded, Command const& command, Console const& console) {
  StopRequest const stop;
  Played played = play(std::move(loaded), command, console);
  if (played.results.replicates == 0)
    return played;
  tell_speed(console, played.results);
  if (!command.folder.empty())
    keep(command, console, played.results);
  return played;
}

}  // namespace

ExitCode run(Command const& command, Console const& console) {
  Loaded loaded = load_to_play(command);
  if (!command.folder.empty())
    expect_writable(command.folder, command.existing);
  Played const played = play_and_keep(std::move(loaded), command, console);
  results::Results const& results = played.results;
  if (results.replicates > 0) {
    write_output([&](std::ostream& stream) {
      if (command.form == Form::json) {
        output::write_json(results, stream);
      } else {
        write_answer(results, console.language(), stream);
      }
    });
  }
  if (played.ending == Ending::whole)
    suggest_next(console, "why", command.scenario);
  return end_of(played, console);
}

}  // namespace meesterplan::cli
