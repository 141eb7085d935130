#include "sim/scenario/terms.hpp"

#include <set>
#include <string_view>

#include "tests/support/catch.hpp"

namespace meesterplan::scenario {
namespace {

template <typename Term>
std::set<std::string_view> keys(int n) {
  std::set<std::string_view> found;
  for (int i = 0; i < n; ++i)
    found.insert(key_of(static_cast<Term>(i)));
  return found;
}

TEST_CASE("each term has a key of its own") {
  CHECK(keys<Degree>(n_degrees + 1).size() == n_degrees + 1);
  CHECK(keys<Licence>(n_licences + 1).size() == n_licences + 1);
  CHECK(keys<MasterKind>(4).size() == 4);
  CHECK(keys<Contract>(n_contracts).size() == n_contracts);
  CHECK(keys<Scale>(n_scales).size() == n_scales);
  CHECK(keys<Origin>(n_origins).size() == n_origins);
  CHECK(keys<ExitCause>(n_exit_causes).size() == n_exit_causes);
  CHECK(keys<MasterRoute>(n_master_routes).size() == n_master_routes);
  CHECK(keys<Level>(n_levels).size() == n_levels);
  CHECK(keys<LessonPart>(n_lesson_parts).size() == n_lesson_parts);
  CHECK(keys<Behaviour>(n_behaviours).size() == n_behaviours);
  CHECK(keys<EffectForm>(5).size() == 5);
  CHECK(keys<Amo>(n_amo).size() == n_amo);
  CHECK(keys<Cluster>(5).size() == 5);
  CHECK(keys<PhaseIn>(4).size() == 4);
  CHECK(keys<CostPer>(7).size() == 7);
  CHECK(keys<AmoRule>(2).size() == 2);
  CHECK(keys<Urgency>(4).size() == 4);
}

TEST_CASE("keys stand in the order of the terms") {
  CHECK(key_of(Degree::wo_master) == "wo_master");
  CHECK(key_of(Degree::unknown) == "unknown");
  CHECK(key_of(Licence::appointable) == "appointable");
  CHECK(key_of(Contract::replacement) == "replacement");
  CHECK(key_of(Scale::le) == "LE");
  CHECK(key_of(Origin::side_entrant) == "side_entrant");
  CHECK(key_of(ExitCause::disability_or_death) == "disability_or_death");
  CHECK(key_of(ExitCause::not_extended) == "not_extended");
  CHECK(key_of(MasterRoute::outside) == "outside");
  CHECK(key_of(Level::total) == "total");
  CHECK(key_of(LessonPart::rest) == "rest");
  CHECK(key_of(Behaviour::lesson_order) == "lesson_order");
  CHECK(key_of(EffectForm::decision) == "decision");
  CHECK(key_of(Amo::opportunity) == "opportunity");
  CHECK(key_of(Cluster::other) == "other");
  CHECK(key_of(PhaseIn::back) == "back");
  CHECK(key_of(CostPer::wage_share) == "wage_share");
  CHECK(key_of(AmoRule::constraining) == "constraining");
  CHECK(key_of(Urgency::high) == "high");
}

TEST_CASE("the form of an effect follows from what it acts on") {
  CHECK(form_of(Behaviour::exit) == EffectForm::hazard_ratio);
  CHECK(form_of(Behaviour::dropout) == EffectForm::hazard_ratio);
  CHECK(form_of(Behaviour::permanent) == EffectForm::odds_ratio);
  CHECK(form_of(Behaviour::carried_out) == EffectForm::odds_ratio);
  CHECK(form_of(Behaviour::entrants) == EffectForm::multiplier);
  CHECK(form_of(Behaviour::attractiveness) == EffectForm::multiplier);
  CHECK(form_of(Behaviour::starter_reduction) == EffectForm::share);
  CHECK(form_of(Behaviour::room) == EffectForm::share);
  CHECK(form_of(Behaviour::lesson_order) == EffectForm::decision);
}

}  // namespace
}  // namespace meesterplan::scenario
