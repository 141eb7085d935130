#include "tests/engine/reading.hpp"

#include <algorithm>
#include <stdexcept>

#include "sim/engine/player.hpp"
#include "sim/model/metric.hpp"

namespace meesterplan::testing {

std::int64_t cell_of(model::Model const& model, CellName const& name) {
  int const metric = model::find_metric(name.metric);
  for (model::LevelPlan const& level : model.plan.levels) {
    if (level.level != name.level)
      continue;
    auto const found = std::find(level.metrics.begin(), level.metrics.end(), metric);
    if (found == level.metrics.end())
      break;
    std::int64_t const column = found - level.metrics.begin();
    return level.first_cell +
           (name.unit * level.columns() + column) * std::int64_t{model.plan.n_years} + name.year;
  }
  throw std::out_of_range("not recorded: " + std::string(name.metric));
}

stats::Moments moments_of(model::Model const& model, tally::Tally const& tally,
                          CellName const& name) {
  return tally.moments(cell_of(model, name));
}

Futures play_futures(model::Model const& model, std::uint32_t n,
                     std::vector<CellName> const& cells) {
  std::vector<std::int64_t> indexes;
  for (CellName const& name : cells)
    indexes.push_back(cell_of(model, name));
  Futures futures;
  engine::Player player(model);
  for (std::uint32_t replicate = 0; replicate < n; ++replicate) {
    tally::Tally tally(model.plan);
    player.play(replicate, tally);
    std::vector<std::int64_t> values;
    for (std::int64_t const index : indexes) {
      stats::Moments const moments = tally.moments(index);
      values.push_back(moments.count == 0 ? Futures::absent
                                          : static_cast<std::int64_t>(moments.sum));
    }
    futures.values.push_back(std::move(values));
  }
  return futures;
}

tally::Tally play_one(model::Model const& model, std::uint32_t replicate) {
  tally::Tally tally(model.plan);
  engine::Player player(model);
  player.play(replicate, tally);
  return tally;
}

Agreement compare_years(model::Model const& model, tally::Tally const& left,
                        tally::Tally const& right, std::int32_t last) {
  Agreement agreement;
  auto const n_cells = static_cast<std::int64_t>(model.plan.cells.size());
  for (std::int64_t cell = 0; cell < n_cells; ++cell) {
    // Years lie side by side in the cells.
    bool const early = cell % model.plan.n_years <= last;
    bool const same = left.moments(cell) == right.moments(cell);
    agreement.equal_until = agreement.equal_until && (!early || same);
    agreement.differ_after = agreement.differ_after || (!early && !same);
  }
  return agreement;
}

}  // namespace meesterplan::testing
