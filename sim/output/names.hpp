#pragma once

#include <string>
#include <string_view>

#include "sim/base/text.hpp"

namespace meesterplan::output {

/// How results call things, in the user's language; the key itself where there
/// is no word for it.

/// A metric: "masters".
std::string metric_name(std::string_view metric, Language language);

/// A level: "section".
std::string level_name(std::string_view level, Language language);

/// A stock of the balance: "teachers".
std::string stock_name(std::string_view stock, Language language);

/// A cause of a flow: "retired".
std::string cause_name(std::string_view cause, Language language);

/// An uncertain number, with the key that finds it in the files:
/// "filling a vacancy (fill)".
std::string parameter_name(std::string_view parameter, Language language);

}  // namespace meesterplan::output
