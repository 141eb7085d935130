#include <algorithm>
#include <cmath>
#include <exception>
#include <ostream>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "sim/base/visible.hpp"
#include "sim/cli/answer.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/keeping.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/playing.hpp"
#include "sim/cli/policy_text.hpp"
#include "sim/cli/populations.hpp"
#include "sim/cli/stop.hpp"

namespace meesterplan::cli {
namespace {

void tell_kept(Command const& command, Console const& console, results::Results const& results) {
  std::string const name = destination_of(command, results.scenario).name;
  console.say(fmt::format(fmt::runtime(console.language() == Language::nl ? "Bewaard: {} (run {})"
                                                                          : "Kept: {} (run {})"),
                          visible_line(command.folder), visible_line(name)));
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

/// `--policies` asks of a scenario what it does not have.
void note_without_policies(scenario::Scenario const& scenario, Console const& console) {
  if (!results::policy_cards(scenario.policies).empty())
    return;
  console.say(
      console.language() == Language::nl
          ? "--policies: dit scenario heeft geen beleid dat meedoet (sterkte boven 0), dus daar "
            "valt niets van te spelen."
          : "--policies: this scenario has no policy that is used (strength above 0), so there is "
            "nothing of it to play.");
}

/// A played scenario, and what kept its results from being kept.
struct PlayedAndKept {
  Played played;
  std::exception_ptr failure;  ///< null: kept, or never asked
};

/// From now on Ctrl-C ends the run early, and what has been played is kept.
PlayedAndKept play_and_keep(Loaded loaded, Command const& command, Console const& console) {
  StopRequest const stop;
  auto const texts = loaded.texts;
  PlayedAndKept result{play(std::move(loaded), command, console), nullptr};
  if (result.played.results.replicates == 0)
    return result;
  tell_speed(console, result.played.results);
  if (command.with_policies)
    add_policies(result.played, command, console);
  if (command.folder.empty())
    return result;
  try {
    keep(command, texts, result.played.results);
    tell_kept(command, console, result.played.results);
  } catch (std::exception const&) {
    result.failure = std::current_exception();
  }
  return result;
}

}  // namespace

ExitCode run(Command const& command, Console const& console) {
  if (!command.populations_in.empty())
    expect_populations(command);
  Loaded loaded = load_to_play(command);
  if (command.with_policies)
    note_without_policies(loaded.scenario, console);
  if (!command.folder.empty())
    store::expect_place(destination_of(command, loaded.scenario.name));
  auto const [played, failure] = play_and_keep(std::move(loaded), command, console);
  results::Results const& results = played.results;
  show(played, command.form, [&console, &results](std::ostream& stream) {
    write_answer(results, console.language(), stream);
    if (results.policies)
      write_policies(results, console.language(), stream);
  });
  if (!command.populations_in.empty() && played.ending == Ending::whole)
    write_populations(results, command, console);
  // Only now: an answer that could not be kept is still an answer.
  if (failure)
    std::rethrow_exception(failure);
  if (played.ending == Ending::whole)
    suggest_next(console, "why", command.folder.empty() ? command.scenario : command.folder);
  return end_of(played, console);
}

}  // namespace meesterplan::cli
