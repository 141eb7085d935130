#include "sim/study/policies.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/contracts.hpp"
#include "sim/model/compile.hpp"
#include "sim/model/metric.hpp"
#include "sim/results/small_sections.hpp"
#include "sim/run/run.hpp"
#include "sim/stats/sample.hpp"
#include "sim/study/shapley.hpp"

namespace meesterplan::study {
namespace {

using results::Estimate;
using results::PolicyAnswer;
using results::PolicyEffect;
using results::PolicyOutcome;

constexpr std::int64_t most_futures = 1000;
constexpr std::size_t most_exact = 5;
constexpr std::size_t n_pairs = 6;

/// An outcome and the planned targets that its value is the sum of.
struct Asked {
  PolicyOutcome outcome;
  std::vector<std::size_t> targets;  ///< indexes into the plan
};

/// [outcome][future]; empty where it does not apply.
using Values = std::vector<std::vector<std::optional<double>>>;

/// A metric of all together that is only looked at.
scenario::Target look_at(std::string const& metric, int year) {
  scenario::Target target;
  target.name = metric + " " + std::to_string(year);
  target.metric = metric;
  target.level = scenario::Level::total;
  target.bound = Rational{0, 1};
  target.year = year;
  return target;
}

/// The scenario as it is asked about: fewer futures, and looked at where no target looks.
scenario::Scenario asked_about(scenario::Scenario const& scenario) {
  scenario::Scenario asked = scenario;
  asked.replicates = std::min(scenario.replicates, most_futures);
  int const last = scenario.start + scenario.years;
  asked.targets.push_back(look_at("masters_heads", last));
  for (int year = scenario.start + 1; year <= last; ++year)
    asked.targets.push_back(look_at("exits", year));
  for (int year = scenario.start + 1; scenario.money && year <= last; ++year)
    asked.targets.push_back(look_at("cost_total", year));
  asked.recording = {};
  asked.recording.metrics = {"heads"};
  asked.recording.levels = {scenario::Level::total};
  return asked;
}

/// The policies that are used at all, as indexes into the scenario's.
std::vector<std::size_t> used_policies(scenario::Scenario const& scenario) {
  std::vector<std::size_t> used;
  for (std::size_t index = 0; index < scenario.policies.size(); ++index) {
    if (scenario.policies[index].strength > 0)
      used.push_back(index);
  }
  return used;
}

PolicyOutcome outcome_of(char const* kind, std::string measure, int year) {
  PolicyOutcome outcome;
  outcome.kind = kind;
  outcome.level = key_of(scenario::Level::total);
  outcome.unit = "all";
  outcome.measure = std::move(measure);
  outcome.year = year;
  return outcome;
}

/// Chance and value of every target that may be shown, then masters, exits and costs.
std::vector<Asked> outcomes_of(scenario::Scenario const& scenario,
                               model::Compiled const& compiled) {
  std::size_t const n_own = scenario.targets.size();
  int const last = scenario.start + scenario.years;
  std::vector<Asked> asked;
  Asked masters{outcome_of("masters", "heads", last), {}};
  Asked exits{outcome_of("exits", "heads", last), {}};
  Asked costs{outcome_of("cost", "euro", last), {}};
  auto const looking_at = [&](std::size_t target) -> Asked& {
    if (target == n_own)
      return masters;
    return target <= n_own + static_cast<std::size_t>(scenario.years) ? exits : costs;
  };
  auto const& plans = compiled.model.plan.targets;
  for (std::size_t index = 0; index < plans.size(); ++index) {
    model::TargetPlan const& plan = plans[index];
    auto const target = static_cast<std::size_t>(plan.target);
    if (target >= n_own) {
      looking_at(target).targets.push_back(index);
      continue;
    }
    if (results::is_small(compiled.names, plan.level, plan.unit))
      continue;
    auto const metric = model::all_metrics()[static_cast<std::size_t>(plan.metric)];
    Asked chance{outcome_of("chance", "share", scenario.targets[target].year), {index}};
    chance.outcome.target = scenario.targets[target].name;
    chance.outcome.level = key_of(plan.level);
    auto const& units = compiled.names.units[static_cast<std::size_t>(plan.level)];
    if (plan.level != scenario::Level::total)
      chance.outcome.unit = units[static_cast<std::size_t>(plan.unit)];
    Asked value = chance;
    value.outcome.kind = "value";
    value.outcome.measure = key_of(metric.measure);
    asked.push_back(std::move(chance));
    asked.push_back(std::move(value));
  }
  asked.push_back(std::move(masters));
  asked.push_back(std::move(exits));
  if (scenario.money)
    asked.push_back(std::move(costs));
  return asked;
}

/// What an outcome comes to in the future played last.
std::optional<double> value_of(Asked const& asked, model::Model const& model,
                               engine::Player const& player) {
  double sum = 0;
  for (std::size_t const index : asked.targets) {
    engine::TargetOutcome const outcome = player.outcome(index);
    if (asked.outcome.kind == "chance")
      return outcome.met ? 1.0 : 0.0;
    if (!outcome.applies)
      return std::nullopt;
    auto const metric = static_cast<std::size_t>(model.plan.targets[index].metric);
    auto const kept = model::kept_per_unit(model::all_metrics()[metric].measure);
    sum += static_cast<double>(outcome.value) / static_cast<double>(kept);
  }
  return sum;
}

/// Plays the same futures with other sets of policies, each set once.
class Comparison {
 public:
  Comparison(scenario::Scenario const& scenario, Options const& options, Division const& division,
             std::vector<std::size_t> used)
      : scenario_(asked_about(scenario)), options_(options), used_(std::move(used)) {
    outcomes_ = outcomes_of(scenario, model::compile(scenario_));
    for (Joining const& joining : division.joinings) {
      values_[joining.before];
      values_[with(joining)];
    }
    for (std::size_t policy = 0; policy < used_.size(); ++policy) {
      Coalition one(used_.size(), false);
      one[policy] = true;
      values_[one];
      Coalition rest(used_.size(), true);
      rest[policy] = false;
      values_[rest];
    }
  }

