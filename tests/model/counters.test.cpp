#include "sim/model/counters.hpp"

#include "tests/support/catch.hpp"

namespace counter = meesterplan::model::counter;
namespace scenario = meesterplan::scenario;

TEST_CASE("Blocks of counters follow each other without gaps") {
  CHECK(counter::goal_heads == counter::route_first + scenario::n_master_routes);
  CHECK(counter::exits_masters_first == counter::exits_first + scenario::n_exit_causes);
  CHECK(counter::graduations == counter::hires_masters_first + scenario::n_origins);
  CHECK(counter::fte == counter::n_person_stocks);
  CHECK(meesterplan::model::n_counters == counter::age_months + 1);
}
