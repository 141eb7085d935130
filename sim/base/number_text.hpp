#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/base/fte.hpp"
#include "sim/base/text.hpp"

namespace meesterplan {

/// `written`, a number with a decimal point, with the decimal sign of each
/// language: a comma in Dutch, a point in English.
Text localized(std::string written);

/// The shortest text that reads back as `number`: no decimal is lost.
Text number_text(double number);

/// A number of fte with the decimals that it has, three at most.
Text number_text(Fte fte);

/// A sum or other result, in six digits so that no rounding of bits shows.
Text rounded_text(double number);

/// "1 leraar", "4 leraren": a count with its noun.
std::string counted(std::int64_t count, std::string_view one, std::string_view many);

}  // namespace meesterplan
