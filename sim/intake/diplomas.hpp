#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/place.hpp"
#include "sim/input/rows.hpp"
#include "sim/intake/findings.hpp"
#include "sim/intake/profile.hpp"
#include "sim/intake/terms.hpp"
#include "sim/intake/timetable.hpp"
#include "sim/scenario/people.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::intake {

/// A row of the list of diplomas: a degree, a licence, both, or a study that goes on.
struct Diploma {
  Place place;
  std::string id;    ///< employee number; may be empty
  std::string code;  ///< teacher code; may be empty
  std::string text;  ///< as written; may be empty
  /// Empty: the row says nothing of a degree. unknown: it does, and it is asked which.
  std::optional<scenario::Degree> degree;
  scenario::MasterKind kind = scenario::MasterKind::none;
  std::optional<int> year;
  scenario::Licence licence = scenario::Licence::unknown;
  std::optional<SubjectName> subject;  ///< of the licence; empty: not said
  bool is_for_nothing = false;         ///< the licence is for what is no subject, so for nobody
  std::optional<scenario::StudyStatus> study;
};

/// The licence in the column of that name, or what a text there says; asked when it
/// is not clear.
scenario::Licence licence_of(input::Row const& row, Profile const& profile, Findings& findings);

/// Reads a list of diplomas. Doubtful ones are among the questions, rows that cannot
/// be used among the rejects.
std::vector<Diploma> read_diplomas(input::Sheet const& sheet, Profile const& profile, int start,
                                   Findings& findings);

}  // namespace meesterplan::intake
