#include "sim/scenario/nearest.hpp"

#include <array>

#include "tests/support/catch.hpp"

namespace meesterplan::scenario {
namespace {

TEST_CASE("edits are counted, capitals and swaps of neighbours fairly") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("engels", "engles") == 1);
  CHECK(edit_distance("ca", "abc") == 3);
  CHECK(edit_distance("LB", "lb") == 0);
}

TEST_CASE("edits are the same both ways and obey the triangle") {
  std::array<std::string_view, 6> const words{"study", "stdy", "tsudy", "", "years", "year"};
  for (std::string_view const a : words) {
    for (std::string_view const b : words) {
      CHECK(edit_distance(a, b) == edit_distance(b, a));
      CHECK((edit_distance(a, b) == 0) == (a == b));
    }
  }
}

TEST_CASE("only what is near is suggested, the nearest first") {
  std::array<std::string_view, 4> const known{"p_grant", "without_grant", "capacity", "LB"};
  CHECK(nearest("p_grnt", known) == "p_grant");
  CHECK(nearest("capacitiy", known) == "capacity");
  CHECK_FALSE(nearest("opmerking", known));
  CHECK_FALSE(nearest("xy", known));
  CHECK(nearest("L", known) == "LB");
  CHECK(did_you_mean("p_grnt", known).nl == " Bedoelde u \"p_grant\"?");
  CHECK(did_you_mean("zzz", known).en.empty());
}

}  // namespace
}  // namespace meesterplan::scenario
