#include "sim/cli/playing.hpp"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/cli/numbers.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/stop.hpp"
#include "sim/output/json.hpp"
#include "sim/study/study.hpp"

namespace meesterplan::cli {
namespace {

int threads_of(Command const& command) {
  if (command.threads > 0)
    return command.threads;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

/// Adds what was found when loading to `notes`, which may hold the same without
/// the file that the loader could name.
void join_notes(std::vector<Problem> found, std::vector<Problem>& notes) {
  auto const was_found = [&](Problem const& note) {
    return std::any_of(found.begin(), found.end(), [&](Problem const& problem) {
      return problem.field == note.field && problem.message == note.message;
    });
  };
  notes.erase(std::remove_if(notes.begin(), notes.end(), was_found), notes.end());
  std::move(found.begin(), found.end(), std::back_inserter(notes));
  sort_problems(notes);
}

}  // namespace

Played play(Loaded loaded, Command const& command, Console const& console) {
  ProgressDisplay display(console);
  study::Options options;
  options.threads = threads_of(command);
  options.on_progress = [&](study::Progress const& progress) { display.show(progress); };
  options.cancelled = StopRequest::asked;
  Played played;
  results::Results& results = played.results;
  results = study::run(loaded.scenario, options);
  join_notes(std::move(loaded.problems), results.notes);
  if (StopRequest::asked())
    played.ending = Ending::interrupted;
  return played;
}

void show(results::Results const& results, Form form, Writer const& text) {
  if (results.replicates == 0)
    return;
  if (form == Form::json) {
    write_output([&](std::ostream& stream) { output::write_json(results, stream); });
  } else {
    write_text(text);
  }
}

std::string interruption(results::Results const& results, Language language) {
  bool const nl = language == Language::nl;
  std::string const asked = whole(results.replicates_asked, language);
  if (results.interrupted()) {
    return fmt::format(fmt::runtime(nl ? "Onderbroken na {} van {} toekomsten."
                                       : "Interrupted after {} of {} futures."),
                       whole(results.replicates, language), asked);
  }
  if (results.chance_is_missing) {
    return fmt::format(
        fmt::runtime(nl ? "Onderbroken. De {} toekomsten zijn alle gespeeld; alleen de kans met de "
                          "onzekere getallen op hun midden ontbreekt."
                        : "Interrupted. All {} futures were played; only the chance with the "
                          "uncertain numbers at their centre is missing."),
        asked);
  }
  return nl ? "Onderbroken toen alles al was gespeeld; er ontbreekt niets."
            : "Interrupted when all had been played; nothing is missing.";
}

ExitCode end_of(Played const& played, Console const& console) {
  if (played.ending == Ending::whole)
    return ExitCode::ok;
  console.complain(interruption(played.results, console.language()));
  return ExitCode::interrupted;
}

}  // namespace meesterplan::cli
