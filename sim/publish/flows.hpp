#pragma once

#include <cstdint>
#include <vector>

#include "sim/results/results.hpp"

namespace meesterplan::publish {

/// Flows of the whole for readers outside HR: who leaves together (`exit_other`), and who comes but
/// starters and returners together (`hire_other`), without spread: who is known to come or go
/// already, and why, cannot be seen. Of a stock of which fewer than `least` people come or go in
/// some year nothing is told. The balance of each stock stays exact.
std::vector<results::FlowRow> folded_flows(results::Results const& run, std::int64_t least);

}  // namespace meesterplan::publish
