#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/base/fte.hpp"
#include "sim/base/place.hpp"
#include "sim/intake/diplomas.hpp"
#include "sim/intake/employments.hpp"
#include "sim/intake/findings.hpp"
#include "sim/intake/timetable.hpp"
#include "sim/scenario/people.hpp"

namespace meesterplan::intake {

/// A section: a subject at a school.
struct SectionName {
  std::string school;  ///< as written; "school" where the files name none
  SubjectName subject;

  friend bool operator<(SectionName const& left, SectionName const& right) {
    return std::tie(left.school, left.subject.key) < std::tie(right.school, right.subject.key);
  }
};

/// What a teacher does in one section.
struct TeacherAssignment {
  SectionName section;
  Fte fte;
  scenario::Licence licence = scenario::Licence::unknown;
  /// Shares of its lessons in millionths; empty: not known.
  std::optional<std::int64_t> upper_vwo, upper_havo;
};

/// A person out of the employments of one employee number.
struct Teacher {
  Place place;     ///< the first row
  std::string id;  ///< employee number; never written
  Birth birth;
  Date service_from;
  std::optional<Date> teaching_since;
  scenario::Degree degree = scenario::Degree::unknown;
  scenario::MasterKind kind = scenario::MasterKind::none;
  std::optional<int> master_year;
  scenario::Contract contract = scenario::Contract::permanent;
  std::optional<Date> contract_end;
  scenario::Scale scale = scenario::Scale::none;
  scenario::Origin origin = scenario::Origin::initial;
  std::optional<scenario::KnownLeave> leaves;
  std::optional<scenario::KnownHours> hours;
  std::optional<scenario::StudyStatus> study;
  Fte fte;  ///< on the reference date, or at the start of who comes later
  bool is_in_service = true;
  std::vector<TeacherAssignment> assignments;  ///< their fte sum to `fte`
};

/// The rows of one employee number.
struct PersonRows {
  std::vector<std::size_t> rows;       ///< of the employments, by first day and then place
  std::optional<std::size_t> teacher;  ///< index of the teacher that they became
};

/// The employments as people.
struct People {
  std::vector<Teacher> teachers;  ///< by employee number
  std::map<std::string, PersonRows> by_id;
  /// Employee number of a teacher code; empty when more than one has it.
  std::map<std::string, std::string> id_of_code;
};

/// Sums employments to people as of 1 October of `start`. Whoever cannot be used is
/// among the rejects, and the fate of the rows says so.
People gather_people(std::vector<Employment>& employments, int start, Findings& findings);

}  // namespace meesterplan::intake
