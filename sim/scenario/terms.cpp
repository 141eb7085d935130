#include "sim/scenario/terms.hpp"

#include <cstddef>
#include <initializer_list>

#include "sim/base/contracts.hpp"

namespace meesterplan::scenario {
namespace {

/// The key of a term, by its place in the list of all keys.
template <typename Term>
std::string_view key_in(Term term, std::initializer_list<std::string_view> keys) {
  auto const index = static_cast<std::size_t>(term);
  MP_EXPECT(index < keys.size());
  return keys.begin()[index];
}

}  // namespace

std::string_view key_of(Degree degree) {
  return key_in(degree, {"none", "bachelor", "hbo_master", "wo_master", "unknown"});
}

std::string_view key_of(MasterKind kind) {
  return key_in(kind, {"none", "subject", "education", "other"});
}

std::string_view key_of(Licence licence) {
  return key_in(licence, {"first_degree", "second_degree", "appointable", "unlicensed", "unknown"});
}

std::string_view key_of(Contract contract) {
  return key_in(contract, {"permanent", "temporary", "replacement"});
}

std::string_view key_of(Scale scale) {
  return key_in(scale, {"none", "LB", "LC", "LD", "LE"});
}

std::string_view key_of(Origin origin) {
  return key_in(origin, {"initial", "lio", "starter", "side_entrant", "returner", "mover"});
}

std::string_view key_of(ExitCause cause) {
  return key_in(cause, {"retirement", "leaves_profession", "other_board", "other_sector",
                        "to_support_or_management", "disability_or_death", "contract_ended",
                        "replacement_ended", "not_extended", "redundant"});
}

std::string_view key_of(MasterRoute route) {
  return key_in(route, {"none", "sitting", "upskilled", "starter", "outside"});
}

std::string_view key_of(Level level) {
  return key_in(level, {"section", "school", "board", "region", "total", "subject"});
}

std::string_view key_of(LessonPart part) {
  return key_in(part, {"upper_vwo", "upper_havo", "rest"});
}

EffectForm form_of(Behaviour behaviour) {
  if (behaviour <= Behaviour::dropout)
    return EffectForm::hazard_ratio;
  if (behaviour <= Behaviour::carried_out)
    return EffectForm::odds_ratio;
  if (behaviour <= Behaviour::attractiveness)
    return EffectForm::multiplier;
  return behaviour == Behaviour::lesson_order ? EffectForm::decision : EffectForm::share;
}

std::string_view key_of(Behaviour behaviour) {
  return key_in(behaviour, {"exit",
                            "enrolment",
                            "hours_up",
                            "hours_down",
                            "dropout",
                            "permanent",
                            "grant",
                            "without_grant",
                            "fill",
                            "own_cover",
                            "unqualified_cover",
                            "sick_leave",
                            "carried_out",
                            "entrants",
                            "capacity",
                            "pool",
                            "attractiveness",
                            "starter_reduction",
                            "exemption",
                            "room",
                            "lesson_order"});
}

std::string_view key_of(EffectForm form) {
  return key_in(form, {"hazard_ratio", "odds_ratio", "multiplier", "share", "decision"});
}

std::string_view key_of(Amo dimension) {
  return key_in(dimension, {"ability", "motivation", "opportunity"});
}

std::string_view key_of(Cluster cluster) {
  return key_in(cluster, {"recruitment", "career", "training", "cooperation", "other"});
}

std::string_view key_of(PhaseIn phase_in) {
  return key_in(phase_in, {"step", "linear", "front", "back"});
}

std::string_view key_of(CostPer per) {
  return key_in(per, {"board", "school", "head", "fte", "hire", "enrolment", "wage_share"});
}

std::string_view key_of(LessonOrder order) {
  return key_in(order, {"as_now", "first_degree_first", "wo_master_first"});
}

std::string_view key_of(BudgetFor what) {
  return key_in(what, {"all", "study"});
}

std::string_view key_of(AmoRule rule) {
  return key_in(rule, {"additive", "constraining"});
}

std::string_view key_of(Urgency urgency) {
  return key_in(urgency, {"none", "low", "middle", "high"});
}

}  // namespace meesterplan::scenario
