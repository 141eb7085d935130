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

/// A chance (0..1) as a percentage with `decimals` digits (0 or 1), and never 0% or
/// 100% for what is possible but rare ("<0,1%").
std::string chance(double probability, int decimals, Language language);

/// The standard error of a chance (0..1) in percentage points, without unit: one
/// digit, and two when one would show nothing.
std::string points(double standard_error, Language language);

}  // namespace meesterplan::cli
