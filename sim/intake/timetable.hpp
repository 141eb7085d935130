#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/place.hpp"
#include "sim/input/rows.hpp"
#include "sim/intake/findings.hpp"
#include "sim/intake/profile.hpp"
#include "sim/intake/terms.hpp"

namespace meesterplan::intake {

/// A subject as the files of this school call it.
struct SubjectName {
  std::string key;      ///< as in sections.csv
  std::string name;     ///< as shown
  std::string cluster;  ///< may be empty

  friend bool operator==(SubjectName const&, SubjectName const&) = default;
};

/// What a text in a column of subjects is.
enum class SubjectKind {
  known,    ///< a subject, of our list or the profile's
  code,     ///< a short code that nobody knows: a subject of its own, which is asked
  task,     ///< mentor hours and the like
  nothing,  ///< empty, unknown, or free text, which may name people: asked
};

struct SubjectFound {
  SubjectKind kind = SubjectKind::nothing;
  SubjectName name{};  ///< of a subject
  bool is_subject() const { return kind == SubjectKind::known || kind == SubjectKind::code; }
};

/// The subject that `text` means, with the profile's own codes.
SubjectFound subject_of(std::string_view text, Place place, Profile const& profile,
                        Findings& findings);

/// Lessons of a teacher in a subject, as one row of a timetable gives them.
struct TimetableRow {
  Place place;
  std::string id;    ///< employee number; may be empty
  std::string code;  ///< teacher code; may be empty
  SubjectName subject;
  std::string school;  ///< as written; may be empty
  ClassPart part = ClassPart::rest;
  std::int64_t lessons = 0;  ///< in thousandths; only their proportions matter
};

/// Reads a timetable. Tasks are counted and left out; rows that cannot be used are
/// among the rejects.
std::vector<TimetableRow> read_timetable(input::Sheet const& sheet, Profile const& profile,
                                         Findings& findings);

}  // namespace meesterplan::intake
