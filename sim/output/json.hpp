#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/output/version.hpp"
#include "sim/results/results.hpp"

namespace meesterplan::output {

/// Whether rows of series name the members that do not apply.
enum class Nulls {
  told,      ///< as null
  left_out,  ///< not at all: most rows of a large document have some
};

/// Writes `results`, played by that version of the product, as one document of schema
/// meesterplan.run/1 (meesterplan.run.schema.json beside this file), a row of a list on a line of
/// its own. Numbers have a decimal point in every locale and read back as the
/// same double; what does not apply is null. Memory: one row at a time. Errors: those
/// of the stream, which the caller checks.
void write_json(results::Results const& results, std::ostream& stream,
                std::string_view played_by = version(), Nulls nulls = Nulls::told);

/// Writes what is wrong with, or to be known of, the user's files as one document
/// of schema meesterplan.check/1: `ok` and `problems`, as the notes of a run.
void write_json(std::vector<Problem> const& problems, std::ostream& stream);

}  // namespace meesterplan::output
