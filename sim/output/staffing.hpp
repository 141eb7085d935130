#pragma once

#include <iosfwd>

#include "sim/base/csv_line.hpp"
#include "sim/study/staffing.hpp"

namespace meesterplan::output {

/// Writes the spring table as one JSON document (meesterplan.staffing.schema.json);
/// what is not told is null.
void write_json(study::StaffingTable const& table, std::ostream& stream);

/// Writes the spring table as CSV, a row a unit, columns as in docs/formats.md,
/// lines ending in CR LF; what is not told is empty.
void write_csv(study::StaffingTable const& table, CsvForm form, std::ostream& stream);

}  // namespace meesterplan::output
