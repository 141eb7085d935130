#pragma once

#include "sim/cli/command.hpp"
#include "sim/cli/console.hpp"
#include "sim/cli/exit_code.hpp"

namespace meesterplan::cli {

/// The commands: each does what its name says, writes its data to the standard
/// output, and throws InputError, IoError or what else goes wrong.

ExitCode check(Command const& command, Console const& console);
ExitCode run(Command const& command, Console const& console);
ExitCode why(Command const& command, Console const& console);
ExitCode staffing(Command const& command, Console const& console);
ExitCode new_project(Command const& command, Console const& console);
ExitCode explain(Command const& command, Console const& console);
ExitCode verify(Command const& command, Console const& console);
ExitCode report(Command const& command, Console const& console);
ExitCode aggregate(Command const& command, Console const& console);
ExitCode synthesize(Command const& command, Console const& console);
ExitCode import_school(Command const& command, Console const& console);

}  // namespace meesterplan::cli
