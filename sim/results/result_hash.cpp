#include "sim/results/result_hash.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <vector>

#include "sim/base/hash.hpp"
#include "sim/model/metric.hpp"
#include "sim/results/kept_quantiles.hpp"
#include "sim/scenario/terms.hpp"

namespace meesterplan::results {
namespace {

/// Whole numbers as bytes, lowest first on every machine.
class Bytes final {
 public:
  void add(std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8)
      bytes_.push_back(static_cast<char>((value >> shift) & 0xff));
  }
  void add(std::int64_t value) { add(static_cast<std::uint64_t>(value)); }
  void add(stats::UnsignedWide value) {
    add(static_cast<std::uint64_t>(value));
    add(static_cast<std::uint64_t>(value >> 64));
  }
  void add(std::string_view key) { add(hash64(key)); }
  void add(stats::Moments const& moments) {
    add(moments.count);
    add(static_cast<stats::UnsignedWide>(moments.sum));
    add(moments.sum_squares);
  }
  /// The quantiles of a histogram that is kept and not empty.
  void add(model::Bins const& bins, std::span<std::uint32_t const> counts, std::int64_t n) {
    if (counts.empty() || n == 0)
      return;
    for (std::int64_t const value : kept_quantiles(bins, counts, n))
      add(value);
  }
  std::uint64_t hash() const { return hash64(bytes_); }

 private:
  std::string bytes_;
};

/// 0 .. keys.size()-1 in the order of the keys.
template <class Key>
std::vector<std::size_t> order_of(std::vector<Key> const& keys) {
  std::vector<std::size_t> order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t left, std::size_t right) { return keys[left] < keys[right]; });
  return order;
}

std::string_view key_of_unit(model::Names const& names, scenario::Level level, std::size_t unit) {
  return names.units[static_cast<std::size_t>(level)][unit];
}

/// The cells of one unit, each with its key; the columns are in the canonical
/// order of metrics and flows already.
class UnitHash final {
 public:
  UnitHash(model::LevelPlan const& level, tally::Tally const& tally)
      : level_(level), tally_(tally) {}

  std::uint64_t operator()(std::size_t unit) const {
    Bytes bytes;
    std::int64_t cell = level_.first_cell +
                        static_cast<std::int64_t>(unit) * level_.columns() * tally_.plan().n_years;
    for (std::int32_t const metric : level_.metrics)
      add_column(bytes, hash64(model::all_metrics()[static_cast<std::size_t>(metric)].key), cell);
    for (std::int32_t const index : level_.flows) {
      model::FlowDefinition const& flow = model::all_flows()[static_cast<std::size_t>(index)];
      std::string const key =
          std::string(flow.stock) + (flow.inward ? " < " : " > ") + std::string(flow.cause);
      add_column(bytes, hash64(key), cell);
    }
    return bytes.hash();
  }

 private:
  void add_column(Bytes& bytes, std::uint64_t key, std::int64_t& cell) const {
    for (std::int64_t year = 0; year < tally_.plan().n_years; ++year, ++cell) {
      stats::Moments const moments = tally_.moments(cell);
      bool const always_zero = moments.count == tally_.futures() && moments.sum_squares == 0;
      if (moments.count == 0 || always_zero)
        continue;
      bytes.add(key);
      bytes.add(year);
      bytes.add(moments);
      bytes.add(tally_.plan().cells[static_cast<std::size_t>(cell)].bins, tally_.histogram(cell),
                moments.count);
    }
  }

  model::LevelPlan const& level_;
  tally::Tally const& tally_;
};

void add_levels(Bytes& bytes, model::Names const& names, tally::Tally const& tally) {
  std::vector<scenario::Level> levels;
  for (model::LevelPlan const& level : tally.plan().levels)
    levels.push_back(level.level);
  for (std::size_t const index : order_of(levels)) {
    model::LevelPlan const& level = tally.plan().levels[index];
    UnitHash const hash_of(level, tally);
    std::vector<std::string_view> keys;
    keys.reserve(static_cast<std::size_t>(level.n_units));
    for (std::int32_t unit = 0; unit < level.n_units; ++unit)
      keys.push_back(key_of_unit(names, level.level, static_cast<std::size_t>(unit)));
    for (std::size_t const unit : order_of(keys)) {
      bytes.add(scenario::key_of(level.level));
      bytes.add(keys[unit]);
      bytes.add(hash_of(unit));
    }
  }
}

