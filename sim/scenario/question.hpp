#pragma once

#include <string>

#include "sim/base/place.hpp"

namespace meesterplan::scenario {

/// What numbers do not tell of a plan, kept with it; nothing is played from it.
struct Question {
  Place place;
  std::string name;    ///< unique in the scenario
  std::string text;    ///< the question
  std::string answer;  ///< empty: still open
};

}  // namespace meesterplan::scenario
