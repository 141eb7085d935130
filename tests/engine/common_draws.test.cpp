// Two scenarios share every draw that they have in common.

#include <limits>
#include <vector>

#include "sim/model/compile.hpp"
#include "sim/model/metric.hpp"
#include "tests/engine/random_scenario.hpp"
#include "tests/engine/reading.hpp"
#include "tests/support/catch.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::compare_years;
using meesterplan::testing::play_one;
using meesterplan::testing::random_scenario;

namespace {

constexpr int turn = 2027;  ///< the school year from which scenarios differ
constexpr int lowest = std::numeric_limits<int>::min();
constexpr int highest = std::numeric_limits<int>::max();

/// Random scenarios in a mode of recruitment, long enough to reach the turn.
std::vector<Scenario> scenarios_with(RecruitmentMode mode, std::uint64_t n) {
  std::vector<Scenario> all;
  for (std::uint64_t seed = 1; all.size() < n; ++seed) {
    Scenario scenario = random_scenario(seed);
    scenario.recruitment.stop.clear();
    if (scenario.recruitment.mode == mode && scenario.start + scenario.years >= turn + 2)
      all.push_back(std::move(scenario));
  }
  return all;
}

/// How many of `pairs` differ after the turn, while all are equal until it.
template <class Change>
void check_turn(std::vector<Scenario> const& scenarios, int last_equal, Change const& change) {
  int n_different = 0;
  for (Scenario const& scenario : scenarios) {
    CAPTURE(scenario.name);
    Scenario other = scenario;
    change(other);
    model::Compiled const left = model::compile(scenario);
    model::Compiled const right = model::compile(other);
    for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
      auto const agreement =
          compare_years(left.model, play_one(left.model, replicate),
                        play_one(right.model, replicate), last_equal - scenario.start);
      CHECK(agreement.equal_until);
      n_different += agreement.differ_after ? 1 : 0;
    }
  }
  CHECK(n_different > 0);
}

}  // namespace

TEST_CASE("Rates that differ from a year on change nothing before it") {
  for (auto const mode : {RecruitmentMode::fill, RecruitmentMode::one_to_one}) {
    check_turn(scenarios_with(mode, 25), turn, [](Scenario& scenario) {
      for (CauseRates& cause : scenario.exits) {
        if (cause.cause != ExitCause::leaves_profession)
          continue;
        std::vector<RateRow> later = cause.rates.rows;
        for (RateRow& row : cause.rates.rows)
          row.cell.year = {lowest, turn - 1};
        for (RateRow& row : later) {
          row.cell.year = {turn, highest};
          row.value = Uncertain::probability(0.5);
        }
        cause.rates.rows.insert(cause.rates.rows.end(), later.begin(), later.end());
      }
    });
  }
}

TEST_CASE("A stop of recruitment changes nothing before it") {
  for (auto const mode : {RecruitmentMode::fill, RecruitmentMode::one_to_one}) {
    check_turn(scenarios_with(mode, 25), turn,
               [](Scenario& scenario) { scenario.recruitment.stop = {turn}; });
  }
}

TEST_CASE("Demand that differs from a year on changes nothing before it") {
  std::vector<Scenario> with_table;
  for (Scenario& scenario : scenarios_with(RecruitmentMode::fill, 60))
    if (scenario.demand.mode == DemandMode::table)
      with_table.push_back(std::move(scenario));
  REQUIRE(with_table.size() >= 5);
  check_turn(with_table, turn - 1, [](Scenario& scenario) {
    for (DemandRow& row : scenario.demand.table)
      if (row.year.from >= turn)
        row.fte = Fte{row.fte.thousandths + 2000};
  });
}

TEST_CASE("Rates of one section leave the draws of another alone") {
  for (auto const mode : {RecruitmentMode::fill, RecruitmentMode::one_to_one}) {
    int n_different = 0;
    for (Scenario scenario : scenarios_with(mode, 25)) {
      CAPTURE(scenario.name);
      // Nobody links two sections.
      scenario.surplus = SurplusMode::report;
      for (Person& person : scenario.people)
        person.assignments.resize(1);
      Scenario other = scenario;
      for (CauseRates& cause : other.exits) {
        if (cause.cause != ExitCause::leaves_profession)
          continue;
        RateRow french;
        french.cell.subject = "frans";
        french.value = Uncertain::probability(0.6);
        RateRow gym = french;
        gym.cell.subject = "lo";
        gym.value = Uncertain::probability(0.1);
        RateRow maths = gym;
        maths.cell.subject = "wiskunde";
        cause.rates.rows = {french, gym, maths};
      }
      Scenario base = other;
      for (CauseRates& cause : base.exits)
        if (cause.cause == ExitCause::leaves_profession)
          cause.rates.rows.front().value = Uncertain::probability(0.1);
      model::Compiled const left = model::compile(base);
      model::Compiled const right = model::compile(other);
      for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        tally::Tally const one = play_one(left.model, replicate);
        tally::Tally const two = play_one(right.model, replicate);
        for (model::LevelPlan const& level : left.model.plan.levels) {
          if (level.level != Level::section)
            continue;
          std::int64_t const cells = level.columns() * left.model.plan.n_years;
          for (std::int32_t unit = 0; unit < level.n_units; ++unit) {
            bool same = true;
            for (std::int64_t cell = 0; cell < cells; ++cell)
              same = same && one.moments(level.first_cell + unit * cells + cell) ==
                                 two.moments(level.first_cell + unit * cells + cell);
            auto const& key = left.names.units[0][static_cast<std::size_t>(unit)];
            CAPTURE(key);
            if (key.find("frans") == std::string::npos)
              CHECK(same);
            else
              n_different += same ? 0 : 1;
          }
        }
      }
    }
    CHECK(n_different > 0);
  }
}

TEST_CASE("A parameter that is only drawn elsewhere leaves the futures alone") {
  // An uncertain number whose interval has no width is certain: no bit changes.
  for (Scenario scenario : scenarios_with(RecruitmentMode::fill, 10)) {
    CAPTURE(scenario.name);
    model::Compiled const plain = model::compile(scenario);
    for (CauseRates& cause : scenario.exits) {
      for (RateRow& row : cause.rates.rows) {
        if (row.value.interval || row.value.central <= 0 || row.value.central >= 1)
          continue;
        row.value.interval = Interval{row.value.central, row.value.central};
        row.value.name = "no width";
      }
    }
    model::Compiled const flat = model::compile(scenario);
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate)
      CHECK(compare_years(plain.model, play_one(plain.model, replicate),
                          play_one(flat.model, replicate), scenario.years)
                .equal_until);
  }
}
