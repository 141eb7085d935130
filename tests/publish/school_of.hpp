#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/publish/publish.hpp"

/// Results of a school, made by hand: so many people and masters in each section.
namespace meesterplan::publish {

using results::Results;
using results::SeriesRow;

inline constexpr int start = 2025;
inline constexpr int last = 2027;

struct SectionOf {
  std::string key, cluster;
  int heads = 0, masters = 0;
};

inline void add_series(Results& run, std::string const& level, std::string const& unit, int heads,
                       int masters) {
  for (int year = start; year <= last; ++year) {
    // The mean moves with the years, the people of today are whole.
    double const part = 1 - 0.03125 * (year - start);
    for (auto const& [metric, value] :
         std::map<std::string, double>{{"heads", heads * part},
                                       {"masters_heads", masters * part},
                                       {"masters", heads == 0 ? 0.0 : double(masters) / heads},
                                       {"demand", heads * 0.7},
                                       {"studying", 2.0}}) {
      run.series.push_back({metric, level, unit, "heads", year, 100, value, 1, {}});
    }
  }
}

/// A school of sections; those under three heads tell only what they need, as results do.
inline Results school_of(std::vector<SectionOf> const& sections) {
  Results run;
  run.scenario = "school";
  run.start = start;
  run.years = last - start;
  run.notes.emplace_back();
  run.settings.push_back({"seed", "3"});
  int heads = 0;
  int masters = 0;
  run.units.push_back({"school", "S", "", false, ""});
  for (SectionOf const& section : sections) {
    run.units.push_back({"section", section.key, "S", section.heads < 3, section.cluster});
    heads += section.heads;
    masters += section.masters;
    if (section.heads >= 3)
      add_series(run, "section", section.key, section.heads, section.masters);
  }
  add_series(run, "total", "all", heads, masters);
  results::TargetResult target;
  target.name = "half";
  target.metric = "masters";
  target.level = "total";
  target.unit = "all";
  run.targets.push_back(target);
  target.level = "section";
  target.unit = sections.front().key;
  run.targets.push_back(target);
  run.flows.push_back(
      {"heads", "total", "all", 2026, "outside", "heads", "hire_starter", 6, {}, {}});
  run.flows.push_back({"heads",
                       "section",
                       sections.front().key,
                       2026,
                       "outside",
                       "heads",
                       "hire_starter",
                       1,
                       {},
                       {}});
  run.drivers.push_back({"half", "all", "exit", 0.2, 0.1, 0.3, 0.05, true});
  return run;
}

inline std::vector<SectionOf> const ordinary = {
    {"nederlands", "talen", 12, 6}, {"engels", "talen", 9, 5}, {"wiskunde", "exact", 11, 5},
    {"biologie", "exact", 7, 3},    {"kunst", "kunst", 3, 1},  {"lo", "kunst", 12, 6}};

inline Published published(Results const& run, Reader reader) {
  Results const* const runs[] = {&run};
  return publish(runs, reader);
}

inline double value(Results const& run, std::string const& metric, std::string const& unit,
                    int year) {
  for (SeriesRow const& row : run.series) {
    if (row.metric == metric && row.unit == unit && row.year == year)
      return row.mean;
  }
  return -1;
}

}  // namespace meesterplan::publish
