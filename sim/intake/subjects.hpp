#pragma once

#include <string>
#include <string_view>

namespace meesterplan::intake {

/// A subject, or something in a timetable that is no lesson.
struct Subject {
  std::string_view key;      ///< as in sections.csv; empty: a task, such as mentor hours
  std::string_view name;     ///< as shown
  std::string_view cluster;  ///< subject cluster (docs/glossary.md)
};

/// The subject that a code or name of a timetable means (`NETL`, `wis B`,
/// `Engels`); null when it is none that is known. Capitals, blanks, hyphens and
/// dots do not matter.
Subject const* find_subject(std::string_view text);

}  // namespace meesterplan::intake
