#pragma once

#include <string>
#include <string_view>

namespace meesterplan::intake {

/// An employee number as all files write it: of a number without the zeros in front,
/// which spreadsheets drop.
std::string normal_id(std::string_view text);

/// A teacher code in small letters.
std::string normal_code(std::string_view text);

/// A school (BRIN) in capitals; of a location (`01AB00`) the school that it is of; empty
/// for what is masked or says that there is none.
std::string normal_school(std::string_view text);

}  // namespace meesterplan::intake
