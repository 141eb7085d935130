#pragma once

#include "sim/input/formats.hpp"

namespace meesterplan::synthesis {

/// The columns of a file of margins (docs/synthesize.md).
input::Format margins_format();

}  // namespace meesterplan::synthesis
