#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/place.hpp"
#include "sim/scenario/terms.hpp"

/// The function mix: how many places there are in each scale, and who gets one.

namespace meesterplan::scenario {

/// The job structure of some units in some school years: places in LC, LD and
/// LE as shares of the fte of staff with a known scale; the rest is LB.
struct FunctionMix {
  Place place;
  std::string name;          ///< unique in the scenario
  std::optional<int> from;   ///< school year on whose 1 October it first holds; empty: always
  std::optional<int> until;  ///< last such school year; empty: for good
  std::vector<std::string> schools;  ///< empty: every school; only with PromotionRules::per school
  std::vector<std::string> boards;   ///< empty: every board
  /// LC, LD, LE; each 0..1, together at most 1.
  std::array<double, n_places> share{};
};

/// Who is promoted, and for how long.
struct PromotionRules {
  Place place;
  Level per = Level::school;      ///< school or board: whose fte and places go together
  bool masters_first = false;     ///< who has a master goes before who has none
  int appointment_years = 0;      ///< a promotion ends after so many years; 0: never
  bool scale_gives_room = false;  ///< a scale of LC and up gives room to apply a master
  /// [degree] the scale that somebody with it has a right to, place or no place,
  /// on graduating and when hired; none: no right.
  std::array<Scale, n_degrees> right{};
};

}  // namespace meesterplan::scenario
