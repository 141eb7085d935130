#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/base/fte.hpp"
#include "sim/base/place.hpp"
#include "sim/base/text.hpp"
#include "sim/input/rows.hpp"

namespace meesterplan::intake {

/// A row of a file that could not be used, and why.
struct Reject {
  Place place;
  Text column;  ///< as the file calls it; empty: the row is meant whole
  Text reason;  ///< quotes no text of the file, which may name people
  Text shown;   ///< the same with the text, for a screen; it names nobody's number or birth day
  std::optional<Fte> fte;               ///< of an employment, when it could be read
  std::optional<std::int64_t> lessons;  ///< of a row of the timetable, in thousandths
};

/// What only the planner can tell.
enum class Ask : std::uint8_t {
  diploma,          ///< which degree a diploma is
  licence,          ///< which licence it is
  licence_subject,  ///< which subject a licence is for
  leave_reason,     ///< why somebody leaves
  subject,          ///< which subject a code means
  class_name,       ///< which lessons a class has
  programme,        ///< which study goes on
  leaves_in_part,   ///< whether somebody leaves, or one of several employments ends
  later_hours,      ///< a second change of somebody's hours
  small_part,       ///< more than three sections, or one of under 0.05 fte
};

/// Everything found while files are read, in whatever order they have.
class Findings {
 public:
  /// A question about what stands at `place`; `text` is what was written there.
  void ask(Ask ask, std::string_view text, Place place) {
    std::vector<Place>& places = questions_[{ask, std::string(text)}];
    bool const is_asked =
        !places.empty() && places.back().file == place.file && places.back().line == place.line;
    if (!is_asked)
      places.push_back(place);
  }
  /// A row that is wrong as a whole, for a reason that quotes nothing.
  void reject(Place place, Text const& reason, std::optional<Fte> fte = {},
              std::optional<std::int64_t> lessons = {});
  /// Whether an optional cell can be read; a masked one counts as empty, and is counted.
  bool is_given(input::Row const& row, std::string_view key);
  /// Turns the errors that were reported for `row` since the reading had `n_before`
  /// problems into rejects of it, without what says who the row is about.
  void reject_row(input::Row const& row, input::Reading& reading, std::size_t n_before,
                  Reject const& model);

  using Questions = std::map<std::pair<Ask, std::string>, std::vector<Place>>;
  Questions const& questions() const { return questions_; }
  std::vector<Reject> const& rejects() const { return rejects_; }
  std::vector<Reject>& rejects() { return rejects_; }

  int n_task_rows = 0;            ///< rows of the timetable that are no lessons
  int n_without_fte = 0;          ///< rejected employments whose fte cannot be read
  int n_unknown_scales = 0;       ///< scales that are none of LB to LE
  int n_idle_licences = 0;        ///< for subjects that the teacher does not give
  int n_service_as_teacher = 0;   ///< teachers who did other work here before
  int n_masked = 0;               ///< cells with a masked value that was not needed
  int n_assumed_reasons = 0;      ///< known leavers of whom the reason is not known
  int n_from_personnel = 0;       ///< teachers without lessons, whose section the export gives
  std::int64_t task_lessons = 0;  ///< in thousandths: mentor hours and other tasks

 private:
  Questions questions_;
  std::vector<Reject> rejects_;
};

}  // namespace meesterplan::intake
