#include <algorithm>
#include <cmath>
#include <exception>
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

/// Keeps the results and tells where.
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
  char const* const form = language == Language::nl ? "{} in {} s ({} leraarjaren per seconde)"
                                                    : "{} in {} s ({} teacher-years per second)";
  console.say(fmt::format(
      fmt::runtime(form),
      counted(results.replicates, {"toekomst", "future"}, {"toekomsten", "futures"}, language),
      decimal(diagnostics.seconds, 2, language), whole(std::llround(per_second), language)));
}

/// A played scenario, and what kept its results from being kept.
struct PlayedAndKept {
  Played played;
  std::exception_ptr failure;  ///< null: kept, or never asked
};

/// From now on Ctrl-C ends the run early, and what has been played is kept.
PlayedAndKept play_and_keep(Loaded loaded, Command const& command, Console const& console) {
  StopRequest const stop;
  PlayedAndKept result{play(std::move(loaded), command, console), nullptr};
  if (result.played.results.replicates == 0)
    return result;
  tell_speed(console, result.played.results);
  if (command.folder.empty())
    return result;
  try {
    keep(command, console, result.played.results);
  } catch (std::exception const&) {
    result.failure = std::current_exception();
  }
  return result;
}

}  // namespace

ExitCode run(Command const& command, Console const& console) {
  Loaded loaded = load_to_play(command);
  if (!command.folder.empty())
    expect_writable(command.folder, results_file, command.existing);
  auto const [played, failure] = play_and_keep(std::move(loaded), command, console);
  results::Results const& results = played.results;
  show(results, command.form, [&console, &results](std::ostream& stream) {
    write_answer(results, console.language(), stream);
  });
  // Only now: an answer that could not be kept is still an answer.
  if (failure)
    std::rethrow_exception(failure);
  if (played.ending == Ending::whole)
    suggest_next(console, "why", command.scenario);
  return end_of(played, console);
}

}  // namespace meesterplan::cli
