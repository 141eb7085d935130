#include "sim/results/target_results.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "sim/model/metric.hpp"
#include "sim/results/kept_quantiles.hpp"
#include "sim/results/small_sections.hpp"
#include "sim/stats/moments.hpp"
#include "sim/stats/quantile.hpp"
#include "sim/stats/variance_share.hpp"
#include "sim/stats/wilson.hpp"

namespace meesterplan::results {
namespace {

static_assert(model::n_driver_bins == stats::driver_bins, "a tally keeps the bins that are judged");

std::string const& unit_of(model::Names const& names, model::TargetPlan const& planned) {
  return names
      .units[static_cast<std::size_t>(planned.level)][static_cast<std::size_t>(planned.unit)];
}

scenario::Target const& target_of(model::Names const& names, model::TargetPlan const& planned) {
  return names.targets[static_cast<std::size_t>(planned.target)];
}

bool is_hidden(model::Names const& names, model::TargetPlan const& planned) {
  return is_small(names, planned.level, planned.unit);
}

/// Whether a counter is kept in thousandths (fte) rather than in heads.
bool in_thousandths(model::Counter counter) {
  namespace counters = model::counter;
  bool const of_scale = counter >= counters::scale_first && counter < counters::route_first;
  bool const of_section = counter >= counters::net_fte && counter < counters::n_section_end;
  return of_scale || counter == counters::fte || (of_section && counter != counters::vacancies);
}

std::vector<TargetYear> by_year(model::Model const& model, tally::TargetTally const& kept,
                                std::int64_t futures) {
  std::vector<TargetYear> rows;
  for (std::size_t step = 0; step < kept.met.size(); ++step) {
    TargetYear row;
    row.year = model.start + static_cast<int>(step);
    row.met = kept.met[step];
    row.applies = kept.applies[step];
    if (auto const chance = stats::proportion(row.met, futures)) {
      row.probability = chance->estimate;
      row.standard_error = chance->standard_error;
    }
    rows.push_back(row);
  }
  return rows;
}

std::vector<FirstMet> first_met(model::Model const& model, tally::TargetTally const& kept,
                                std::int64_t futures) {
  std::vector<FirstMet> rows;
  std::int64_t so_far = 0;
  auto const add = [&](std::optional<int> year, std::int64_t count) {
    so_far += count;
    double const cumulative =
        futures > 0 ? static_cast<double>(so_far) / static_cast<double>(futures) : 0.0;
    rows.push_back(FirstMet{year, count, cumulative});
  };
  for (std::size_t step = 0; step < kept.first_met.size(); ++step)
    add(model.start + static_cast<int>(step), kept.first_met[step]);
  add(std::nullopt, kept.never);
  return rows;
}

std::optional<Shortfall> shortfall(model::TargetPlan const& planned, stats::Moments const& moments,
                                   std::span<std::uint32_t const> counts) {
  if (counts.empty() || moments.count == 0)
    return std::nullopt;
  model::Metric const& metric = model::all_metrics()[static_cast<std::size_t>(planned.metric)];
  bool const in_fte = in_thousandths(metric.numerator.front());
  double const unit = in_fte ? 1000.0 : 1.0;
  auto const values = kept_quantiles(planned.shortfall, counts, moments.count);
  Shortfall result;
  result.mean = stats::mean(moments) / unit;
  result.p10 = static_cast<double>(values[1]) / unit;
  result.p50 = static_cast<double>(values[3]) / unit;
  result.p90 = static_cast<double>(values[5]) / unit;
  result.per_year = result.p50 / std::max(planned.step, 1);
  result.measure = in_fte ? "fte" : "heads";
  return result;
}

/// Where a tally keeps the values of a target in its year; empty: nowhere.
std::optional<std::int64_t> cell_of(model::RecordPlan const& plan,
                                    model::TargetPlan const& planned) {
  for (model::LevelPlan const& level : plan.levels) {
    auto const found = std::find(level.metrics.begin(), level.metrics.end(), planned.metric);
    if (level.level != planned.level || found == level.metrics.end())
      continue;
    std::int64_t const column = planned.unit * level.columns() + (found - level.metrics.begin());
    return level.first_cell + column * plan.n_years + planned.step;
  }
  return std::nullopt;
}

std::vector<TargetDot> dots(tally::Tally const& tally, model::TargetPlan const& planned) {
  std::optional<std::int64_t> const cell = cell_of(tally.plan(), planned);
  std::vector<std::uint32_t> const counts =
      cell ? tally.histogram(*cell) : std::vector<std::uint32_t>();
  std::int64_t const n = cell ? tally.moments(*cell).count : 0;
  if (counts.empty() || n == 0)
    return {};
  std::vector<Rational> levels;
  levels.reserve(n_dots);
  for (std::int64_t dot = 0; dot < n_dots; ++dot)
    levels.push_back(Rational{2 * dot + 1, 2 * std::int64_t{n_dots}});
  std::vector<std::size_t> bins(levels.size());
  stats::quantiles(counts, static_cast<std::uint64_t>(n), levels, bins);
  model::Metric const& metric = model::all_metrics()[static_cast<std::size_t>(planned.metric)];
  auto const per_unit = static_cast<double>(model::kept_per_unit(metric.measure));
  auto const width =
      static_cast<double>(tally.plan().cells[static_cast<std::size_t>(*cell)].bins.width);
  std::vector<TargetDot> found;
  found.reserve(bins.size());
  for (std::size_t const bin : bins)
    found.push_back({static_cast<double>(bin) * width / per_unit});
  return found;
}

TargetResult target_result(model::Model const& model, model::Names const& names,
                           tally::Tally const& tally, std::int32_t index) {
  model::TargetPlan const& planned = tally.plan().targets[static_cast<std::size_t>(index)];
  scenario::Target const& target = target_of(names, planned);
  tally::TargetTally const& kept = tally.target(index);
  auto const step = static_cast<std::size_t>(planned.step);

  TargetResult result;
  result.name = target.name;
  result.metric = target.metric;
  result.level = scenario::key_of(planned.level);
  result.unit = unit_of(names, planned);
  result.measure =
      model::key_of(model::all_metrics()[static_cast<std::size_t>(planned.metric)].measure);
  result.direction = planned.at_least ? "at_least" : "at_most";
  result.bound = target.bound;
  result.by = model.start + planned.step;
  result.met = kept.met[step];
  result.applies = kept.applies[step];
  result.not_applicable = tally.futures() - result.applies;
  stats::Proportion const chance =
      stats::proportion(result.met, tally.futures()).value_or(stats::Proportion{});
  result.probability = chance.estimate;
  result.standard_error = chance.standard_error;
  result.ci_low = chance.low;
  result.ci_high = chance.high;
  result.by_year = by_year(model, kept, tally.futures());
  result.first_met = first_met(model, kept, tally.futures());
  result.dots = dots(tally, planned);
  result.shortfall = shortfall(planned, kept.shortfall, tally.shortfall_histogram(index));
  return result;
}

std::array<stats::Moments, stats::driver_bins> bins_of(tally::Tally const& tally,
                                                       std::int32_t target,
                                                       std::int32_t parameter) {
  std::array<stats::Moments, stats::driver_bins> bins;
  for (std::size_t bin = 0; bin < bins.size(); ++bin) {
    tally::DriverBin const& kept = tally.driver(target, parameter, static_cast<int>(bin));
    bins[bin] = stats::Moments{kept.n, kept.sum, kept.sum_squares};
  }
  return bins;
}

/// 0 .. n-1 in the order of the parameters' names.
std::vector<std::int32_t> by_name(std::vector<std::string> const& names, std::int32_t n) {
  std::vector<std::int32_t> order(static_cast<std::size_t>(n));
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::int32_t left, std::int32_t right) {
    return names[static_cast<std::size_t>(left)] < names[static_cast<std::size_t>(right)];
  });
  return order;
}

}  // namespace

