#pragma once

#include "sim/output/names.hpp"

namespace meesterplan::cli {

// How results call things, at hand for the texts of the command.
using output::cause_name;
using output::level_name;
using output::metric_name;
using output::parameter_name;
using output::stock_name;

}  // namespace meesterplan::cli
