#include "sim/publish/publish.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "sim/base/contracts.hpp"
#include "sim/publish/clusters.hpp"
#include "sim/publish/selection.hpp"
#include "sim/publish/withhold.hpp"

namespace meesterplan::publish {
namespace {

using Runs = std::span<results::Results const* const>;
using results::Results;
using results::SeriesRow;

/// Of which units of one level nothing is told, and of which no masters.
struct Untold {
  std::vector<bool> units, masters;
};

/// The parts of a whole in one run: people and masters of each.
struct Parts {
  std::vector<Group> people;
  bool has_others = false;  ///< people of whom nothing can be told are in the whole
};

/// Of which only the number is published.
Group only_heads(Group const& group) {
  return {group.all(), group.all()};
}

/// What is withheld in any run is in all, until no run asks for more.
Untold untold_in_all(std::vector<Parts> const& runs, std::int64_t least) {
  std::size_t const n = runs.front().people.size();
  Untold untold{std::vector<bool>(n), std::vector<bool>(n)};
  for (bool is_settled = false; !is_settled;) {
    Untold const before = untold;
    for (Parts const& parts : runs) {
      std::vector<Group> heads;
      std::transform(parts.people.begin(), parts.people.end(), std::back_inserter(heads),
                     only_heads);
      untold.units = withhold(heads, untold.units, parts.has_others, least);
      for (std::size_t part = 0; part < n; ++part)
        untold.masters[part] = untold.masters[part] || untold.units[part];
      untold.masters = withhold(parts.people, untold.masters, parts.has_others, least);
    }
    is_settled = before.units == untold.units && before.masters == untold.masters;
  }
  return untold;
}

/// Teachers of every unit of a level on the reference date, by key.
std::map<std::string, Group> people_at(Results const& run, std::string_view level) {
  std::map<std::string, Group> people;
  std::map<std::string, std::int64_t> masters;
  for (SeriesRow const& row : run.series) {
    if (row.level != level || row.year != run.start)
      continue;
    auto const rounded = static_cast<std::int64_t>(std::llround(row.mean));
    if (row.metric == "heads")
      people[row.unit].without = rounded;
    if (row.metric == "masters_heads")
      masters[row.unit] = rounded;
  }
  for (auto& [unit, group] : people) {
    group.with = masters[unit];
    group.without -= group.with;
  }
  return people;
}

/// Whether a run knows units of a level without telling how many people they have.
bool has_untold_units(Results const& run, std::string_view level,
                      std::map<std::string, Group> const& told) {
  return std::any_of(run.series.begin(), run.series.end(), [&](SeriesRow const& row) {
    return row.level == level && !told.contains(row.unit);
  });
}

/// Units of which something is not told, by level.
class Secrets {
 public:
  void add(std::string_view level, std::string const& unit, bool all, bool masters) {
    if (all)
      units_.emplace(level, unit);
    if (masters)
      masters_.emplace(level, unit);
  }

  bool hides(std::string_view level, std::string const& unit) const {
    return units_.contains({std::string(level), unit});
  }
  bool hides_masters(std::string_view level, std::string const& unit) const {
    return masters_.contains({std::string(level), unit});
  }

  void tell(Published& published) const {
    for (auto const& [level, unit] : units_)
      published.withheld.push_back(unit);
    for (auto const& [level, unit] : masters_) {
      if (!units_.contains({level, unit}))
        published.without_masters.push_back(unit);
    }
  }

