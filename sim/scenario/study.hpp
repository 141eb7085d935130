#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/rates.hpp"

namespace meesterplan::scenario {

/// A study that gives a degree. Who may enrol is part of the programme.
struct Programme {
  Place place;
  std::string name;
  std::vector<Degree> degrees;        ///< eligible; empty: any without the given degree
  std::vector<Licence> licences;      ///< eligible; empty: any
  std::vector<Contract> contracts;    ///< eligible; empty: any
  std::vector<std::string> subjects;  ///< eligible; empty: any
  IntRange age;                       ///< eligible at the start of the year
  IntRange tenure;                    ///< eligible at the start of the year
  Degree gives_degree = Degree::wo_master;
  MasterKind gives_kind = MasterKind::subject;
  std::optional<Licence> gives_licence;  ///< of the main subject; empty: unchanged
  int years = 2;                         ///< study years that must count
  /// Yearly chance that an eligible teacher wants to start; rows may differ
  /// by any covariate. Where no row matches the chance is 0.
  RateTable uptake;
  Uncertain completion_with_grant = Uncertain::probability(1);
  Uncertain completion_without_grant = Uncertain::probability(1);
  Uncertain delay = Uncertain::probability(0);  ///< chance that a study year does not count
  Uncertain tuition = Uncertain::amount(0);     ///< a year, euro, prices of Money::price_year
};

/// Rules of study that all programmes share.
struct StudyRules {
  Uncertain p_grant = Uncertain::probability(1);        ///< permanent contracts only
  Uncertain without_grant = Uncertain::probability(1);  ///< willing without a grant
  /// Share of a section's heads that may study at once; 0: nobody may start;
  /// empty: no limit.
  std::optional<double> capacity;
};

}  // namespace meesterplan::scenario
