#include <algorithm>
#include <cstdint>
#include <ostream>

#include <fmt/format.h>

#include "sim/base/visible.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/loading.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/written.hpp"
#include "sim/model/compile.hpp"
#include "sim/output/json.hpp"

namespace meesterplan::cli {
namespace {

constexpr double bytes_a_megabyte = 1e6;

/// What a scenario that may be played holds, in numbers.
struct Summary {
  std::int64_t people = 0;  ///< in service on the reference date
  Fte fte;                  ///< of those
  std::int64_t newcomers = 0;
  Fte newcomers_fte;
  std::int64_t sections = 0, schools = 0, parameters = 0, defaults = 0;
  std::int64_t tally_bytes = 0;  ///< what a thread needs to remember the futures
};

std::vector<Problem> only(std::vector<Problem> const& problems, Severity severity) {
  std::vector<Problem> found;
  std::copy_if(problems.begin(), problems.end(), std::back_inserter(found),
               [&](Problem const& problem) { return problem.severity == severity; });
  return found;
}

Summary summarize(scenario::Scenario const& scenario, model::Compiled const& compiled) {
  Summary summary;
  for (scenario::Person const& person : scenario.people) {
    bool const is_here = !person.starts_on;
    (is_here ? summary.people : summary.newcomers) += 1;
    for (scenario::Assignment const& assignment : person.assignments)
      (is_here ? summary.fte : summary.newcomers_fte) += assignment.fte;
  }
  summary.sections = static_cast<std::int64_t>(scenario.sections.size());
  summary.schools = static_cast<std::int64_t>(scenario.schools.size());
  summary.parameters = static_cast<std::int64_t>(compiled.names.parameters.size());
  summary.tally_bytes = compiled.model.plan.bytes();
  return summary;
}

/// Compiles for what only shows there; the findings join `problems`.
std::optional<Summary> compile_and_count(Loaded& loaded) {
  std::vector<Problem>& problems = loaded.problems;
  if (has_errors(problems))
    return std::nullopt;
  try {
    model::Compiled const compiled = model::compile(loaded.scenario);
    problems.insert(problems.end(), compiled.notes.begin(), compiled.notes.end());
    sort_problems(problems);
    Summary summary = summarize(loaded.scenario, compiled);
    summary.defaults = static_cast<std::int64_t>(only(problems, Severity::note).size());
    return summary;
  } catch (InputError const& error) {
    problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    sort_problems(problems);
    return std::nullopt;
  }
}

double in_whole(Fte fte) {
  return static_cast<double>(fte.thousandths) / 1000;
}

/// Who is known already but comes after the reference date; empty without any.
std::string newcomers(Summary const& summary, Language language) {
  if (summary.newcomers == 0)
    return "";
  char const* const form = language == Language::nl ? "  en {} ({} fte) die later in dienst komt\n"
                                                    : "  and {} ({} fte) who comes later\n";
  char const* const forms = language == Language::nl
                                ? "  en {} ({} fte) die later in dienst komen\n"
                                : "  and {} ({} fte) who come later\n";
  return fmt::format(
      fmt::runtime(summary.newcomers == 1 ? form : forms),
      counted(summary.newcomers, {"docent", "teacher"}, {"docenten", "teachers"}, language),
      decimal(in_whole(summary.newcomers_fte), 1, language));
}

std::string counts(scenario::Scenario const& scenario, Summary const& summary, Language language) {
  bool const nl = language == Language::nl;
  auto const count = [&](std::int64_t n, Text const& one, Text const& more) {
    return counted(n, one, more, language);
  };
  std::string text =
      fmt::format(fmt::runtime(nl ? "In orde: {}.\n  {}, {} fte, {}, {}\n"
                                  : "All right: {}.\n  {}, {} fte, {}, {}\n"),
                  visible_line(scenario.name),
                  count(summary.people, {"docent", "teacher"}, {"docenten", "teachers"}),
                  decimal(in_whole(summary.fte), 1, language),
                  count(summary.sections, {"sectie", "section"}, {"secties", "sections"}),
                  count(summary.schools, {"school", "school"}, {"scholen", "schools"}));
  text += newcomers(summary, language);
  text += fmt::format(
      fmt::runtime(nl ? "  {} vanaf 1 oktober {}, {}, zaad {}\n"
                      : "  {} from 1 October {}, {}, seed {}\n"),
      count(scenario.years, {"schooljaar", "school year"}, {"schooljaren", "school years"}),
      scenario.start, count(scenario.replicates, {"toekomst", "future"}, {"toekomsten", "futures"}),
      scenario.seed);
  text += fmt::format(
      fmt::runtime(nl ? "  {}, {}\n  {} MB geheugen per rekendraad voor de uitkomsten\n"
                      : "  {}, {}\n  {} MB of memory a thread for the outcomes\n"),
      count(summary.parameters, {"onzeker getal", "uncertain number"},
            {"onzekere getallen", "uncertain numbers"}),
      count(summary.defaults, {"standaardwaarde gebruikt", "default used"},
            {"standaardwaarden gebruikt", "defaults used"}),
      decimal(static_cast<double>(summary.tally_bytes) / bytes_a_megabyte, 1, language));
  return text;
}

void write_list(std::vector<Problem> const& problems, Text const& title, Language language,
                std::ostream& stream) {
  if (problems.empty())
    return;
  stream << "\n" << title.in(language) << "\n" << lines_of(problems, language);
}

void tell(Loaded const& loaded, std::optional<Summary> const& summary, Language language,
          std::ostream& stream) {
  if (summary) {
    stream << counts(loaded.scenario, *summary, language);
  } else {
    stream << lines_of(only(loaded.problems, Severity::error), language);
  }
  write_list(only(loaded.problems, Severity::warning), {"Let op", "Please note"}, language, stream);
  write_list(only(loaded.problems, Severity::note), {"Standaardwaarden", "Defaults"}, language,
             stream);
}

}  // namespace

ExitCode check(Command const& command, Console const& console) {
  Loaded loaded = load(command);
  std::optional<Summary> const summary = compile_and_count(loaded);
  if (command.form == Form::json) {
    write_output([&](std::ostream& stream) { output::write_json(loaded.problems, stream); });
  } else {
    write_text([&](std::ostream& stream) { tell(loaded, summary, console.language(), stream); });
  }
  if (!summary)
    return ExitCode::input;
  suggest_next(console, "run", command.scenario);
  return ExitCode::ok;
}

}  // namespace meesterplan::cli
