#pragma once

#include <optional>
#include <span>
#include <string>

#include "sim/base/text.hpp"
#include "sim/output/reported_run.hpp"
#include "sim/study/staffing.hpp"

namespace meesterplan::output {

/// Writes the runs as one workbook (XLSX) to `path`: a sheet a table, a row an observation,
/// numbers as numbers; with several runs each row begins with its run. Charts on a sheet of
/// their own, each with a text for who does not see it. Drivers only for `hr` and `region`;
/// for `hr` also the plan by section of the first run, with its spring table where one is given.
/// What is no number is left empty, and text is never a formula; what would break the file or
/// steer a program is written out (visible.hpp). The same arguments give the same bytes.
/// Memory: all rows. Cost: about 2 s for a million cells.
/// `path` should be a passing name (store/whole_file.hpp): what is there is replaced, and what
/// a failure leaves behind is no workbook. Throws IoError when it cannot be written, also
/// when the disk is full, and StoreError when a table has more rows than a sheet can hold.
void write_workbook(std::span<ReportedRun const> runs, Reader reader, Language language,
                    std::string const& path,
                    std::optional<study::StaffingTable> const& staffing = {});

}  // namespace meesterplan::output
