#pragma once

#include <cstdint>
#include <string_view>

#include "sim/model/compile.hpp"
#include "sim/scenario/money.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/stats/moments.hpp"
#include "sim/tally/tally.hpp"

/// What staff costs in one future, to be compared with amounts worked out by hand.

namespace meesterplan::testing {

/// The school year in which runs with plain_money() start.
constexpr int priced_start = 2025;

/// What a full-time job costs a school year, in euro.
scenario::WageRow wage(scenario::Scale scale, scenario::IntRange experience, double amount);

/// LB 60 000, from five years of experience on 70 000; others 80 000; of 2024, and 2%
/// more every year.
scenario::Money plain_money();

/// Cents of a metric of a unit in a year (1: the first school year), in future 0.
struct PricedFuture {
  explicit PricedFuture(scenario::Scenario const& scenario);

  stats::Moments moments(std::string_view metric, scenario::Level level, std::int32_t unit,
                         std::int32_t year) const;
  std::int64_t of(std::string_view metric, scenario::Level level, std::int32_t unit,
                  std::int32_t year) const;
  std::int64_t section(std::string_view metric, std::int32_t unit, std::int32_t year) const;
  std::int64_t total(std::string_view metric, std::int32_t year) const;

  model::Compiled compiled;
  tally::Tally tally;
};

}  // namespace meesterplan::testing
