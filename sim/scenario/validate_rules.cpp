#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/scenario/checks.hpp"

namespace meesterplan::scenario {
namespace {

bool fits(Quantity quantity, double value) {
  switch (quantity) {
    case Quantity::probability:
      return value >= 0 && value <= 1;
    case Quantity::ratio:
      return value > 0 && std::isfinite(value);
    case Quantity::amount:
      return value >= 0 && std::isfinite(value);
    default:
      return std::isfinite(value);
  }
}

Text wrong_value(Checks const& checks, Uncertain const& uncertain, double number) {
  bool const as_written = number == uncertain.central && !uncertain.written.empty();
  Text const value = as_written ? Text{uncertain.written, uncertain.written}
                                : checks.number(uncertain.place, number);
  if (uncertain.quantity == Quantity::probability) {
    Text text{fmt::format("{} is geen kans (moet 0 tot en met 1 zijn).", value.nl),
              fmt::format("{} is not a probability (must be in [0, 1]).", value.en)};
    double const meant = number > 10 ? number / 100 : number / 10;
    bool const is_percentage = as_written && uncertain.written.back() == '%';
    bool const near = meant > 0 && meant <= 1 && !is_percentage;
    Text const typed = checks.number(uncertain.place, meant);
    text.nl += near ? fmt::format(" Bedoelde u {}?", typed.nl) : " Vul een kans in.";
    text.en += near ? fmt::format(" Did you mean {}?", typed.en) : " Fill in a probability.";
    return text;
  }
  if (uncertain.quantity == Quantity::ratio) {
    return {
        fmt::format("{} is geen verhouding (moet groter dan 0 zijn). Schrijf 1 voor geen effect.",
                    value.nl),
        fmt::format("{} is not a ratio (must be above 0). Write 1 for no effect.", value.en)};
  }
  if (uncertain.quantity == Quantity::amount && number < 0) {
    return {fmt::format("{} euro aan kosten (moet minstens 0 zijn). Verbeter het.", value.nl),
            fmt::format("a cost of {} euros (must be at least 0). Correct it.", value.en)};
  }
  return {fmt::format("{} is geen getal waarmee te rekenen is (het is niet eindig). Vul een gewoon "
                      "getal in.",
                      value.nl),
          fmt::format("{} is not a number to reckon with (it is not finite). Fill in an ordinary "
                      "number.",
                      value.en)};
}

void check_interval(Checks& checks, Uncertain const& value, std::string const& field) {
  Interval const interval = *value.interval;
  auto const tell = [&](Text text) { checks.error(value.place, field, std::move(text)); };
  for (double const end : {interval.low, interval.high}) {
    if (!fits(value.quantity, end))
      return tell(wrong_value(checks, value, end));
  }
  Text const low = checks.number(value.place, interval.low);
  Text const high = checks.number(value.place, interval.high);
  Text const central = checks.number(value.place, value.central);
  if (interval.low > interval.high) {
    return tell({fmt::format("de ondergrens {} is hoger dan de bovengrens {} (zo is er geen "
                             "interval). Verwissel ze.",
                             low.nl, high.nl),
                 fmt::format("low {} is above high {} (so that there is no interval). Swap them.",
                             low.en, high.en)});
  }
  if (value.central < interval.low || value.central > interval.high) {
    return tell(
        {fmt::format("het midden {} ligt buiten het interval van {} tot {} (het hoort "
                     "erbinnen). Verbeter een van de drie.",
                     central.nl, low.nl, high.nl),
         fmt::format("central {} is outside its interval from {} to {} (it belongs inside). "
                     "Correct one of the three.",
                     central.en, low.en, high.en)});
  }
  if (interval.low == interval.high) {
    return tell(
        {fmt::format("een interval zonder breedte, {} tot {} (zo is er niets onzeker). Laat het "
                     "interval weg.",
                     low.nl, high.nl),
         fmt::format("an interval without width, {} to {} (so that nothing is uncertain). "
                     "Leave low and high out.",
                     low.en, high.en)});
  }
  bool const certain =
      value.quantity == Quantity::probability && (value.central == 0 || value.central == 1);
  if (certain) {
    return tell(
        {fmt::format("een zekere kans van {} met een interval (zeker is niet onzeker). Laat het "
                     "interval weg, of kies een midden daartussen.",
                     central.nl),
         fmt::format("a certain probability of {} with an interval (certain is not "
                     "uncertain). Leave low and high out, or take a centre between them.",
                     central.en)});
  }
  if (value.name.empty()) {
    tell(
        {"een onzeker getal zonder naam (er is niets om zijn loting aan te herkennen). Geef het "
         "een "
         "naam.",
         "an uncertain number without a name (there is nothing to tell its draw by). Name it."});
  }
}

void check_values(Checks& checks, RateTable const& table, std::string const& field) {
  for (RateRow const& row : table.rows)
    check_uncertain(checks, row.value, field);
}

void check_exits(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  for (CauseRates const& cause : scenario.exits) {
    if (static_cast<int>(cause.cause) >= n_drawn_exit_causes) {
      checks.error(
          {}, "cause",
          {fmt::format("{} volgt uit de regels (er is geen kans voor op te geven). Laat de "
                       "tabel weg.",
                       key_of(cause.cause)),
           fmt::format("{} follows from the rules (it takes no probability). Leave the "
                       "table out.",
                       key_of(cause.cause))});
    }
    check_values(checks, cause.rates, "probability");
  }
  for (Factor const& factor : scenario.exit_factors)
    check_values(checks, factor.ratios, "ratio");
  check_uncertain(checks, scenario.critical.no_room, "exit.critical_no_room");
  check_uncertain(checks, scenario.contracts.p_permanent, "contracts.p_permanent");
  check_values(checks, scenario.hours.up, "probability");
  check_values(checks, scenario.hours.down, "probability");
  if (scenario.hours.step <= Fte{}) {
    checks.error({}, "hours.step",
                 {"een stap van niets (moet groter dan 0 zijn). Vul bijvoorbeeld 0,1 in.",
                  "a step of nothing (must be above 0). Fill in 0.1, for instance."});
  }
}

void check_programme_terms(Checks& checks, Programme const& programme, std::string const& path) {
  auto const tell = [&](std::string const& key, Text text) {
    checks.error(programme.place, path + "." + key, std::move(text));
  };
  bool const gives_master =
      programme.gives_degree == Degree::hbo_master || programme.gives_degree == Degree::wo_master;
  if (!gives_master) {
    tell("gives_degree", {fmt::format("{} is geen master (een studie geeft hbo_master of "
                                      "wo_master). Kies een van beide.",
                                      key_of(programme.gives_degree)),
                          fmt::format("{} is not a master (a programme gives hbo_master or "
                                      "wo_master). Choose one of them.",
                                      key_of(programme.gives_degree))});
  }
  if (programme.gives_kind == MasterKind::none) {
    tell("gives_kind", {"een master zonder soort (subject, education of other). Kies er een.",
                        "a master without a kind (subject, education or other). Choose one."});
  }
  bool const asks_unknown =
      std::count(programme.degrees.begin(), programme.degrees.end(), Degree::unknown) > 0 ||
      std::count(programme.licences.begin(), programme.licences.end(), Licence::unknown) > 0 ||
      programme.gives_licence == Licence::unknown;
  if (asks_unknown) {
    tell("degrees",
         {"onbekend als toelating of uitkomst (in elke toekomst is het bekend). Laat "
          "unknown weg.",
          "unknown as a condition or outcome (it is known in every future). Leave unknown "
          "out."});
  }
  if (programme.years < 1 || programme.years > 8) {
    tell("years",
         {fmt::format("{} studiejaren (moet 1 tot en met 8 zijn). Verbeter het.", programme.years),
          fmt::format("{} study years (must be in [1, 8]). Correct it.", programme.years)});
  }
  if (programme.age.from > programme.age.to || programme.tenure.from > programme.tenure.to) {
    tell("age_from", {"een ondergrens boven de bovengrens (zo mag niemand beginnen). Verwissel ze.",
                      "a lower end above the upper one (so that nobody may enrol). Swap them."});
  }
  if (programme.delay.central >= 1 ||
      (programme.delay.interval && programme.delay.interval->high >= 1)) {
    tell("delay", {"een vertraging van 1 (zo telt nooit een studiejaar). Verlaag haar.",
                   "a delay of 1 (so that no study year ever counts). Lower it."});
  }
}

void check_programmes(Checks& checks) {
  std::vector<Programme> const& programmes = checks.scenario().programmes;
  for (std::size_t i = 0; i < programmes.size(); ++i) {
    Programme const& programme = programmes[i];
    std::string const path = "programme." + programme.name;
    for (std::size_t j = 0; j < i; ++j) {
      if (programmes[j].name != programme.name)
        continue;
      checks.error(programme.place, path,
                   {fmt::format("deze studie staat er twee keer (ook {}). Geef een van beide een "
                                "andere naam.",
                                line_nl(programmes[j].place)),
                    fmt::format("this programme is there twice (also {}). Give one of them another "
                                "name.",
                                line_en(programmes[j].place))});
    }
    check_programme_terms(checks, programme, path);
    bool const is_key = !programme.uptake.rows.empty() &&
                        programme.uptake.rows.front().value.name == path + ".uptake";
    check_values(checks, programme.uptake, is_key ? path + ".uptake" : "probability");
    check_uncertain(checks, programme.completion_with_grant, path + ".completion_with_grant");
    check_uncertain(checks, programme.completion_without_grant, path + ".completion_without_grant");
    check_uncertain(checks, programme.delay, path + ".delay");
  }
}

void check_share(Checks& checks, double share, std::string const& field) {
  if (share >= 0 && share <= 1)
    return;
  checks.error(
      {}, field,
      {fmt::format("{} is geen aandeel (moet 0 tot en met 1 zijn). Verbeter het.",
                   number_text(share).nl),
       fmt::format("{} is not a share (must be in [0, 1]). Correct it.", number_text(share).en)});
}

void check_leave_rows(Checks& checks, std::vector<LeaveRow> const& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    check_share(checks, rows[i].share, "net.leave");
    for (std::size_t j = 0; j < i; ++j) {
      bool const apart = rows[i].age.to < rows[j].age.from || rows[j].age.to < rows[i].age.from;
      if (apart)
        continue;
      checks.error(rows[i].place, "share",
                   {fmt::format("deze rij overlapt die {} (voor een leeftijd gelden dan twee "
                                "waarden). Maak de klassen kleiner.",
                                line_nl(rows[j].place)),
                    fmt::format("this row overlaps the one {} (two values would hold for one age). "
                                "Make the classes smaller.",
                                line_en(rows[j].place))});
    }
  }
}

/// Everything that a teacher may be off together must leave something.
void check_net(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  NetRules const& net = scenario.net;
  check_leave_rows(checks, net.leave_by_age);
  check_uncertain(checks, net.leave_uptake, "net.leave_uptake");
  check_uncertain(checks, net.sick_leave, "net.sick_leave");
  for (School const& school : scenario.schools) {
    if (school.sick_leave)
      check_uncertain(checks, *school.sick_leave, "sick_leave");
  }
  check_share(checks, net.study_leave_with_grant, "study.leave_with_grant");
  check_share(checks, net.study_leave_without_grant, "study.leave_without_grant");
  check_share(checks, net.starter_first_year, "net.starter_first_year");
  check_share(checks, net.starter_second_year, "net.starter_second_year");
  check_share(checks, net.other_tasks, "net.other_tasks");
  double by_age = 0;
  for (LeaveRow const& row : net.leave_by_age)
    by_age = std::max(by_age, row.share);
  double const most = by_age + std::max(net.study_leave_with_grant, net.study_leave_without_grant) +
                      std::max(net.starter_first_year, net.starter_second_year) + net.other_tasks;
  if (most < 1)
    return;
  checks.error({}, "net",
               {fmt::format("verlof, studie, starterskorting en andere taken zijn samen {} van de "
                            "werktijd (er moet iets over blijven). Verlaag er een.",
                            rounded_text(most).nl),
                fmt::format("leave, study, starters' reduction and other tasks are together {} of "
                            "the working time (something must be left). Lower one of them.",
                            rounded_text(most).en)});
}

}  // namespace

void check_uncertain(Checks& checks, Uncertain const& value, std::string const& field) {
  if (!fits(value.quantity, value.central)) {
    checks.error(value.place, field, wrong_value(checks, value, value.central));
  } else if (value.interval) {
    check_interval(checks, value, field);
  }
}

void check_rules(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  check_exits(checks);
  check_programmes(checks);
  check_uncertain(checks, scenario.study.p_grant, "study.p_grant");
  check_uncertain(checks, scenario.study.without_grant, "study.without_grant");
  if (scenario.study.capacity)
    check_share(checks, *scenario.study.capacity, "study.capacity");
  check_net(checks);
  check_share(checks, scenario.critical.room_share, "exit.room_share");
  if (scenario.lessons)
    check_share(checks, scenario.lessons->max_upper, "lessons.max_upper");
  check_uncertain(checks, scenario.cover.own_staff, "cover.own_staff");
  check_uncertain(checks, scenario.cover.unqualified, "cover.unqualified");
}

}  // namespace meesterplan::scenario