void add_target(Bytes& bytes, model::Names const& names, model::TargetPlan const& planned,
                tally::TargetTally const& kept) {
  scenario::Target const& target = names.targets[static_cast<std::size_t>(planned.target)];
  bytes.add(target.metric);
  bytes.add(scenario::key_of(planned.level));
  bytes.add(key_of_unit(names, planned.level, static_cast<std::size_t>(planned.unit)));
  bytes.add(std::int64_t{planned.at_least ? 1 : 0});
  bytes.add(planned.bound_numerator);
  bytes.add(planned.bound_denominator);
  bytes.add(std::int64_t{planned.step});
  for (std::vector<std::int64_t> const* counts : {&kept.met, &kept.applies, &kept.first_met}) {
    for (std::int64_t const count : *counts)
      bytes.add(count);
  }
  bytes.add(kept.never);
  bytes.add(kept.shortfall);
}

void add_drivers(Bytes& bytes, std::vector<std::uint64_t> const& keys, std::int32_t target,
                 tally::Tally const& tally) {
  if (tally.plan().n_parameters == 0)
    return;
  for (std::size_t const parameter : order_of(keys)) {
    bytes.add(keys[parameter]);
    for (int bin = 0; bin < model::n_driver_bins; ++bin) {
      tally::DriverBin const& kept =
          tally.driver(target, static_cast<std::int32_t>(parameter), bin);
      bytes.add(stats::Moments{kept.n, kept.sum, kept.sum_squares});
    }
  }
}

void add_targets(Bytes& bytes, model::Model const& model, model::Names const& names,
                 tally::Tally const& tally) {
  std::vector<std::uint64_t> hashes;
  for (std::size_t target = 0; target < tally.plan().targets.size(); ++target) {
    auto const index = static_cast<std::int32_t>(target);
    model::TargetPlan const& planned = tally.plan().targets[target];
    Bytes own;
    add_target(own, names, planned, tally.target(index));
    own.add(planned.shortfall, tally.shortfall_histogram(index),
            tally.target(index).shortfall.count);
    add_drivers(own, model.parameters.key, index, tally);
    hashes.push_back(own.hash());
  }
  std::sort(hashes.begin(), hashes.end());
  for (std::uint64_t const hash : hashes)
    bytes.add(hash);
}

void add_budgets(Bytes& bytes, model::Names const& names, tally::Tally const& tally) {
  auto const& plans = tally.plan().budgets;
  std::vector<std::uint64_t> hashes;
  for (std::size_t index = 0; index < plans.size(); ++index) {
    tally::BudgetTally const& kept = tally.budget(static_cast<std::int32_t>(index));
    Bytes own;
    own.add(
        key_of_unit(names, scenario::Level::board, static_cast<std::size_t>(plans[index].board)));
    own.add(std::int64_t{plans[index].step});
    own.add(plans[index].amount);
    own.add(kept.over);
    own.add(kept.costs);
    hashes.push_back(own.hash());
  }
  std::sort(hashes.begin(), hashes.end());
  for (std::uint64_t const hash : hashes)
    bytes.add(hash);
}

}  // namespace

std::string result_hash(model::Model const& model, model::Names const& names,
                        tally::Tally const& tally) {
  Bytes bytes;
  bytes.add(std::uint64_t{model.seed});
  bytes.add(tally.futures());
  bytes.add(std::int64_t{model.start});
  bytes.add(std::int64_t{model.years});
  add_targets(bytes, model, names, tally);
  add_levels(bytes, names, tally);
  add_budgets(bytes, names, tally);
  return hexadecimal(bytes.hash());
}

std::string hexadecimal(std::uint64_t value) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t place = 0; place < 16; ++place)
    text[15 - place] = digits[(value >> (4 * place)) & 0xf];
  return text;
}

}  // namespace meesterplan::results
