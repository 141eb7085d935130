// Who leaves for another board of the region is a loss to the board, and none to
// the region.

#include <cmath>
#include <cstddef>
#include <optional>

#include "tests/engine/market_school.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using namespace meesterplan::testing;
using scenario::ExitCause;
using scenario::Level;
using scenario::Origin;
namespace counter = model::counter;

namespace {

constexpr int to_other_board = counter::exits_first + static_cast<int>(ExitCause::other_board);
constexpr int master_to_other_board =
    counter::exits_masters_first + static_cast<int>(ExitCause::other_board);
constexpr int hired_mover = counter::hires_first + static_cast<int>(Origin::mover);
constexpr int hired_master_mover = counter::hires_masters_first + static_cast<int>(Origin::mover);

/// Two schools in a region; everybody leaves the first one in the first year, for
/// another board. Nobody comes from outside.
scenario::Scenario leaving_region(int open_at_first, int open_at_second) {
  scenario::Scenario region = market_region(2, 0);
  region.sections[0].open_vacancies = Fte{open_at_first};
  region.sections[1].open_vacancies = Fte{open_at_second};
  scenario::Person& leaver = region.people[0];
  leaver.degree = scenario::Degree::wo_master;
  leaver.master_kind = scenario::MasterKind::subject;
  leaver.years_since_master = 10;
  leaver.experience = 12;
  leaver.tenure = 12;
  leaver.scale = scenario::Scale::ld;
  leaver.assignments[0].licence = scenario::Licence::first_degree;
  leaver.assignments[0].fte = Fte{900};
  leaver.leaves = scenario::KnownLeave{Date{2026, 7, 31}, ExitCause::other_board};
  region.market.pool = {pool_of(Origin::starter, 0)};
  region.market.p_inside = scenario::Uncertain::probability(1);
  region.market.mover_contract = scenario::Contract::permanent;
  return region;
}

/// The slot of who moved, if anybody did.
std::optional<std::size_t> mover_in(engine::State const& state) {
  for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
    bool const moved = state.people.origin.get(slot) == static_cast<std::uint8_t>(Origin::mover);
    if (state.taken(slot) && moved)
      return slot;
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("A mover is lost to the board and not to the region") {
  model::Compiled const compiled = model::compile(leaving_region(0, 1000));
  OpenFuture future(compiled.model);
  future.start(0);
  future.play_year();
  CHECK(count(future, Level::board, 0, to_other_board) == 1);
  CHECK(count(future, Level::board, 0, counter::heads) == 0);
  CHECK(count(future, Level::board, 1, hired_mover) == 1);
  CHECK(count(future, Level::board, 1, hired_master_mover) == 1);
  CHECK(count(future, Level::board, 1, counter::movers_inside) == 1);
  for (Level const level : {Level::region, Level::total, Level::subject}) {
    for (int const index : {to_other_board, master_to_other_board, hired_mover, hired_master_mover,
                            int{counter::exits_fte}})
      CHECK(count(future, level, 0, index) == 0);
    CHECK(count(future, level, 0, counter::heads) == 2);
    CHECK(count(future, level, 0, counter::movers_inside) == 1);
  }
}

TEST_CASE("A mover brings the own degree, licence, scale, age and experience along") {
  model::Compiled const compiled = model::compile(leaving_region(0, 1000));
  OpenFuture future(compiled.model);
  future.start(0);
  auto const& people = future.state().people;
  std::uint64_t const id = people.id[0] != 0 ? compiled.model.people.id[0] : 0;
  std::int32_t const birth = people.birth.get(0);
  future.play_year();
  std::optional<std::size_t> const slot = mover_in(future.state());
  REQUIRE(slot);
  CHECK(people.id[*slot] == chance::moved_id(id));
  CHECK(people.birth.get(*slot) == birth);
  CHECK(people.main_fte.get(*slot) == 900);
  CHECK(people.section[*slot] == 1);
  using model::Column;
  CHECK(people[Column::degree].get(*slot) == static_cast<int>(scenario::Degree::wo_master));
  CHECK(people[Column::licence].get(*slot) == static_cast<int>(scenario::Licence::first_degree));
  CHECK(people.scale.get(*slot) == static_cast<int>(scenario::Scale::ld));
  CHECK(people.route.get(*slot) == static_cast<int>(scenario::MasterRoute::outside));
}

TEST_CASE("Nobody returns to the board just left") {
  model::Compiled const compiled = model::compile(leaving_region(2000, 0));
  OpenFuture future(compiled.model);
  future.start(0);
  future.play_year();
  CHECK(hires(future) == 0);
  // There was an open section, but not for the mover: who found nothing counts in the region.
  CHECK(count(future, counter::candidates) == 1);
  CHECK(count(future, counter::unplaced) == 1);
  CHECK(count(future, Level::region, 0, to_other_board) == 1);
}

TEST_CASE("An unplaced mover is lost to the region that year, and may come back the next") {
  scenario::Scenario region = leaving_region(0, 0);
  region.demand.mode = scenario::DemandMode::table;
  for (int section = 0; section < 2; ++section) {
    for (int year = 2025; year <= 2028; ++year) {
      int const fte = section == 1 && year >= 2027 ? 2000 : 1000;
      scenario::DemandRow row;
      row.section = section;
      row.year = {year, year};
      row.fte = Fte{fte};
      region.demand.table.push_back(row);
    }
  }
  region.market.pool_retention = scenario::Uncertain::probability(1);
  model::Compiled const compiled = model::compile(region);
  OpenFuture future(compiled.model);
  future.start(0);
  future.play_year();
  CHECK(count(future, Level::region, 0, to_other_board) == 1);
  CHECK(count(future, Level::region, 0, counter::heads) == 1);
  future.play_year();
  CHECK(count(future, Level::region, 0, hired_mover) == 1);
  CHECK(count(future, Level::region, 0, counter::movers_inside) == 0);
  CHECK(count(future, Level::region, 0, counter::heads) == 2);
}

TEST_CASE("p_inside is the part of the movers that looks in the region") {
  scenario::Scenario region = market_region(2, 0);
  region.years = 1;
  for (int index = 0; index < 200; ++index)
    add_person(region, "p" + std::to_string(index), index % 2, 40);
  region.exits = {exit_table(ExitCause::other_board, 0.5)};
  region.market.pool = {pool_of(Origin::starter, 0)};
  region.market.p_inside = scenario::Uncertain::probability(0.3);
  region.market.mover_contract = scenario::Contract::permanent;
  model::Compiled const compiled = model::compile(region);
  OpenFuture future(compiled.model);
  std::int64_t left = 0;
  std::int64_t looked = 0;
  for (std::uint32_t replicate = 0; replicate < 50; ++replicate) {
    future.start(replicate);
    future.play_year();
    left += count(future, Level::board, 0, to_other_board) +
            count(future, Level::board, 1, to_other_board);
    looked += count(future, counter::candidates);
    CHECK(count(future, Level::region, 0, to_other_board) + count(future, counter::movers_inside) ==
          count(future, Level::board, 0, to_other_board) +
              count(future, Level::board, 1, to_other_board));
  }
  double const whole = static_cast<double>(left);
  CHECK(std::abs(static_cast<double>(looked) - 0.3 * whole) < 4 * std::sqrt(0.21 * whole));
}
