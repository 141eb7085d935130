#pragma once

#include <string>

#include "sim/base/place.hpp"
#include "sim/base/rational.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::scenario {

enum class Direction { at_least, at_most };

/// How a bound was written: only a share can be a percentage.
enum class BoundForm { number, percentage };

/// A goal: a metric that must reach a level in a year.
struct Target {
  Place place;
  std::string name;
  std::string metric;          ///< key of a metric (docs/methods.md)
  Level level = Level::total;  ///< every unit of this level is judged
  std::string unit;            ///< key of the one unit that is judged; empty: all
  Rational bound;              ///< in the metric's unit: share, heads, fte, years
  Direction direction = Direction::at_least;
  int year = 0;  ///< school year by which it must be met; no default
  BoundForm form = BoundForm::number;
};

}  // namespace meesterplan::scenario
