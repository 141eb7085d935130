#include "sim/intake/kept_entries.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "sim/input/formats.hpp"
#include "sim/input/reading.hpp"
#include "sim/input/rows.hpp"

namespace meesterplan::intake {
namespace {

/// Calls `take` for each row of a table, if it is there. Throws InputError when it
/// cannot be read: what was filled in would be lost.
template <typename Take>
void for_rows(input::FileSource& files, std::string const& path, input::Format format, Take take) {
  if (files.read(path).status == input::FileRead::Status::missing)
    return;
  input::Reading reading(files);
  if (std::optional<int> const file = reading.open_table(path, {}, {})) {
    input::Sheet const sheet(reading, *file, std::move(format), {});
    for (std::size_t i = 0; i < sheet.size() && sheet.is_usable(); ++i)
      take(input::Row(sheet, i));
  }
  if (!has_errors(reading.problems()))
    return;
  reading.report(
      Severity::error, {}, path,
      {"wat u hier had ingevuld, zou verloren gaan (het bestand is niet te lezen). "
       "Herstel het, of zet het ergens anders neer.",
       "what you had filled in here would be lost (the file cannot be read). Mend it, or "
       "put it elsewhere."});
  sort_problems(reading.problems());
  throw InputError(std::move(reading.problems()));
}

/// A key as it was before it was guarded from being a formula.
std::string unguarded(std::string_view text) {
  bool const is_guarded = text.size() > 1 && text.front() == '\'';
  return std::string(is_guarded ? text.substr(1) : text);
}

}  // namespace

KeptEntries read_kept_entries(input::FileSource& files, std::string const& folder) {
  KeptEntries kept;
  // The example school of a new project is nobody's.
  bool const was_imported =
      files.read(folder + "/import.txt").status == input::FileRead::Status::ok;
  if (!was_imported)
    return kept;
  for_rows(files, folder + "/sections.csv", input::sections_format(), [&](input::Row const& row) {
    if (!row.is_empty("open_vacancies"))
      kept.vacancies[unguarded(row.text("section"))] = row.text("open_vacancies");
  });
  for_rows(files, folder + "/schools.csv", input::schools_format(), [&](input::Row const& row) {
    SchoolEntries const entries{std::string(row.text("board")), std::string(row.text("region")),
                                std::string(row.text("sick_leave")),
                                std::string(row.text("attractiveness"))};
    if (entries != SchoolEntries{})
      kept.schools[unguarded(row.text("school"))] = entries;
  });
  return kept;
}

}  // namespace meesterplan::intake
