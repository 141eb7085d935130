#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/place.hpp"
#include "sim/base/problem.hpp"

namespace meesterplan::scenario {

/// A file, or a sheet of a workbook, that the scenario was read from.
struct Source {
  std::string name;        ///< as shown to the user
  std::uint64_t hash = 0;  ///< XXH64 of the file's bytes
  std::string sheet{};     ///< of a workbook; empty: the file is none
};

/// The source that a place lies in; null when in none.
Source const* source_of(Place place, std::vector<Source> const& sources);

/// Something to tell at a place; of no file, and without line and column, when
/// it lies in none of the sources.
Problem problem_at(Place place, std::vector<Source> const& sources, Severity severity,
                   std::string field, Text message);

}  // namespace meesterplan::scenario
