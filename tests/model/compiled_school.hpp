#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/model/compile.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::testing {

/// A school of 2025 and six years with maths (0) and art (1), without people.
/// Its rates read every column, so that compile() leaves no field out.
scenario::Scenario two_sections();

/// Another assignment of a person, without lesson shares.
void give(scenario::Person& person, int section, int fte,
          scenario::Licence licence = scenario::Licence::second_degree);

/// Row of the person of this key; throws std::out_of_range when there is none.
std::size_t row_of(model::Model const& model, std::string const& key);
bool has_row(model::Model const& model, std::string const& key);

/// A column of the person of this key.
int at(model::Model const& model, std::string const& key, model::Column column);

/// What compile() finds wrong; empty: nothing.
std::vector<Problem> problems_of(scenario::Scenario const& scenario);

}  // namespace meesterplan::testing
