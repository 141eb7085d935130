#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/scenario/scenario.hpp"

namespace meesterplan::scenario {

/// Gathers what is wrong with a scenario; the places become names of files.
class Checks {
 public:
  explicit Checks(Scenario const& scenario) : scenario_(&scenario) {}

  Scenario const& scenario() const { return *scenario_; }
  void error(Place place, std::string field, Text message) {
    add(Severity::error, place, std::move(field), std::move(message));
  }
  void warning(Place place, std::string field, Text message) {
    add(Severity::warning, place, std::move(field), std::move(message));
  }
  void note(Place place, std::string field, Text message) {
    add(Severity::note, place, std::move(field), std::move(message));
  }
  std::vector<Problem> take() { return std::move(problems_); }

 private:
  void add(Severity severity, Place place, std::string field, Text message);

  Scenario const* scenario_;
  std::vector<Problem> problems_;
};

/// Schools, sections and people, each by itself and their references.
void check_people(Checks& checks);

/// Rate tables: overlaps, and for causes of exit gaps and a certain end.
void check_rates(Checks& checks);

/// Every number that may be uncertain, and the rules that hold them.
void check_rules(Checks& checks);

/// Demand, recruitment and targets.
void check_staffing(Checks& checks);

/// Notes every subject that no table names: it gets what holds for all others,
/// and often is a known one that is written otherwise.
void check_subjects(Checks& checks);

/// A number with its interval; `field` names it.
void check_uncertain(Checks& checks, Uncertain const& value, std::string const& field);

/// "on line 12", or nothing for what stands in no file.
std::string line_nl(Place place);
std::string line_en(Place place);

}  // namespace meesterplan::scenario
