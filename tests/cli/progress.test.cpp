#include "sim/cli/progress.hpp"

#include "tests/support/catch.hpp"

namespace meesterplan::cli {
namespace {

study::Progress half_way() {
  study::Progress progress;
  progress.done = 5'000;
  progress.asked = 10'000;
  progress.met = 1'250;
  progress.judged = 5'000;
  return progress;
}

TEST_CASE("A run half way tells how far, how fast, how long still and how the target stands") {
  CHECK(progress_line(half_way(), 10, 200, Language::nl) ==
        "[######......] 5 000 van 10 000 toekomsten, 500 per s, nog 10 s, kans 25,0% (fout 0,6)");
  CHECK(progress_line(half_way(), 10, 200, Language::en) ==
        "[######......] 5,000 of 10,000 futures, 500 per s, 10 s left, chance 25.0% (error 0.6)");
}

TEST_CASE("Time left is told in a unit that fits") {
  auto const told = [](double seconds) {
    return progress_line(half_way(), seconds, 200, Language::nl);
  };
  CHECK(told(99).find("nog 99 s,") != std::string::npos);
  CHECK(told(121).find("nog 3 min,") != std::string::npos);
  CHECK(told(7'000).find("nog 2 uur,") != std::string::npos);
}

TEST_CASE("A line never goes on to the next, and tells of no target without one") {
  study::Progress progress = half_way();
  CHECK(progress_line(progress, 10, 70, Language::nl) ==
        "[######......] 5 000 van 10 000 toekomsten, 500 per s, nog 10 s");
  CHECK(progress_line(progress, 10, 20, Language::nl) == "[######......] 5 000");
  progress.judged = 0;
  CHECK(progress_line(progress, 10, 200, Language::nl) ==
        "[######......] 5 000 van 10 000 toekomsten, 500 per s, nog 10 s");
}

}  // namespace
}  // namespace meesterplan::cli
