#pragma once

#include <cstdint>
#include <string>

#include "tests/engine/worked_future.hpp"

/// A section whose lessons are given out. Everybody works full hours unless
/// said otherwise and nothing is taken off, so a thousandth of fte is a
/// thousandth of the lessons. Lessons in the file are those of year 0; the
/// orders are played in the year after it.

namespace meesterplan::testing {

/// One section, "wiskunde", that needs `fte` thousandths from year 1 on, of
/// which upper vwo and upper havo. The first reference date is that of 2025.
scenario::Scenario section_needing(int fte, int upper_vwo, int upper_havo,
                                   scenario::LessonOrder order = scenario::LessonOrder::as_now);

/// A bachelor with these lessons in the file.
scenario::Person& add_teacher(scenario::Scenario& scenario, std::string name,
                              scenario::Licence licence, double upper_vwo, double upper_havo);

/// Catch2 checks of the shares in upper vwo and upper havo, in thousandths.
void check_upper(WorkedFuture const& future, std::string const& person, std::int64_t vwo,
                 std::int64_t havo);

}  // namespace meesterplan::testing
