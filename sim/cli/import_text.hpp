#pragma once

#include <iosfwd>

#include "sim/base/text.hpp"
#include "sim/intake/import.hpp"

namespace meesterplan::cli {

/// Whether what somebody wrote in a file is shown with the question about it. It may
/// name people, so it is shown on a screen and never kept.
enum class Quotes { shown, left_out };

/// The report of an import for people: rows and fte before and after, what was joined
/// and what was not, what was assumed, and what is to be answered.
void write_import(intake::Import const& import, Language language, Quotes quotes,
                  std::ostream& stream);

}  // namespace meesterplan::cli
