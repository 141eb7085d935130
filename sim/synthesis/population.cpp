#include "sim/synthesis/population.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace meesterplan::synthesis {
namespace {

constexpr int most_sweeps = 100;

/// The number of people to make.
std::int64_t wanted_people(Margins const& margins) {
  return static_cast<std::int64_t>(std::floor(margins.people + 0.5));
}

/// How many people each cell gets, before any is moved.
std::vector<std::int64_t> sampled(Margins const& margins, Table const& table, Draws const& draws) {
  std::vector<std::int64_t> people(table.people.size());
  double rest = 0;
  std::int64_t left = wanted_people(margins);
  for (std::size_t cell = 0; cell < people.size(); ++cell) {
    people[cell] = static_cast<std::int64_t>(std::floor(table.people[cell]));
    left -= people[cell];
    rest += table.people[cell] - static_cast<double>(people[cell]);
  }
  if (left <= 0 || rest <= 0)
    return people;
  double const step = rest / static_cast<double>(left);
  double next = step * draws.uniform(0, What::start_of_sample);
  double passed = 0;
  for (std::size_t cell = 0; cell < people.size() && left > 0; ++cell) {
    passed += table.people[cell] - std::floor(table.people[cell]);
    while (passed >= next && left > 0) {
      ++people[cell];
      --left;
      next += step;
    }
  }
  return people;
}

struct KeyHash {
  std::size_t operator()(Key const& key) const {
    std::size_t hash = 0;
    for (std::int32_t const value : key)
      hash = hash * 1'000'003 + static_cast<std::size_t>(value);
    return hash;
  }
};

/// Moves people from cell to cell while that serves the margins.
class Mover {
 public:
  Mover(Margins const& margins, Fit const& fit, std::vector<std::size_t>& cells)
      : margins_(&margins), fit_(&fit), cells_(&cells) {
    for (std::size_t cell = 0; cell < fit.table.keys.size(); ++cell)
      cell_of_.emplace(fit.table.keys[cell], cell);
    for (Constraint const& constraint : fit.constraints) {
      std::vector<double> counts(constraint.counts.size());
      for (std::size_t const cell : cells)
        counts[constraint.cell_of[cell]] += 1;
      counts_.push_back(std::move(counts));
    }
  }

  /// Whether any person was moved.
  bool sweep(std::vector<std::size_t> const& order) {
    bool moved = false;
    for (std::size_t const person : order)
      moved = move(person) || moved;
    return moved;
  }

 private:
  /// The best move of one axis of a person, if any helps.
  bool move(std::size_t person) {
    std::size_t const from = (*cells_)[person];
    std::size_t best = from;
    double best_gain = 1e-9;
    for (std::size_t axis = 0; axis < n_axes; ++axis) {
      Key key = fit_->table.keys[from];
      for (std::size_t value = 0; value < margins_->values[axis].size(); ++value) {
        key[axis] = static_cast<std::int32_t>(value);
        auto const found = cell_of_.find(key);
        if (found == cell_of_.end() || found->second == from)
          continue;
        double const gain = gain_of(from, found->second);
        bool const is_likelier = fit_->table.people[found->second] > fit_->table.people[best];
        if (gain > best_gain + 1e-9 || (gain > best_gain - 1e-9 && best != from && is_likelier)) {
          best = found->second;
          best_gain = gain;
        }
      }
    }
    if (best == from)
      return false;
    take(from, best);
    (*cells_)[person] = best;
    return true;
  }

  static double miss(Count const& wanted, double count) {
    double const off = std::max({0.0, wanted.low - count, count - wanted.high});
    return off * off;
  }

  /// By how much the sum of squares falls.
  double gain_of(std::size_t from, std::size_t to) const {
    double gain = 0;
    for (std::size_t i = 0; i < fit_->constraints.size(); ++i) {
      Constraint const& constraint = fit_->constraints[i];
      std::size_t const left = constraint.cell_of[from];
      std::size_t const entered = constraint.cell_of[to];
      if (left == entered)
        continue;
      gain += miss(constraint.counts[left], counts_[i][left]) -
              miss(constraint.counts[left], counts_[i][left] - 1) +
              miss(constraint.counts[entered], counts_[i][entered]) -
              miss(constraint.counts[entered], counts_[i][entered] + 1);
    }
    return gain;
  }

  void take(std::size_t from, std::size_t to) {
    for (std::size_t i = 0; i < fit_->constraints.size(); ++i) {
      counts_[i][fit_->constraints[i].cell_of[from]] -= 1;
      counts_[i][fit_->constraints[i].cell_of[to]] += 1;
    }
  }

  Margins const* margins_;
  Fit const* fit_;
  std::vector<std::size_t>* cells_;  ///< of each person
  std::unordered_map<Key, std::size_t, KeyHash> cell_of_;
  std::vector<std::vector<double>> counts_;  ///< of each margin's counts
};

/// Everybody once, in an order that favours no cell.
std::vector<std::size_t> drawn_order(std::size_t n_people, Draws const& draws) {
  std::vector<std::pair<std::uint64_t, std::size_t>> drawn;
  drawn.reserve(n_people);
  for (std::size_t person = 0; person < n_people; ++person)
    drawn.emplace_back(draws.bits(person, What::order_of_moves), person);
  std::sort(drawn.begin(), drawn.end());
  std::vector<std::size_t> order;
  order.reserve(n_people);
  for (auto const& one : drawn)
    order.push_back(one.second);
  return order;
}

}  // namespace

std::vector<Key> whole_people(Margins const& margins, Fit const& fit, Draws const& draws) {
  std::vector<std::int64_t> const counts = sampled(margins, fit.table, draws);
  std::vector<std::size_t> cells;
  for (std::size_t cell = 0; cell < counts.size(); ++cell)
    cells.insert(cells.end(), static_cast<std::size_t>(counts[cell]), cell);
  Mover mover(margins, fit, cells);
  std::vector<std::size_t> const order = drawn_order(cells.size(), draws);
  for (int sweep = 0; sweep < most_sweeps && mover.sweep(order); ++sweep) {
  }
  std::sort(cells.begin(), cells.end());
  std::vector<Key> people;
  people.reserve(cells.size());
  for (std::size_t const cell : cells)
    people.push_back(fit.table.keys[cell]);
  return people;
}

std::vector<Deviation> deviations(Margins const& margins, std::vector<Key> const& people) {
  std::vector<Deviation> list;
  for (std::size_t i = 0; i < margins.margins.size(); ++i) {
    Margin const& margin = margins.margins[i];
    std::unordered_map<Key, double, KeyHash> counts;
    for (Key const& person : people) {
      Key key = any_key;
      for (Axis const axis : margin.axes)
        key[static_cast<std::size_t>(axis)] = person[static_cast<std::size_t>(axis)];
      counts[key] += 1;
    }
    Deviation deviation{0, i};
    for (Cell const& cell : margin.cells) {
      double const found = counts[cell.key];
      deviation.largest =
          std::max({deviation.largest, cell.people.low - found, found - cell.people.high});
    }
    list.push_back(deviation);
  }
  return list;
}

}  // namespace meesterplan::synthesis
