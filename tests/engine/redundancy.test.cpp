// Who is made redundant, worked out by hand from docs/methods.md, 7.8.
// Everybody's net fte is the fte.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/model/compile.hpp"
#include "tests/engine/open_future.hpp"
#include "tests/engine/random_scenario.hpp"
#include "tests/engine/worked_future.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
using meesterplan::testing::demand_row;
using meesterplan::testing::in_order;
using meesterplan::testing::lessons_of;
using meesterplan::testing::WorkedFuture;
namespace counter = meesterplan::model::counter;

namespace {

constexpr int start = 2025;
constexpr char const* section = "wiskunde";

/// A section that needs `fte`; surplus is made redundant at once.
Scenario school_that_needs(int fte) {
  Scenario scenario = testing::empty_school(start, 4);
  scenario.surplus = SurplusMode::redundancy;
  scenario.redundancy.notice_years = 0;
  scenario.demand.mode = DemandMode::table;
  testing::add_section(scenario, section);
  scenario.demand.table = {demand_row(0, fte)};
  return scenario;
}

/// `age` is that of the first year's end.
Person& add_of(Scenario& scenario, std::string name, int age, int tenure, int fte = 1000) {
  Person& person = testing::add_person(scenario, std::move(name), 0, age - 1);
  person.tenure = tenure;
  lessons_of(person).fte = Fte{fte};
  return person;
}

std::int64_t redundant(WorkedFuture const& future) {
  return future.counter(section, counter::exits_first + static_cast<int>(ExitCause::redundant));
}

}  // namespace

TEST_CASE("Redundancies are spread over age bands, by shortest service within each") {
  // 2 of 10 go. Bands of 25-34 (3), 35-44 (2) and 55+ (5): quotas 0.6, 0.4 and 1,
  // so one of the youngest and one of the oldest.
  Scenario scenario = school_that_needs(8000);
  for (int index = 0; index < 3; ++index)
    add_of(scenario, "young " + std::to_string(index), 25 + 4 * index, 3 - index);
  for (int index = 0; index < 2; ++index)
    add_of(scenario, "middle " + std::to_string(index), 35 + 9 * index, 0);
  for (int index = 0; index < 5; ++index)
    add_of(scenario, "old " + std::to_string(index), 55 + index, 10 + index);
  WorkedFuture const future(scenario);
  CHECK(redundant(future) == 2);
  CHECK(future.counter(section, counter::redundant_fte) == 2000);
  CHECK(future.counter(section, counter::surplus) == 0);
  CHECK_FALSE(future.has("young 2"));
  CHECK_FALSE(future.has("old 0"));
  CHECK(future.has("middle 0"));
}

TEST_CASE("Of equal remainders the larger band gives, then the younger") {
  // 1 of 4 goes: quotas 0.5 and 0.5 of 25-34 and 45-54.
  Scenario scenario = school_that_needs(3000);
  add_of(scenario, "a", 30, 5);
  add_of(scenario, "b", 31, 5);
  add_of(scenario, "c", 50, 1);
  add_of(scenario, "d", 51, 1);
  WorkedFuture const future(scenario);
  CHECK(redundant(future) == 1);
  CHECK(future.has("c"));
  CHECK(future.has("d"));
}

TEST_CASE("Of equal service the first by id goes, whatever the order of rows") {
  auto const names = in_order({"ann", "bob", "cor"});
  for (bool const turned : {false, true}) {
    Scenario scenario = school_that_needs(2000);
    for (std::size_t index = 0; index < names.size(); ++index)
      add_of(scenario, names[turned ? names.size() - 1 - index : index], 40, 5);
    WorkedFuture const future(scenario);
    CHECK_FALSE(future.has(names[0]));
    CHECK(future.has(names[1]));
    CHECK(future.has(names[2]));
  }
}

TEST_CASE("Nobody goes who has more fte than is too much, nor without surplus, nor unasked") {
  Scenario scenario = school_that_needs(1500);
  add_of(scenario, "a", 40, 5);
  add_of(scenario, "b", 40, 6);
  WorkedFuture const too_large(scenario);
  CHECK(redundant(too_large) == 0);
  CHECK(too_large.counter(section, counter::surplus) == 500);
  scenario.demand.table = {demand_row(0, 2000)};
  CHECK(redundant(WorkedFuture(scenario, 3)) == 0);
  scenario.demand.table = {demand_row(0, 0)};
  CHECK(redundant(WorkedFuture(scenario)) == 2);
  for (auto const mode : {SurplusMode::report, SurplusMode::reduce}) {
    scenario.surplus = mode;
    CHECK(redundant(WorkedFuture(scenario)) == 0);
  }
}

TEST_CASE("Surplus counts once it has lasted the years of notice") {
  for (int const notice : {0, 1, 2}) {
    Scenario scenario = school_that_needs(1000);
    scenario.redundancy.notice_years = notice;
    add_of(scenario, "a", 40, 5);
    add_of(scenario, "b", 40, 6);
    for (int const years : {1, 2, 3}) {
      WorkedFuture const future(scenario, years);
      CHECK(future.has("a") == (years <= notice));
      CHECK(future.has("b"));
    }
  }
}

TEST_CASE("Surplus that comes and goes makes nobody redundant") {
  Scenario scenario = school_that_needs(2000);
  scenario.redundancy.notice_years = 1;
  scenario.demand.table.clear();
  for (int year = start; year <= start + 4; ++year) {
    DemandRow row = demand_row(0, year % 2 == 0 ? 1000 : 2000);
    row.year = {year, year};
    scenario.demand.table.push_back(row);
  }
  add_of(scenario, "a", 40, 5);
  add_of(scenario, "b", 40, 6);
  CHECK(WorkedFuture(scenario, 4).has("a"));
}

