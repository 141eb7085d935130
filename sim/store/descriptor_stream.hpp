#pragma once

#include <functional>
#include <iosfwd>

namespace meesterplan::store {

/// Something that writes its text to a stream.
using Writer = std::function<void(std::ostream&)>;

/// Writes what `writer` writes to an open file descriptor. The errno of the first
/// failure, or 0.
int write_to(int descriptor, Writer const& writer);

}  // namespace meesterplan::store
