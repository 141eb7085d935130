#pragma once

#include <functional>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace meesterplan::testing {

/// Who sits in a seat, as far as the model's chances depend on it; all numbers
/// as on the reference date.
struct Sitter {
  int birth = 0;  ///< Month::index
  int tenure = 0;
  int experience = 0;
  int since_master = 0;
  scenario::Degree degree = scenario::Degree::none;
  scenario::Licence licence = scenario::Licence::second_degree;
  scenario::Contract contract = scenario::Contract::permanent;
  int programme = -1;  ///< index; -1: does not study
  int study_years = 0;
  bool grant = false;
  int licensed_in = 0;  ///< step in which the licence is had; 0: never
  scenario::Licence licensed_as = scenario::Licence::second_degree;

  auto operator<=>(Sitter const&) const = default;
};

/// What a parameter is worth in a future.
using ValueOf = std::function<double(scenario::Uncertain const&)>;

/// The centre of every number.
double centre_of(scenario::Uncertain const& number);

/// Whether a sitter counts.
using Property = bool (*)(Sitter const&);

/// The exact chances of a scenario in which every seat is a Markov chain of its
/// own: leavers are succeeded one to one, nobody has two sections, and there is
/// no capacity, surplus, room factor, replacement, known event or lesson.
///
/// Written from the words of docs/methods.md, not from the engine: each seat's
/// distribution over all states is carried from year to year.
class Oracle {
 public:
  Oracle(scenario::Scenario const& scenario, ValueOf value_of);

  /// [section][person of it][year 0..years] the chance that somebody with the
  /// property sits there.
  std::vector<std::vector<std::vector<double>>> chances(Property property) const;

 private:
  struct Life;
  using Chances = std::vector<std::pair<Sitter, double>>;

  Chances file_states(scenario::Person const& person) const;
  Chances successors(int section, int step) const;
  Life live(Chances states, int section, int from, Property property) const;
  void live_a_year(Sitter const& sitter, double chance, int section, int step,
                   std::vector<std::pair<Sitter, double>>& next, double& gone) const;
  void decide_contract(Sitter sitter, double chance, int section, int step,
                       std::vector<std::pair<Sitter, double>>& next, double& gone) const;
  void study(Sitter sitter, double chance, int section, int step, Sitter const& before,
             std::vector<std::pair<Sitter, double>>& next) const;
  void enrol(Sitter sitter, double chance, int section, int step, Sitter const& before,
             std::vector<std::pair<Sitter, double>>& next) const;
  double hazard(scenario::RateTable const& table, Sitter const& sitter, int section,
                int step) const;
  double exit_hazard(Sitter const& sitter, int section, int step) const;
  bool matches(scenario::Cell const& cell, Sitter const& sitter, int section, int step) const;
  double dropout(scenario::Programme const& programme, bool grant) const;
  std::vector<double> unknown_degrees(int section, scenario::Licence licence) const;

  scenario::Scenario const& scenario_;
  ValueOf value_of_;
};

/// The distribution of how many of independent events happen: [count].
std::vector<double> count_distribution(std::vector<double> const& chances);

}  // namespace meesterplan::testing
