#include "sim/study/exit_chances.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "sim/base/hash.hpp"
#include "sim/engine/clock_advance.hpp"
#include "sim/model/compile.hpp"
#include "sim/model/draw.hpp"

namespace meesterplan::study {
namespace {

ExitChances chances_of(engine::ClockView const& view, std::size_t slot) {
  ExitChances chances{};
  for (int cause = 0; cause < scenario::n_exit_causes; ++cause)
    chances[static_cast<std::size_t>(cause)] = -std::expm1(-view.hazard_of_kind(slot, cause));
  return chances;
}

}  // namespace

std::vector<ExitChances> first_exit_chances(scenario::Scenario scenario) {
  scenario.policies.clear();
  scenario.uncertainty = scenario::Uncertainty::chance;
  model::Compiled const compiled = model::compile(scenario);
  model::Draw draw(compiled.model);
  draw.set(0);
  model::Workforce const& people = compiled.model.people;
  engine::ClockView view(compiled.model.exits, draw.exits);
  view.see(people, 0);

  std::unordered_map<std::uint64_t, std::size_t> slots;
  for (std::size_t slot = 0; slot < static_cast<std::size_t>(compiled.model.n_start); ++slot)
    slots.emplace(people.id[slot], slot);
  std::vector<ExitChances> chances;
  chances.reserve(scenario.people.size());
  for (scenario::Person const& person : scenario.people) {
    auto const found = slots.find(hash64(person.key));
    bool const is_there = found != slots.end() && !person.starts_on;
    chances.push_back(is_there ? chances_of(view, found->second) : ExitChances{});
  }
  return chances;
}

}  // namespace meesterplan::study
