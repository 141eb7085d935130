#include <cstdlib>
#include <exception>
#include <new>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/base/problem.hpp"
#include "sim/base/visible.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/completion.hpp"
#include "sim/cli/console.hpp"
#include "sim/cli/help.hpp"
#include "sim/cli/parse.hpp"
#include "sim/cli/stop.hpp"
#include "sim/cli/written.hpp"
#include "sim/output/scenario_schema.hpp"
#include "sim/output/version.hpp"
#include "sim/store/store_error.hpp"

namespace meesterplan::cli {
namespace {

/// Prints what needs no file.
ExitCode print(Command const& command) {
  write_text([&](std::ostream& stream) {
    if (command.verb == Verb::help)
      stream << help_text(command.help_about, command.language);
    if (command.verb == Verb::version)
      stream << "meesterplan " << output::version() << "\n";
    if (command.verb == Verb::schema)
      output::write_scenario_schema(command.language, stream);
    if (command.verb == Verb::completion)
      stream << completion_script(command.topic, command.language);
  });
  return ExitCode::ok;
}

/// Before any file is opened: whoever waits knows that it works.
void say_first(Command const& command, Console const& console) {
  console.say(fmt::format("meesterplan {}: {}", output::version(), visible_line(command.scenario)));
}

ExitCode do_as_asked(Command const& command, Console const& console) {
  switch (command.verb) {
    case Verb::check:
      say_first(command, console);
      return check(command, console);
    case Verb::run:
      say_first(command, console);
      return run(command, console);
    case Verb::why:
      say_first(command, console);
      return why(command, console);
    case Verb::staffing:
      say_first(command, console);
      return staffing(command, console);
    case Verb::verify:
      say_first(command, console);
      return verify(command, console);
    case Verb::report:
      say_first(command, console);
      return report(command, console);
    case Verb::import_school:
      return import_school(command, console);
    case Verb::aggregate:
      say_first(command, console);
      return aggregate(command, console);
    case Verb::synthesize:
      return synthesize(command, console);
    case Verb::new_project:
      return new_project(command, console);
    case Verb::explain:
      return explain(command, console);
    default:
      return print(command);
  }
}

void tell_mistake(Console const& console, char const* details) {
  char const* const form =
      console.language() == Language::nl
          ? "Dit is onze fout, niet die van u. Meld het ons met deze regel:\n"
            "meesterplan {}: {}"
          : "This is our mistake, not yours. Please report it with this line:\n"
            "meesterplan {}: {}";
  console.complain(fmt::format(fmt::runtime(form), output::version(), details));
}

/// What takes memory: a thread remembers every number of the answer, and one future.
void tell_memory(Console const& console) {
  console.complain(
      console.language() == Language::nl
          ? "Te weinig geheugen. Geef minder rekendraden (--threads 1), minder schooljaren "
            "(--years), of een scenario met minder docenten, secties of eenheden in [record]; het "
            "aantal toekomsten maakt niet uit. meesterplan check zegt hoeveel er nodig is."
          : "Not enough memory. Give fewer threads (--threads 1), fewer school years (--years), or "
            "a scenario with fewer teachers, sections or units in [record]; how many futures makes "
            "no difference. meesterplan check tells how much is needed.");
}

ExitCode obey(Command const& command) {
  Console const console(command.language, command.talk);
  try {
    return do_as_asked(command, console);
  } catch (InputError const& error) {
    std::string lines = lines_of(error.problems(), command.language);
    if (!lines.empty())
      lines.pop_back();
    console.complain(lines);
    return ExitCode::input;
  } catch (UsageError const&) {
    throw;
  } catch (IoError const& error) {
    console.complain(explain(error, command.language));
    return error.direction() == IoError::Direction::writing ? ExitCode::output : ExitCode::input;
  } catch (store::StoreError const& error) {
    console.complain(visible_line(to_string(error.problem(), command.language)));
    return error.direction() == IoError::Direction::writing ? ExitCode::output : ExitCode::input;
  } catch (OccupiedError const& error) {
    console.complain(explain_occupied(error.path(), command.language));
    return ExitCode::output;
  } catch (std::bad_alloc const&) {
    tell_memory(console);
    return ExitCode::internal;
  } catch (std::exception const& error) {
    tell_mistake(console, error.what());
    return ExitCode::internal;
  }
}

ExitCode main_of(std::vector<std::string> const& arguments, Language language) {
  try {
    return obey(parse(arguments, language));
  } catch (UsageError const& error) {
    Console const console(error.language(), Talk::normal);
    console.complain("meesterplan: " + error.text());
    console.complain(error.language() == Language::nl ? "Uitleg: meesterplan --help"
                                                      : "Help: meesterplan --help");
    return ExitCode::usage;
  } catch (std::exception const& error) {
    tell_mistake(Console(language, Talk::normal), error.what());
    return ExitCode::internal;
  }
}

}  // namespace
}  // namespace meesterplan::cli

int main(int n_arguments, char** arguments) {
  namespace cli = meesterplan::cli;
  cli::hold_standard_streams();
  cli::take_over_signals();
  std::vector<std::string> const words(arguments + (n_arguments > 0 ? 1 : 0),
                                       arguments + n_arguments);
  auto const language =
      cli::language_of(std::getenv("LC_ALL"), std::getenv("LC_MESSAGES"), std::getenv("LANG"));
  return static_cast<int>(cli::main_of(words, language));
}
