#include "sim/publish/secrets.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>

#include "sim/publish/bases.hpp"
#include "sim/publish/selection.hpp"
#include "sim/publish/withhold.hpp"

namespace meesterplan::publish {
namespace {

using Runs = std::span<results::Results const* const>;
using results::Results;
using results::SeriesRow;

/// Shares of the whole of which either part may be few, when the whole is not.
constexpr std::string_view shares_of_some[] = {"share_55plus", "wo_upper_vwo",
                                               "starters_after_3_years"};

/// Of which units of one level nothing is told, and of which no masters.
struct Untold {
  std::vector<bool> units, masters;
};

/// The parts of a whole in one run: people and masters of each.
struct Parts {
  std::vector<Group> people;
  Others others = Others::none;
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
      untold.units = withhold(heads, untold.units, parts.others, least);
      for (std::size_t part = 0; part < n; ++part)
        untold.masters[part] = untold.masters[part] || untold.units[part];
      untold.masters = withhold(parts.people, untold.masters, parts.others, least);
    }
    is_settled = before.units == untold.units && before.masters == untold.masters;
  }
  return untold;
}

/// Units of a level that a run tells anything of.
std::set<std::string> units_at(Results const& run, std::string_view level) {
  std::set<std::string> units;
  auto const add = [&](auto const& row) {
    if (row.level == level)
      units.insert(row.unit);
  };
  std::for_each(run.series.begin(), run.series.end(), add);
  std::for_each(run.flows.begin(), run.flows.end(), add);
  std::for_each(run.targets.begin(), run.targets.end(), add);
  // The budget of one board is that of the whole.
  bool const has_boards = std::any_of(
      run.budgets.begin(), run.budgets.end(),
      [&](results::BudgetResult const& budget) { return budget.board != run.budgets[0].board; });
  for (results::BudgetResult const& budget : run.budgets) {
    if (level == "board" && has_boards)
      units.insert(budget.board);
  }
  return units;
}

/// Whether a run counts the masters of units of a level.
bool counts_masters(Results const& run, std::string_view level) {
  return std::any_of(run.series.begin(), run.series.end(), [&](SeriesRow const& row) {
    return row.level == level && row.metric == "masters_heads" && row.year == run.start;
  });
}

/// Teachers of every unit of a level on the reference date, by key.
std::map<std::string, Group> people_at(Results const& run, std::string_view level) {
  std::map<std::string, double> heads;
  std::map<std::string, double> masters;
  for (SeriesRow const& row : run.series) {
    if (row.level != level || row.year != run.start)
      continue;
    if (row.metric == "heads")
      heads[row.unit] = row.mean;
    if (row.metric == "masters_heads")
      masters[row.unit] = row.mean;
  }
  std::map<std::string, Group> people;
  for (auto const& [unit, all] : heads)
    people[unit] = group_of(all, masters[unit]);
  return people;
}

/// Whether a run knows units of a level without telling how many people they have.
Others others_at(Results const& run, std::string_view level,
                 std::map<std::string, Group> const& told) {
  bool const some = std::any_of(run.series.begin(), run.series.end(), [&](SeriesRow const& row) {
    return row.level == level && !told.contains(row.unit);
  });
  return some ? Others::some : Others::none;
}

}  // namespace

Secrets::Secrets(Runs runs, Reader reader, std::vector<Cluster> const& clusters,
                 std::int64_t least) {
  for (std::string_view const level : {"total", "school", "subject", "board"}) {
    if (tells_of(reader, level) || level == "board") {
      this->keep_units(runs, level, least);
      this->keep_uncounted(runs, level);
    }
  }
  this->keep_clusters(runs, clusters, least);
  for (Results const* const run : runs)
    this->keep_shares(*run, least);
}

void Secrets::keep_units(Runs runs, std::string_view level, std::int64_t least) {
  std::set<std::string> names;
  for (Results const* const run : runs) {
    for (auto const& [unit, group] : people_at(*run, level))
      names.insert(unit);
  }
  std::vector<Parts> parts;
  for (Results const* const run : runs) {
    std::map<std::string, Group> const people = people_at(*run, level);
    Parts& of_run = parts.emplace_back();
    of_run.others = level == "total" ? Others::none : others_at(*run, level, people);
    for (std::string const& unit : names) {
      auto const found = people.find(unit);
      of_run.people.push_back(found == people.end() ? Group{} : found->second);
    }
  }
  Untold const untold = untold_in_all(parts, least);
  std::size_t index = 0;
  for (std::string const& unit : names) {
    if (untold.units[index])
      units_.emplace(level, unit);
    if (untold.masters[index])
      masters_.emplace(level, unit);
    ++index;
  }
}

void Secrets::keep_uncounted(Runs runs, std::string_view level) {
  for (Results const* const run : runs) {
    std::map<std::string, Group> const people = people_at(*run, level);
    bool const with_masters = counts_masters(*run, level);
    for (std::string const& unit : units_at(*run, level)) {
      if (!people.contains(unit))
        units_.emplace(level, unit);
      if (!people.contains(unit) || !with_masters)
        masters_.emplace(level, unit);
    }
  }
}

void Secrets::keep_clusters(Runs runs, std::vector<Cluster> const& clusters, std::int64_t least) {
  std::vector<Parts> parts;
  for (Results const* const run : runs) {
    Parts& of_run = parts.emplace_back();
    of_run.others = has_untold_sections(*run) ? Others::some : Others::none;
    for (Cluster const& cluster : clusters)
      of_run.people.push_back(people_of(*run, cluster));
  }
  Untold const untold = untold_in_all(parts, least);
  bool const with_masters = std::all_of(
      runs.begin(), runs.end(), [](Results const* run) { return counts_masters(*run, "section"); });
  for (std::size_t index = 0; index < clusters.size(); ++index) {
    if (untold.units[index])
      units_.emplace(cluster_level, clusters[index].name);
    if (untold.masters[index] || !with_masters)
      masters_.emplace(cluster_level, clusters[index].name);
  }
}

void Secrets::keep_shares(Results const& run, std::int64_t least) {
  for (std::string_view const metric : shares_of_some) {
    std::map<int, double> const base = means_of_whole(run, base_of(metric));
    for (auto const& [year, part] : means_of_whole(run, metric)) {
      auto const found = base.find(year);
      // Without its base nobody knows of how few it is.
      bool const is_of_few = found == base.end() || found->second < static_cast<double>(least);
      // On the reference date both parts are people of today.
      if (is_of_few ||
          (year == run.start && is_small(group_of(found->second, part * found->second), least)))
        shares_.emplace(metric);
    }
  }
}

std::vector<std::string> Secrets::units() const {
  std::vector<std::string> names;
  for (auto const& [level, unit] : units_)
    names.push_back(unit);
  return names;
}

std::vector<std::string> Secrets::without_masters() const {
  std::vector<std::string> names;
  for (auto const& key : masters_) {
    if (!units_.contains(key))
      names.push_back(key.second);
  }
  return names;
}

}  // namespace meesterplan::publish
