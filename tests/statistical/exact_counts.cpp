#include "tests/statistical/exact_counts.hpp"

#include <cstddef>
#include <iostream>
#include <stdexcept>

#include "sim/model/compile.hpp"
#include "tests/engine/reading.hpp"
#include "tests/support/catch.hpp"

namespace meesterplan::testing {

using scenario::Degree;
using scenario::Level;
using scenario::Scenario;
using scenario::Section;

namespace {

/// Where a section of the scenario lies in the model.
std::int32_t unit_of(model::Names const& names, std::string const& key) {
  auto const& units = names.units[static_cast<std::size_t>(Level::section)];
  for (std::size_t unit = 0; unit < units.size(); ++unit)
    if (units[unit] == key)
      return static_cast<std::int32_t>(unit);
  throw std::out_of_range(key);
}

}  // namespace

bool is_master(Sitter const& sitter) {
  return sitter.degree >= Degree::hbo_master;
}

bool is_studying(Sitter const& sitter) {
  return sitter.programme >= 0;
}

Distributions distributions(Oracle const& oracle, Property property, int years) {
  Distributions all;
  for (auto const& seats : oracle.chances(property)) {
    all.emplace_back();
    for (int year = 0; year <= years; ++year) {
      std::vector<double> chances;
      for (auto const& seat : seats)
        chances.push_back(seat[static_cast<std::size_t>(year)]);
      all.back().push_back(count_distribution(chances));
    }
  }
  return all;
}

Scenario recorded(Scenario scenario, char const* metric) {
  scenario.recording.metrics = {metric};
  scenario.recording.levels = {Level::section};
  return scenario;
}

Verdict judge(Scenario const& scenario, char const* metric, Distributions const& exact,
              std::uint32_t n) {
  model::Compiled const compiled = model::compile(scenario);
  std::vector<CellName> cells;
  for (Section const& section : scenario.sections)
    for (int year = 0; year <= scenario.years; ++year)
      cells.push_back({Level::section, unit_of(compiled.names, section.key), metric, year});
  Futures const futures = play_futures(compiled.model, n, cells);
  Verdict verdict;
  std::size_t cell = 0;
  for (std::size_t section = 0; section < scenario.sections.size(); ++section) {
    for (std::size_t year = 0; year <= static_cast<std::size_t>(scenario.years); ++year) {
      std::vector<double> const& chances = exact[section][year];
      std::vector<std::int64_t> seen(chances.size());
      for (auto const& values : futures.values)
        seen.at(static_cast<std::size_t>(values[cell])) += 1;
      ++cell;
      for (std::size_t count = 0; count < chances.size(); ++count)
        verdict.judge(scenario.sections[section].key + " year " + std::to_string(year) + " " +
                          std::to_string(count) + " " + metric,
                      chances[count], n, seen[count]);
    }
  }
  return verdict;
}

void check(Verdict const& verdict, std::string const& what) {
  std::cout << what << ": " << verdict.summary() << "\n";
  CAPTURE(verdict.failures());
  CHECK(verdict.failures().empty());
}

}  // namespace meesterplan::testing
