#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/history.hpp"
#include "sim/scenario/market.hpp"
#include "sim/scenario/money.hpp"
#include "sim/scenario/people.hpp"
#include "sim/scenario/policies.hpp"
#include "sim/scenario/promotion.hpp"
#include "sim/scenario/question.hpp"
#include "sim/scenario/rates.hpp"
#include "sim/scenario/source.hpp"
#include "sim/scenario/staffing.hpp"
#include "sim/scenario/study.hpp"
#include "sim/scenario/target.hpp"

namespace meesterplan::scenario {

/// Whether parameters are drawn (all) or stay at their centre (chance).
enum class Uncertainty { all, chance };

/// How common degrees and licences are; used where a file does not know them
/// (docs/methods.md, "Unknown degrees and licences").
struct ReferenceShares {
  /// [licence][degree], each row sums to 1.
  std::array<std::array<double, n_degrees>, n_licences> degree{};
  std::array<double, n_licences> licence{};  ///< sums to 1
  double weight = 5;                         ///< how many known colleagues the reference counts for
};

/// Which results are kept.
struct Recording {
  std::vector<std::string> metrics;  ///< keys; empty: all that the model has
  std::vector<Level> levels;         ///< empty: all that the scenario has
  Place place;                       ///< of the metrics
};

/// What was meant: everything a run needs, in the planner's nouns, without
/// files. Built by input/ or by hand, checked by validate().
struct Scenario {
  std::string name;
  std::string description;
  std::vector<Source> sources;  ///< Place::file points into it

  int start = 0;                     ///< school year of the reference date, 1 October
  int years = 10;                    ///< 1..50
  std::int64_t replicates = 10'000;  ///< 1..2^32-1
  std::uint32_t seed = 1;
  Uncertainty uncertainty = Uncertainty::all;

  std::vector<School> schools;
  std::vector<Section> sections;
  std::vector<Person> people;
  ReferenceShares unknown;

  std::vector<PensionStep> pension;  ///< by `from`; the first holds before it too
  std::vector<CauseRates> exits;     ///< file order
  std::vector<Factor> exit_factors;
  CriticalWindow critical;
  ContractRules contracts;
  HoursRules hours;
  std::vector<Programme> programmes;
  StudyRules study;
  NetRules net;
  Demand demand;
  SurplusMode surplus = SurplusMode::report;
  RedundancyRules redundancy;  ///< of SurplusMode::redundancy
  Recruitment recruitment;
  Market market;                       ///< recruitment mode market
  std::optional<LessonRules> lessons;  ///< empty: lessons are not modelled
  CoverRules cover;
  std::vector<FunctionMix> function_mix;  ///< file order
  PromotionRules promotion;
  std::vector<Policy> policies;         ///< file order
  std::vector<Bottleneck> bottlenecks;  ///< file order
  PolicyRules policy_rules;
  std::optional<Money> money;  ///< empty: nothing is said of costs
  std::vector<Target> targets;
  std::vector<HistoryRow> history;  ///< file order
  std::vector<Question> questions;  ///< file order
  Recording recording;
};

}  // namespace meesterplan::scenario