  static Coalition with(Joining const& joining) {
    Coalition after = joining.before;
    after[joining.player] = true;
    return after;
  }

  /// Plays all sets; false when it was cancelled.
  bool play() {
    std::int64_t done = 0;
    for (auto& entry : values_) {
      if (!this->play(entry.first, done, entry.second))
        return false;
      done += scenario_.replicates;
    }
    return true;
  }

  std::int64_t replicates() const { return scenario_.replicates; }
  std::vector<Asked> const& outcomes() const { return outcomes_; }
  std::vector<std::optional<double>> const& values(Coalition const& coalition,
                                                   std::size_t outcome) const {
    return values_.at(coalition)[outcome];
  }
  /// The futures in which an outcome applies, whatever set is done.
  std::vector<std::size_t> futures_of(std::size_t outcome) const {
    std::vector<std::size_t> futures;
    for (std::size_t future = 0; future < static_cast<std::size_t>(scenario_.replicates);
         ++future) {
      bool const applies = std::all_of(values_.begin(), values_.end(), [&](auto const& entry) {
        return entry.second[outcome][future].has_value();
      });
      if (applies)
        futures.push_back(future);
    }
    return futures;
  }

 private:
  bool play(Coalition const& coalition, std::int64_t done, Values& values) const {
    scenario::Scenario scenario = scenario_;
    for (std::size_t policy = 0; policy < used_.size(); ++policy) {
      if (!coalition[policy])
        scenario.policies[used_[policy]].strength = 0;
    }
    model::Compiled const compiled = model::compile(scenario);
    model::Model const& model = compiled.model;
    values.assign(outcomes_.size(), std::vector<std::optional<double>>(
                                        static_cast<std::size_t>(scenario.replicates)));
    run::Plan plan;
    plan.threads = options_.threads;
    plan.block_size = options_.block_size;
    plan.cancelled = options_.cancelled;
    plan.on_future = [&](std::int64_t future, engine::Player const& player) {
      for (std::size_t outcome = 0; outcome < outcomes_.size(); ++outcome) {
        values[outcome][static_cast<std::size_t>(future)] =
            value_of(outcomes_[outcome], model, player);
      }
    };
    if (options_.on_progress) {
      plan.on_progress = [&](run::Progress const& played) {
        Progress progress;
        progress.done = done + played.done;
        progress.asked = scenario.replicates * static_cast<std::int64_t>(values_.size());
        options_.on_progress(progress);
      };
    }
    return run::play(model, plan).played == scenario.replicates;
  }

