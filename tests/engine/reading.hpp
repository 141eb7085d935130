#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/model/model.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/stats/moments.hpp"
#include "sim/tally/tally.hpp"

namespace meesterplan::testing {

/// One recorded number: a metric or a flow of a unit in a year.
struct CellName {
  scenario::Level level = scenario::Level::total;
  std::int32_t unit = 0;  ///< index in the model
  std::string_view metric;
  std::int32_t year = 0;  ///< step
};

/// The cell of a metric in a tally of `model`; throws std::out_of_range when it
/// is not recorded.
std::int64_t cell_of(model::Model const& model, CellName const& name);

/// Count, sum and sum of squares of a metric in kept units.
stats::Moments moments_of(model::Model const& model, tally::Tally const& tally,
                          CellName const& name);

/// What single futures came to.
struct Futures {
  /// [future][cell, in the order asked] kept units; absent: `absent`.
  std::vector<std::vector<std::int64_t>> values;
  static constexpr std::int64_t absent = -1;
};

/// Plays futures 0 .. n-1 of `model` one by one and reads `cells` of each.
Futures play_futures(model::Model const& model, std::uint32_t n,
                     std::vector<CellName> const& cells);

/// Plays one future; a tally of just that one.
tally::Tally play_one(model::Model const& model, std::uint32_t replicate);

/// Whether two tallies of models with the same units and recordings agree in
/// all metrics and flows of all units up to and including step `last`, and
/// whether they differ after it.
struct Agreement {
  bool equal_until = true;
  bool differ_after = false;
};
Agreement compare_years(model::Model const& model, tally::Tally const& left,
                        tally::Tally const& right, std::int32_t last);

}  // namespace meesterplan::testing
