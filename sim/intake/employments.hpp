#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/base/fte.hpp"
#include "sim/base/place.hpp"
#include "sim/input/rows.hpp"
#include "sim/intake/findings.hpp"
#include "sim/intake/profile.hpp"
#include "sim/intake/terms.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::intake {

/// When somebody was born, as far as the export tells; the day is not kept.
struct Birth {
  std::optional<int> year;
  std::optional<int> month;  ///< 1..12, beside a year
  std::optional<int> age;    ///< on the reference date, without a year

  bool is_known() const { return year.has_value() || age.has_value(); }
  friend bool operator==(Birth const&, Birth const&) = default;
};

/// An employment (dienstverband): one row of a personnel export.
struct Employment {
  Place place;
  std::string id;    ///< employee number
  std::string code;  ///< teacher code; may be empty
  Category category = Category::teacher;
  Birth birth;                       ///< may be unknown: some exports fill it in one row a person
  std::optional<Date> service_from;  ///< first day at this board
  std::optional<Date> teaching_since;
  Date from;                   ///< first day of this employment
  std::optional<Date> end;     ///< first day after it; empty: open
  std::optional<Date> leaves;  ///< first day on which the person is gone
  std::string leave_reason;    ///< as written, or what the profile says of it
  scenario::Contract contract = scenario::Contract::permanent;
  Fte fte;
  scenario::Scale scale = scenario::Scale::none;
  std::string section;  ///< as written; may be empty
  std::string school;   ///< as written; may be empty
  scenario::Licence licence = scenario::Licence::unknown;
  scenario::Degree degree = scenario::Degree::unknown;
  scenario::Origin origin = scenario::Origin::initial;
  Fate fate = Fate::rejected;
};

/// Reads a personnel export as of 1 October of `start`. Rows that cannot be used are
/// among the rejects; they come back as well, with fate rejected and the fte that
/// could be read, so that totals add up. Of support staff and management only the
/// fte is looked at.
std::vector<Employment> read_employments(input::Sheet const& sheet, Profile const& profile,
                                         int start, Findings& findings);

}  // namespace meesterplan::intake
