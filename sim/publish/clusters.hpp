#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "sim/publish/withhold.hpp"
#include "sim/results/results.hpp"

/// Clusters of subjects: sections added up, so that a table tells of more people at once.

namespace meesterplan::publish {

struct Cluster {
  std::string name;                ///< of several that were put together: "kunst + talen"
  std::set<std::string> sections;  ///< those that may be told of at all
  bool is_merged = false;          ///< of several
};

/// The clusters of runs, by name: those of their sections of which anything but needs is told in
/// each run. The smallest are put together until each has `least` people on the reference date of
/// every run, or one is left. Nothing is known of clusters in runs that an earlier version kept.
std::vector<Cluster> clusters_of(std::span<results::Results const* const> runs, std::int64_t least);

/// Whether a run has sections that are part of no cluster: too small to tell of.
bool has_untold_sections(results::Results const& run);

/// Teachers of a cluster on the reference date, with and without a master, at least: those of
/// its largest section, as one person may work in several.
Group people_of(results::Results const& run, Cluster const& cluster);

/// The rows of a cluster, level "cluster": for each metric and year of its sections that
/// `publish::uses` the sum of their means, without spread; of `masters`, a share, their mean
/// weighted by heads.
std::vector<results::SeriesRow> rows_of(results::Results const& run, Cluster const& cluster);

}  // namespace meesterplan::publish
