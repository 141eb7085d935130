#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sim/base/fte.hpp"
#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

using scenario::FunctionMix;
using scenario::Level;

bool names(std::vector<std::string> const& list, std::string const& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool holds_in(FunctionMix const& mix, int school_year) {
  return school_year >= mix.from.value_or(school_year) &&
         school_year <= mix.until.value_or(school_year);
}

/// How closely a structure is about a unit: 0 not at all, 1 as all units, 2
/// by the board's name, 3 by the school's.
int closeness(FunctionMix const& mix, std::string const& school, std::string const& board) {
  if (!mix.schools.empty()) {
    return names(mix.schools, school) ? 3 : 0;
  }
  if (!mix.boards.empty()) {
    return names(mix.boards, board) ? 2 : 0;
  }
  return 1;
}

std::int32_t in_millionths(double share) {
  return static_cast<std::int32_t>(std::floor(share * static_cast<double>(millionths) + 0.5));
}

/// Shares of a unit in a school year, as the closest structure has them.
std::array<std::int32_t, scenario::n_places> shares_in(Building const& building, int school_year,
                                                       std::string const& school,
                                                       std::string const& board) {
  std::array<std::int32_t, scenario::n_places> shares{-1, -1, -1};
  int closest = 0;
  for (FunctionMix const& mix : building.scenario.function_mix) {
    int const close = holds_in(mix, school_year) ? closeness(mix, school, board) : 0;
    if (close <= closest) {
      continue;
    }
    closest = close;
    std::transform(mix.share.begin(), mix.share.end(), shares.begin(), in_millionths);
  }
  return shares;
}

void build_shares(Building& building) {
  MixModel& mix = building.model.mix;
  auto const& boards = building.names.units[static_cast<std::size_t>(Level::board)];
  auto const& schools = building.names.units[static_cast<std::size_t>(Level::school)];
  bool const by_board = mix.per == Level::board;
  mix.n_units = by_board ? building.model.units.n_boards : building.model.units.n_schools();
  for (std::int32_t step = 0; step <= building.model.years; ++step) {
    int const school_year = building.model.start + step;
    for (std::int32_t unit = 0; unit < mix.n_units; ++unit) {
      auto const at = static_cast<std::size_t>(unit);
      auto const board =
          by_board ? at : static_cast<std::size_t>(building.model.units.school_board[at]);
      mix.shares.push_back(
          shares_in(building, school_year, by_board ? std::string() : schools[at], boards[board]));
    }
  }
}

}  // namespace

bool has_function_mix(scenario::Scenario const& scenario) {
  auto const& right = scenario.promotion.right;
  return !scenario.function_mix.empty() ||
         std::any_of(right.begin(), right.end(),
                     [](scenario::Scale scale) { return scale != scenario::Scale::none; });
}

void build_function_mix(Building& building) {
  scenario::PromotionRules const& rules = building.scenario.promotion;
  MixModel& mix = building.model.mix;
  mix.scale_gives_room = rules.scale_gives_room;
  mix.used = has_function_mix(building.scenario);
  if (!mix.used) {
    return;
  }
  mix.per = rules.per;
  mix.masters_first = rules.masters_first;
  mix.appointment_years = rules.appointment_years;
  mix.right = rules.right;
  build_shares(building);
}

}  // namespace meesterplan::model
