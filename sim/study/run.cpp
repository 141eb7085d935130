#include "sim/run/run.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/contracts.hpp"
#include "sim/model/compile.hpp"
#include "sim/model/metric.hpp"
#include "sim/results/small_sections.hpp"
#include "sim/results/summarize.hpp"
#include "sim/scenario/validate.hpp"
#include "sim/study/study.hpp"

namespace meesterplan::study {
namespace {

/// The second run needs fewer futures: it is only compared at a glance.
constexpr std::int64_t fewest_chance_futures = 1000;
constexpr std::int64_t chance_part = 4;

/// The futures of the run under chance alone; 0 when it would tell nothing.
std::int64_t chance_futures(model::Model const& model) {
  bool const uncertain = model.draw_parameters && model.parameters.n_parameters() > 0;
  if (!uncertain || model.plan.targets.empty())
    return 0;
  return std::min(model.replicates,
                  std::max(fewest_chance_futures, model.replicates / chance_part));
}

template <class Value>
void add_once(std::vector<Value>& values, Value const& value) {
  if (std::find(values.begin(), values.end(), value) == values.end())
    values.push_back(value);
}

/// Whether what staff costs matters to how the targets stand: they are of costs, or
/// a budget limits who may study.
bool needs_costs(model::Model const& model) {
  return !model.money.study_budget.empty() ||
         std::any_of(
             model.plan.targets.begin(), model.plan.targets.end(),
             [](model::TargetPlan const& target) {
               return model::is_cost(model::all_metrics()[static_cast<std::size_t>(target.metric)]);
             });
}

/// The scenario of `model` with its parameters at their centre, reckoning and
/// remembering no more than the targets ask.
scenario::Scenario under_chance(scenario::Scenario const& scenario, model::Model const& model,
                                std::int64_t replicates) {
  scenario::Scenario chance = scenario;
  if (!needs_costs(model))
    chance.money.reset();
  chance.uncertainty = scenario::Uncertainty::chance;
  chance.replicates = replicates;
  chance.recording = {};
  for (scenario::Target const& target : scenario.targets) {
    add_once(chance.recording.metrics, target.metric);
    add_once(chance.recording.levels, target.level);
  }
  return chance;
}

/// The first target of which results tell, as an index into the plan.
std::optional<std::int32_t> first_shown(model::Model const& model, model::Names const& names) {
  std::vector<model::TargetPlan> const& targets = model.plan.targets;
  auto const shown = std::find_if(targets.begin(), targets.end(), [&](auto const& planned) {
    return !results::is_small(names, planned.level, planned.unit);
  });
  if (shown == targets.end())
    return std::nullopt;
  return static_cast<std::int32_t>(shown - targets.begin());
}

/// How to play the first part of a question of `asked` futures. `progress` is
/// how far it has come.
run::Plan plan_of_first(Options const& options, std::optional<std::int32_t> watched,
                        Progress& progress) {
  run::Plan plan;
  plan.threads = options.threads;
  plan.block_size = options.block_size;
  plan.cancelled = options.cancelled;
  plan.watched = watched;
  if (options.on_progress) {
    plan.on_progress = [&options, &progress, watched](run::Progress const& played) {
      progress.done = played.done;
      progress.met = played.met;
      progress.judged = watched ? played.done : 0;
      options.on_progress(progress);
    };
  }
  return plan;
}

/// The same for the second part, which judges the targets otherwise: how they
/// stand remains that of the first.
run::Plan plan_of_second(Options const& options, Progress& progress) {
  run::Plan plan = plan_of_first(options, std::nullopt, progress);
  if (options.on_progress) {
    plan.on_progress = [&options, &progress, before = progress.done](run::Progress const& played) {
      progress.done = before + played.done;
      options.on_progress(progress);
    };
  }
  return plan;
}

/// Puts the chance of each target at central parameters beside its own.
void add_chance(results::Results& results, results::Results const& chance) {
  MP_EXPECT(results.targets.size() == chance.targets.size());
  for (std::size_t i = 0; i < results.targets.size(); ++i) {
    results.targets[i].chance_probability = chance.targets[i].probability;
    results.targets[i].chance_standard_error = chance.targets[i].standard_error;
  }
}

/// Whether anything is remembered of single sections.
bool tells_of_sections(model::RecordPlan const& plan) {
  auto const of_section = [](auto const& part) { return part.level == scenario::Level::section; };
  return std::any_of(plan.levels.begin(), plan.levels.end(), of_section) ||
         std::any_of(plan.targets.begin(), plan.targets.end(), of_section);
}

/// The names, of which a region has over a hundred: the first ones, and how many more.
Text first_of(std::vector<std::string> const& names) {
  constexpr std::size_t most = 8;
  std::size_t const shown = names.size() <= most + 1 ? names.size() : most;
  std::string list;
  for (std::size_t index = 0; index < shown; ++index)
    list += (index == 0 ? "" : ", ") + names[index];
  if (shown == names.size())
    return {list, list};
  std::string const more = std::to_string(names.size() - shown);
  return {list + " en nog " + more, list + " and " + more + " more"};
}

/// A note that names the sections of which little is told; none when there are
/// none.
std::vector<Problem> note_on_small_sections(model::Model const& model, model::Names const& names) {
  std::vector<std::string> small;
  auto const& sections = names.units[static_cast<std::size_t>(scenario::Level::section)];
  for (std::int32_t section = 0; section < model.units.n_sections(); ++section) {
    if (results::is_small(names, scenario::Level::section, section))
      small.push_back(sections[static_cast<std::size_t>(section)]);
  }
  if (small.empty() || !tells_of_sections(model.plan))
    return {};
  std::sort(small.begin(), small.end());
  Text const list = first_of(small);
  Problem note;
  note.severity = Severity::note;
  note.message.nl =
      "van secties met minder dan 3 docenten staat er alleen hoeveel fte nodig is, ook geen doel "
      "(anders gaat het over personen): " +
      list.nl + ".";
  note.message.en =
      "of sections with fewer than 3 teachers only the fte needed is told, and no target "
      "(anything else would be about persons): " +
      list.en + ".";
  return {note};
}

/// That the second part of the question was broken off.
Problem note_without_chance() {
  Problem note;
  note.severity = Severity::warning;
  note.message = {
      "de kans met onzekere getallen op hun midden ontbreekt (onderbroken voor die was "
      "uitgerekend; de andere toekomsten zijn alle gespeeld).",
      "the chance with uncertain numbers at their centre is missing (interrupted before it was "
      "reckoned; all other futures were played)."};
  return note;
}

/// Marks the files that tell who works here.
void mark_staff(scenario::Scenario const& scenario, std::vector<results::InputFile>& inputs) {
  std::set<std::int32_t> files;
  for (scenario::Person const& person : scenario.people) {
    files.insert(person.place.file);
    for (scenario::Assignment const& assignment : person.assignments)
      files.insert(assignment.place.file);
  }
  for (std::int32_t const file : files) {
    scenario::Source const* const source = scenario::source_of({file, 0, 0}, scenario.sources);
    for (results::InputFile& input : inputs)
      input.of_staff = input.of_staff || (source != nullptr && source->name == input.name);
  }
}

/// A model with what there was to tell of its scenario.
model::Compiled prepare(scenario::Scenario const& scenario) {
  std::vector<Problem> problems = scenario::validate(scenario);
  sort_problems(problems);
  if (has_errors(problems))
    throw InputError(std::move(problems));
  model::Compiled compiled = model::compile(scenario);
  compiled.notes.insert(compiled.notes.end(), problems.begin(), problems.end());
  std::vector<Problem> const small = note_on_small_sections(compiled.model, compiled.names);
  compiled.notes.insert(compiled.notes.end(), small.begin(), small.end());
  sort_problems(compiled.notes);
  return compiled;
}

}  // namespace

results::Results run(scenario::Scenario const& scenario, Options const& options) {
  model::Compiled const compiled = prepare(scenario);
  model::Model const& model = compiled.model;
  std::int64_t const in_chance = chance_futures(model);
  Progress progress;
  progress.asked = model.replicates + in_chance;
  run::Outcome const outcome =
      run::play(model, plan_of_first(options, first_shown(model, compiled.names), progress));
  results::Results results = results::summarize(model, compiled.names, outcome.tally);
  results.diagnostics.teacher_years = outcome.tally.teacher_years();
  results.diagnostics.seconds = outcome.seconds;
  results.diagnostics.threads = outcome.threads;
  results.diagnostics.state_bytes_per_person = outcome.bytes_per_person;
  results.diagnostics.tally_bytes = model.plan.bytes();
  results.policy_cards = results::policy_cards(scenario.policies);
  mark_staff(scenario, results.inputs);
  for (scenario::Question const& question : scenario.questions)
    results.questions.push_back({question.text, question.answer});
  results.notes = compiled.notes;

  if (in_chance > 0 && !results.interrupted()) {
    model::Compiled const centre = model::compile(under_chance(scenario, model, in_chance));
    run::Outcome const played = run::play(centre.model, plan_of_second(options, progress));
    if (played.played == in_chance) {
      add_chance(results, results::summarize(centre.model, centre.names, played.tally));
    } else {
      results.chance_is_missing = true;
      results.notes.push_back(note_without_chance());
    }
  }
  return results;
}

}  // namespace meesterplan::study
