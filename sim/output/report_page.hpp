#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/text.hpp"
#include "sim/output/reported_run.hpp"
#include "sim/publish/publish.hpp"
#include "sim/study/staffing.hpp"

namespace meesterplan::output {

/// What a page tells, besides its runs.
struct ReportPage {
  Reader reader = Reader::board;
  Language language = Language::nl;
  std::string written;            ///< the day: 2026-11-30
  std::vector<ReportedRun> runs;  ///< side by side; the first is what others differ from
  std::optional<study::StaffingTable> staffing;   ///< of the first run
  publish::Published const* published = nullptr;  ///< what is withheld; not null
};

/// The web application of this build as one file of HTML (web/), in which a report is still to
/// be filled in; empty when the program was built without (no npm).
std::string_view report_template();

/// Writes a report as one file of HTML that asks for nothing else: `page_template` with the
/// document `meesterplan.report/1` (docs/formats.md) in it. Whatever names hold is text. The
/// template must be one of report_template(). Errors: those of the stream, which the caller checks.
void write_report_page(ReportPage const& page, std::string_view page_template,
                       std::ostream& stream);

}  // namespace meesterplan::output
