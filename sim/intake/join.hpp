#pragma once

#include <vector>

#include "sim/intake/diplomas.hpp"
#include "sim/intake/employments.hpp"
#include "sim/intake/findings.hpp"
#include "sim/intake/profile.hpp"
#include "sim/intake/teachers.hpp"
#include "sim/intake/timetable.hpp"

namespace meesterplan::intake {

/// How many rows of a file were joined to a teacher.
struct Joined {
  std::int64_t in_file = 0;    ///< below the header
  std::int64_t known = 0;      ///< joined, or of somebody in the personnel file who is no teacher
  std::int64_t rows = 0;       ///< joined
  std::int64_t unmatched = 0;  ///< not; each is among the rejects
  std::int64_t lessons = 0;    ///< of the joined rows, in thousandths
  std::int64_t lessons_unmatched = 0;
};

/// Gives the teachers their lessons: the person's fte is divided over sections in
/// proportion to lessons, to whole thousandths that sum to it, and the shares of
/// upper vwo and havo are those of the lessons. At most three sections a person,
/// none below 0.05 fte: what is smaller goes to the others and is asked about. Who
/// has no lessons keeps the section that the export names; who has neither is
/// rejected. Rows of the timetable without a teacher are rejected too.
Joined join_timetable(std::vector<TimetableRow> const& timetable, Profile const& profile,
                      std::vector<Employment>& employments, People& people, Findings& findings);

/// Gives the teachers their degrees, licences and studies. The highest degree
/// counts; a doubtful one leaves the degree unknown unless the person certainly has
/// the highest there is.
Joined join_diplomas(std::vector<Diploma> diplomas, People& people, Findings& findings);

}  // namespace meesterplan::intake
