#pragma once

#include <cstdint>
#include <string>

#include "sim/model/compile.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tally/tally.hpp"
#include "tests/support/scenarios.hpp"

namespace meesterplan::testing {

/// A scenario that was played, for closed forms: sums over all futures.
class Played {
 public:
  Played(scenario::Scenario scenario, std::int64_t replicates);

  /// Sum of the metric's kept values over the futures, for the whole.
  std::int64_t sum(char const* metric, int step) const;
  /// The same for one section, by its key.
  std::int64_t sum(char const* metric, int step, std::string const& section) const;
  std::int64_t futures() const { return tally_.futures(); }

 private:
  static tally::Tally play(model::Model const& model);

  model::Compiled compiled_;
  tally::Tally tally_;
};

/// A row for a cell.
scenario::RateRow rate_row_for(scenario::Cell cell, double probability);

/// A factor of one ratio for a cell.
scenario::Factor factor_of(scenario::FactorKind kind, scenario::Cell cell, double ratio);

/// One cause with one row for everybody, also the oldest.
scenario::CauseRates cause_of(scenario::ExitCause cause, double probability);

/// Adds `n` teachers of 40 to a section, each as `change` makes them.
template <class Change>
void add_alike(scenario::Scenario& scenario, int section, int n, Change const& change) {
  for (int index = 0; index < n; ++index)
    change(
        add_person(scenario, std::to_string(section) + "/" + std::to_string(index), section, 40));
}

}  // namespace meesterplan::testing
