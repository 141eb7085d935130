#include "sim/publish/clusters.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include "sim/publish/selection.hpp"

namespace meesterplan::publish {
namespace {

/// The one metric that is no sum: each section counts by its heads.
constexpr std::string_view share = "masters";

/// The sections of which a run tells how many teachers they have.
std::set<std::string> told_sections(results::Results const& run) {
  std::set<std::string> told;
  for (results::SeriesRow const& row : run.series) {
    if (row.level == "section" && row.metric == "heads")
      told.insert(row.unit);
  }
  return told;
}

/// The sections of which every run tells how many teachers they have.
std::set<std::string> told_in_all(std::span<results::Results const* const> runs) {
  std::set<std::string> told = told_sections(*runs.front());
  for (results::Results const* const run : runs.subspan(1)) {
    std::set<std::string> const here = told_sections(*run);
    std::erase_if(told, [&](std::string const& section) { return !here.contains(section); });
  }
  return told;
}

bool is_part(results::SeriesRow const& row, Cluster const& cluster) {
  return row.level == "section" && cluster.sections.contains(row.unit);
}

/// The fewest people that a cluster has in any of the runs.
std::int64_t fewest(std::span<results::Results const* const> runs, Cluster const& cluster) {
  std::int64_t least = people_of(*runs.front(), cluster).all();
  for (results::Results const* const run : runs)
    least = std::min(least, people_of(*run, cluster).all());
  return least;
}

/// Puts the smallest cluster and the next smallest together.
void merge_smallest(std::vector<Cluster>& clusters) {
  Cluster next = std::move(clusters[1]);
  next.name = std::min(next.name, clusters[0].name) + " + " + std::max(next.name, clusters[0].name);
  next.sections.merge(clusters[0].sections);
  next.is_merged = true;
  clusters.erase(clusters.begin());
  clusters.front() = std::move(next);
}

}  // namespace

std::vector<Cluster> clusters_of(std::span<results::Results const* const> runs,
                                 std::int64_t least) {
  std::map<std::string, Cluster> by_name;
  std::set<std::string> const told = told_in_all(runs);
  for (results::UnitRow const& unit : runs.front()->units) {
    if (unit.level != "section" || unit.cluster.empty() || !told.contains(unit.unit))
      continue;
    Cluster& cluster = by_name[unit.cluster];
    cluster.name = unit.cluster;
    cluster.sections.insert(unit.unit);
  }
  std::vector<Cluster> clusters;
  clusters.reserve(by_name.size());
  for (auto& [name, cluster] : by_name)
    clusters.push_back(std::move(cluster));
  auto const by_size = [&](Cluster const& left, Cluster const& right) {
    return std::pair(fewest(runs, left), left.name) < std::pair(fewest(runs, right), right.name);
  };
  std::sort(clusters.begin(), clusters.end(), by_size);
  while (clusters.size() > 1 && fewest(runs, clusters.front()) < least) {
    merge_smallest(clusters);
    std::sort(clusters.begin(), clusters.end(), by_size);
  }
  std::sort(clusters.begin(), clusters.end(),
            [](Cluster const& left, Cluster const& right) { return left.name < right.name; });
  return clusters;
}

bool has_untold_sections(results::Results const& run) {
  std::set<std::string> const told = told_sections(run);
  return std::any_of(run.units.begin(), run.units.end(), [&](results::UnitRow const& unit) {
    return unit.level == "section" && !told.contains(unit.unit);
  });
}

Group people_of(results::Results const& run, Cluster const& cluster) {
  std::map<std::string, std::pair<double, double>> sections;  // heads and masters
  for (results::SeriesRow const& row : run.series) {
    if (row.year != run.start || !is_part(row, cluster))
      continue;
    if (row.metric == "heads")
      sections[row.unit].first = row.mean;
    if (row.metric == "masters_heads")
      sections[row.unit].second = row.mean;
  }
  Group people;
  for (auto const& [section, counts] : sections) {
    Group const here = group_of(counts.first, counts.second);
    people.with = std::max(people.with, here.with);
    people.without = std::max(people.without, here.without);
  }
  return people;
}

std::vector<results::SeriesRow> rows_of(results::Results const& run, Cluster const& cluster) {
  std::map<std::pair<std::string, int>, results::SeriesRow> sums;
  std::map<std::pair<std::string, int>, double> heads;  // by section and year
  for (results::SeriesRow const& row : run.series) {
    if (!is_part(row, cluster) || !uses(Reader::council, cluster_level, row.metric))
      continue;
    if (row.metric == "heads")
      heads[{row.unit, row.year}] = row.mean;
    results::SeriesRow& sum = sums[{row.metric, row.year}];
    sum.metric = row.metric;
    sum.level = cluster_level;
    sum.unit = cluster.name;
    sum.measure = row.measure;
    sum.year = row.year;
    sum.n = std::max(sum.n, row.n);
    // Results have the heads of a section before its other metrics.
    sum.mean += row.metric == share ? row.mean * heads[{row.unit, row.year}] : row.mean;
  }
  std::vector<results::SeriesRow> rows;
  rows.reserve(sums.size());
  for (auto& [key, row] : sums) {
    if (row.metric == share) {
      double const all = sums[{"heads", row.year}].mean;
      row.mean = all > 0 ? row.mean / all : 0;
    }
    rows.push_back(row);
  }
  return rows;
}

}  // namespace meesterplan::publish
