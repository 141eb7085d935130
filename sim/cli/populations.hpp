#pragma once

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::cli {

/// Looks for the folders 1 and 2 before anything is played; throws UsageError without them.
void expect_populations(Command const& command);

/// Plays the command's scenario with the made-up people of each folder 1, 2, ... in
/// command.populations_in (`synthesize --populations`), and writes what that makes of the last
/// target's year: the mean over populations, the spread between them, and that between futures of
/// one. `own` is what the scenario's own people came to.
///
/// Ctrl-C ends it with the populations that were played. Throws InputError when one cannot be.
void write_populations(results::Results const& own, Command const& command, Console const& console);

}  // namespace meesterplan::cli
