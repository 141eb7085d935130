#include "sim/study/staffing.hpp"

#include <exception>
#include <ostream>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "sim/base/visible.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/parse.hpp"
#include "sim/cli/playing.hpp"
#include "sim/cli/staffing_text.hpp"
#include "sim/cli/written.hpp"
#include "sim/output/staffing.hpp"

namespace meesterplan::cli {
namespace {

/// Refuses a school year that is not played.
void expect_played(std::optional<int> year, Horizon played, Language language) {
  int const first = played.first + 1;
  int const last = played.last;
  if (!year || (*year >= first && *year <= last))
    return;
  throw UsageError(
      language,
      {fmt::format("--year {}: dat jaar wordt niet gespeeld (het scenario speelt {} tot en met "
                   "{}). Kies een van deze jaren, of geef meer jaren met --years.",
                   *year, first, last),
       fmt::format("--year {}: that year is not played (the scenario plays {} to {}). Choose one "
                   "of these years, or give more years by --years.",
                   *year, first, last)});
}

/// Writes the table as data: JSON, or CSV.
void write_data(study::StaffingTable const& table, Command const& command, std::ostream& stream) {
  if (command.form == Form::json) {
    output::write_json(table, stream);
  } else {
    output::write_csv(table, command.csv.value_or(CsvForm::rfc), stream);
  }
}

/// Keeps the table and tells where; gives what kept it from being kept, or null.
std::exception_ptr keep(study::StaffingTable const& table, Command const& command,
                        Console const& console) {
  try {
    keep_at(command.file, command.existing,
            [&](std::ostream& stream) { write_data(table, command, stream); });
  } catch (std::exception const&) {
    return std::current_exception();
  }
  console.say(
      fmt::format(fmt::runtime(console.language() == Language::nl ? "Bewaard: {}" : "Kept: {}"),
                  visible_line(command.file)));
  return nullptr;
}

}  // namespace

ExitCode staffing(Command const& command, Console const& console) {
  Played const played = answer_to(command, console, [&](Horizon horizon) {
    expect_played(command.year, horizon, console.language());
    if (!command.file.empty())
      expect_file_writable(command.file, command.existing);
  });
  results::Results const& results = played.results;
  if (results.replicates == 0)
    return end_of(played, console);
  study::StaffingTable const table =
      study::staffing(results, command.year.value_or(study::next_school_year(results)));
  std::exception_ptr const failure = command.file.empty() ? nullptr : keep(table, command, console);
  bool const is_data = command.file.empty() && (command.form == Form::json || command.csv);
  if (is_data) {
    write_output([&](std::ostream& stream) { write_data(table, command, stream); });
  } else {
    write_text(
        [&](std::ostream& stream) { write_staffing(results, table, console.language(), stream); });
  }
  // Only now: a table that could not be kept is still a table.
  if (failure)
    std::rethrow_exception(failure);
  return end_of(played, console);
}

}  // namespace meesterplan::cli
