#pragma once

#include <string>

#include "sim/synthesis/margins.hpp"
#include "sim/synthesis/synthesize.hpp"

namespace meesterplan::synthesis {

/// Reads a file of margins out of a text; throws InputError for what is wrong.
Margins read(std::string const& text);

/// The number of people that a table has in the cells within `key`.
double people_in(Table const& table, Key const& key);

/// `key` with one value more.
Key with(Key key, Axis axis, int value);

/// Four kinds of degree and licence with given associations, at two schools.
extern char const* const small_region;

}  // namespace meesterplan::synthesis
