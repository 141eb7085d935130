#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/model/compile.hpp"
#include "sim/model/counters.hpp"
#include "sim/scenario/scenario.hpp"
#include "tests/engine/open_future.hpp"

namespace meesterplan::testing {

/// A small scenario whose chances are all 0 or 1, played in one future and read
/// by the names of its file, so that a test can say what was worked out by hand.
class WorkedFuture {
 public:
  /// Plays `years` years after the reference date.
  explicit WorkedFuture(scenario::Scenario const& scenario, int years = 1);

  /// Whether the person of the file is in service.
  bool has(std::string const& person) const;
  /// Key of the section of the person's main assignment.
  std::string section_of(std::string const& person) const;
  /// Fte in thousandths of the main assignment.
  std::int64_t main_fte(std::string const& person) const;
  /// A column of the person, e.g. the degree.
  int column(std::string const& person, model::Column column) const;
  scenario::Scale scale(std::string const& person) const;
  /// Shares of the lessons of the main assignment, in millionths.
  std::int64_t upper_vwo(std::string const& person) const;
  std::int64_t upper_havo(std::string const& person) const;
  /// Demand of a section in thousandths: upper vwo, upper havo and the rest.
  std::array<std::int64_t, 3> demand(std::string const& section) const;
  /// A counter of a section, by its key.
  std::int64_t counter(std::string const& section, int counter) const;

  engine::State const& state() const { return future_.state(); }

 private:
  std::size_t slot_of(std::string const& person) const;
  std::size_t unit_of(std::string const& section) const;

  model::Compiled compiled_;
  OpenFuture future_;
};

/// The names in the order in which the model puts persons (or sections) of
/// these names: by hash.
std::vector<std::string> in_order(std::vector<std::string> names);

/// Demand of a section in every school year; the rest is what the upper parts
/// leave.
scenario::DemandRow demand_row(int section, int fte, int upper_vwo = 0, int upper_havo = 0);

/// The person's only assignment.
scenario::Assignment& lessons_of(scenario::Person& person);

}  // namespace meesterplan::testing
