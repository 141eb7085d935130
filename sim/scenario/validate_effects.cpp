#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/scenario/checks.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::scenario {
namespace {

/// What may be said of the persons, causes, programmes and newcomers of an effect.
enum class WhoMay { nothing, diplomas, everything };

WhoMay who_may(Behaviour behaviour) {
  switch (behaviour) {
    case Behaviour::exit:
    case Behaviour::enrolment:
    case Behaviour::hours_up:
    case Behaviour::hours_down:
      return WhoMay::everything;
    case Behaviour::entrants:
    case Behaviour::pool:
      return WhoMay::diplomas;
    default:
      return WhoMay::nothing;
  }
}

bool takes_programmes(Behaviour behaviour) {
  return behaviour == Behaviour::enrolment || behaviour == Behaviour::dropout ||
         behaviour == Behaviour::exemption;
}

bool takes_origins(Behaviour behaviour) {
  return behaviour == Behaviour::entrants || behaviour == Behaviour::pool;
}

/// The key that holds the size of an effect; empty for a decision.
std::string_view size_key(EffectForm form) {
  switch (form) {
    case EffectForm::hazard_ratio:
      return "ratio";
    case EffectForm::odds_ratio:
      return "odds_ratio";
    case EffectForm::multiplier:
      return "multiplier";
    case EffectForm::share:
      return "share";
    default:
      return {};
  }
}

/// Something that the behaviour cannot take.
void tell_no_use(Checks& checks, Effect const& effect, std::string const& field, Text const& what) {
  checks.error(
      effect.place, field,
      {fmt::format("{} bij {} (dat kan daar niet). Haal het weg.", what.nl, key_of(effect.on)),
       fmt::format("{} with {} (which cannot take it). Remove it.", what.en, key_of(effect.on))});
}

bool is_reversed(IntRange const& range) {
  return range.from > range.to;
}

void check_who_order(Checks& checks, Place place, std::string const& path, Who const& who) {
  struct Named {
    IntRange range;
    std::string_view key;
  };
  for (Named const& one :
       {Named{who.age, "age"}, Named{who.tenure, "tenure"}, Named{who.experience, "experience"},
        Named{who.years_since_master, "years_since_master"}, Named{who.fte, "fte"}}) {
    if (!is_reversed(one.range))
      continue;
    checks.error(place, fmt::format("{}.{}_from", path, one.key),
                 {"een ondergrens boven de bovengrens (zo gaat het over niemand). Verwissel ze.",
                  "a lower end above the upper one (so that it is about nobody). Swap them."});
  }
  bool const asks_unknown =
      std::count(who.degrees.begin(), who.degrees.end(), Degree::unknown) > 0 ||
      std::count(who.licences.begin(), who.licences.end(), Licence::unknown) > 0;
  if (asks_unknown) {
    checks.error(place, path + ".degrees",
                 {"onbekend als groep (in elke toekomst is het bekend). Laat unknown weg.",
                  "unknown as a group (it is known in every future). Leave unknown out."});
  }
}

void check_who(Checks& checks, Effect const& effect, std::string const& path) {
  check_who_order(checks, effect.place, path, effect.who);
  Who const& who = effect.who;
  Who diplomas;
  diplomas.degrees = who.degrees;
  diplomas.licences = who.licences;
  bool const has_more =
      !(who.age.is_all() && who.tenure.is_all() && who.experience.is_all() &&
        who.years_since_master.is_all() && who.fte.is_all() && who.contracts.empty());
  switch (who_may(effect.on)) {
    case WhoMay::everything:
      return;
    case WhoMay::diplomas:
      if (has_more) {
        tell_no_use(checks, effect, path,
                    {"leeftijd, jaren, wtf of contract", "age, years, fte or contract"});
      }
      return;
    default:
      if (has_more || !diplomas.is_everybody()) {
        tell_no_use(checks, effect, path, {"een groep docenten", "a group of teachers"});
      }
  }
}

void check_causes(Checks& checks, Effect const& effect, std::string const& path) {
  if (!effect.causes.empty() && effect.on != Behaviour::exit) {
    tell_no_use(checks, effect, path + ".causes", {"redenen van vertrek", "causes of exit"});
    return;
  }
  for (ExitCause const cause : effect.causes) {
    if (static_cast<int>(cause) < n_drawn_exit_causes)
      continue;
    checks.error(effect.place, path + ".causes",
                 {fmt::format("{} heeft geen kans (het volgt uit een contract of een overschot). "
                              "Haal het weg.",
                              key_of(cause)),
                  fmt::format("{} has no chance of its own (it follows from a contract or a "
                              "surplus). Remove it.",
                              key_of(cause))});
  }
}

void check_programmes(Checks& checks, Effect const& effect, std::string const& path) {
  if (!effect.programmes.empty() && !takes_programmes(effect.on)) {
    tell_no_use(checks, effect, path + ".programmes", {"opleidingen", "programmes"});
    return;
  }
  std::vector<std::string_view> known;
  for (Programme const& programme : checks.scenario().programmes)
    known.emplace_back(programme.name);
  for (std::string const& name : effect.programmes) {
    if (std::find(known.begin(), known.end(), name) != known.end())
      continue;
    Text const meant = did_you_mean(name, known);
    checks.error(effect.place, path + ".programmes",
                 {fmt::format("onbekende opleiding \"{}\" (er is geen [[programme]] van).{}", name,
                              meant.nl.empty() ? " Verbeter de naam." : meant.nl),
                  fmt::format("unknown programme \"{}\" (there is no [[programme]] of it).{}", name,
                              meant.en.empty() ? " Correct the name." : meant.en)});
  }
}

void check_order(Checks& checks, Effect const& effect, std::string const& path) {
  bool const wants = effect.on == Behaviour::lesson_order;
  if (wants == effect.order.has_value())
    return;
  if (!wants) {
    tell_no_use(checks, effect, path + ".order", {"een lesvolgorde", "an order of lessons"});
    return;
  }
  checks.error(effect.place, path + ".order",
               {"lesson_order zonder order (welke volgorde?). Vul order in.",
                "lesson_order without order (which order?). Fill in order."});
}

/// Something that only can make things better has no place in a bottleneck.
void check_owner(Checks& checks, Effect const& effect, std::string const& path, Owner owner) {
  EffectForm const form = form_of(effect.on);
  bool const only_helps = form == EffectForm::share || form == EffectForm::decision;
  if (owner == Owner::policy || !only_helps)
    return;
  checks.error(effect.place, path + ".on",
               {fmt::format("{} in een knelpunt (dat maakt niets slechter). Kies iets anders, of "
                            "maak er beleid van.",
                            key_of(effect.on)),
                fmt::format("{} in a bottleneck (it makes nothing worse). Choose something else, "
                            "or make it a policy.",
                            key_of(effect.on))});
}

/// Starters must keep some lessons.
void check_reduction(Checks& checks, Effect const& effect, std::string const& path) {
  NetRules const& net = checks.scenario().net;
  double const most = effect.size.interval ? effect.size.interval->high : effect.size.central;
  double const together = most + net.starter_first_year + net.other_tasks;
  if (effect.on != Behaviour::starter_reduction || !(most >= 0 && most <= 1) || together < 1)
    return;
  checks.error(effect.size.place, path + ".share",
               {fmt::format("met de starterskorting en andere taken die er al zijn samen {} van de "
                            "werktijd (er moet iets over blijven). Verlaag het.",
                            rounded_text(together).nl),
                fmt::format("with the starters' reduction and other tasks that there are together "
                            "{} of the working time (something must be left). Lower it.",
                            rounded_text(together).en)});
}

/// A name by which nothing else of its owner is drawn.
void check_effect_name(Checks& checks, Effect const& effect, std::string const& path) {
  if (effect.name != "carried_out" && effect.name.rfind("cost.", 0) != 0)
    return;
  checks.error(
      effect.place, path + ".name",
      {fmt::format("\"{}\" kan geen naam van een effect zijn (zo heet al een ander onzeker "
                   "getal). Kies een andere naam.",
                   effect.name),
       fmt::format("\"{}\" cannot be the name of an effect (another uncertain number is "
                   "called so). Choose another name.",
                   effect.name)});
}

void check_effect(Checks& checks, Effect const& effect, std::string const& path, Owner owner) {
  check_effect_name(checks, effect, path);
  check_owner(checks, effect, path, owner);
  std::string_view const key = size_key(form_of(effect.on));
  if (!key.empty())
    check_uncertain(checks, effect.size, fmt::format("{}.{}", path, key));
  check_who(checks, effect, path);
  check_causes(checks, effect, path);
  check_programmes(checks, effect, path);
  if (!effect.origins.empty() && !takes_origins(effect.on))
    tell_no_use(checks, effect, path + ".origins", {"nieuwkomers", "newcomers"});
  if (owner == Owner::policy)
    check_order(checks, effect, path);
  check_reduction(checks, effect, path);
  note_idle(checks, effect, path);
}

void check_amount(Checks& checks, PolicyCost const& cost, std::string const& path) {
  if (cost.per == CostPer::wage_share) {
    check_uncertain(checks, cost.amount, path + ".share");
    return;
  }
  Uncertain amount = cost.amount;
  amount.quantity = Quantity::amount;
  check_uncertain(checks, amount, path + ".amount");
  if (cost.amount.central > 0 && cost.amount.central < 1) {
    Text const central = checks.number(cost.amount.place, cost.amount.central);
    checks.warning(cost.amount.place, path + ".amount",
                   {fmt::format("{} euro is minder dan een euro (een bedrag is in hele euro's). "
                                "Bedoelde u een deel van de loonsom, schrijf dan per = "
                                "\"wage_share\" en share.",
                                central.nl),
                    fmt::format("{} euros is less than one euro (an amount is in whole euros). If "
                                "you meant a part of the wages, write per = \"wage_share\" and "
                                "share.",
                                central.en)});
  }
}

void check_cost(Checks& checks, PolicyCost const& cost, std::string const& path) {
  check_amount(checks, cost, path);
  check_who_order(checks, cost.place, path, cost.who);
  bool const of_persons =
      cost.per == CostPer::head || cost.per == CostPer::fte || cost.per == CostPer::wage_share;
  if (!of_persons && !cost.who.is_everybody()) {
    checks.error(cost.place, path,
                 {fmt::format("een groep docenten bij per = \"{}\" (dat wordt niet per docent "
                              "betaald). Haal haar weg.",
                              key_of(cost.per)),
                  fmt::format("a group of teachers with per = \"{}\" (which is not paid for a "
                              "teacher). Remove it.",
                              key_of(cost.per))});
  }
  if (!cost.origins.empty() && cost.per != CostPer::hire) {
    checks.error(
        cost.place, path + ".origins",
        {fmt::format("nieuwkomers bij per = \"{}\" (dat kan alleen bij hire). Haal ze weg.",
                     key_of(cost.per)),
         fmt::format("newcomers with per = \"{}\" (only hire can have them). Remove them.",
                     key_of(cost.per))});
  }
}

}  // namespace

void check_effects(Checks& checks, std::vector<Effect> const& effects, std::string const& path,
                   Owner owner) {
  for (std::size_t i = 0; i < effects.size(); ++i) {
    std::string const own = path + ".effect." + effects[i].name;
    check_twice(checks, effects, i, own);
    check_effect(checks, effects[i], own, owner);
  }
}

void check_costs(Checks& checks, Policy const& policy, std::string const& path) {
  for (std::size_t i = 0; i < policy.costs.size(); ++i) {
    std::string const own = path + ".cost." + policy.costs[i].name;
    check_twice(checks, policy.costs, i, own);
    check_cost(checks, policy.costs[i], own);
  }
  if (policy.card.hours < 0 || !std::isfinite(policy.card.hours)) {
    checks.error(policy.place, path + ".hours",
                 {fmt::format("{} uren per jaar (moet minstens 0 zijn). Verbeter het.",
                              number_text(policy.card.hours).nl),
                  fmt::format("{} hours a year (must be at least 0). Correct it.",
                              number_text(policy.card.hours).en)});
  }
}

}  // namespace meesterplan::scenario
