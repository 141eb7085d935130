#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/base/rational.hpp"
#include "sim/results/policy_answer.hpp"
#include "sim/results/policy_card.hpp"

namespace meesterplan::results {

/// Quantiles over the futures; each the smallest bin with F >= q.
struct Quantiles {
  double p05 = 0, p10 = 0, p25 = 0, p50 = 0, p75 = 0, p90 = 0, p95 = 0;

  friend bool operator==(Quantiles const&, Quantiles const&) = default;
};

/// One metric of one unit in one year.
struct SeriesRow {
  std::string metric;   ///< key, docs/methods.md
  std::string level;    ///< section, school, board, region, total
  std::string unit;     ///< key of the section, school, ...; "all" for total
  std::string measure;  ///< heads, fte, share, years
  int year = 0;         ///< school year: the state on 1 October of it
  std::int64_t n = 0;   ///< futures in which the metric applies (0: none)
  double mean = 0;
  double sd = 0;
  std::optional<Quantiles> quantiles;  ///< empty where none are kept

  friend bool operator==(SeriesRow const&, SeriesRow const&) = default;
};

/// One metric of one unit in a year before the start, as the planner's file tells it.
struct HistoryRow {
  std::string metric;
  std::string level;
  std::string unit;
  std::string measure;
  int year = 0;
  double value = 0;
  std::string source;  ///< may be empty

  friend bool operator==(HistoryRow const&, HistoryRow const&) = default;
};

/// What the planner keeps with the plan that numbers do not tell.
struct QuestionRow {
  std::string text;
  std::string answer;  ///< empty: still open

  friend bool operator==(QuestionRow const&, QuestionRow const&) = default;
};

/// One flow into or out of a stock during the school year that ends on
/// 1 October of `year`. stock(year) - stock(year - 1) is the sum of the flows
/// with `to` == stock minus those with `from` == stock, exactly, in the mean.
struct FlowRow {
  std::string stock;  ///< heads, masters
  std::string level;
  std::string unit;
  int year = 0;
  std::string from;   ///< the stock, or outside
  std::string to;     ///< the stock, or outside
  std::string cause;  ///< exit cause, hire_<origin>, moved_in, moved_out, graduated
  double mean = 0;
  std::optional<double> p10, p90;

  friend bool operator==(FlowRow const&, FlowRow const&) = default;
};

/// What the file already tells of one unit in the school year that ends on
/// 1 October of `year`. Certain are leaves, starts and hours; of who reaches the
/// pension age or the end of a temporary contract only the date is.
struct KnownRow {
  std::string level;
  std::string unit;
  int year = 0;
  std::string event;  ///< leaves, starts, hours, pension_age, contract_end
  std::string cause;  ///< exit cause of those who leave; else empty
  std::string month;  ///< first one in which it holds, "2026-08"; empty: not known
  std::int64_t heads = 0;
  double fte = 0;  ///< of these people; of hours: what is added (may be < 0)

  friend bool operator==(KnownRow const&, KnownRow const&) = default;
};

/// A school, or a section with the school that it belongs to.
struct UnitRow {
  std::string level;   ///< school, section
  std::string unit;    ///< key
  std::string school;  ///< of a section; else empty
  /// Only the fte it needs may be told in a table that also tells of what it is a
  /// part of: it has under 3 teachers, or could be reckoned from such units.
  bool needs_only = false;
  /// Of a section: the cluster of subjects under which it is published, or its subject
  /// when it has none; else empty.
  std::string cluster{};

  friend bool operator==(UnitRow const&, UnitRow const&) = default;
};

/// How many a unit is short of a share target in its year: the smallest k
/// with (numerator + k) >= bound x denominator, 0 when met.
struct Shortfall {
  double mean = 0;
  double p10 = 0, p50 = 0, p90 = 0;
  double per_year = 0;            ///< median / years left
  std::string measure = "heads";  ///< heads, or fte where lessons are counted

  friend bool operator==(Shortfall const&, Shortfall const&) = default;
};

struct TargetYear {
  int year = 0;
  std::int64_t met = 0;      ///< futures
  std::int64_t applies = 0;  ///< futures in which the unit is not empty
  double probability = 0;
  double standard_error = 0;

  friend bool operator==(TargetYear const&, TargetYear const&) = default;
};

struct FirstMet {
  std::optional<int> year;  ///< empty: never within the horizon
  std::int64_t futures = 0;
  double cumulative = 0;  ///< P(first met <= year); of the last row, never: 1

