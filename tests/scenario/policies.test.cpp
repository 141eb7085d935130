#include "sim/scenario/policies.hpp"

#include "tests/support/catch.hpp"

namespace meesterplan::scenario {
namespace {

TEST_CASE("nothing said of persons means everybody") {
  Who who;
  CHECK(who.is_everybody());
  who.experience.to = 3;
  CHECK_FALSE(who.is_everybody());
  who = {};
  who.degrees = {Degree::bachelor};
  CHECK_FALSE(who.is_everybody());
}

TEST_CASE("nothing said of units means all of them") {
  UnitScope scope;
  CHECK(scope.is_all());
  scope.boards = {"Stichting"};
  CHECK_FALSE(scope.is_all());
}

}  // namespace
}  // namespace meesterplan::scenario
