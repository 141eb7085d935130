#pragma once

#include <map>
#include <string_view>

#include "sim/results/results.hpp"

namespace meesterplan::publish {

/// The metric that counts the people whom a share that reports use is of; empty for others.
std::string_view base_of(std::string_view metric);

/// Means of a metric of the whole, by year, where it applies.
std::map<int, double> means_of_whole(results::Results const& run, std::string_view metric);

}  // namespace meesterplan::publish