  scenario::Scenario scenario_;
  Options const& options_;
  std::vector<std::size_t> used_;
  std::vector<Asked> outcomes_;
  std::map<Coalition, Values> values_;
};

/// Mean and its standard error: 0 of a single number, which has no spread.
Estimate estimate_of(std::vector<double> const& numbers) {
  Estimate estimate;
  auto const n = static_cast<double>(numbers.size());
  if (numbers.empty())
    return estimate;
  stats::Sample const sample = stats::sample_of(numbers);
  estimate.mean = sample.mean;
  if (numbers.size() > 1)
    estimate.standard_error = std::sqrt(sample.centred_squares / (n - 1) / n);
  return estimate;
}

/// Reads what was played for one outcome.
class Reader {
 public:
  Reader(Comparison const& comparison, std::size_t outcome)
      : comparison_(comparison), outcome_(outcome), futures_(comparison.futures_of(outcome)) {}

  std::int64_t n() const { return static_cast<std::int64_t>(futures_.size()); }

  double mean(Coalition const& coalition) const {
    return estimate_of(this->values(coalition)).mean;
  }

  Estimate difference(Coalition const& with, Coalition const& without) const {
    return estimate_of(this->differences(with, without));
  }

  /// The Shapley value of a policy. Its error is that of the futures and, where orders
  /// are drawn, that of the orders.
  Estimate share(Division const& division, std::size_t policy) const {
    std::vector<double> of_future(futures_.size(), 0);
    std::map<std::size_t, double> of_pair;
    for (Joining const& joining : division.joinings) {
      if (joining.player != policy)
        continue;
      auto const differences = this->differences(Comparison::with(joining), joining.before);
      for (std::size_t future = 0; future < differences.size(); ++future)
        of_future[future] += joining.weight * differences[future];
      of_pair[joining.order] += estimate_of(differences).mean / 2;
    }
    Estimate estimate = estimate_of(of_future);
    if (division.n_orders == 0)
      return estimate;
    std::vector<double> means;
    means.reserve(of_pair.size());
    for (auto const& pair : of_pair)
      means.push_back(pair.second);
    double const of_orders = estimate_of(means).standard_error;
    estimate.standard_error =
        std::sqrt(estimate.standard_error * estimate.standard_error + of_orders * of_orders);
    return estimate;
  }

 private:
  std::vector<double> values(Coalition const& coalition) const {
    auto const& all = comparison_.values(coalition, outcome_);
    std::vector<double> values;
    values.reserve(futures_.size());
    for (std::size_t const future : futures_)
      values.push_back(all[future].value_or(0));
    return values;
  }

  std::vector<double> differences(Coalition const& with, Coalition const& without) const {
    std::vector<double> differences = this->values(with);
    std::vector<double> const before = this->values(without);
    for (std::size_t index = 0; index < differences.size(); ++index)
      differences[index] -= before[index];
    return differences;
  }

  Comparison const& comparison_;
  std::size_t outcome_;
  std::vector<std::size_t> futures_;
};

PolicyEffect effect_of(Reader const& reader, Division const& division, std::size_t policy,
                       std::size_t n_policies) {
  Coalition const none(n_policies, false);
  Coalition const all(n_policies, true);
  Coalition one = none;
  one[policy] = true;
  Coalition rest = all;
  rest[policy] = false;
  return {reader.difference(one, none), reader.difference(all, rest),
          reader.share(division, policy)};
}

}  // namespace

std::optional<PolicyAnswer> policies(scenario::Scenario const& scenario, Options const& options) {
  std::vector<std::size_t> const used = used_policies(scenario);
  if (used.empty())
    return std::nullopt;
  std::size_t const n = used.size();
  Division const division =
      n <= most_exact ? exact_division(n) : drawn_division(n, n_pairs, scenario.seed);
  Comparison comparison(scenario, options, division, used);
  if (!comparison.play())
    return std::nullopt;
  PolicyAnswer answer;
  answer.exact = division.n_orders == 0;
  answer.n_orders = division.n_orders;
  answer.replicates = comparison.replicates();
  answer.effects.resize(n);
  for (std::size_t outcome = 0; outcome < comparison.outcomes().size(); ++outcome) {
    Reader const reader(comparison, outcome);
    answer.outcomes.push_back(comparison.outcomes()[outcome].outcome);
    answer.outcomes.back().n = reader.n();
    answer.outcomes.back().none = reader.mean(Coalition(n, false));
    answer.outcomes.back().all = reader.mean(Coalition(n, true));
    for (std::size_t policy = 0; policy < n; ++policy)
      answer.effects[policy].push_back(effect_of(reader, division, policy, n));
  }
  return answer;
}

}  // namespace meesterplan::study