TEST_CASE("Temporary staff goes first, and who has two sections or replaces somebody stays") {
  Scenario scenario = school_that_needs(1000);
  Person& temporary = add_of(scenario, "temporary", 40, 1);
  temporary.contract = Contract::temporary;
  lessons_of(temporary).licence = Licence::appointable;
  add_of(scenario, "long", 40, 20);
  add_of(scenario, "short", 40, 2);
  WorkedFuture const future(scenario);
  CHECK_FALSE(future.has("temporary"));
  CHECK_FALSE(future.has("short"));
  CHECK(future.has("long"));
  CHECK(redundant(future) == 1);
}

TEST_CASE("Within a board the whole subject is one group, and who stays moves to the gap") {
  // "here" has 2 for 1, "there" 1 for 1. The shortest service is there.
  for (auto const per : {Level::school, Level::board}) {
    Scenario scenario = school_that_needs(1000);
    scenario.redundancy.per = per;
    scenario.schools[0].board = "one";
    int const second = testing::add_school(scenario, "second", "one");
    int const there = testing::add_section_called(scenario, "there", section, second);
    scenario.demand.table.push_back(demand_row(there, 1000));
    add_of(scenario, "a", 40, 8);
    add_of(scenario, "b", 40, 9);
    lessons_of(add_of(scenario, "c", 40, 2)).section = there;
    WorkedFuture const future(scenario);
    bool const by_board = per == Level::board;
    CHECK(future.has("c") == !by_board);
    CHECK(future.has("a") == by_board);
    if (by_board)
      CHECK(future.section_of("a") == "there");
    CHECK(future.counter(section, counter::surplus) == 0);
    CHECK(future.counter("there", counter::unfilled) == 0);
  }
}

namespace {

struct Standing {
  std::int32_t group = 0, band = 0, tenure = 0;
  std::uint64_t id = 0;
};

/// Permanent staff with one assignment, by id.
std::map<std::uint64_t, Standing> selectable(engine::State const& state) {
  std::map<std::uint64_t, Standing> all;
  for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
    auto const& people = state.people;
    if (!state.taken(slot) || people.extra.get(slot) != 0 ||
        people[model::Column::contract].get(slot) != static_cast<int>(Contract::permanent))
      continue;
    int const age = people[model::Column::age].get(slot) + state.step + 1;
    int const band = age < 25 ? 0 : age < 35 ? 1 : age < 45 ? 2 : age < 55 ? 3 : 4;
    auto const at = static_cast<std::size_t>(people.section[slot]);
    std::int32_t const unit =
        model::unit_of(state.model.units, state.model.redundancy.per, people.section[slot]);
    std::int32_t const group = unit * 1000 + state.model.units.section_subject[at];
    all[people.id[slot]] = {group, band, people[model::Column::tenure].get(slot), people.id[slot]};
  }
  return all;
}

/// Whether those who went are as many of every age band as whole persons allow,
/// and in each those of the shortest service; how many went.
int check_selection(std::map<std::uint64_t, Standing> const& before,
                    std::map<std::uint64_t, Standing> const& after) {
  struct Group {
    std::array<std::int64_t, 5> size{}, gone{};
    std::int64_t all = 0, all_gone = 0;
  };
  std::map<std::int32_t, Group> groups;
  for (auto const& [id, one] : before) {
    Group& group = groups[one.group];
    bool const gone = after.count(id) == 0;
    group.size[static_cast<std::size_t>(one.band)] += 1;
    group.gone[static_cast<std::size_t>(one.band)] += gone ? 1 : 0;
    group.all += 1;
    group.all_gone += gone ? 1 : 0;
    if (gone)
      continue;
    for (auto const& [other_id, other] : before) {
      bool const alike = other.group == one.group && other.band == one.band;
      if (alike && after.count(other_id) == 0)
        CHECK(std::pair(other.tenure, other.id) < std::pair(one.tenure, one.id));
    }
  }
  int n = 0;
  for (auto const& [key, group] : groups) {
    for (std::size_t band = 0; band < group.size.size(); ++band) {
      std::int64_t const off = group.gone[band] * group.all - group.all_gone * group.size[band];
      CHECK(std::abs(off) < group.all);
    }
    n += static_cast<int>(group.all_gone);
  }
  return n;
}

}  // namespace

TEST_CASE("In random scenarios every age band gives its part and shortest service goes first") {
  int n = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    testing::Dice dice(seed + 77);
    Scenario scenario = testing::random_scenario(seed);
    scenario.surplus = SurplusMode::redundancy;
    scenario.redundancy.notice_years = dice.between(0, 2);
    // A move to another school would change the group of a school in the same phase.
    scenario.redundancy.per = Level::board;
    model::Compiled const compiled = model::compile(scenario);
    testing::OpenFuture future(compiled.model);
    future.start(0);
    std::map<std::uint64_t, Standing> before;
    for (std::int32_t year = 0; year < compiled.model.years; ++year) {
      std::int64_t counted = 0;
      future.play_year([&](std::string_view phase, engine::State const& state) {
        if (phase == "demand")
          before = selectable(state);
        if (phase != "surplus")
          return;
        n += check_selection(before, selectable(state));
        counted = testing::counter_of(
            state, Level::total, 0, counter::exits_first + static_cast<int>(ExitCause::redundant));
        CHECK(static_cast<std::size_t>(counted) <= before.size());
      });
    }
  }
  // A law about what never happens would say nothing.
  CHECK(n > 50);
}
