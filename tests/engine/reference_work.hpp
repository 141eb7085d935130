#pragma once

#include "sim/scenario/scenario.hpp"

namespace meesterplan::testing {

/// The reference work of benchmarks/: `n_teachers` teachers in 12 sections,
/// exits by degree and age, every leaver succeeded, a two-year master, 15 years.
scenario::Scenario reference_work(int n_teachers);

}  // namespace meesterplan::testing
