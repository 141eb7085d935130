#include "tests/engine/laws.hpp"

#include <array>
#include <iostream>

#include "tests/engine/random_scenario.hpp"
#include "tests/support/catch.hpp"

namespace counter = meesterplan::model::counter;
using meesterplan::testing::random_market;
using meesterplan::testing::random_scenario;
using meesterplan::testing::watch;
using meesterplan::testing::Watched;

namespace {

/// Plays one future of each random scenario; what there was to see.
std::array<std::int64_t, meesterplan::model::n_counters> check_seeds(std::uint64_t first,
                                                                     std::uint64_t n) {
  std::cout << "random scenarios of seeds " << first << " to " << first + n - 1 << "\n";
  std::array<std::int64_t, meesterplan::model::n_counters> seen{};
  for (std::uint64_t seed = first; seed < first + n; ++seed) {
    Watched const watched = watch(random_scenario(seed), static_cast<std::uint32_t>(seed % 7));
    CAPTURE(seed, watched.broken);
    CHECK(watched.broken.empty());
    for (std::size_t index = 0; index < seen.size(); ++index)
      seen[index] += watched.seen[index];
  }
  return seen;
}

}  // namespace

TEST_CASE("Every law holds in each year of 200 random scenarios") {
  check_seeds(1, 200);
}

TEST_CASE("Every law holds in each year of 150 random labour markets") {
  std::array<std::int64_t, meesterplan::model::n_counters> seen{};
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    Watched const watched = watch(random_market(seed), static_cast<std::uint32_t>(seed % 7));
    CAPTURE(seed, watched.broken);
    CHECK(watched.broken.empty());
    for (std::size_t index = 0; index < seen.size(); ++index)
      seen[index] += watched.seen[index];
  }
  for (int const index :
       {int{counter::candidates}, int{counter::unplaced}, int{counter::movers_inside},
        int{counter::vacancies}, counter::hires_first + 1, counter::hires_first + 5}) {
    CAPTURE(index);
    CHECK(seen[static_cast<std::size_t>(index)] > 50);
  }
}

TEST_CASE("Every law holds in each year of 1000 more random scenarios", "[slow]") {
  auto const seen = check_seeds(1'000'001, 1000);
  // A law about what never happens would say nothing.
  for (int const index : {counter::exits_first + 0,        counter::exits_first + 1,
                          counter::exits_first + 2,        counter::exits_first + 6,
                          counter::exits_first + 7,        counter::exits_first + 8,
                          int{counter::hires_first},       counter::hires_first + 1,
                          counter::hires_first + 2,        counter::hires_first + 3,
                          counter::hires_first + 5,        int{counter::graduations},
                          int{counter::new_masters},       int{counter::dropouts},
                          int{counter::enrolments},        int{counter::moves_in},
                          int{counter::surplus},           int{counter::unfilled},
                          int{counter::vacancies},         int{counter::lessons_hidden},
                          int{counter::lessons_own_cover}, int{counter::lessons_unqualified_cover},
                          int{counter::lessons_cancelled}, int{counter::upper_vwo_wo},
                          int{counter::studying},          int{counter::exits_fte},
                          int{counter::vacancy_fte}}) {
    CAPTURE(index);
    CHECK(seen[static_cast<std::size_t>(index)] > 50);
  }
}
