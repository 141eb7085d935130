// What holds of the function mix in every year of random scenarios.

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "sim/model/compile.hpp"
#include "tests/engine/open_future.hpp"
#include "tests/engine/random_scenario.hpp"
#include "tests/support/catch.hpp"

using namespace meesterplan;
using namespace meesterplan::scenario;
namespace counter = meesterplan::model::counter;
using meesterplan::testing::Dice;

namespace {

/// A random scenario with scales, places and rules of promotion.
Scenario scenario_with_mix(std::uint64_t seed) {
  Scenario scenario = testing::random_scenario(seed);
  Dice dice(seed + 1'000);
  for (Person& person : scenario.people)
    person.scale = static_cast<Scale>(dice.between(dice.chance(0.1) ? 0 : 1, 4));
  for (EntrantRow& row : scenario.recruitment.entrants)
    row.scale = static_cast<Scale>(dice.between(1, 3));
  FunctionMix mix;
  mix.name = "mix";
  mix.share = {0.4 * dice.share(), 0.4 * dice.share(), 0.1 * dice.share()};
  if (dice.chance(0.3))
    mix.until = scenario.start + dice.between(1, 3);
  scenario.function_mix = {mix};
  PromotionRules& rules = scenario.promotion;
  rules.per = dice.chance(0.5) ? Level::school : Level::board;
  rules.masters_first = dice.chance(0.5);
  rules.appointment_years = dice.between(0, 2);
  if (dice.chance(0.5))
    rules.right = {Scale::none, Scale::none, Scale::lc, Scale::ld};
  return scenario;
}

using Scales = std::array<std::int64_t, n_scales>;

struct Seen {
  std::vector<Scales> fte;  ///< [unit]
  std::map<std::uint64_t, int> scale;
  std::map<std::uint64_t, std::int64_t> whole;  ///< fte by id
  std::map<std::uint64_t, std::int32_t> unit;
  std::int64_t known_of(std::int32_t which) const {
    Scales const& all = fte[static_cast<std::size_t>(which)];
    return all[1] + all[2] + all[3] + all[4];
  }
};

/// Counts the scales anew, by the unit of the main section.
Seen see(engine::State const& state) {
  Seen seen;
  seen.fte.resize(static_cast<std::size_t>(state.model.mix.n_units));
  for (std::size_t slot = 0; slot < state.n_slots(); ++slot) {
    if (!state.taken(slot))
      continue;
    std::int32_t const unit =
        model::unit_of(state.model.units, state.model.mix.per, state.people.section[slot]);
    int const scale = state.people.scale.get(slot);
    seen.fte[static_cast<std::size_t>(unit)][static_cast<std::size_t>(scale)] +=
        state.people[model::Column::fte].get(slot);
    seen.scale[state.people.id[slot]] = scale;
    seen.whole[state.people.id[slot]] = state.people[model::Column::fte].get(slot);
    seen.unit[state.people.id[slot]] = unit;
  }
  return seen;
}

/// Fte in each scale of those who went back to it from an appointment.
std::vector<Scales> gone_back(Seen const& before, Seen const& after) {
  std::vector<Scales> back(after.fte.size());
  for (auto const& [id, scale] : after.scale) {
    if (scale < before.scale.at(id))
      back[static_cast<std::size_t>(after.unit.at(id))][static_cast<std::size_t>(scale)] +=
          after.whole.at(id);
  }
  return back;
}

/// Looks at one year's places; how many rose.
int check_year(Scenario const& scenario, engine::State const& state, Seen const& before,
               Seen const& after) {
  bool const holds =
      state.model.start + state.step + 1 <= scenario.function_mix.front().until.value_or(9999);
  std::vector<Scales> const back = gone_back(before, after);
  std::int64_t over = 0;
  for (std::int32_t unit = 0; unit < state.model.mix.n_units; ++unit) {
    auto const at = static_cast<std::size_t>(unit);
    CHECK(after.known_of(unit) == before.known_of(unit));
    for (int place = 0; place < n_places; ++place) {
      auto const scale = static_cast<std::size_t>(place + 2);
      double const share = scenario.function_mix.front().share[static_cast<std::size_t>(place)];
      auto const millionths = static_cast<std::int64_t>(share * 1e6 + 0.5);
      std::int64_t const places = holds ? after.known_of(unit) * millionths / 1'000'000 : 0;
      // Promotions never exceed the places.
      CHECK(after.fte[at][scale] <= std::max(places, before.fte[at][scale] + back[at][scale]));
      if (holds)
        over += std::max<std::int64_t>(after.fte[at][scale] - places, 0);
    }
  }
  std::int64_t counted = 0;
  for (std::int32_t section = 0; section < state.model.units.n_sections(); ++section)
    counted += state.counts.row(section)[counter::scale_over];
  CHECK(counted == over);
  int rose = 0;
  int fell = 0;
  for (auto const& [id, scale] : after.scale) {
    int const was = before.scale.at(id);
    rose += scale > was ? 1 : 0;
    fell += scale < was ? 1 : 0;
    CHECK(scale <= was + 1);
  }
  auto const total = [&](int index) { return testing::counter_of(state, Level::total, 0, index); };
  CHECK(total(counter::promotions) == rose);
  CHECK(total(counter::appointments_ended) == fell);
  if (scenario.promotion.appointment_years == 0)
    CHECK(fell == 0);
  return rose;
}

}  // namespace

TEST_CASE("Promotions never exceed the places, and nobody falls but from an appointment") {
  int rose = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    Scenario const scenario = scenario_with_mix(seed);
    model::Compiled const compiled = model::compile(scenario);
    testing::OpenFuture future(compiled.model);
    future.start(0);
    Seen before;
    for (std::int32_t year = 0; year < compiled.model.years; ++year) {
      CAPTURE(seed, year);
      future.play_year([&](std::string_view phase, engine::State const& state) {
        if (phase == "recruitment")
          before = see(state);
        if (phase == "promotion")
          rose += check_year(scenario, state, before, see(state));
      });
      CHECK(engine::counts_are_right(future.state()));
    }
  }
  // A law about what never happens would say nothing.
  CHECK(rose > 100);
}
