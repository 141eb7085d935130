#pragma once

#include <array>
#include <string_view>

#include "sim/input/rows.hpp"
#include "sim/intake/employments.hpp"
#include "sim/intake/findings.hpp"
#include "sim/intake/profile.hpp"

namespace meesterplan::intake {

/// The columns of which one is needed: for an age, for a begin, for hours.
inline constexpr std::array<std::string_view, 3> birth_columns{"birth_date", "birth_year", "age"};
inline constexpr std::array<std::string_view, 2> begin_columns{"service_from", "employment_from"};
inline constexpr std::array<std::string_view, 2> fte_columns{"fte", "fte_percentage"};

/// Reads one row of a personnel export, as of 1 October of `start`, without its fate.
/// What is wrong makes the row unusable; its fte is read all the same when it can be.
Employment read_employment(input::Row& row, Profile const& profile, int start, Findings& findings);

}  // namespace meesterplan::intake
