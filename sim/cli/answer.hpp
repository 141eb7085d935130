#pragma once

#include <iosfwd>

#include "sim/base/text.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::cli {

/// The answer of a run for people: each target in a sentence with counts first,
/// then the figures per year and per section, then what there is to note.
void write_answer(results::Results const& results, Language language, std::ostream& stream);

/// What there is to note, warnings first, each under its title.
void write_remarks(results::Results const& results, Language language, std::ostream& stream);

/// What stands above every answer: scenario, futures, years, and the mark of an
/// interrupted run.
void write_heading(results::Results const& results, Language language, std::ostream& stream);

}  // namespace meesterplan::cli
