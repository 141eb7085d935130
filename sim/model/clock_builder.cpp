#include "sim/model/clock_builder.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace meesterplan::model {

namespace {

/// A hazard ratio of 0 means that an event cannot happen; this small it does
/// not, and a certain cell (infinite hazard) stays certain.
constexpr double least_ratio = 1e-30;

std::vector<Region> regions_of(std::vector<RegionNumber> const& rows) {
  std::vector<Region> regions;
  regions.reserve(rows.size());
  for (RegionNumber const& row : rows) {
    regions.push_back(row.region);
  }
  return regions;
}

std::vector<Column> columns_of(KindTable const& kind) {
  std::vector<Column> columns;
  for (RegionNumber const& row : kind.rows) {
    for (auto const& [column, values] : row.region.columns()) {
      columns.push_back(column);
    }
  }
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  return columns;
}

bool can_happen(KindTable const& kind) {
  return std::any_of(kind.rows.begin(), kind.rows.end(), [](RegionNumber const& row) {
    return row.number.central != 0 || row.number.parameter >= 0;
  });
}

bool belong_together(KindTable const& left, KindTable const& right, Grouping grouping) {
  return left.factors == right.factors &&
         (grouping == Grouping::together || columns_of(left) == columns_of(right));
}

Grid grid_of(Space const& space, std::vector<KindTable const*> const& kinds) {
  std::vector<Region> regions;
  for (KindTable const* kind : kinds) {
    for (RegionNumber const& row : kind->rows) {
      regions.push_back(row.region);
    }
  }
  return Grid(space, regions);
}

/// Writes the first matching row into every cell from `begin` on.
void fill(Grid const& grid, std::vector<RegionNumber> const& rows, std::size_t begin,
          std::vector<double>& values, std::vector<DrawnCell>& drawn) {
  std::vector<std::uint8_t> filled(static_cast<std::size_t>(grid.n_cells()), 0);
  for (RegionNumber const& row : rows) {
    for (std::int32_t const cell : grid.cells(row.region)) {
      auto const index = static_cast<std::size_t>(cell);
      if (filled[index] != 0) {
        continue;
      }
      filled[index] = 1;
      values[begin + index] = row.number.central;
      if (row.number.parameter >= 0) {
        drawn.push_back({static_cast<std::int32_t>(begin + index), row.number});
      }
    }
  }
}

HazardGroup build_group(Grid const& grid, std::vector<KindTable const*> const& kinds) {
  auto const n_cells = static_cast<std::size_t>(grid.n_cells());
  HazardGroup group;
  group.dimensions = grid.dimensions();
  group.n_cells = static_cast<std::int32_t>(n_cells);
  group.factors = kinds.front()->factors;
  group.hazard.assign(n_cells * kinds.size(), 0);
  group.total.assign(n_cells, 0);
  for (std::size_t row = 0; row < kinds.size(); ++row) {
    group.kinds.push_back(kinds[row]->kind);
    group.order.push_back(kinds[row]->order);
    fill(grid, kinds[row]->rows, row * n_cells, group.hazard, group.drawn);
    for (std::size_t cell = 0; cell < n_cells; ++cell) {
      group.total[cell] += group.hazard[row * n_cells + cell];
    }
  }
  std::sort(
      group.drawn.begin(), group.drawn.end(),
      [](DrawnCell const& left, DrawnCell const& right) { return left.target < right.target; });
  return group;
}

}  // namespace

Fits add_kinds(Space const& space, std::vector<KindTable> kinds, Grouping grouping,
               ClockModel& clock) {
  kinds.erase(std::remove_if(kinds.begin(), kinds.end(),
                             [](KindTable const& kind) { return !can_happen(kind); }),
              kinds.end());
  std::vector<std::vector<KindTable const*>> groups;
  for (KindTable const& kind : kinds) {
    auto const place = std::find_if(groups.begin(), groups.end(), [&](auto const& group) {
      return belong_together(*group.front(), kind, grouping);
    });
    if (place != groups.end()) {
      place->push_back(&kind);
    } else {
      groups.push_back({&kind});
    }
  }
  for (auto const& group : groups) {
    Grid const common = grid_of(space, group);
    if (common.n_cells() <= most_cells) {
      clock.groups.push_back(build_group(common, group));
      continue;
    }
    for (KindTable const* kind : group) {
      Grid const own = grid_of(space, {kind});
      if (own.n_cells() > most_cells) {
        return Fits::too_many_cells;
      }
      clock.groups.push_back(build_group(own, {kind}));
    }
  }
  return Fits::yes;
}

FactorTable build_factor(Space const& space, std::vector<RegionNumber> const& rows,
                         std::vector<Region> const& masked) {
  std::vector<Region> regions = regions_of(rows);
  regions.insert(regions.end(), masked.begin(), masked.end());
  Grid const grid(space, regions);
  FactorTable factor;
  if (grid.n_cells() > most_cells) {
    return factor;
  }
  factor.dimensions = grid.dimensions();
  factor.ratio.assign(static_cast<std::size_t>(grid.n_cells()), 1);
  fill(grid, rows, 0, factor.ratio, factor.drawn);
  for (double& ratio : factor.ratio) {
    ratio = std::max(ratio, least_ratio);
  }
  std::vector<std::uint8_t> hidden(factor.ratio.size(), 0);
  for (Region const& region : masked) {
    for (std::int32_t const cell : grid.cells(region)) {
      hidden[static_cast<std::size_t>(cell)] = 1;
      factor.ratio[static_cast<std::size_t>(cell)] = 1;
    }
  }
  auto const is_hidden = [&](DrawnCell const& cell) {
    return hidden[static_cast<std::size_t>(cell.target)] != 0;
  };
  factor.drawn.erase(std::remove_if(factor.drawn.begin(), factor.drawn.end(), is_hidden),
                     factor.drawn.end());
  return factor;
}

bool is_one(FactorTable const& factor) {
  return factor.drawn.empty() && std::all_of(factor.ratio.begin(), factor.ratio.end(),
                                             [](double ratio) { return ratio == 1; });
}

}  // namespace meesterplan::model
