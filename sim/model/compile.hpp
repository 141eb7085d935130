#pragma once

#include <vector>

#include "sim/base/problem.hpp"
#include "sim/model/model.hpp"
#include "sim/model/names.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::model {

/// A Model, its Names, and what there was to tell (warnings).
struct Compiled {
  Model model;
  Names names;
  std::vector<Problem> notes;
};

/// Makes `scenario` ready to run. The scenario must have passed
/// scenario::validate(); throws InputError for what only shows here: unknown
/// metrics, intervals that no distribution fits, a run that would not fit in
/// `memory_limit` bytes a thread.
Compiled compile(scenario::Scenario const& scenario,
                 std::int64_t memory_limit = std::int64_t{4} << 30);

}  // namespace meesterplan::model
