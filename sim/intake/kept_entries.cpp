#include "sim/intake/kept_entries.hpp"

#include <optional>
#include <string_view>

#include "sim/input/formats.hpp"
#include "sim/input/reading.hpp"
#include "sim/input/rows.hpp"

namespace meesterplan::intake {
namespace {

/// Calls `take` for each row of a table; for none when it cannot be read.
template <typename Take>
void for_rows(input::FileSource& files, std::string const& path, input::Format format, Take take) {
  input::Reading reading(files);
  std::optional<int> const file = reading.open_table(path, {}, {});
  if (!file)
    return;
  input::Sheet const sheet(reading, *file, std::move(format), {});
  for (std::size_t i = 0; i < sheet.size() && sheet.is_usable(); ++i)
    take(input::Row(sheet, i));
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
      kept.vacancies[std::string(row.text("section"))] = row.text("open_vacancies");
  });
  for_rows(files, folder + "/schools.csv", input::schools_format(), [&](input::Row const& row) {
    std::array<std::string, 3> const entries{std::string(row.text("board")),
                                             std::string(row.text("region")),
                                             std::string(row.text("sick_leave"))};
    if (entries != std::array<std::string, 3>{})
      kept.schools[std::string(row.text("school"))] = entries;
  });
  return kept;
}

}  // namespace meesterplan::intake
