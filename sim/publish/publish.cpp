#include "sim/publish/publish.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "sim/base/contracts.hpp"
#include "sim/publish/bases.hpp"
#include "sim/publish/clusters.hpp"
#include "sim/publish/flows.hpp"
#include "sim/publish/secrets.hpp"
#include "sim/publish/selection.hpp"
#include "sim/publish/withhold.hpp"

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
  for (results::InputFile const& input : run.inputs)
    heading.inputs.push_back({file_name(input.name), input.hash});
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

/// Units and years in which a few people leave or come.
std::set<std::tuple<std::string, std::string, int>> years_of_few(Results const& run,
                                                                 std::int64_t least) {
  std::set<std::tuple<std::string, std::string, int>> few;
  for (SeriesRow const& row : run.series) {
    bool const is_count = row.metric == "exits" || row.metric == "hires";
    if (is_count && row.mean > 0 && row.mean < static_cast<double>(least))
      few.emplace(row.level, row.unit, row.year);
  }
  return few;
}

std::vector<SeriesRow> series_outside(Results const& run, Reader reader, Secrets const& secrets,
                                      std::int64_t least) {
  auto const few = years_of_few(run, least);
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

/// Whether it counts few people, or is a share of as many as there are now that leaves few.
bool is_of_few(Results const& run, results::HistoryRow const& row, std::int64_t least) {
  if (row.measure == "heads")
    return row.value > 0 && row.value < static_cast<double>(least);
  std::string_view const base = base_of(row.metric);
  if (base.empty())
    return false;
  std::map<int, double> const people = means_of_whole(run, base);
  auto const now = people.find(run.start);
  return now == people.end() || is_small(group_of(now->second, row.value * now->second), least);
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
  return published;
}

}  // namespace meesterplan::publish
