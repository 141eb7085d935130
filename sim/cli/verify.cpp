#include "sim/study/verify.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/base/visible.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/playing.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/stop.hpp"
#include "sim/cli/written.hpp"
#include "sim/input/disk_files.hpp"
#include "sim/output/version.hpp"
#include "sim/store/runs.hpp"

namespace meesterplan::cli {
namespace {

using study::Verdict;
using study::Verification;

std::string changed_line(study::ChangedInput const& input, Language language) {
  bool const nl = language == Language::nl;
  std::string const found =
      input.found.value_or(nl ? "weg of niet te lezen" : "gone or not readable");
  return fmt::format(fmt::runtime(nl ? "  {}: bij het bewaren {}, nu {}\n"
                                     : "  {}: when it was kept {}, now {}\n"),
                     visible_line(input.path), input.kept_hash, found);
}

/// What is told of one run, line by line.
std::string report(store::KeptRun const& kept, Verification const& found, Language language) {
  bool const nl = language == Language::nl;
  std::string const name = visible_line(kept.name);
  std::string text;
  switch (found.verdict) {
    case Verdict::equal:
      text =
          fmt::format(fmt::runtime(nl ? "{}: gelijk, dezelfde invoer geeft dezelfde getallen ({})\n"
                                      : "{}: equal, the same input gives the same numbers ({})\n"),
                      name, found.found_hash);
      break;
    case Verdict::inputs_changed:
      text = fmt::format(
          fmt::runtime(nl ? "{}: de invoer is veranderd of weg, dus niet opnieuw gespeeld. Zet het "
                            "oude bestand terug, of bewaar een nieuwe run.\n"
                          : "{}: the input has changed or gone, so it was not redone. Put the old "
                            "file back, or keep a new run.\n"),
          name);
      for (study::ChangedInput const& input : found.changed)
        text += changed_line(input, language);
      break;
    case Verdict::other_numbers:
      if (kept.results.result_hash == found.found_hash) {
        text = fmt::format(
            fmt::runtime(nl ? "{}: wat bewaard is, is na het bewaren veranderd (de invoer geeft "
                              "andere getallen). Bewaar de run opnieuw.\n"
                            : "{}: what was kept was changed afterwards (the input gives other "
                              "numbers). Keep the run again.\n"),
            name);
        break;
      }
      text = fmt::format(
          fmt::runtime(nl ? "{}: dezelfde invoer geeft andere getallen (bewaard {}, nu {})\n"
                          : "{}: the same input gives other numbers (kept {}, now {})\n"),
          name, kept.results.result_hash, found.found_hash);
      break;
    case Verdict::interrupted:
      text = fmt::format(fmt::runtime(nl ? "{}: onderbroken, dus niet vergeleken\n"
                                         : "{}: interrupted, so it was not compared\n"),
                         name);
      break;
  }
  if (kept.version != output::version()) {
    text += fmt::format(fmt::runtime(nl ? "  bewaard door meesterplan {}; dit is {}\n"
                                        : "  kept by meesterplan {}; this is {}\n"),
                        kept.version, output::version());
  }
  return text;
}

ExitCode code_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::inputs_changed:
      return ExitCode::input;
    case Verdict::other_numbers:
      return ExitCode::mismatch;
    case Verdict::interrupted:
      return ExitCode::interrupted;
    case Verdict::equal:
      break;
  }
  return ExitCode::ok;
}

Verification redo(store::KeptRun const& kept, std::string const& folder, Command const& command,
                  Console const& console) {
  ProgressDisplay display(console);
  study::Options options;
  options.threads = threads_of(command);
  options.on_progress = [&](study::Progress const& progress) { display.show(progress); };
  options.cancelled = StopRequest::asked;
  input::DiskFiles files;
  return study::verify(kept, folder, files, options);
}

}  // namespace

ExitCode verify(Command const& command, Console const& console) {
  StopRequest const stop;
  store::Runs const runs(command.scenario);
  std::vector<std::string> const names =
      command.kept_run ? std::vector<std::string>{*command.kept_run} : runs.names();
  // The codes are in the order of what weighs more.
  ExitCode worst = ExitCode::ok;
  for (std::string const& name : names) {
    store::KeptRun const kept = runs.read(name);
    Verification const found = redo(kept, runs.folder(), command, console);
    write_text([&](std::ostream& stream) { stream << report(kept, found, console.language()); });
    worst = std::max(worst, code_of(found.verdict));
    if (found.verdict == Verdict::interrupted)
      break;
  }
  return worst;
}

}  // namespace meesterplan::cli
