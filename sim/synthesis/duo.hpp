#pragma once

#include <string>

#include "sim/input/reading.hpp"
#include "sim/synthesis/margins.hpp"

namespace meesterplan::synthesis {

/// Adds the schools of DUO's open file of personnel by institution (BRIN) to margins without
/// schools: how many people each has, in proportion, on 1 October of `start`; and how often a
/// contract is temporary there against elsewhere, as weights. Masks (`<5`, `*`, `x`, blank) are
/// intervals. Rows of other personnel than teachers, and of no institution, are noted. What is
/// wrong is reported.
void read_duo(input::Reading& reading, std::string const& path, int start, Margins& margins);

/// Adds board and labour-market region of the schools of `margins` from DUO's open file of
/// locations (vestigingen). Schools that it does not have are reported.
void read_locations(input::Reading& reading, std::string const& path, Margins& margins);

}  // namespace meesterplan::synthesis
