#include "sim/model/columns.hpp"

#include "tests/support/catch.hpp"

using namespace meesterplan;
using model::Column;

TEST_CASE("Five columns advance by themselves") {
  int timed = 0;
  for (int column = 0; column <= model::n_columns; ++column) {
    timed += model::is_timed(static_cast<Column>(column)) ? 1 : 0;
  }
  CHECK(timed == model::n_timed_columns);
  CHECK(model::is_timed(Column::since_master));
  CHECK_FALSE(model::is_timed(Column::fte));
}

TEST_CASE("What is long ago stays within the maps for fifty years") {
  CHECK(model::long_ago + 50 < model::timed_low + model::timed_size);
}
