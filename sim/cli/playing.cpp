#include "sim/cli/playing.hpp"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/base/visible.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/parse.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/stop.hpp"
#include "sim/output/json.hpp"
#include "sim/store/runs.hpp"
#include "sim/study/policies.hpp"
#include "sim/study/study.hpp"

namespace meesterplan::cli {
namespace {

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

/// The kept run that the command names, or the last one.
Played read_kept(Command const& command, Console const& console) {
  if (std::vector<input::Setting> const settings = settings_of(command); !settings.empty()) {
    std::string const& key = settings.front().path;
    throw UsageError(command.language,
                     {fmt::format("{}: dit hoort niet bij een bewaarde run (die is al gespeeld). "
                                  "Noem het scenario in plaats van de map.",
                                  key),
                      fmt::format("{}: this does not go with a kept run (which has been played). "
                                  "Name the scenario in place of the folder.",
                                  key)});
  }
  store::Runs const runs(command.scenario);
  store::KeptRun kept = runs.read(command.kept_run.value_or(runs.names().back()));
  console.say(fmt::format(
      fmt::runtime(console.language() == Language::nl ? "Run {}, bewaard op {} door meesterplan {}"
                                                      : "Run {}, kept at {} by meesterplan {}"),
      visible_line(kept.name), kept.kept_at, kept.version));
  return {std::move(kept.results), Ending::whole, std::move(kept.version)};
}

study::Options options_of(Command const& command, ProgressDisplay& display) {
  study::Options options;
  options.threads = threads_of(command);
  options.on_progress = [&display](study::Progress const& progress) { display.show(progress); };
  options.cancelled = StopRequest::asked;
  return options;
}

}  // namespace

int threads_of(Command const& command) {
  if (command.threads > 0)
    return command.threads;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

Played play(Loaded loaded, Command const& command, Console const& console) {
  ProgressDisplay display(console);
  study::Options const options = options_of(command, display);
  Played played;
  results::Results& results = played.results;
  results = study::run(loaded.scenario, options);
  join_notes(std::move(loaded.problems), results.notes);
  for (input::Setting const& setting : settings_of(command))
    results.settings.push_back({setting.path, setting.value});
  if (StopRequest::asked())
    played.ending = Ending::interrupted;
  played.scenario = std::move(loaded.scenario);
  return played;
}

Played answer_to(Command const& command, Console const& console) {
  return answer_to(command, console, [](Horizon) {});
}

Played answer_to(Command const& command, Console const& console,
                 std::function<void(Horizon)> const& expect) {
  if (store::names_kept_runs(command.scenario)) {
    Played kept = read_kept(command, console);
    expect({kept.results.start, kept.results.start + kept.results.years});
    return kept;
  }
  if (command.kept_run) {
    throw UsageError(
        command.language,
        {fmt::format("--run {}: hier hoort een map met bewaarde runs bij ({} is een scenario).",
                     *command.kept_run, command.scenario),
         fmt::format("--run {}: this goes with a folder of kept runs ({} is a scenario).",
                     *command.kept_run, command.scenario)});
  }
  Loaded loaded = load_to_play(command);
  expect({loaded.scenario.start, loaded.scenario.start + loaded.scenario.years});
  StopRequest const stop;
  return play(std::move(loaded), command, console);
}

void add_policies(Played& played, Command const& command, Console const& console) {
  bool const nl = console.language() == Language::nl;
  if (!played.scenario) {
    if (!played.results.policies && !played.results.policy_cards.empty()) {
      console.say(nl ? "Wat elk beleid doet is bij deze run niet bewaard (speel hem met "
                       "--policies, of vraag `meesterplan why` met het scenario zelf)."
                     : "What each policy does was not kept with this run (play it with "
                       "--policies, or ask `meesterplan why` with the scenario itself).");
    }
    return;
  }
  if (played.ending == Ending::interrupted) {
    played.policies_are_missing = !played.results.policy_cards.empty();
    return;
  }
  ProgressDisplay display(console);
  played.results.policies = study::policies(*played.scenario, options_of(command, display));
  if (StopRequest::asked()) {
    played.ending = Ending::interrupted;
    played.policies_are_missing = !played.results.policies;
  }
}

void show(Played const& played, Form form, Writer const& text) {
  if (played.results.replicates == 0)
    return;
  if (form == Form::json) {
    write_output(
        [&](std::ostream& stream) { output::write_json(played.results, stream, played.version); });
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
  bool const nl = console.language() == Language::nl;
  bool const all_played = !played.results.interrupted() && !played.results.chance_is_missing;
  if (all_played && played.policies_are_missing) {
    console.complain(nl ? "Onderbroken. Alle toekomsten zijn gespeeld; alleen wat elk beleid doet "
                          "ontbreekt."
                        : "Interrupted. All futures were played; only what each policy does is "
                          "missing.");
    return ExitCode::interrupted;
  }
  std::string text = interruption(played.results, console.language());
  if (played.policies_are_missing)
    text += nl ? " Wat elk beleid doet ontbreekt ook." : " What each policy does is missing too.";
  console.complain(text);
  return ExitCode::interrupted;
}

}  // namespace meesterplan::cli
