#include "sim/model/possible_counters.hpp"

#include <algorithm>
#include <cstddef>

#include "sim/model/building.hpp"

namespace meesterplan::model {

namespace {

using scenario::ExitCause;
using scenario::RecruitmentMode;

}  // namespace

PossibleCounters::PossibleCounters(Building const& building) {
  may_.fill(true);
  this->limit_exits(building);
  this->limit_hires(building);
  bool const has_places = !building.scenario.function_mix.empty();
  may_[counter::promotions] = has_places;
  may_[counter::scale_over] = has_places;
  may_[counter::scale_rights] = false;
  this->limit_scales(building);
  bool const moves = building.scenario.surplus != scenario::SurplusMode::report;
  for (Counter const index : {counter::moves_in, counter::moves_in_masters, counter::moves_out,
                              counter::moves_out_masters}) {
    may_[static_cast<std::size_t>(index)] = moves;
  }
  may_[counter::movers_inside] = building.model.market.movers;
  may_[counter::new_masters] = !building.scenario.programmes.empty();
  this->limit_costs(building);
}

void PossibleCounters::limit_exits(Building const& building) {
  auto const& scenario = building.scenario;
  std::array<bool, scenario::n_exit_causes> causes{};
  auto const allow = [&](ExitCause cause) { causes[static_cast<std::size_t>(cause)] = true; };
  for (scenario::CauseRates const& cause : scenario.exits) {
    allow(cause.cause);
  }
  for (KnownEvent const& event : building.model.known) {
    if (event.kind == KnownEvent::Kind::leaves) {
      allow(static_cast<ExitCause>(event.value));
    }
  }
  if (has_temporary(scenario)) {
    allow(ExitCause::contract_ended);
  }
  if (has_temporary(scenario) && scenario.surplus != scenario::SurplusMode::report) {
    allow(ExitCause::not_extended);
  }
  if (scenario.surplus == scenario::SurplusMode::redundancy) {
    allow(ExitCause::redundant);
  }
  if (has_replacements(building.scenario)) {
    allow(ExitCause::replacement_ended);
  }
  for (std::size_t cause = 0; cause < causes.size(); ++cause) {
    may_[counter::exits_first + cause] = causes[cause];
    may_[counter::exits_masters_first + cause] = causes[cause];
  }
  may_[counter::exits_fte] = std::find(causes.begin(), causes.end(), true) != causes.end();
}

void PossibleCounters::limit_hires(Building const& building) {
  std::array<bool, scenario::n_origins> origins{};
  for (Entrant const& entrant : building.model.recruitment.entrants) {
    origins[static_cast<std::size_t>(entrant.origin)] = true;
  }
  auto const n = static_cast<std::int32_t>(building.scenario_person.size());
  for (std::int32_t row = building.model.n_start; row < n; ++row) {
    auto const index = building.scenario_person[static_cast<std::size_t>(row)];
    auto const& person = building.scenario.people[static_cast<std::size_t>(index)];
    origins[static_cast<std::size_t>(person.origin)] = true;
  }
  if (building.model.market.movers)
    origins[static_cast<std::size_t>(scenario::Origin::mover)] = true;
  for (std::size_t origin = 0; origin < origins.size(); ++origin) {
    may_[counter::hires_first + origin] = origins[origin];
    may_[counter::hires_masters_first + origin] = origins[origin];
  }
}

void PossibleCounters::limit_scales(Building const& building) {
  std::array<bool, scenario::n_scales> scales{};
  for (scenario::Person const& person : building.scenario.people) {
    scales[static_cast<std::size_t>(person.scale)] = true;
  }
  for (Entrant const& entrant : building.model.recruitment.entrants) {
    scales[static_cast<std::size_t>(entrant.scale)] = true;
  }
  auto const& mixes = building.scenario.function_mix;
  for (std::size_t place = 0; place < scenario::n_places; ++place) {
    std::size_t const scale = place + static_cast<std::size_t>(scenario::Scale::lc);
    scales[scale] = scales[scale] || std::any_of(mixes.begin(), mixes.end(), [&](auto const& mix) {
                      return mix.share[place] > 0;
                    });
  }
  for (scenario::Scale const right : building.scenario.promotion.right) {
    scales[static_cast<std::size_t>(right)] = true;
    may_[counter::scale_rights] = may_[counter::scale_rights] || right != scenario::Scale::none;
  }
  for (std::size_t scale = 0; scale < scales.size(); ++scale) {
    may_[counter::scale_first + scale] = scales[scale];
  }
}

void PossibleCounters::limit_costs(Building const& building) {
  MoneyModel const& money = building.model.money;
  auto const is_some = [](Number const& amount) {
    return amount.parameter >= 0 || amount.central > 0;
  };
  for (int scale = 0; scale < scenario::n_scales; ++scale) {
    int const wages = counter::cost_wages_first + scale;
    int const stock = counter::scale_first + scale;
    may_[static_cast<std::size_t>(wages)] = may_[static_cast<std::size_t>(stock)];
  }
  may_[counter::cost_policy] = !money.policy_costs.empty();
  may_[counter::cost_study] = !building.scenario.programmes.empty();
  RecruitmentMode const mode = building.model.recruitment.mode;
  bool const tries = mode != RecruitmentMode::one_to_one && mode != RecruitmentMode::none;
  may_[counter::cost_vacancy] =
      (tries && is_some(money.vacancy)) || (building.scenario.lessons && is_some(money.cover));
  may_[counter::cost_turnover] = is_some(money.leaver) && may_[counter::exits_fte];
  may_[counter::cost_redundancy] = is_some(money.redundancy);
  may_[counter::cost_calendar] = building.model.years > 1;
}

}  // namespace meesterplan::model
