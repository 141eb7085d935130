#pragma once

#include "sim/input/formats.hpp"

namespace meesterplan::intake {

/// The columns that are read of a personnel export: one row an employment
/// (dienstverband). Header names are those of docs/import.md.
input::Format employments_format();

/// Of a timetable: who gives how many lessons of a subject to which class.
input::Format timetable_format();

/// Of a list of diplomas and licences: one row a diploma, a licence or a study.
input::Format diplomas_format();

}  // namespace meesterplan::intake
