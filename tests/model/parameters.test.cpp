#include "sim/model/parameters.hpp"

#include "sim/base/hash.hpp"
#include "sim/chance/logarithm.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenarios.hpp"

using namespace meesterplan;
using model::Number;
using model::ParameterBuilder;
using model::Use;
using scenario::Quantity;
using scenario::Uncertain;

TEST_CASE("A certain number is no parameter") {
  ParameterBuilder builder({});
  Number const number = builder.add(Uncertain::probability(0.25), Use::as_is);
  CHECK(number.central == 0.25);
  CHECK(number.parameter == -1);
  Number const flat =
      builder.add(testing::uncertain(Quantity::probability, 0.25, 0.25, 0.25, "flat"), Use::as_is);
  CHECK(flat.parameter == -1);
  CHECK(builder.set().n_parameters() == 0);
}

TEST_CASE("Numbers of one name share a parameter, equal ones also the grid") {
  ParameterBuilder builder({});
  auto const young = testing::uncertain(Quantity::probability, 0.1, 0.08, 0.12, "exit");
  auto const old = testing::uncertain(Quantity::probability, 0.2, 0.16, 0.24, "exit");
  auto const other = testing::uncertain(Quantity::ratio, 1.5, 1.2, 1.9, "workload");
  Number const first = builder.add(young, Use::as_is);
  Number const second = builder.add(old, Use::as_is);
  Number const again = builder.add(young, Use::as_is);
  Number const hazard = builder.add(young, Use::hazard);
  Number const ratio = builder.add(other, Use::as_is);
  CHECK(first.parameter == second.parameter);
  CHECK(first.grid != second.grid);
  CHECK(again.grid == first.grid);
  CHECK(hazard.grid != first.grid);
  CHECK(hazard.parameter == first.parameter);
  CHECK(ratio.parameter == 1);
  REQUIRE(builder.set().key.size() == 2);
  CHECK(builder.set().key[0] == hash64("exit"));
  CHECK(builder.names() == std::vector<std::string>{"exit", "workload"});
}

TEST_CASE("A hazard is that of the drawn probability and never certain") {
  ParameterBuilder builder({});
  auto const number = testing::uncertain(Quantity::probability, 0.5, 0.02, 0.98, "p");
  Number const plain = builder.add(number, Use::as_is);
  Number const hazard = builder.add(number, Use::hazard);
  CHECK(hazard.central == chance::hazard(0.5));
  auto const& grids = builder.set().grids;
  for (int stratum = 0; stratum < model::n_strata; stratum += 111) {
    auto const index = static_cast<std::size_t>(stratum);
    double const p = grids[static_cast<std::size_t>(plain.grid)][index];
    CHECK(grids[static_cast<std::size_t>(hazard.grid)][index] == chance::hazard(p));
  }
  CHECK(grids[static_cast<std::size_t>(hazard.grid)].back() < 40);
  CHECK(builder.add(Uncertain::probability(1), Use::hazard).central > 1e300);
}

TEST_CASE("An interval that is missed is told at its place") {
  ParameterBuilder builder({{"a.toml", 0}, {"b.csv", 0}});
  auto number = testing::uncertain(Quantity::probability, 0.7, 0.45, 1, "completion");
  number.place = {1, 12, 3};
  builder.add(number, Use::as_is);
  builder.add(number, Use::hazard);
  REQUIRE(builder.problems().size() == 2);
  Problem const& problem = builder.problems().front();
  CHECK(problem.severity == Severity::warning);
  CHECK(problem.file == "b.csv");
  CHECK(problem.line == 12);
  CHECK(problem.field == "completion");
  CHECK(problem.message.en.find("0.45 to 1 becomes") != std::string::npos);
}

TEST_CASE("An interval that nothing fits is an error") {
  ParameterBuilder builder({});
  builder.add(testing::uncertain(Quantity::probability, 0.001, 0, 0.9, "p"), Use::as_is);
  REQUIRE(builder.problems().size() == 1);
  CHECK(builder.problems().front().severity == Severity::error);
  CHECK(builder.set().n_parameters() == 0);
}
