#include "sim/cli/answer.hpp"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <vector>

#include <fmt/format.h>

#include "sim/base/visible.hpp"
#include "sim/cli/console.hpp"
#include "sim/cli/cost_text.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/playing.hpp"
#include "sim/cli/series_text.hpp"
#include "sim/cli/target_text.hpp"

namespace meesterplan::cli {
namespace {

void write_notes(std::vector<Problem> const& notes, Severity severity, Text const& title,
                 Language language, std::ostream& stream) {
  std::vector<Problem> chosen;
  std::copy_if(notes.begin(), notes.end(), std::back_inserter(chosen),
               [&](Problem const& note) { return note.severity == severity; });
  if (!chosen.empty())
    stream << "\n" << title.in(language) << "\n" << lines_of(chosen, language);
}

/// What makes this run another than the scenario's, but for what the heading tells.
void write_settings(results::Results const& results, Language language, std::ostream& stream) {
  std::vector<std::string> shown;
  for (results::SettingRow const& setting : results.settings) {
    bool const is_told =
        setting.key == "replicates" || setting.key == "seed" || setting.key == "years";
    if (!is_told)
      shown.push_back(setting.key + " = " + setting.value);
  }
  if (!shown.empty()) {
    stream << fmt::format(fmt::runtime(language == Language::nl ? "Anders dan het scenario: {}\n"
                                                                : "Other than the scenario: {}\n"),
                          visible_line(fmt::format("{}", fmt::join(shown, "; "))));
  }
}

}  // namespace

void write_heading(results::Results const& results, Language language, std::ostream& stream) {
  bool const nl = language == Language::nl;
  stream << visible_line(results.scenario) << "\n";
  if (!results.description.empty())
    stream << results.description << "\n";
  stream << fmt::format(
      fmt::runtime(nl ? "{} van {} vanaf 1 oktober {}, zaad {}\n"
                      : "{} of {} from 1 October {}, seed {}\n"),
      counted(results.replicates, {"toekomst", "future"}, {"toekomsten", "futures"}, language),
      counted(results.years, {"schooljaar", "school year"}, {"schooljaren", "school years"},
              language),
      results.start, results.seed);
  write_settings(results, language, stream);
  if (results.interrupted())
    stream << interruption(results, language) << "\n";
}

void write_answer(results::Results const& results, Language language, std::ostream& stream) {
  write_heading(results, language, stream);
  write_targets(results, language, stream);
  write_series(results, language, stream);
  write_costs(results, language, stream);
  write_remarks(results, language, stream);
}

void write_remarks(results::Results const& results, Language language, std::ostream& stream) {
  write_notes(results.notes, Severity::warning, {"Let op", "Please note"}, language, stream);
  write_notes(results.notes, Severity::note,
              {"Opmerkingen en gebruikte standaardwaarden", "Remarks and defaults used"}, language,
              stream);
}

}  // namespace meesterplan::cli
