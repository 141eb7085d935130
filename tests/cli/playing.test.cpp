#include "sim/cli/playing.hpp"

#include "tests/support/catch.hpp"

namespace meesterplan::cli {
namespace {

results::Results played(std::int64_t replicates) {
  results::Results results;
  results.replicates = replicates;
  results.replicates_asked = 10'000;
  return results;
}

TEST_CASE("An interruption tells what it has cost, and no more") {
  CHECK(interruption(played(3'200), Language::nl) == "Onderbroken na 3 200 van 10 000 toekomsten.");
  CHECK(interruption(played(0), Language::en) == "Interrupted after 0 of 10,000 futures.");

  results::Results without_chance = played(10'000);
  without_chance.chance_is_missing = true;
  CHECK(interruption(without_chance, Language::nl) ==
        "Onderbroken. De 10 000 toekomsten zijn alle gespeeld; alleen de kans met de onzekere "
        "getallen op hun midden ontbreekt.");
  CHECK(interruption(without_chance, Language::en) ==
        "Interrupted. All 10,000 futures were played; only the chance with the uncertain numbers "
        "at their centre is missing.");

  CHECK(interruption(played(10'000), Language::nl) ==
        "Onderbroken toen alles al was gespeeld; er ontbreekt niets.");
}

}  // namespace
}  // namespace meesterplan::cli
