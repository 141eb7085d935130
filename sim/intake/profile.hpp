#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sim/input/reading.hpp"
#include "sim/input/rows.hpp"

namespace meesterplan::intake {

/// What somebody has told about their exports: own header names, columns to leave
/// out, and what own words and codes mean. Empty when nothing was told.
class Profile {
 public:
  /// What a word is about; each is a table of the profile.
  enum class About { category, contract, degree, licence, leave_reason, programme, subject, clazz };

  input::HeaderRules employments;
  input::HeaderRules timetable;
  input::HeaderRules diplomas;

  Profile();

  /// What the profile says that `text` means, else `text` itself. Capitals, blanks,
  /// hyphens and dots do not matter.
  std::string_view meaning(About about, std::string_view text) const;
  /// Whether the profile says anything of `text`.
  bool tells(About about, std::string_view text) const;
  /// The table of the profile in which words about it stand, as "[contract]".
  static std::string_view table_of(About about);
  void add(About about, std::string_view text, std::string meaning);

 private:
  std::map<About, std::map<std::string, std::string, std::less<>>> meanings_;  ///< by folded text
};

/// Reads the profile at `path` (docs/import.md, "Profiles"). What is wrong is among
/// the problems of `reading`.
Profile read_profile(input::Reading& reading, std::string const& path);

}  // namespace meesterplan::intake