  friend bool operator==(FirstMet const&, FirstMet const&) = default;
};

/// One of the evenly spread quantiles of a target's value in its year.
struct TargetDot {
  double value = 0;  ///< in the target's measure

  friend bool operator==(TargetDot const&, TargetDot const&) = default;
};

/// How many dots a target has: each stands for as large a part of the futures.
inline constexpr int n_dots = 50;

struct TargetResult {
  std::string name;
  std::string metric;
  std::string level;
  std::string unit;
  std::string measure;
  std::string direction;  ///< at_least, at_most
  Rational bound;
  int by = 0;  ///< school year
  std::int64_t met = 0, applies = 0, not_applicable = 0;
  double probability = 0;
  double standard_error = 0;
  double ci_low = 0, ci_high = 0;  ///< Wilson, 95%
  /// The same under `chance`: parameters at their centre; empty when the run
  /// itself was so or nothing is uncertain.
  std::optional<double> chance_probability;
  std::optional<double> chance_standard_error;
  std::vector<TargetYear> by_year;
  std::vector<FirstMet> first_met;
  /// The value in the year `by`: the smallest bin with F >= (i - 1/2) / n_dots, for i from 1 to
  /// n_dots; empty where no distribution is kept.
  std::vector<TargetDot> dots;
  std::optional<Shortfall> shortfall;  ///< share targets with at_least only

  friend bool operator==(TargetResult const&, TargetResult const&) = default;
};

/// Share of a target metric's variance that goes with one parameter.
struct DriverRow {
  std::string target;
  std::string unit;
  std::string parameter;
  double share = 0;          ///< 0..1
  double low = 0, high = 0;  ///< 95% interval of the share
  double noise = 0;          ///< share below which it cannot be told from chance
  bool distinguishable = false;

  friend bool operator==(DriverRow const&, DriverRow const&) = default;
};

/// What a board may spend in a calendar year, and the chance that it spends more.
struct BudgetResult {
  std::string board;      ///< key; empty: the one without a name
  int year = 0;           ///< calendar year
  double amount = 0;      ///< euro
  std::int64_t over = 0;  ///< futures that cost more
  double probability = 0;
  double standard_error = 0;
  double ci_low = 0, ci_high = 0;  ///< Wilson, 95%
  double mean = 0, sd = 0;         ///< of the costs, euro

  friend bool operator==(BudgetResult const&, BudgetResult const&) = default;
};

struct InputFile {
  std::string name;
  std::string hash;       ///< 16 hexadecimal digits, XXH64
  bool of_staff = false;  ///< it tells who works here

  friend bool operator==(InputFile const&, InputFile const&) = default;
};

/// What the command line said in place of the scenario.
struct SettingRow {
  std::string key;
  std::string value;

  friend bool operator==(SettingRow const&, SettingRow const&) = default;
};

struct Diagnostics {
  std::int64_t teacher_years = 0;
  double seconds = 0;
  int threads = 1;
  std::int64_t state_bytes_per_person = 0;
  std::int64_t tally_bytes = 0;  ///< per thread

  friend bool operator==(Diagnostics const&, Diagnostics const&) = default;
};

/// Numbers with their names back: the whole answer of a run.
struct Results {
  std::string scenario;
  std::string description;
  std::uint32_t seed = 0;
  std::int64_t replicates = 0;        ///< played
  std::int64_t replicates_asked = 0;  ///< more than played: interrupted
  int start = 0;
  int years = 0;
  std::string uncertainty;         ///< all, chance
  bool chance_is_missing = false;  ///< interrupted before the targets' chance under `chance`
  std::vector<TargetResult> targets;
  std::vector<SeriesRow> series;
  std::vector<FlowRow> flows;
  std::vector<KnownRow> known;
  std::vector<UnitRow> units;
  std::vector<DriverRow> drivers;
  std::vector<BudgetResult> budgets;     ///< by board, then year
  std::vector<HistoryRow> history;       ///< file order
  std::vector<QuestionRow> questions;    ///< file order
  std::vector<PolicyCard> policy_cards;  ///< of the policies that are used
  std::optional<PolicyAnswer> policies;  ///< what they do, only where that was asked
  /// 16 hexadecimal digits; of the futures, not of history and policies.
  std::string result_hash;
  std::vector<InputFile> inputs;
  std::vector<SettingRow> settings;
  Diagnostics diagnostics;
  std::vector<Problem> notes;  ///< warnings and defaults used

  bool interrupted() const { return replicates < replicates_asked; }

  friend bool operator==(Results const&, Results const&) = default;
};

}  // namespace meesterplan::results
