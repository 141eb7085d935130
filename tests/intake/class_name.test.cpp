#include "sim/intake/class_name.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace meesterplan::intake {
namespace {

void check_all(std::vector<std::string> const& names, ClassPart part) {
  for (std::string const& name : names) {
    INFO(name);
    CHECK(part_of_class(name) == part);
  }
}

TEST_CASE("classes of upper vwo are recognised however schools write them") {
  check_all({"V4a", "v6", "4v", "5V2", "6vwo", "vwo4", "VWO 5b", "4VWO.wisB2", "gym4", "G5a",
             "ath6", "atheneum 4", "tvwo5", "V4.entl1"},
            ClassPart::upper_vwo);
}

TEST_CASE("classes of upper havo are recognised") {
  check_all({"H4a", "h5", "4h", "5HAVO", "havo4", "H5.wisA1", "4hb"}, ClassPart::upper_havo);
}

TEST_CASE("years one to three, and year four of other tracks, are the rest") {
  check_all({"V1a", "hv1", "1a", "2B", "h3c", "thv1", "3", "M4a", "4tl", "vmbo-t 4", "4GT1", "4kb"},
            ClassPart::rest);
}

TEST_CASE("what can mean more than one thing is not guessed") {
  check_all(
      {"4A",   "A4",  "4",    "hv4",  "H6",   "4b",         "",      "wisB",         "V7",  "14",
       "V0",   "M5",  "klas", "4hv",  "4h/v", "4 havo/vwo", "H4/V4", "h4v4",         "4ht", "4vh",
       "v4h4", "4mh", "4th",  "3/4h", "4G",   "V4+H4.wisA", "H5+V6", "havo 4, vwo 4"},
      ClassPart::unknown);
}

TEST_CASE("a track and a year say the same as a class") {
  CHECK(part_of_track("vwo", 4) == ClassPart::upper_vwo);
  CHECK(part_of_track("VWO", 3) == ClassPart::rest);
  CHECK(part_of_track("havo", 5) == ClassPart::upper_havo);
  CHECK(part_of_track("vmbo-t", 4) == ClassPart::rest);
  CHECK(part_of_track("brugklas", 4) == ClassPart::unknown);
}

}  // namespace
}  // namespace meesterplan::intake
