#include "sim/model/space.hpp"

#include <random>

#include "tests/model/lookup.hpp"
#include "tests/support/catch.hpp"

using namespace meesterplan;
using model::Column;
using model::Grid;
using model::Region;
using model::Space;
using scenario::Cell;
using scenario::IntRange;
using testing::Values;

namespace {

constexpr int start = 2025;
constexpr int years = 8;

Space small_space() {
  return Space({"art", "dutch", "maths"}, start, years);
}

/// Whether a cell is about somebody, read straight from the row.
bool is_about(Cell const& cell, Values const& values) {
  auto const at = [&](Column column) { return values[static_cast<std::size_t>(column)]; };
  auto const is = [&](auto const& term, Column column) {
    return !term || static_cast<std::int32_t>(*term) == at(column);
  };
  std::vector<std::string> const names = {"art", "dutch", "maths"};
  bool const subject =
      !cell.subject || names[static_cast<std::size_t>(at(Column::subject))] == *cell.subject;
  return cell.age.contains(at(Column::age)) && cell.retirement.contains(at(Column::retirement)) &&
         cell.tenure.contains(at(Column::tenure)) &&
         cell.experience.contains(at(Column::experience)) &&
         cell.years_since_master.contains(at(Column::since_master)) &&
         cell.fte.contains(at(Column::fte)) && cell.year.contains(at(Column::year) + start) &&
         is(cell.degree, Column::degree) && is(cell.licence, Column::licence) &&
         is(cell.contract, Column::contract) && subject;
}

using Source = std::mt19937;

int between(Source& source, int low, int high) {
  return low + static_cast<int>(source() % static_cast<unsigned>(high - low + 1));
}

IntRange some_range(Source& source, int low, int high) {
  IntRange range;
  int const first = between(source, low, high);
  if (between(source, 0, 3) > 0) {
    range.from = first;
  }
  if (between(source, 0, 3) > 0) {
    range.to = between(source, first, high + 3);
  }
  return range;
}

Cell some_cell(Source& source) {
  Cell cell;
  auto const mentions = [&] { return between(source, 0, 4) == 0; };
  if (mentions()) {
    cell.age = some_range(source, 20, 70);
  }
  if (mentions()) {
    cell.retirement = some_range(source, -45, 5);
  }
  if (mentions()) {
    cell.tenure = some_range(source, 0, 30);
  }
  if (mentions()) {
    cell.experience = some_range(source, 0, 5);
  }
  if (mentions()) {
    cell.years_since_master = some_range(source, 0, 3);
  }
  if (mentions()) {
    cell.fte = some_range(source, 0, 1200);
  }
  if (mentions()) {
    cell.year = some_range(source, start - 2, start + years);
  }
  if (mentions()) {
    cell.degree = static_cast<scenario::Degree>(between(source, 0, 3));
  }
  if (mentions()) {
    cell.licence = static_cast<scenario::Licence>(between(source, 0, 3));
  }
  if (mentions()) {
    cell.contract = static_cast<scenario::Contract>(between(source, 0, 2));
  }
  if (mentions()) {
    std::string const names[] = {"art", "dutch", "maths", "not taught"};
    cell.subject = names[between(source, 0, 3)];
  }
  return cell;
}

Values some_values(Source& source) {
  Values values{};
  auto const set = [&](Column column, int low, int high) {
    values[static_cast<std::size_t>(column)] = between(source, low, high);
  };
  set(Column::age, 18, 75);
  set(Column::retirement, -50, 8);
  set(Column::tenure, 0, 45);
  set(Column::experience, 0, 50);
  set(Column::since_master, 0, 100);
  set(Column::fte, 50, 1200);
  set(Column::degree, 0, 3);
  set(Column::licence, 0, 3);
  set(Column::contract, 0, 2);
  set(Column::subject, 0, 2);
  set(Column::room, 0, 1);
  set(Column::year, 0, years);
  return values;
}

}  // namespace

TEST_CASE("A grid leads everybody to the cells of the rows about them") {
  Space const space = small_space();
  for (unsigned seed = 1; seed <= 150; ++seed) {
    Source source(seed);
    INFO("seed " << seed);
    std::vector<Cell> rows;
    std::vector<Region> regions;
    int const n_rows = between(source, 1, 6);
    for (int row = 0; row < n_rows; ++row) {
      rows.push_back(some_cell(source));
      regions.push_back(space.region(rows.back()));
    }
    Grid const grid(space, regions);
    auto const dimensions = grid.dimensions();
    for (int person = 0; person < 40; ++person) {
      Values const values = some_values(source);
      auto const cell = static_cast<std::int32_t>(testing::cell_of(dimensions, values));
      REQUIRE(cell < grid.n_cells());
      for (std::size_t row = 0; row < rows.size(); ++row) {
        auto const cells = grid.cells(regions[row]);
        bool const inside = std::binary_search(cells.begin(), cells.end(), cell);
        REQUIRE(inside == is_about(rows[row], values));
      }
    }
  }
}

TEST_CASE("A grid has no more cells than it needs") {
  Space const space = small_space();
  Cell everybody;
  everybody.age = {-1000, 1000};
  std::vector<Region> const one = {space.region(everybody)};
  CHECK(Grid(space, one).n_cells() == 1);
  CHECK(Grid(space, one).dimensions().empty());

  Cell young;
  young.age = {20, 29};
  Cell not_young;
  not_young.age = {30, 66};
  std::vector<Region> const two = {space.region(young), space.region(not_young)};
  // Young, not young, and all others.
  CHECK(Grid(space, two).n_cells() == 3);
}

TEST_CASE("The maps of what advances by itself leave no way out") {
  Space const space = small_space();
  Cell old;
  old.age = {60, 66};
  std::vector<Region> const regions = {space.region(old)};
  auto const dimensions = Grid(space, regions).dimensions();
  REQUIRE(dimensions.size() == 1);
  CHECK(dimensions.front().low == model::timed_low);
  CHECK(dimensions.front().offset.size() == static_cast<std::size_t>(model::timed_size));
}

TEST_CASE("A row about a subject that nobody teaches is about nobody") {
  Space const space = small_space();
  Cell cell;
  cell.subject = "latin";
  std::vector<Region> const regions = {space.region(cell)};
  CHECK(Grid(space, regions).cells(regions.front()).empty());
}

TEST_CASE("Conditions on one column are joined") {
  Space const space = small_space();
  Region region;
  region.keep(Column::age, space.in_range(Column::age, {20, 40}));
  region.keep(Column::age, space.in_range(Column::age, {35, 60}));
  model::Admitted const& ages = region.columns().at(Column::age);
  CHECK(std::count(ages.begin(), ages.end(), 1) == 6);
}
