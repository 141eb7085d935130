#pragma once

#include <cstdint>
#include <string>

#include "sim/base/text.hpp"

namespace meesterplan::cli {

/// Numbers as people write them: Dutch 3 200 and 62,1; English 3,200 and 62.1.
/// The same in every locale. What is no number is shown as "-".

/// A whole number with its thousands apart.
std::string whole(std::int64_t value, Language language);

/// A number of things: "1 school", "12 schools".
std::string counted(std::int64_t n, Text const& one, Text const& more, Language language);

/// `value` with `decimals` digits behind the comma (point).
std::string decimal(double value, int decimals, Language language);

/// A share (0..1) as a percentage with `decimals` digits, with its sign.
std::string percent(double share, int decimals, Language language);

/// A chance (0..1) as a percentage with one digit, the same wherever it is shown;
/// 0% and 100% without, and only for exactly those ("<0,1%" for what is rare).
std::string chance(double probability, Language language);

/// The standard error of a chance (0..1) in percentage points, without unit: one
/// digit, and two when one would show nothing.
std::string points(double standard_error, Language language);

}  // namespace meesterplan::cli