std::vector<TargetResult> target_results(model::Model const& model, model::Names const& names,
                                         tally::Tally const& tally) {
  std::vector<TargetResult> results;
  for (std::size_t index = 0; index < tally.plan().targets.size(); ++index) {
    if (!is_hidden(names, tally.plan().targets[index]))
      results.push_back(target_result(model, names, tally, static_cast<std::int32_t>(index)));
  }
  return results;
}

std::vector<DriverRow> driver_rows(model::Names const& names, tally::Tally const& tally) {
  std::vector<DriverRow> rows;
  std::vector<std::int32_t> const order = by_name(names.parameters, tally.plan().n_parameters);
  for (std::size_t index = 0; index < tally.plan().targets.size(); ++index) {
    model::TargetPlan const& planned = tally.plan().targets[index];
    if (is_hidden(names, planned))
      continue;
    for (std::int32_t const parameter : order) {
      auto const bins = bins_of(tally, static_cast<std::int32_t>(index), parameter);
      auto const share = stats::variance_share(bins);
      if (!share)
        continue;
      DriverRow row;
      row.target = target_of(names, planned).name;
      row.unit = unit_of(names, planned);
      row.parameter = names.parameters[static_cast<std::size_t>(parameter)];
      row.share = share->share;
      row.low = share->low;
      row.high = share->high;
      row.noise = share->noise;
      row.distinguishable = share->distinguishable;
      rows.push_back(row);
    }
  }
  return rows;
}

}  // namespace meesterplan::results
