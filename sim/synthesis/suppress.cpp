#include "sim/synthesis/suppress.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "sim/base/contracts.hpp"

namespace meesterplan::synthesis {
namespace {

constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::max() / 4;

/// A count by the place of its table and of itself in it.
struct Spot {
  std::size_t table = 0;
  std::size_t count = 0;
};

/// That a count of one table is the sum of those of a finer one.
struct Equation {
  std::size_t total = 0;           ///< index into the spots
  std::vector<std::size_t> parts;  ///< likewise
};

struct Bounds {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

/// All counts in one row, and what holds between them.
class Web {
 public:
  explicit Web(Aggregates& aggregates) : aggregates_(&aggregates) {
    for (std::size_t table = 0; table < aggregates.tables.size(); ++table) {
      first_.push_back(spots_.size());
      for (std::size_t count = 0; count < aggregates.tables[table].counts.size(); ++count)
        spots_.push_back({table, count});
    }
    for (std::size_t coarse = 0; coarse < aggregates.tables.size(); ++coarse) {
      for (std::size_t fine = 0; fine < aggregates.tables.size(); ++fine) {
        if (coarse != fine && is_coarser(coarse, fine))
          add_equations(coarse, fine);
      }
    }
  }

  std::size_t size() const { return spots_.size(); }
  std::vector<Equation> const& equations() const { return equations_; }
  Counted& at(std::size_t spot) {
    return aggregates_->tables[spots_[spot].table].counts[spots_[spot].count];
  }
  Counted const& at(std::size_t spot) const {
    return aggregates_->tables[spots_[spot].table].counts[spots_[spot].count];
  }
  /// Whether a count is that of all people.
  bool is_whole(std::size_t spot) const {
    return aggregates_->tables[spots_[spot].table].axes.empty();
  }
  bool is_hidden(std::size_t spot) const { return at(spot).shown != Shown::number; }

 private:
  bool is_coarser(std::size_t coarse, std::size_t fine) const {
    std::vector<Axis> const& few = aggregates_->tables[coarse].axes;
    std::vector<Axis> const& many = aggregates_->tables[fine].axes;
    return few.size() < many.size() &&
           std::includes(many.begin(), many.end(), few.begin(), few.end());
  }

  void add_equations(std::size_t coarse, std::size_t fine) {
    std::vector<Axis> const& axes = aggregates_->tables[coarse].axes;
    std::map<Key, std::size_t> places;
    for (std::size_t i = 0; i < aggregates_->tables[coarse].counts.size(); ++i) {
      places.emplace(aggregates_->tables[coarse].counts[i].key, equations_.size());
      equations_.push_back({first_[coarse] + i, {}});
    }
    for (std::size_t i = 0; i < aggregates_->tables[fine].counts.size(); ++i) {
      Key key = any_key;
      for (Axis const axis : axes) {
        auto const at = static_cast<std::size_t>(axis);
        key[at] = aggregates_->tables[fine].counts[i].key[at];
      }
      equations_[places.at(key)].parts.push_back(first_[fine] + i);
    }
  }

  Aggregates* aggregates_;
  std::vector<std::size_t> first_;  ///< spot of each table's first count
  std::vector<Spot> spots_;
  std::vector<Equation> equations_;
};

/// Narrows the bounds of one sum and its parts; whether anything changed.
bool narrow(Equation const& equation, std::vector<Bounds>& bounds) {
  std::int64_t low = 0;
  std::int64_t high = 0;
  for (std::size_t const part : equation.parts) {
    low += bounds[part].low;
    high = std::min(unbounded, high + bounds[part].high);
  }
  bool changed = false;
  auto const tighten = [&](Bounds& one, std::int64_t least, std::int64_t most) {
    changed = changed || least > one.low || most < one.high;
    one.low = std::max(one.low, least);
    one.high = std::min(one.high, most);
  };
  tighten(bounds[equation.total], low, high);
  Bounds const total = bounds[equation.total];
  for (std::size_t const part : equation.parts) {
    Bounds const own = bounds[part];
    std::int64_t const most = total.high - (low - own.low);
    std::int64_t const least = high >= unbounded ? own.low : total.low - (high - own.high);
    tighten(bounds[part], least, most);
  }
  return changed;
}

/// What everybody can tell of each count, by bounds on all sums.
std::vector<Bounds> told(Web const& web, int least) {
  std::vector<Bounds> bounds;
  for (std::size_t spot = 0; spot < web.size(); ++spot) {
    Counted const& counted = web.at(spot);
    if (counted.shown == Shown::number) {
      bounds.push_back({counted.people, counted.people});
    } else if (counted.shown == Shown::small) {
      bounds.push_back({1, least - 1});
    } else {
      bounds.push_back({1, unbounded});
    }
  }
  bool changed = true;
  constexpr int most_rounds = 1000;
  for (int round = 0; changed && round < most_rounds; ++round) {
    changed = false;
    for (Equation const& equation : web.equations())
      changed = narrow(equation, bounds) || changed;
  }
  return bounds;
}

/// Linear equations between the hidden counts, modulo a prime: which of them have one solution.
class Solver {
 public:
  explicit Solver(Web const& web) {
    std::map<std::size_t, std::size_t> columns;
    for (std::size_t spot = 0; spot < web.size(); ++spot) {
      if (web.is_hidden(spot)) {
        columns.emplace(spot, hidden_.size());
        hidden_.push_back(spot);
      }
    }
    for (Equation const& equation : web.equations()) {
      std::vector<std::uint64_t> row(hidden_.size(), 0);
      for (std::size_t const part : equation.parts) {
        if (web.is_hidden(part))
          row[columns.at(part)] = 1;
      }
      if (web.is_hidden(equation.total))
        row[columns.at(equation.total)] = prime - 1;
      if (std::any_of(row.begin(), row.end(), [](std::uint64_t one) { return one != 0; }))
        rows_.push_back(std::move(row));
    }
  }