 private:
  std::set<std::pair<std::string, std::string>> units_, masters_;
};

void keep_units_secret(Runs runs, std::string_view level, std::int64_t least, Secrets& secrets) {
  std::set<std::string> names;
  for (Results const* const run : runs) {
    for (auto const& [unit, group] : people_at(*run, level))
      names.insert(unit);
  }
  std::vector<Parts> parts;
  for (Results const* const run : runs) {
    std::map<std::string, Group> const people = people_at(*run, level);
    Parts& of_run = parts.emplace_back();
    of_run.has_others = level != "total" && has_untold_units(*run, level, people);
    for (std::string const& unit : names) {
      auto const found = people.find(unit);
      of_run.people.push_back(found == people.end() ? Group{} : found->second);
    }
  }
  Untold const untold = untold_in_all(parts, least);
  std::size_t index = 0;
  for (std::string const& unit : names) {
    secrets.add(level, unit, untold.units[index], untold.masters[index]);
    ++index;
  }
}

void keep_clusters_secret(Runs runs, std::vector<Cluster> const& clusters, std::int64_t least,
                          Secrets& secrets) {
  std::vector<Parts> parts;
  for (Results const* const run : runs) {
    Parts& of_run = parts.emplace_back();
    of_run.has_others = has_untold_sections(*run);
    for (Cluster const& cluster : clusters)
      of_run.people.push_back(people_of(*run, cluster));
  }
  Untold const untold = untold_in_all(parts, least);
  for (std::size_t index = 0; index < clusters.size(); ++index)
    secrets.add(cluster_level, clusters[index].name, untold.units[index], untold.masters[index]);
}

bool may_see(Reader reader, Secrets const& secrets, std::string_view level, std::string const& unit,
             std::string_view metric) {
  return uses(reader, level, metric) && !secrets.hides(level, unit) &&
         !(is_of_masters(metric) && secrets.hides_masters(level, unit));
}

/// What a run tells of itself to any reader: which it is, not what it found.
Results heading_of(Results const& run, Reader reader) {
  Results heading = run;
  heading.targets.clear();
  heading.series.clear();
  heading.flows.clear();
  heading.drivers.clear();
  if (reader == Reader::hr)
    return heading;
  heading.known.clear();
  heading.units.clear();
  heading.settings.clear();
  heading.notes.clear();
  if (reader == Reader::region)
    heading.budgets.clear();
  return heading;
}

/// The flows that a reader may see. Outside HR who is known to come already, a count of a few
/// people, stands together with all but starters and returners.
std::vector<results::FlowRow> flows_of(Results const& run, Reader reader, Secrets const& secrets) {
  std::vector<results::FlowRow> flows;
  std::map<std::tuple<std::string, std::string, int>, std::size_t> others;
  for (results::FlowRow const& row : run.flows) {
    if (row.level != "total" || !may_see(reader, secrets, row.level, row.unit, row.stock))
      continue;
    bool const is_other = reader != Reader::hr && row.cause.starts_with("hire_") &&
                          row.cause != "hire_starter" && row.cause != "hire_returner";
    if (!is_other) {
      flows.push_back(row);
      continue;
    }
    auto const [found, is_new] =
        others.emplace(std::tuple(row.stock, row.unit, row.year), flows.size());
    if (is_new) {
      flows.push_back(row);
      flows.back().cause = "hire_other";
      flows.back().p10.reset();
      flows.back().p90.reset();
    } else {
      flows[found->second].mean += row.mean;
    }
  }
  return flows;
}

Results select(Results const& run, Reader reader, Secrets const& secrets) {
  Results selected = heading_of(run, reader);
  for (results::TargetResult const& target : run.targets) {
    // A target may be of a metric that the reader has no table of, not of a unit.
    if (tells_of(reader, target.level) && !secrets.hides(target.level, target.unit) &&
        !(is_of_masters(target.metric) && secrets.hides_masters(target.level, target.unit)))
      selected.targets.push_back(target);
  }
  for (SeriesRow const& row : run.series) {
    if (may_see(reader, secrets, row.level, row.unit, row.metric))
      selected.series.push_back(row);
  }
  selected.flows = flows_of(run, reader, secrets);
  if (reader == Reader::hr || reader == Reader::region) {
    for (results::DriverRow const& row : run.drivers) {
      bool const is_told = std::any_of(
          selected.targets.begin(), selected.targets.end(),
          [&](auto const& target) { return target.name == row.target && target.unit == row.unit; });
      if (is_told)
        selected.drivers.push_back(row);
    }
  }
  return selected;
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
    if (cluster.name.find(" + ") != std::string::npos)
      published.merged.push_back(cluster.name);
  }
}

}  // namespace

Published publish(Runs runs, Reader reader) {
  MP_EXPECT(!runs.empty());
  Published published;
  if (reader != Reader::hr)
    published.least = reader == Reader::region ? least_in_region : least_in_school;
  Secrets secrets;
  std::vector<Cluster> clusters;
  if (reader != Reader::hr) {
    for (std::string_view const level : {"total", "school", "subject"}) {
      if (tells_of(reader, level))
        keep_units_secret(runs, level, published.least, secrets);
    }
  }
  if (reader == Reader::council) {
    clusters = clusters_of(runs, published.least);
    keep_clusters_secret(runs, clusters, published.least, secrets);
  }
  for (Results const* const run : runs)
    published.runs.push_back(select(*run, reader, secrets));
  add_clusters(published, runs, clusters, secrets);
  secrets.tell(published);
  return published;
}

}  // namespace meesterplan::publish
