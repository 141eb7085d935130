#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/fte.hpp"
#include "sim/base/problem.hpp"
#include "sim/input/file_source.hpp"
#include "sim/intake/findings.hpp"
#include "sim/intake/join.hpp"
#include "sim/intake/kept_entries.hpp"
#include "sim/intake/pseudonym.hpp"
#include "sim/intake/teachers.hpp"
#include "sim/intake/terms.hpp"
#include "sim/scenario/source.hpp"

namespace meesterplan::intake {

/// Which files to import, and as of when.
struct ImportRequest {
  std::string personnel;  ///< path; a workbook's sheet as file.xlsx#Sheet
  std::string timetable;  ///< path; empty: none
  std::string diplomas;   ///< path; empty: none
  std::string profile;    ///< path; empty: none
  int start = 0;          ///< the reference date is 1 October of it
  PseudonymKey key{};
};

/// Rows of the personnel export that had one fate.
struct FateTotal {
  std::int64_t rows = 0;
  Fte fte;
};

/// What was noticed about a file as a whole.
struct FileSummary {
  std::string name;                 ///< path, with #Sheet behind it for a workbook
  std::size_t rows = 0;             ///< below the header
  std::size_t lines_above = 0;      ///< filled lines above the header, which were passed over
  std::vector<std::string> unread;  ///< headers of columns that are not read
};

/// A school as it was imported.
struct Import {
  int start = 0;
  std::vector<Teacher> teachers;           ///< by pseudonym
  std::vector<std::string> keys;           ///< the pseudonym of each teacher
  std::vector<SectionName> sections;       ///< by school and subject
  Findings findings;                       ///< rejects by place
  std::array<FateTotal, n_fates> fates{};  ///< by Fate; together all rows
  Joined timetable, diplomas;
  std::vector<FileSummary> files;         ///< in the order of the request
  std::vector<scenario::Source> sources;  ///< Place::file points into it
  std::vector<Problem> notes;
  KeptEntries kept;  ///< of an earlier import, to be written again; empty unless it is set

  /// The key of a section in sections.csv: its subject, and its school where there are
  /// several.
  std::string key_of(SectionName const& section) const;
  FateTotal const& fate(Fate which) const { return fates[static_cast<std::size_t>(which)]; }
  FateTotal all_rows() const;
};

/// Reads a personnel export, and the timetable and diplomas that go with it, into the
/// teachers and sections of a scenario: rows are summed to people and joined on
/// employee number or teacher code.
///
/// The order of rows in the files changes nothing of the teachers. Every row of the
/// personnel export has one fate, so that rows and fte add up; what is doubtful is
/// asked, never guessed (Findings::questions).
///
/// Throws InputError when a file cannot be read as a table, when columns are missing
/// that nothing can be done without, when no teacher is left, or when two people
/// would get one pseudonym.
Import import_school(input::FileSource& files, ImportRequest const& request);

}  // namespace meesterplan::intake
