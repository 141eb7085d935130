#include "sim/synthesis/fit.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/base/contracts.hpp"

namespace meesterplan::synthesis {
namespace {

constexpr int most_rounds = 2000;
constexpr double near_enough = 1e-6;
constexpr double half_a_person = 0.5;

std::size_t size_of(Margins const& margins, std::size_t axis) {
  return std::max<std::size_t>(1, margins.values[axis].size());
}

/// Where the key of a cell stands among the counts of a margin.
class Numbering {
 public:
  Numbering(Margins const& margins, Margin const& margin) {
    for (Axis const axis : margin.axes) {
      auto const at = static_cast<std::size_t>(axis);
      axes_.push_back(at);
      sizes_.push_back(size_of(margins, at));
      size_ *= sizes_.back();
    }
  }
  std::size_t size() const { return size_; }
  std::size_t operator()(Key const& key) const {
    std::size_t number = 0;
    for (std::size_t i = 0; i < axes_.size(); ++i)
      number = number * sizes_[i] + static_cast<std::size_t>(key[axes_[i]]);
    return number;
  }

 private:
  std::vector<std::size_t> axes_;
  std::vector<std::size_t> sizes_;
  std::size_t size_ = 1;
};

/// The product of the weights that a cell falls under, by the axes that they tell of.
class Weights {
 public:
  explicit Weights(Margins const& margins) : list_(&margins.weights) {}

  double of(Key const& key) const {
    double weight = 1;
    for (Weight const& one : *list_) {
      if (is_within(key, one.key))
        weight *= one.weight;
    }
    return weight;
  }

 private:
  std::vector<Weight> const* list_;
};

/// The next combination of values; false after the last.
bool next(Key& key, Margins const& margins) {
  for (std::size_t axis = n_axes; axis-- > 0;) {
    if (static_cast<std::size_t>(key[axis]) + 1 < size_of(margins, axis)) {
      ++key[axis];
      return true;
    }
    key[axis] = 0;
  }
  return false;
}

/// The counts of a margin, dense; combinations without a row are nobody.
std::vector<Count> counts_of(Margin const& margin, Numbering const& number) {
  std::vector<Count> counts(number.size());
  for (Cell const& cell : margin.cells)
    counts[number(cell.key)] = cell.people;
  return counts;
}

/// The cells that may hold people, at their weights.
Table first_table(Margins const& margins, std::vector<Numbering> const& numbers,
                  std::vector<std::vector<Count>> const& counts) {
  Weights const weights(margins);
  Table table;
  Key key{};
  do {
    bool may_hold = true;
    for (std::size_t i = 0; i < numbers.size() && may_hold; ++i)
      may_hold = counts[i][numbers[i](key)].high > 0;
    double const weight = may_hold ? weights.of(key) : 0;
    if (weight > 0) {
      table.keys.push_back(key);
      table.people.push_back(weight);
    }
  } while (next(key, margins));
  return table;
}

std::vector<double> sums_of(Table const& table, Constraint const& constraint) {
  std::vector<double> sums(constraint.counts.size());
  for (std::size_t cell = 0; cell < table.people.size(); ++cell)
    sums[constraint.cell_of[cell]] += table.people[cell];
  return sums;
}

void scale(Table& table, Constraint const& constraint, std::vector<double> const& factors) {
  for (std::size_t cell = 0; cell < table.people.size(); ++cell)
    table.people[cell] *= factors[constraint.cell_of[cell]];
}

double off(Count const& wanted, double found) {
  return std::max({0.0, wanted.low - found, found - wanted.high});
}

/// Scales the table to one margin; by how much it was off before, in people.
double scale_to(Table& table, Constraint const& constraint) {
  std::vector<double> factors = sums_of(table, constraint);
  double worst = 0;
  for (std::size_t i = 0; i < factors.size(); ++i) {
    double const found = factors[i];
    Count const wanted = constraint.counts[i];
    worst = std::max(worst, off(wanted, found));
    double const nearest = std::clamp(found, wanted.low, wanted.high);
    factors[i] = found > 0 ? nearest / found : 1;
  }
  scale(table, constraint, factors);
  return worst;
}

/// Scales the whole table to the number of people, so that its cells are counts.
void scale_to_people(Table& table, double people) {
  double sum = 0;
  for (double const cell : table.people)
    sum += cell;
  for (double& cell : table.people)
    cell *= people / sum;
}

/// Lets masked counts begin at a number drawn evenly between their bounds.
void draw_masked(Margins const& margins, Draws const& draws, Fit& fit) {
  for (std::size_t i = 0; i < fit.constraints.size(); ++i) {
    Constraint const& constraint = fit.constraints[i];
    std::vector<double> factors = sums_of(fit.table, constraint);
    bool has_masks = false;
    for (std::size_t at = 0; at < factors.size(); ++at) {
      Count const wanted = constraint.counts[at];
      double begin = wanted.low;
      if (wanted.is_masked()) {
        has_masks = true;
        // Without bounds of its own a count is not known at all: it stays as it comes out.
        double const u = draws.uniform(i << 32 | at, What::masked_count);
        begin = wanted.high < margins.people ? wanted.low + (wanted.high - wanted.low) * u
                                             : factors[at];
      }
      factors[at] = factors[at] > 0 ? begin / factors[at] : 1;
    }
    if (has_masks)
      scale(fit.table, constraint, factors);
  }
}

std::optional<Misfit> worst_misfit(Margins const& margins, Fit const& fit) {
  std::optional<Misfit> misfit;
  double worst = half_a_person;
  for (std::size_t i = 0; i < fit.constraints.size(); ++i) {
    std::vector<double> const sums = sums_of(fit.table, fit.constraints[i]);
    Numbering const number(margins, margins.margins[i]);
    for (Cell const& cell : margins.margins[i].cells) {
      double const found = sums[number(cell.key)];
      if (off(cell.people, found) <= worst)
        continue;
      worst = off(cell.people, found);
      misfit = Misfit{i, cell.key, cell.people, found};
    }
  }
  return misfit;
}

}  // namespace

double n_cells(Margins const& margins) {
  double cells = 1;
  for (std::size_t axis = 0; axis < n_axes; ++axis)
    cells *= static_cast<double>(size_of(margins, axis));
  return cells;
}

Fit fit(Margins const& margins, Draws const& draws) {
  MP_EXPECT(n_cells(margins) <= most_cells);
  std::vector<Numbering> numbers;
  std::vector<std::vector<Count>> counts;
  for (Margin const& margin : margins.margins) {
    numbers.emplace_back(margins, margin);
    counts.push_back(counts_of(margin, numbers.back()));
  }
  Fit fit;
  fit.table = first_table(margins, numbers, counts);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    Constraint constraint{{}, std::move(counts[i])};
    constraint.cell_of.reserve(fit.table.keys.size());
    for (Key const& key : fit.table.keys)
      constraint.cell_of.push_back(static_cast<std::uint32_t>(numbers[i](key)));
    fit.constraints.push_back(std::move(constraint));
  }
  scale_to_people(fit.table, margins.people);
  draw_masked(margins, draws, fit);
  double worst = 1;
  while (worst > near_enough && fit.rounds < most_rounds) {
    worst = 0;
    for (Constraint const& constraint : fit.constraints)
      worst = std::max(worst, scale_to(fit.table, constraint));
    ++fit.rounds;
  }
  fit.misfit = worst_misfit(margins, fit);
  return fit;
}

}  // namespace meesterplan::synthesis