  /// The spots of hidden counts that sums and differences tell exactly.
  std::vector<std::size_t> solved() {
    std::vector<std::size_t> spots;
    eliminate();
    for (auto const& [row, column] : pivots_) {
      auto const others = std::count_if(rows_[row].begin(), rows_[row].end(),
                                        [](std::uint64_t one) { return one != 0; });
      if (others == 1)
        spots.push_back(hidden_[column]);
    }
    return spots;
  }

 private:
  static constexpr std::uint64_t prime = 2'147'483'647;  // 2^31 - 1

  static std::uint64_t inverse(std::uint64_t number) {
    std::uint64_t result = 1;
    for (std::uint64_t power = prime - 2; power > 0; power /= 2) {
      if (power % 2 == 1)
        result = result * number % prime;
      number = number * number % prime;
    }
    return result;
  }

  void eliminate() {
    std::size_t row = 0;
    for (std::size_t column = 0; column < hidden_.size() && row < rows_.size(); ++column) {
      std::size_t pivot = row;
      while (pivot < rows_.size() && rows_[pivot][column] == 0)
        ++pivot;
      if (pivot == rows_.size())
        continue;
      std::swap(rows_[row], rows_[pivot]);
      clear_column(row, column);
      pivots_.emplace_back(row++, column);
    }
  }

  void clear_column(std::size_t row, std::size_t column) {
    std::vector<std::uint64_t>& own = rows_[row];
    std::uint64_t const factor = inverse(own[column]);
    for (std::uint64_t& one : own)
      one = one * factor % prime;
    for (std::size_t other = 0; other < rows_.size(); ++other) {
      std::uint64_t const times = rows_[other][column];
      if (other == row || times == 0)
        continue;
      for (std::size_t i = 0; i < own.size(); ++i)
        rows_[other][i] = (rows_[other][i] + (prime - times) * own[i]) % prime;
    }
  }

