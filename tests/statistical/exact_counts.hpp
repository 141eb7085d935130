#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "tests/statistical/oracle.hpp"
#include "tests/statistical/verdict.hpp"

namespace meesterplan::testing {

/// [section][year][count] chance that so many have a property.
using Distributions = std::vector<std::vector<std::vector<double>>>;

bool is_master(Sitter const& sitter);
bool is_studying(Sitter const& sitter);

/// Exact distributions in the years 0 .. years of the number of seats with
/// `property`, seats being independent of each other.
Distributions distributions(Oracle const& oracle, Property property, int years);

/// `scenario` with nothing recorded but this metric of its sections.
scenario::Scenario recorded(scenario::Scenario scenario, char const* metric);

/// Plays `n` futures and judges the count of every section and year.
Verdict judge(scenario::Scenario const& scenario, char const* metric, Distributions const& exact,
              std::uint32_t n);

/// A Catch2 check that nothing failed; prints the summary.
void check(Verdict const& verdict, std::string const& what);

}  // namespace meesterplan::testing
