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
  /// Whether the school year of the start is one that can be reckoned from; what
  /// depends on it is else not looked at.
  bool has_start() const { return scenario_->start >= 1900 && scenario_->start <= 2100; }
  /// `value` as it is typed in the file of `place`: a scenario always takes a point.
  Text number(Place place, double value) const;
  std::vector<Problem> take() { return std::move(problems_); }

 private:
  void add(Severity severity, Place place, std::string field, Text message);

  Scenario const* scenario_;
  std::vector<Problem> problems_;
};

/// Schools, sections and people, each by itself and their references.
void check_people(Checks& checks);

/// Where somebody works: one to three sections of one board, and how much.
void check_assignments(Checks& checks, Person const& person);

/// What is known to happen to somebody, and when.
void check_events(Checks& checks, Person const& person);

/// Rate tables: overlaps, and for causes of exit gaps and a certain end.
void check_rates(Checks& checks);

/// Every number that may be uncertain, and the rules that hold them.
void check_rules(Checks& checks);

/// Demand, recruitment and targets.
void check_staffing(Checks& checks);

/// The labour market: candidates, and how schools and movers behave.
void check_market(Checks& checks);

/// Notes every subject that no table names: it gets what holds for all others,
/// and often is a known one that is written otherwise.
void check_subjects(Checks& checks);

/// The function mix (shares, years, one structure a unit at a time), and redundancy.
void check_promotion(Checks& checks);

/// Policies and bottlenecks: years, scopes, what they lift.
void check_policies(Checks& checks);

/// What staff costs, and budgets.
void check_money(Checks& checks);

/// What is told of the years before the start, and the questions of the plan.
void check_history(Checks& checks);

/// Whose effects they are.
enum class Owner { policy, bottleneck };

/// The effects of the policy or bottleneck `path`: what they can be about, their size, and
/// whether there is anything that they can act on.
void check_effects(Checks& checks, std::vector<Effect> const& effects, std::string const& path,
                   Owner owner);

/// Notes an effect, called `path`, that can do nothing because the scenario does not have
/// what it acts on.
void note_idle(Checks& checks, Effect const& effect, std::string const& path);

/// What the policy `path` costs, in euro and in hours.
void check_costs(Checks& checks, Policy const& policy, std::string const& path);

/// A number with its interval; `field` names it.
void check_uncertain(Checks& checks, Uncertain const& value, std::string const& field);

/// "on line 12", or nothing for what stands in no file.
std::string line_nl(Place place);
std::string line_en(Place place);

/// Tells at item `index`, called `path`, that one before it has the same name.
template <typename Item>
void check_twice(Checks& checks, std::vector<Item> const& items, std::size_t index,
                 std::string const& path) {
  for (std::size_t before = 0; before < index; ++before) {
    if (items[before].name != items[index].name)
      continue;
    std::string const nl = line_nl(items[before].place);
    std::string const en = line_en(items[before].place);
    checks.error(items[index].place, path,
                 {"dit staat er twee keer (ook " + nl + "). Geef een van beide een andere name.",
                  "this is there twice (also " + en + "). Give one of them another name."});
    return;
  }
}

}  // namespace meesterplan::scenario