  std::vector<std::size_t> hidden_;
  std::vector<std::vector<std::uint64_t>> rows_;
  std::vector<std::pair<std::size_t, std::size_t>> pivots_;  ///< row and column
};

/// How many values a hidden small count must be left at least.
std::int64_t least_values(int least) {
  constexpr int part = 3;
  return std::max(2, least / part);
}

/// Whether too much can be told of a hidden count.
bool is_exposed(Counted const& counted, Bounds bounds, int least) {
  std::int64_t const values = bounds.high - bounds.low + 1;
  if (counted.shown == Shown::withheld)
    return values < 2;
  return counted.shown == Shown::small && values < least_values(least);
}

/// The shown part of a sum that hides another best: the smallest that leaves that one room, as a
/// withheld count is known to be at least `least`, else the largest.
std::optional<std::size_t> best_part(Web const& web, Equation const& equation, int least) {
  std::optional<std::size_t> best;
  std::int64_t const roomy = least + least_values(least);
  for (std::size_t const part : equation.parts) {
    if (web.is_hidden(part))
      continue;
    std::int64_t const own = web.at(part).people;
    std::int64_t const found = best ? web.at(*best).people : 0;
    bool const is_better =
        own >= roomy ? found < roomy || own < found : found < roomy && own > found;
    if (is_better)
      best = part;
  }
  return best;
}

/// Withholds the smallest count that is shown, that of all people last: without it nobody can be
/// made from the others. False when nothing is left to hide.
bool withhold_anything(Web& web) {
  std::optional<std::size_t> smallest;
  for (std::size_t spot = 0; spot < web.size(); ++spot) {
    if (web.is_hidden(spot))
      continue;
    bool const is_first = !smallest || web.is_whole(*smallest);
    if (is_first || (!web.is_whole(spot) && web.at(spot).people < web.at(*smallest).people))
      smallest = spot;
  }
  if (smallest)
    web.at(*smallest).shown = Shown::withheld;
  return smallest.has_value();
}

/// Withholds a count beside an exposed one: in the sum that hides fewest others, another part; if
/// no sum has a part that is shown, that it is small; else a sum that it is part of, or any. False
/// when nothing is left to hide.
bool withhold_beside(Web& web, std::size_t exposed, int least) {
  std::vector<std::pair<std::ptrdiff_t, std::size_t>> sums;
  for (std::size_t i = 0; i < web.equations().size(); ++i) {
    Equation const& equation = web.equations()[i];
    bool const is_part =
        std::find(equation.parts.begin(), equation.parts.end(), exposed) != equation.parts.end();
    if (!is_part && equation.total != exposed)
      continue;
    sums.emplace_back(std::count_if(equation.parts.begin(), equation.parts.end(),
                                    [&](std::size_t part) { return web.is_hidden(part); }),
                      i);
  }
  std::sort(sums.begin(), sums.end());
  for (auto const& [n_hidden, i] : sums) {
    if (std::optional<std::size_t> const part = best_part(web, web.equations()[i], least)) {
      web.at(*part).shown = Shown::withheld;
      return true;
    }
  }
  // That it is small is what tells too much, as of four persons in four groups.
  if (web.at(exposed).shown == Shown::small) {
    web.at(exposed).shown = Shown::withheld;
    return true;
  }
  for (auto const& [n_hidden, i] : sums) {
    std::size_t const total = web.equations()[i].total;
    if (!web.is_hidden(total) && !web.is_whole(total)) {
      web.at(total).shown = Shown::withheld;
      return true;
    }
  }
  return withhold_anything(web);
}

/// Withholds one more count for the first that is exposed by bounds; false when none is.
bool mend_bounds(Web& web, int least) {
  std::vector<Bounds> const bounds = told(web, least);
  for (std::size_t spot = 0; spot < web.size(); ++spot) {
    if (is_exposed(web.at(spot), bounds[spot], least) && withhold_beside(web, spot, least))
      return true;
  }
  return false;
}

/// The same for one that sums and differences tell.
bool mend_sums(Web& web, int least) {
  std::vector<std::size_t> const solved = Solver(web).solved();
  return std::any_of(solved.begin(), solved.end(),
                     [&](std::size_t spot) { return withhold_beside(web, spot, least); });
}

/// Withholds another part of the first sum in which one alone is hidden; false when there is none.
bool mend_single(Web& web, int least) {
  for (Equation const& equation : web.equations()) {
    auto const n_hidden = std::count_if(equation.parts.begin(), equation.parts.end(),
                                        [&](std::size_t part) { return web.is_hidden(part); }) +
                          (web.is_hidden(equation.total) ? 1 : 0);
    if (n_hidden != 1)
      continue;
    std::optional<std::size_t> const part = best_part(web, equation, least);
    web.at(part.value_or(equation.total)).shown = Shown::withheld;
    return true;
  }
  return false;
}

}  // namespace

void suppress(Aggregates& aggregates, int least) {
  MP_EXPECT(least >= 2);
  Web web(aggregates);
  for (std::size_t spot = 0; spot < web.size(); ++spot) {
    if (web.at(spot).people < least)
      web.at(spot).shown = Shown::small;
  }
  // The cheapest look first; each hides one more, so this ends.
  while (mend_single(web, least) || mend_bounds(web, least) || mend_sums(web, least)) {
  }
}

std::vector<std::vector<std::pair<std::int64_t, std::int64_t>>> known_bounds(
    Aggregates const& aggregates, int least) {
  Aggregates copy = aggregates;
  Web const web(copy);
  std::vector<Bounds> const bounds = told(web, least);
  std::vector<std::vector<std::pair<std::int64_t, std::int64_t>>> known;
  std::size_t spot = 0;
  for (CountTable const& table : aggregates.tables) {
    known.emplace_back();
    for (std::size_t i = 0; i < table.counts.size(); ++i, ++spot)
      known.back().emplace_back(bounds[spot].low, bounds[spot].high);
  }
  return known;
}

}  // namespace meesterplan::synthesis
