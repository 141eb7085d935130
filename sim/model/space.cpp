#include "sim/model/space.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "sim/base/contracts.hpp"

namespace meesterplan::model {

namespace {

constexpr std::int32_t most_fte = 1400;
/// Where multiplying stops: nobody can hold such a grid, and no overflow hides it.
constexpr std::int64_t too_many_cells = std::int64_t{1} << 40;

bool admits_all(Admitted const& values) {
  return std::find(values.begin(), values.end(), 0) == values.end();
}

/// `range` with whole numbers moved by `by`, open ends left open.
scenario::IntRange moved(scenario::IntRange range, std::int32_t by) {
  if (range.from != std::numeric_limits<int>::min()) {
    range.from += by;
  }
  if (range.to != std::numeric_limits<int>::max()) {
    range.to += by;
  }
  return range;
}

/// Numbers the different columns of bits of `conditions` from 0: values in the
/// same conditions get the same class.
std::int32_t classify(std::vector<Admitted> const& conditions,
                      std::vector<std::int32_t>& class_of) {
  std::map<std::string, std::int32_t> classes;
  for (std::size_t value = 0; value < class_of.size(); ++value) {
    std::string signature;
    signature.reserve(conditions.size());
    for (Admitted const& condition : conditions) {
      signature.push_back(condition[value] != 0 ? '1' : '0');
    }
    auto const next = static_cast<std::int32_t>(classes.size());
    class_of[value] = classes.emplace(std::move(signature), next).first->second;
  }
  return static_cast<std::int32_t>(classes.size());
}

}  // namespace

void Region::keep(Column column, Admitted const& values) {
  if (admits_all(values)) {
    return;
  }
  auto const [place, is_new] = columns_.emplace(column, values);
  if (is_new) {
    return;
  }
  MP_EXPECT(place->second.size() == values.size());
  for (std::size_t value = 0; value < values.size(); ++value) {
    place->second[value] = place->second[value] != 0 && values[value] != 0 ? 1 : 0;
  }
}

Space::Space(std::vector<std::string> subjects, std::int32_t start, std::int32_t years,
             std::int32_t n_scopes)
    : subjects_(std::move(subjects)), start_(start), years_(years), n_scopes_(n_scopes) {}

Domain Space::domain(Column column) const {
  if (is_timed(column)) {
    return {timed_low, timed_size};
  }
  switch (column) {
    case Column::fte:
      return {0, most_fte + 1};
    case Column::degree:
      return {0, scenario::n_degrees};
    case Column::licence:
      return {0, scenario::n_licences};
    case Column::contract:
      return {0, scenario::n_contracts};
    case Column::subject:
      return {0, std::max(1, static_cast<std::int32_t>(subjects_.size()))};
    case Column::room:
      return {0, 2};
    case Column::scope:
      return {0, n_scopes_};
    default:
      return {0, years_ + 1};
  }
}

Admitted Space::in_range(Column column, scenario::IntRange range) const {
  Domain const all = this->domain(column);
  Admitted values(static_cast<std::size_t>(all.size), 0);
  for (std::int32_t index = 0; index < all.size; ++index) {
    values[static_cast<std::size_t>(index)] = range.contains(all.low + index) ? 1 : 0;
  }
  return values;
}

Admitted Space::one_of(Column column, std::span<std::int32_t const> values) const {
  Domain const all = this->domain(column);
  Admitted listed(static_cast<std::size_t>(all.size), 0);
  for (std::int32_t const value : values) {
    if (value >= all.low && value < all.low + all.size) {
      listed[static_cast<std::size_t>(value - all.low)] = 1;
    }
  }
  return listed;
}

std::vector<std::int32_t> Space::subjects(std::span<std::string const> names) const {
  std::vector<std::int32_t> indexes;
  for (std::string const& name : names) {
    auto const place = std::lower_bound(subjects_.begin(), subjects_.end(), name);
    if (place != subjects_.end() && *place == name) {
      indexes.push_back(static_cast<std::int32_t>(place - subjects_.begin()));
    }
  }
  return indexes;
}

Region Space::region(scenario::Cell const& cell) const {
  Region region;
  auto const keep_range = [&](Column column, scenario::IntRange range) {
    if (!range.is_all()) {
      region.keep(column, this->in_range(column, range));
    }
  };
  auto const keep_term = [&](Column column, auto const& term) {
    if (term) {
      std::int32_t const value = static_cast<std::int32_t>(*term);
      region.keep(column, this->one_of(column, std::span(&value, 1)));
    }
  };
  keep_range(Column::age, cell.age);
  keep_range(Column::retirement, cell.retirement);
  keep_range(Column::tenure, cell.tenure);
  keep_range(Column::experience, cell.experience);
  keep_range(Column::since_master, cell.years_since_master);
  keep_range(Column::fte, cell.fte);
  keep_range(Column::year, moved(cell.year, -start_));
  keep_term(Column::degree, cell.degree);
  keep_term(Column::licence, cell.licence);
  keep_term(Column::contract, cell.contract);
  if (cell.subject) {
    std::vector<std::int32_t> const named = this->subjects(std::span(&*cell.subject, 1));
    region.keep(Column::subject, this->one_of(Column::subject, named));
  }
  return region;
}

Grid::Grid(Space const& space, std::span<Region const> regions) {
  for (int index = 0; index <= n_columns; ++index) {
    auto const column = static_cast<Column>(index);
    std::vector<Admitted> conditions;
    for (Region const& region : regions) {
      auto const place = region.columns().find(column);
      if (place != region.columns().end() &&
          std::find(conditions.begin(), conditions.end(), place->second) == conditions.end()) {
        conditions.push_back(place->second);
      }
    }
    if (conditions.empty()) {
      continue;
    }
    Domain const domain = space.domain(column);
    Axis axis;
    axis.column = column;
    axis.low = domain.low;
    axis.class_of.resize(static_cast<std::size_t>(domain.size));
    axis.n_classes = classify(conditions, axis.class_of);
    axis.stride = n_cells_;
    if (axis.n_classes > 1) {
      n_cells_ = std::min(n_cells_ * axis.n_classes, too_many_cells);
    }
    axes_.push_back(std::move(axis));
  }
}

std::vector<Dimension> Grid::dimensions() const {
  MP_EXPECT(n_cells_ <= std::numeric_limits<std::int32_t>::max());
  std::vector<Dimension> dimensions;
  for (Axis const& axis : axes_) {
    if (axis.n_classes == 1) {
      continue;
    }
    Dimension dimension;
    dimension.column = axis.column;
    dimension.low = axis.low;
    for (std::int32_t const value_class : axis.class_of) {
      dimension.offset.push_back(static_cast<std::int32_t>(value_class * axis.stride));
    }
    dimensions.push_back(std::move(dimension));
  }
  return dimensions;
}

std::vector<std::int32_t> Grid::cells(Region const& region) const {
  std::vector<std::int32_t> cells = {0};
  for (Axis const& axis : axes_) {
    auto const place = region.columns().find(axis.column);
    std::vector<std::uint8_t> wanted(static_cast<std::size_t>(axis.n_classes), 1);
    if (place != region.columns().end()) {
      wanted.assign(wanted.size(), 0);
      for (std::size_t value = 0; value < axis.class_of.size(); ++value) {
        if (place->second[value] != 0) {
          wanted[static_cast<std::size_t>(axis.class_of[value])] = 1;
        }
      }
    }
    std::vector<std::int32_t> more;
    for (std::int32_t index = 0; index < axis.n_classes; ++index) {
      if (wanted[static_cast<std::size_t>(index)] == 0) {
        continue;
      }
      for (std::int32_t const cell : cells) {
        more.push_back(static_cast<std::int32_t>(cell + index * axis.stride));
      }
    }
    cells = std::move(more);
  }
  return cells;
}

}  // namespace meesterplan::model
