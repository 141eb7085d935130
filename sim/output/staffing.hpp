#pragma once

#include <iosfwd>

#include "sim/study/staffing.hpp"

namespace meesterplan::output {

/// How a CSV file is written.
enum class CsvStyle {
  rfc,  ///< RFC 4180: commas, decimal points, UTF-8
  nl    ///< as Dutch spreadsheets open it: semicolons, decimal commas, a byte order mark
};

/// Writes the spring table as one JSON document (meesterplan.staffing.schema.json);
/// what is not told is null.
void write_json(study::StaffingTable const& table, std::ostream& stream);

/// Writes the spring table as CSV, a row a unit, columns as in docs/formats.md,
/// lines ending in CR LF; what is not told is empty.
void write_csv(study::StaffingTable const& table, CsvStyle style, std::ostream& stream);

}  // namespace meesterplan::output
