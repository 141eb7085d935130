#include <algorithm>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "sim/scenario/checks.hpp"

namespace meesterplan::scenario {
namespace {

bool is_nothing(Uncertain const& value, double neutral) {
  return value.central == neutral && !value.interval;
}

bool has_sick_leave(Scenario const& scenario) {
  return !is_nothing(scenario.net.sick_leave, 0) ||
         std::any_of(scenario.schools.begin(), scenario.schools.end(),
                     [](School const& school) { return school.sick_leave.has_value(); });
}

/// Whether any of the causes of an effect has rates; so it seems of one that cannot have
/// them, which is told as such.
bool has_rates(Scenario const& scenario, Effect const& effect) {
  std::vector<ExitCause> const causes = effect.causes.empty() ? Factor{}.causes : effect.causes;
  bool const all_drawn = std::all_of(causes.begin(), causes.end(), [](ExitCause const cause) {
    return static_cast<int>(cause) < n_drawn_exit_causes;
  });
  if (!all_drawn)
    return true;
  return std::any_of(scenario.exits.begin(), scenario.exits.end(), [&](CauseRates const& rates) {
    return std::find(causes.begin(), causes.end(), rates.cause) != causes.end();
  });
}

/// Why the mix of entrants cannot be changed; empty when it can.
Text why_no_mix(Scenario const& scenario) {
  switch (scenario.recruitment.mode) {
    case RecruitmentMode::none:
      return {"er wordt niemand aangenomen", "nobody is hired"};
    case RecruitmentMode::market:
      return {"in een arbeidsmarkt telt pool", "in a labour market it is pool that counts"};
    default:
      return {};
  }
}

/// Why an effect can do nothing in this scenario; empty when it can.
Text why_idle(Scenario const& scenario, Effect const& effect) {
  Text no_programme{"er is geen opleiding om te volgen", "there is no programme to follow"};
  bool const no_study = scenario.programmes.empty();
  switch (effect.on) {
    case Behaviour::exit:
      return has_rates(scenario, effect)
                 ? Text{}
                 : Text{"niemand vertrekt om die redenen", "nobody leaves for those causes"};
    case Behaviour::enrolment:
    case Behaviour::dropout:
    case Behaviour::exemption:
    case Behaviour::grant:
    case Behaviour::without_grant:
      return no_study ? no_programme : Text{};
    case Behaviour::capacity:
      if (no_study)
        return no_programme;
      return scenario.study.capacity ? Text{}
                                     : Text{"er is geen grens aan wie tegelijk studeert",
                                            "there is no limit to who studies at once"};
    case Behaviour::hours_up:
      return scenario.hours.up.rows.empty()
                 ? Text{"niemand gaat meer werken", "nobody goes to work more"}
                 : Text{};
    case Behaviour::hours_down:
      return scenario.hours.down.rows.empty()
                 ? Text{"niemand gaat minder werken", "nobody goes to work less"}
                 : Text{};
    case Behaviour::fill:
      return scenario.recruitment.mode == RecruitmentMode::fill
                 ? Text{}
                 : Text{"vacatures worden hier niet met een kans vervuld",
                        "vacancies are not filled with a chance here"};
    case Behaviour::entrants:
      return why_no_mix(scenario);
    case Behaviour::pool:
    case Behaviour::attractiveness:
      return scenario.recruitment.mode == RecruitmentMode::market
                 ? Text{}
                 : Text{"er is geen arbeidsmarkt in dit scenario",
                        "this scenario has no labour market"};
    case Behaviour::own_cover:
      return is_nothing(scenario.cover.own_staff, 0)
                 ? Text{"collega's vangen geen lessen op", "colleagues cover no lessons"}
                 : Text{};
    case Behaviour::unqualified_cover:
      return is_nothing(scenario.cover.unqualified, 0)
                 ? Text{"onbevoegden geven geen lessen", "the unqualified give no lessons"}
                 : Text{};
    case Behaviour::sick_leave:
      return has_sick_leave(scenario) ? Text{}
                                      : Text{"er is geen verzuim", "there is no sick leave"};
    case Behaviour::room:
      return scenario.critical.years > 0 && !is_nothing(scenario.critical.no_room, 1)
                 ? Text{}
                 : Text{"gebrek aan ruimte doet niets", "a lack of room does nothing"};
    case Behaviour::lesson_order:
      return scenario.lessons ? Text{} : Text{"lessen tellen niet mee", "lessons are not modelled"};
    case Behaviour::carried_out:
      return scenario.policies.size() > 1
                 ? Text{}
                 : Text{"er is geen ander beleid", "there is no other policy"};
    default:
      return {};
  }
}

}  // namespace

void note_idle(Checks& checks, Effect const& effect, std::string const& path) {
  Text const why = why_idle(checks.scenario(), effect);
  if (why.nl.empty())
    return;
  checks.note(effect.place, path + ".on",
              {fmt::format("{} heeft hier geen effect ({}). Er hoeft niets te gebeuren.",
                           key_of(effect.on), why.nl),
               fmt::format("{} has no effect here ({}). Nothing needs to be done.",
                           key_of(effect.on), why.en)});
}

}  // namespace meesterplan::scenario
