#pragma once

#include <functional>
#include <optional>
#include <string>

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"
#include "sim/cli/exit_code.hpp"
#include "sim/cli/loading.hpp"
#include "sim/cli/written.hpp"
#include "sim/output/version.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::cli {

/// How a run came to its end.
enum class Ending { whole, interrupted };

/// A played scenario.
struct Played {
  results::Results results;
  Ending ending =
      Ending::whole;  ///< interrupted: Ctrl-C, even when all futures were played by then
  std::string version{output::version()};        ///< of the product that played it
  std::optional<scenario::Scenario> scenario{};  ///< what was played; empty of a kept run
  bool policies_are_missing = false;             ///< interrupted while what policies do was played
};

/// Plays a scenario and tells progress; Ctrl-C ends it early with what has been
/// played, while a StopRequest lives. What the files gave cause to tell is among the notes. Throws
/// InputError.
Played play(Loaded loaded, Command const& command, Console const& console);

/// The answer to a question about the command's scenario, which is played now until
/// Ctrl-C, or about the kept run that is named in its place. Throws InputError,
/// StoreError, or UsageError when the command line does not go with a kept run.
Played answer_to(Command const& command, Console const& console);

/// The first and last school year that an answer is about.
struct Horizon {
  int first = 0, last = 0;
};

/// The same, with `expect` asked about the years before anything is played.
Played answer_to(Command const& command, Console const& console,
                 std::function<void(Horizon)> const& expect);

/// Adds what each policy does to the answer; nothing to one that was interrupted, nor to a
/// kept run that was kept without, of which it tells the user how to ask. Ctrl-C ends it
/// without, while a StopRequest lives.
void add_policies(Played& played, Command const& command, Console const& console);

/// How many threads the command may use.
int threads_of(Command const& command);

/// Tells the answer: as JSON when that is asked, otherwise as `text` writes it. Nothing
/// when no future was played.
void show(Played const& played, Form form, Writer const& text);

/// What an interruption has cost: "Interrupted after 3,200 of 10,000 futures." Of what
/// policies do it does not know.
std::string interruption(results::Results const& results, Language language);

/// Tells the user that the run was interrupted, if so, and gives the exit code.
ExitCode end_of(Played const& played, Console const& console);

}  // namespace meesterplan::cli
