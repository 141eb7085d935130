#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/number_text.hpp"
#include "sim/model/building.hpp"
#include "sim/model/metric.hpp"
#include "sim/model/possible_counters.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::model {

namespace {

using scenario::DemandMode;
using scenario::RecruitmentMode;

/// A key in [record] metrics that is no metric: the balances of flows.
constexpr std::string_view flows_key = "flows";
constexpr std::int32_t years_to_judge_starters = 3;

bool is_met(Building const& building, Need need) {
  Model const& model = building.model;
  switch (need) {
    case Need::recruitment:
      return model.recruitment.mode == RecruitmentMode::fill || model.market.used;
    case Need::market:
      return model.market.used;
    case Need::lessons:
      return model.lessons.used;
    case Need::mix:
      return model.mix.used;
    case Need::appointments:
      return model.mix.used && model.mix.appointment_years > 0;
    case Need::redundancy:
      return building.scenario.surplus == scenario::SurplusMode::redundancy;
    case Need::study:
      return !model.study.programmes.empty();
    case Need::starters:
      return model.recruitment.mode != RecruitmentMode::none &&
             model.years >= years_to_judge_starters;
    case Need::money:
      return model.money.used;
    default:
      return true;
  }
}

/// Whether demand matters to the year that is played.
bool plays_demand(Building const& building) {
  Model const& model = building.model;
  return model.demand.mode != DemandMode::constant || model.lessons.used ||
         model.recruitment.mode == RecruitmentMode::fill || model.market.used ||
         building.scenario.surplus != scenario::SurplusMode::report;
}

Text unmet(Need need, std::string const& metric) {
  switch (need) {
    case Need::recruitment:
      return {metric +
                  " is er alleen met werving per vacature (recruitment.mode = \"fill\" of "
                  "\"market\").",
              metric +
                  " exists only with hiring by vacancy (recruitment.mode = \"fill\" or "
                  "\"market\")."};
    case Need::market:
      return {metric + " is er alleen in een arbeidsmarkt (recruitment.mode = \"market\").",
              metric + " exists only in a labour market (recruitment.mode = \"market\")."};
    case Need::lessons:
      return {metric +
                  " vraagt om lessen (de toedeling staat niet in het scenario). Voeg [lessons] "
                  "toe.",
              metric + " asks for lessons (the scenario does not give them out). Add [lessons]."};
    case Need::study:
      return {metric + " vraagt om scholing (er is geen opleiding). Voeg [[programme]] toe.",
              metric + " asks for study (there is no programme). Add [[programme]]."};
    case Need::money:
      return {metric +
                  " vraagt om bedragen (het scenario zegt niet wat personeel kost). Voeg "
                  "[money] toe.",
              metric +
                  " asks for amounts (the scenario does not say what staff costs). Add "
                  "[money]."};
    case Need::mix:
      return {metric + " vraagt om een functiemix. Voeg [[function_mix]] toe.",
              metric + " asks for a function mix. Add [[function_mix]]."};
    case Need::appointments:
      return {metric + " vraagt om benoemingen die eindigen (promotion.appointment_years).",
              metric + " asks for promotions that end (promotion.appointment_years)."};
    case Need::redundancy:
      return {metric + " is er alleen met ontslag (surplus.mode = \"redundancy\").",
              metric + " exists only with redundancy (surplus.mode = \"redundancy\")."};
    default:
      return {metric + " vraagt om werving en minstens drie jaren.",
              metric + " asks for hiring and at least three years."};
  }
}

/// Every key that a metric may be asked for by.
std::vector<std::string_view> metric_keys() {
  std::vector<std::string_view> keys;
  for (Metric const& metric : all_metrics()) {
    keys.push_back(metric.key);
  }
  return keys;
}

/// Tells that `key` is no metric, and suggests one of `known`.
void tell_unknown(Building& building, std::string const& key, Place place, std::string const& field,
                  std::span<std::string_view const> known) {
  Text const meant = scenario::did_you_mean(key, known);
  building.tell(Severity::error, place, field,
                {"\"" + key + "\" is geen uitkomstmaat (docs/methods.md noemt ze)." +
                     (meant.nl.empty() ? " Kies er een, bijvoorbeeld masters." : meant.nl),
                 "\"" + key + "\" is not a metric (docs/methods.md lists them)." +
                     (meant.en.empty() ? " Choose one, for instance masters." : meant.en)});
}

/// Index of a metric that is asked for by name, or -1 with a problem told, which
/// suggests one of `known`.
std::int32_t asked_metric(Building& building, std::string const& key, Place place,
                          std::string const& field, std::span<std::string_view const> known) {
  int const index = find_metric(key);
  if (index < 0) {
    tell_unknown(building, key, place, field, known);
    return -1;
  }
  Need const need = all_metrics()[static_cast<std::size_t>(index)].need;
  if (!is_met(building, need)) {
    building.tell(Severity::error, place, field, unmet(need, key));
    return -1;
  }
  return index;
}

void read_counters(Building& building, Metric const& metric) {
  for (Counter const index : metric.numerator) {
    building.asked[static_cast<std::size_t>(index)] = true;
  }
  for (Counter const index : metric.denominator) {
    building.asked[static_cast<std::size_t>(index)] = true;
  }
  building.model.demand.used = building.model.demand.used || metric.need == Need::demand;
}

/// What costs are reckoned from: what is counted whether or not anybody asks for it.
void read_counters_of_costs(Building& building) {
  if (!building.model.money.used)
    return;
  auto const ask = [&](int first, int n) { std::fill_n(building.asked.begin() + first, n, true); };
  ask(counter::exits_first, scenario::n_exit_causes);
  ask(counter::hires_first, scenario::n_origins);
  ask(counter::enrolments, 1);
}

/// A target of a calendar year of which only a part is played cannot be judged.
void check_year(Building& building, scenario::Target const& target, Metric const& metric) {
  int const last = building.model.start + building.model.years - years_back(metric);
  if (years_back(metric) == 0 || target.year <= last)
    return;
  building.tell(Severity::error, target.place, "target." + target.name + ".year",
                {std::to_string(target.year) +
                     " wordt niet helemaal gespeeld (een kalenderjaar eindigt in het schooljaar "
                     "erna). Kies hoogstens " +
                     std::to_string(last) + ", of speel een jaar meer.",
                 std::to_string(target.year) +
                     " is not played to its end (a calendar year ends in the school year after "
                     "it). Choose at most " +
                     std::to_string(last) + ", or play one more year."});
}

/// All metrics that can tell something here.
std::vector<std::int32_t> default_metrics(Building const& building,
                                          PossibleCounters const& possible) {
  std::vector<std::int32_t> chosen;
  auto const metrics = all_metrics();
  for (std::size_t index = 0; index < metrics.size(); ++index) {
    Metric const& metric = metrics[index];
    bool const has_demand =
        building.model.recruitment.mode != RecruitmentMode::one_to_one || plays_demand(building);
    bool const met = is_met(building, metric.need) && (metric.need != Need::demand || has_demand);
    if (met && std::any_of(metric.numerator.begin(), metric.numerator.end(), possible)) {
      chosen.push_back(static_cast<std::int32_t>(index));
    }
  }
  return chosen;
}

std::vector<std::int32_t> named_metrics(Building& building) {
  std::vector<std::int32_t> chosen;
  std::vector<std::string_view> known = metric_keys();
  known.push_back(flows_key);
  for (std::string const& key : building.scenario.recording.metrics) {
    std::int32_t const index = key == flows_key
                                   ? -1
                                   : asked_metric(building, key, building.scenario.recording.place,
                                                  "record.metrics", known);
    if (index >= 0) {
      chosen.push_back(index);
    }
  }
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  return chosen;
}

std::vector<std::int32_t> possible_flows(PossibleCounters const& possible) {
  std::vector<std::int32_t> chosen;
  auto const flows = all_flows();
  for (std::size_t index = 0; index < flows.size(); ++index) {
    if (possible(flows[index].counter)) {
      chosen.push_back(static_cast<std::int32_t>(index));
    }
  }
  return chosen;
}

/// What a bound of such a metric counts.
Text unit_of(Measure measure) {
  switch (measure) {
    case Measure::heads:
      return {"personen", "persons"};
    case Measure::fte:
      return {"fte", "fte"};
    case Measure::euro:
      return {"euro's", "euros"};
    default:
      return {"jaren", "years"};
  }
}

/// A share above 1 is a percentage without its sign; of anything else there is no
/// percentage.
void check_bound(Building& building, scenario::Target const& target, Metric const& metric) {
  Rational const bound = target.bound;
  bool const at_least = target.direction == scenario::Direction::at_least;
  std::string const key = "target." + target.name + (at_least ? ".at_least" : ".at_most");
  bool const is_share = metric.measure == Measure::share;
  Text const value =
      rounded_text(static_cast<double>(bound.numerator) / static_cast<double>(bound.denominator));
  if (is_share && bound.numerator > bound.denominator) {
    building.tell(
        Severity::error, target.place, key,
        {"meer dan het geheel (\"" + target.metric + "\" is een aandeel, hoogstens 1 of " +
             "\"100%\"). Bedoelde u \"" + value.nl + "%\"?",
         "more than the whole (\"" + target.metric + "\" is a share, at most 1 or " +
             "\"100%\"). Did you mean \"" + value.en + "%\"?"});
  } else if (!is_share && target.form == scenario::BoundForm::percentage) {
    Text const unit = unit_of(metric.measure);
    building.tell(Severity::error, target.place, key,
                  {"een percentage van een aantal (\"" + target.metric + "\" telt " + unit.nl +
                       "). Schrijf een getal zonder %.",
                   "a percentage of a number (\"" + target.metric + "\" counts " + unit.en +
                       "). Write a number without %."});
  }
}

}  // namespace

void tell_unknown_metric(Building& building, std::string const& key, Place place,
                         std::string const& field) {
  tell_unknown(building, key, place, field, metric_keys());
}

void choose_records(Building& building) {
  PossibleCounters const possible(building);
  auto const& named = building.scenario.recording.metrics;
  bool const all = named.empty();
  building.metrics = all ? default_metrics(building, possible) : named_metrics(building);
  if (all || std::find(named.begin(), named.end(), flows_key) != named.end()) {
    building.flows = possible_flows(possible);
  }
  building.model.demand.used = plays_demand(building);
  for (std::int32_t const index : building.metrics) {
    read_counters(building, all_metrics()[static_cast<std::size_t>(index)]);
  }
  std::vector<std::string_view> const known = metric_keys();
  for (scenario::Target const& target : building.scenario.targets) {
    std::int32_t const index = asked_metric(building, target.metric, target.place,
                                            "target." + target.name + ".metric", known);
    if (index >= 0) {
      Metric const& metric = all_metrics()[static_cast<std::size_t>(index)];
      read_counters(building, metric);
      check_bound(building, target, metric);
      check_year(building, target, metric);
    }
  }
  read_counters_of_costs(building);
}

}  // namespace meesterplan::model
