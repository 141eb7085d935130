#include "sim/publish/publish.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "sim/base/contracts.hpp"
#include "sim/base/hash.hpp"
#include "sim/publish/bases.hpp"
#include "sim/publish/clusters.hpp"
#include "sim/publish/flows.hpp"
#include "sim/publish/secrets.hpp"
#include "sim/publish/selection.hpp"
#include "sim/publish/withhold.hpp"
#include "sim/results/result_hash.hpp"

namespace meesterplan::publish {
namespace {

using Runs = std::span<results::Results const* const>;
using results::Results;
using results::SeriesRow;

bool may_see(Reader reader, Secrets const& secrets, std::string_view level, std::string const& unit,
             std::string_view metric) {
  return uses(reader, level, metric) && !secrets.hides(level, unit) &&
         !(is_of_masters(metric) && secrets.hides_masters(level, unit)) &&
         !(level == "total" && secrets.hides_share(metric));
}

/// The name of a file without its folders, which tell of the computer that it is on.
std::string file_name(std::string const& path) {
  return path.substr(path.find_last_of("/\\") + 1);
}

/// The files by their names, under one hash: that of a small file by itself would tell what is in
/// it to who tries all that could be.
std::vector<results::InputFile> inputs_outside(std::vector<results::InputFile> const& inputs) {
  if (inputs.empty())
    return {};
  results::InputFile all;
  std::string hashes;
  for (results::InputFile const& input : inputs) {
    all.name += (all.name.empty() ? "" : ", ") + file_name(input.name);
    hashes += input.hash;
  }
  all.hash = results::hexadecimal(hash64(hashes));
  return {all};
}

/// What a run tells of itself outside HR: which it is, not what it found.
Results heading_of(Results const& run, Secrets const& secrets) {
  Results heading;
  heading.scenario = run.scenario;
  heading.description = run.description;
  heading.seed = run.seed;
  heading.replicates = run.replicates;
  heading.replicates_asked = run.replicates_asked;
  heading.start = run.start;
  heading.years = run.years;
  heading.uncertainty = run.uncertainty;
  heading.chance_is_missing = run.chance_is_missing;
  heading.result_hash = run.result_hash;
  heading.inputs = inputs_outside(run.inputs);
  for (results::BudgetResult const& budget : run.budgets) {
    if (!secrets.hides("board", budget.board) && !secrets.hides("total", "all"))
      heading.budgets.push_back(budget);
  }
  return heading;
}

/// Counts of who comes or goes in a year, with those who are known to already.
bool is_of_passing(std::string_view metric) {
  return metric == "exits" || metric == "hires" || metric == "turnover";
}

/// A mean of people as a group, of whom anything below one counts as one.
Group passing_group(double mean) {
  return {mean > 0 ? std::max<std::int64_t>(1, static_cast<std::int64_t>(mean)) : 0, 0};
}

using UnitYear = std::tuple<std::string, std::string, int>;  ///< level, unit, year

/// Units and years in which a few people leave or come, and others from which they could be
/// reckoned by subtraction from the whole.
std::set<UnitYear> years_of_few(Results const& run, Secrets const& secrets, std::int64_t least) {
  std::map<std::tuple<std::string, std::string, int>, std::vector<SeriesRow const*>> sums;
  for (SeriesRow const& row : run.series) {
    if (row.metric == "exits" || row.metric == "hires")
      sums[{row.metric, row.level, row.year}].push_back(&row);
  }
  std::set<UnitYear> few;
  for (auto const& [key, rows] : sums) {
    std::vector<Group> parts;
    std::vector<bool> untold;
    parts.reserve(rows.size());
    untold.reserve(rows.size());
    for (SeriesRow const* const row : rows) {
      parts.push_back(passing_group(row->mean));
      untold.push_back(secrets.hides(row->level, row->unit));
    }
    untold = withhold(parts, untold, Others::none, least);
    for (std::size_t part = 0; part < rows.size(); ++part) {
      if (untold[part])
        few.emplace(rows[part]->level, rows[part]->unit, rows[part]->year);
    }
  }
  return few;
}

std::vector<SeriesRow> series_outside(Results const& run, Reader reader, Secrets const& secrets,
                                      std::int64_t least) {
  std::set<UnitYear> const few = years_of_few(run, secrets, least);
  std::vector<SeriesRow> series;
  for (SeriesRow const& row : run.series) {
    bool const passes = is_of_passing(row.metric);
    if (!may_see(reader, secrets, row.level, row.unit, row.metric) ||
        (passes && few.contains({row.level, row.unit, row.year})))
      continue;
    series.push_back(row);
    if (passes)
      series.back().quantiles.reset();
  }
  return series;
}

/// What the file tells of one metric of the whole in a year before the start.
std::optional<double> told_before(Results const& run, std::string_view metric, int year) {
  for (results::HistoryRow const& row : run.history) {
    if (row.level == "total" && row.metric == metric && row.year == year)
      return row.value;
  }
  return std::nullopt;
}

/// How many people a metric was about in that year: as the file tells, or else as many as now.
double people_before(Results const& run, std::string_view metric, int year) {
  if (std::optional<double> const told = told_before(run, metric, year))
    return *told;
  std::map<int, double> const now = means_of_whole(run, metric);
  auto const found = now.find(run.start);
  return found == now.end() ? 0 : found->second;
}

/// Whether a row of the past tells of few people: of a year with few, or of a part that is few or
/// leaves few.
bool is_of_few(Results const& run, results::HistoryRow const& row, std::int64_t least) {
  double const heads = people_before(run, "heads", row.year);
  if (heads < static_cast<double>(least))
    return true;
  if (row.metric == "masters_heads")
    return is_small(group_of(heads, row.value), least);
  std::string_view const base = base_of(row.metric);
  if (base.empty())
    return false;
  double const people = people_before(run, base, row.year);
  return people < static_cast<double>(least) ||
         is_small(group_of(people, row.value * people), least);
}

/// Of the years before only the whole is told: of its parts the file may tell of one year more
/// than of another.
std::vector<results::HistoryRow> history_outside(Results const& run, Reader reader,
                                                 Secrets const& secrets, std::int64_t least) {
  std::vector<results::HistoryRow> told;
  for (results::HistoryRow const& row : run.history) {
    if (row.level == "total" && may_see(reader, secrets, row.level, row.unit, row.metric) &&
        !is_of_passing(row.metric) && !is_of_few(run, row, least))
      told.push_back(row);
  }
  return told;
}

bool tells_target(Reader reader, Secrets const& secrets, results::TargetResult const& target) {
  return may_see(reader, secrets, target.level, target.unit, target.metric) &&
         !is_of_passing(target.metric);
}

/// The drivers of targets that are told.
std::vector<results::DriverRow> drivers_of(Results const& run,
                                           std::vector<results::TargetResult> const& targets) {
  std::vector<results::DriverRow> drivers;
  std::copy_if(run.drivers.begin(), run.drivers.end(), std::back_inserter(drivers),
               [&](results::DriverRow const& row) {
                 return std::any_of(targets.begin(), targets.end(), [&](auto const& target) {
                   return target.name == row.target && target.unit == row.unit;
                 });
               });
  return drivers;
}

Results outside(Results const& run, Reader reader, Secrets const& secrets, std::int64_t least) {
  Results told = heading_of(run, secrets);
  std::copy_if(run.targets.begin(), run.targets.end(), std::back_inserter(told.targets),
               [&](auto const& target) { return tells_target(reader, secrets, target); });
  told.series = series_outside(run, reader, secrets, least);
  told.history = history_outside(run, reader, secrets, least);
  for (results::FlowRow& flow : folded_flows(run, least)) {
    if (may_see(reader, secrets, flow.level, flow.unit, "heads") &&
        (flow.stock == "heads" || !secrets.hides_masters(flow.level, flow.unit)))
      told.flows.push_back(std::move(flow));
  }
  if (reader == Reader::region) {
    told.drivers = drivers_of(run, told.targets);
    told.budgets.clear();
  }
  return told;
}

/// Inside HR all is told, of the metrics and levels that reports use.
Results inside(Results const& run) {
  Results told = run;
  std::erase_if(told.series,
                [](SeriesRow const& row) { return !uses(Reader::hr, row.level, row.metric); });
  std::erase_if(told.history, [](results::HistoryRow const& row) {
    return !uses(Reader::hr, row.level, row.metric);
  });
  std::erase_if(told.flows, [](results::FlowRow const& row) { return row.level != "total"; });
  std::erase_if(told.targets, [](results::TargetResult const& target) {
    return !tells_of(Reader::hr, target.level);
  });
  told.drivers = drivers_of(run, told.targets);
  return told;
}

/// Names of targets that are not told of in any run.
std::vector<std::string> untold_targets(Runs runs, Reader reader, Secrets const& secrets) {
  std::set<std::string> told;
  std::set<std::string> all;
  for (Results const* const run : runs) {
    for (results::TargetResult const& target : run->targets) {
      all.insert(target.name);
      if (tells_target(reader, secrets, target))
        told.insert(target.name);
    }
  }
  std::vector<std::string> untold;
  std::set_difference(all.begin(), all.end(), told.begin(), told.end(), std::back_inserter(untold));
  return untold;
}

/// The past of the whole that is not told, by metric and year.
std::vector<std::string> untold_history(Runs runs, std::vector<Results> const& told) {
  std::set<std::string> untold;
  for (std::size_t index = 0; index < runs.size(); ++index) {
    std::vector<results::HistoryRow> const& rows = told[index].history;
    for (results::HistoryRow const& row : runs[index]->history) {
      bool const is_told = std::find(rows.begin(), rows.end(), row) != rows.end();
      if (row.level == "total" && !is_told)
        untold.insert(row.metric + " " + std::to_string(row.year));
    }
  }
  return {untold.begin(), untold.end()};
}

void add_clusters(Published& published, Runs runs, std::vector<Cluster> const& clusters,
                  Secrets const& secrets) {
  for (std::size_t index = 0; index < runs.size(); ++index) {
    for (Cluster const& cluster : clusters) {
      for (SeriesRow& row : rows_of(*runs[index], cluster)) {
        if (may_see(Reader::council, secrets, cluster_level, row.unit, row.metric))
          published.runs[index].series.push_back(std::move(row));
      }
    }
  }
  for (Cluster const& cluster : clusters) {
    if (cluster.is_merged)
      published.merged.push_back(cluster.name);
  }
}

}  // namespace

Published publish(Runs runs, Reader reader) {
  MP_EXPECT(!runs.empty());
  Published published;
  if (reader == Reader::hr) {
    for (Results const* const run : runs)
      published.runs.push_back(inside(*run));
    return published;
  }
  published.least = reader == Reader::region ? least_in_region : least_in_school;
  std::vector<Cluster> clusters;
  if (reader == Reader::council)
    clusters = clusters_of(runs, published.least);
  Secrets const secrets(runs, reader, clusters, published.least);
  for (Results const* const run : runs)
    published.runs.push_back(outside(*run, reader, secrets, published.least));
  add_clusters(published, runs, clusters, secrets);
  published.withheld = secrets.units();
  published.without_masters = secrets.without_masters();
  published.without_targets = untold_targets(runs, reader, secrets);
  published.without_history = untold_history(runs, published.runs);
  return published;
}

}  // namespace meesterplan::publish
