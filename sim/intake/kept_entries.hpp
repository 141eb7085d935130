#pragma once

#include <array>
#include <map>
#include <string>

#include "sim/input/file_source.hpp"

namespace meesterplan::intake {

/// Board, region, sick leave and attractiveness of a school.
using SchoolEntries = std::array<std::string, 4>;

/// What a planner has filled in where an earlier import could not know it, as it
/// stands in the files.
struct KeptEntries {
  std::map<std::string, std::string> vacancies;  ///< open vacancies by section key
  std::map<std::string, SchoolEntries> schools;
};

/// Reads what is filled in in the sections.csv and schools.csv of `folder`, if an
/// import wrote them; otherwise nothing. Throws InputError when one cannot be read.
KeptEntries read_kept_entries(input::FileSource& files, std::string const& folder);

}  // namespace meesterplan::intake
