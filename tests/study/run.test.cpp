#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "sim/study/study.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

namespace meesterplan::study {
namespace {

using Catch::Matchers::WithinAbs;

/// Two sections of 10 and 6, a third of two; leavers are replaced by
/// candidates of whom some are masters; the goal is half of all.
scenario::Scenario small_school() {
  scenario::Scenario school = testing::empty_school(2026, 3);
  school.name = "small school";
  school.replicates = 40;
  school.seed = 5;
  int number = 0;
  for (auto const& [subject, heads] :
       std::vector<std::pair<std::string, int>>{{"wiskunde", 10}, {"engels", 6}, {"latijn", 2}}) {
    int const section = testing::add_section(school, subject);
    for (int head = 0; head < heads; ++head, ++number) {
      scenario::Person& person = testing::add_person(school, "person " + std::to_string(number),
                                                     section, 25 + number * 37 % 40);
      if (number % 3 == 0)
        person.degree = scenario::Degree::wo_master;
    }
  }
  school.exits = {testing::exit_table(scenario::ExitCause::leaves_profession, 0.1)};
  school.recruitment.mode = scenario::RecruitmentMode::one_to_one;
  school.recruitment.entrants = {testing::entrant(23, 40, scenario::Degree::bachelor),
                                 testing::entrant(23, 40, scenario::Degree::wo_master)};
  school.targets = {testing::target_of("masters", scenario::Level::total, Rational{1, 2}, 2029)};
  return school;
}

/// The same, with a chance to leave that is not known.
scenario::Scenario uncertain_school() {
  scenario::Scenario school = small_school();
  school.exits.front().rates.rows.front().value =
      testing::uncertain(scenario::Quantity::probability, 0.1, 0.05, 0.16, "exits");
  return school;
}

Options two_threads() {
  Options options;
  options.threads = 2;
  options.block_size = 3;
  return options;
}

using Unit = std::tuple<std::string, std::string, int>;  ///< level, unit, year

}  // namespace

TEST_CASE("a run answers with targets, series and flows") {
  results::Results const results = run(small_school(), two_threads());
  CHECK(results.scenario == "small school");
  CHECK(results.seed == 5);
  CHECK(results.replicates == 40);
  CHECK_FALSE(results.interrupted());
  CHECK(results.start == 2026);
  CHECK(results.years == 3);
  REQUIRE(results.targets.size() == 1);
  CHECK(results.targets[0].by == 2029);
  CHECK(results.targets[0].by_year.size() == 4);
  CHECK_FALSE(results.series.empty());
  CHECK_FALSE(results.flows.empty());
  CHECK(results.diagnostics.teacher_years == 40 * 3 * 18);
  CHECK(results.diagnostics.threads == 2);
  CHECK(results.diagnostics.state_bytes_per_person > 0);
  CHECK(results.diagnostics.tally_bytes > 0);
}

TEST_CASE("stocks change by their flows") {
  results::Results const results = run(small_school(), two_threads());
  std::map<Unit, double> heads;
  for (results::SeriesRow const& row : results.series)
    if (row.metric == "heads")
      heads[{row.level, row.unit, row.year}] = row.mean;
  std::map<Unit, double> change;
  double moved = 0;
  for (results::FlowRow const& row : results.flows) {
    if (row.stock != "heads")
      continue;
    change[{row.level, row.unit, row.year}] += row.to == "heads" ? row.mean : -row.mean;
    moved += row.mean;
  }
  REQUIRE(change.size() >= 2 * 3);
  CHECK(moved > 1.0);
  for (auto const& [unit, total] : change) {
    auto const& [level, name, year] = unit;
    INFO(level << " " << name << " " << year);
    CHECK_THAT(heads.at(unit) - heads.at({level, name, year - 1}), WithinAbs(total, 1e-9));
  }
}

TEST_CASE("threads and blocks change nothing of the answer") {
  std::string const hash = run(uncertain_school(), Options{}).result_hash;
  for (int const threads : {1, 2, 7}) {
    for (std::int64_t const block_size : {1, 3, 64}) {
      Options options;
      options.threads = threads;
      options.block_size = block_size;
      CHECK(run(uncertain_school(), options).result_hash == hash);
    }
  }
  scenario::Scenario other = uncertain_school();
  other.seed = 6;
  CHECK(run(other, Options{}).result_hash != hash);
}

TEST_CASE("the order of rows changes nothing of the answer") {
  scenario::Scenario school = uncertain_school();
  std::string const hash = run(school, two_threads()).result_hash;
  std::shuffle(school.people.begin(), school.people.end(), std::mt19937_64(3));
  std::swap(school.sections[0], school.sections[2]);
  for (scenario::Person& person : school.people)
    for (scenario::Assignment& assignment : person.assignments)
      assignment.section = 2 - assignment.section;
  CHECK(run(school, two_threads()).result_hash == hash);
}

TEST_CASE("beside a target stands its chance at central parameters") {
  results::Results const results = run(uncertain_school(), two_threads());
  CHECK(results.uncertainty == "all");
  REQUIRE(results.targets[0].chance_probability);
  scenario::Scenario chance = uncertain_school();
  chance.uncertainty = scenario::Uncertainty::chance;
  results::Results const alone = run(chance, two_threads());
  CHECK(alone.uncertainty == "chance");
  CHECK(*results.targets[0].chance_probability == alone.targets[0].probability);
  CHECK(*results.targets[0].chance_standard_error == alone.targets[0].standard_error);
  CHECK(alone.result_hash != results.result_hash);
  CHECK_FALSE(alone.targets[0].chance_probability);
}

TEST_CASE("of fifty dots as many meet the target as its chance says") {
  scenario::Scenario school = uncertain_school();
  school.replicates = 333;
  for (int const by : {2027, 2028, 2029}) {
    school.targets.front().year = by;
    results::Results const results = run(school, two_threads());
    results::TargetResult const& target = results.targets.front();
    REQUIRE(target.dots.size() == results::n_dots);
    auto const met = std::count_if(target.dots.begin(), target.dots.end(),
                                   [](results::TargetDot const& dot) { return dot.value >= 0.5; });
    // The dot of rank i is met when (i - 1/2) / 50 exceeds the chance of missing the target.
    std::int64_t const missed = target.applies - target.met;
    std::int64_t const below = (100 * missed + target.applies) / (2 * target.applies);
    INFO(by);
    CHECK(met == results::n_dots - below);
    CHECK(met > 0);
    CHECK(met < results::n_dots);
  }
}

TEST_CASE("the chance at central parameters is the same whatever the second run can do without") {
  scenario::Scenario school = uncertain_school();
  double const plain = *run(school, two_threads()).targets[0].chance_probability;
  school.money.emplace().price_year = 2026;
  scenario::WageRow& wage = school.money->wages.emplace_back();
  wage.scale = scenario::Scale::none;
  wage.amount = scenario::Uncertain::amount(80000);
  CHECK(*run(school, two_threads()).targets[0].chance_probability == plain);

  // A target of costs needs them; without hires they depend on chance.
  school.recruitment.mode = scenario::RecruitmentMode::none;
  school.targets.push_back(
      testing::target_of("cost_total", scenario::Level::total, Rational{1'150'000, 1}, 2028));
  school.targets.back().direction = scenario::Direction::at_most;
  results::Results const results = run(school, two_threads());
  school.uncertainty = scenario::Uncertainty::chance;
  results::Results const alone = run(school, two_threads());
  REQUIRE(results.targets.size() == alone.targets.size());
  for (std::size_t target = 0; target < alone.targets.size(); ++target) {
    REQUIRE(results.targets[target].chance_probability);
    CHECK(*results.targets[target].chance_probability == alone.targets[target].probability);
  }
  CHECK(alone.targets[1].probability > 0);
  CHECK(alone.targets[1].probability < 1);
}

TEST_CASE("nothing stands beside a target when nothing is uncertain") {
  CHECK_FALSE(run(small_school(), two_threads()).targets[0].chance_probability);
}

TEST_CASE("an uncertain parameter has a row among the drivers") {
  scenario::Scenario school = uncertain_school();
  school.replicates = 400;
  results::Results const results = run(school, two_threads());
  REQUIRE(results.drivers.size() == 1);
  CHECK(results.drivers[0].parameter == "exits");
  CHECK(results.drivers[0].target == results.targets[0].name);
}

TEST_CASE("progress covers both runs") {
  std::vector<Progress> told;
  Options options = two_threads();
  options.on_progress = [&](Progress const& progress) { told.push_back(progress); };
  run(uncertain_school(), options);
  REQUIRE_FALSE(told.empty());
  for (std::size_t i = 1; i < told.size(); ++i)
    CHECK(told[i].done > told[i - 1].done);
  CHECK(told.back().done == 80);
  CHECK(told.back().asked == 80);
}

TEST_CASE("progress tells how the first target that may be shown stands") {
  scenario::Scenario school = uncertain_school();
  // A section of two is first in the plan, but never told.
  school.targets.insert(
      school.targets.begin(),
      testing::target_of("masters", scenario::Level::section, Rational{0, 1}, 2029));
  school.targets.front().unit = "latijn";
  school.targets.front().name = "of two";
  std::vector<Progress> told;
  Options options = two_threads();
  options.on_progress = [&](Progress const& progress) { told.push_back(progress); };
  results::Results const results = run(school, options);
  REQUIRE(results.targets.size() == 1);
  CHECK(results.targets[0].met > 0);
  CHECK(results.targets[0].met < 40);
  for (Progress const& progress : told) {
    CHECK(progress.judged == std::min<std::int64_t>(progress.done, 40));
    CHECK(progress.met <= progress.judged);
  }
  // The second run judges otherwise, and leaves it as it was.
  CHECK(told.back().met == results.targets[0].met);
}

TEST_CASE("without a target progress tells of none") {
  scenario::Scenario school = small_school();
  school.targets.clear();
  Progress last;
  Options options = two_threads();
  options.on_progress = [&](Progress const& progress) { last = progress; };
  run(school, options);
  CHECK(last.done == 40);
  CHECK(last.judged == 0);
}

TEST_CASE("a cancelled run is the answer of the futures that it has played") {
  scenario::Scenario school = uncertain_school();
  school.replicates = 1000;
  int asked = 0;
  Options options = two_threads();
  options.cancelled = [&] { return asked++ >= 12; };
  results::Results const cancelled = run(school, options);
  REQUIRE(cancelled.interrupted());
  REQUIRE(cancelled.replicates > 0);
  CHECK(cancelled.replicates_asked == 1000);
  CHECK_FALSE(cancelled.chance_is_missing);
  CHECK_FALSE(cancelled.targets[0].chance_probability);
  school.replicates = cancelled.replicates;
  CHECK(run(school, two_threads()).result_hash == cancelled.result_hash);
}

TEST_CASE("a second run that is cancelled leaves the first as it is") {
  std::int64_t done = 0;
  Options options = two_threads();
  options.on_progress = [&](Progress const& progress) { done = progress.done; };
  options.cancelled = [&] { return done >= 45; };
  options.threads = 1;
  results::Results const results = run(uncertain_school(), options);
  CHECK_FALSE(results.interrupted());
  CHECK(results.chance_is_missing);
  CHECK_FALSE(results.targets[0].chance_probability);
  CHECK(results.result_hash == run(uncertain_school(), two_threads()).result_hash);
}

TEST_CASE("a section of two is named in a note and shows no chance") {
  results::Results const results = run(small_school(), two_threads());
  auto const names_it = [](Problem const& note) {
    return note.severity == Severity::note && note.message.nl.find("latijn") != std::string::npos &&
           note.message.en.find("latijn") != std::string::npos;
  };
  CHECK(std::count_if(results.notes.begin(), results.notes.end(), names_it) == 1);
  for (results::SeriesRow const& row : results.series)
    if (row.level == "section" && row.unit == "latijn")
      CHECK(row.metric == "demand");
  for (results::FlowRow const& row : results.flows)
    CHECK_FALSE((row.level == "section" && row.unit == "latijn"));
}

TEST_CASE("a wrong scenario is told, not played") {
  scenario::Scenario school = small_school();
  school.years = 0;
  CHECK_THROWS_AS(run(school, Options{}), InputError);
}

}  // namespace meesterplan::study
