#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "sim/base/number_text.hpp"
#include "sim/scenario/checks.hpp"
#include "sim/scenario/nearest.hpp"

namespace meesterplan::scenario {
namespace {

constexpr int longest_appointment = 50;
constexpr std::string_view scale_keys[n_places] = {"lc", "ld", "le"};

void check_shares(Checks& checks, FunctionMix const& mix, std::string const& path) {
  double sum = 0;
  for (std::size_t place = 0; place < mix.share.size(); ++place) {
    double const share = mix.share[place];
    if (!(share >= 0 && share <= 1)) {
      Text const shown = checks.number(mix.place, share);
      checks.error(
          mix.place, path + "." + std::string(scale_keys[place]),
          {fmt::format("{} is geen aandeel (moet 0 tot en met 1 zijn). Verbeter het.", shown.nl),
           fmt::format("{} is not a share (must be in [0, 1]). Correct it.", shown.en)});
      return;
    }
    sum += share;
  }
  constexpr double rounding = 1e-9;
  if (sum <= 1 + rounding)
    return;
  Text const shown = checks.number(mix.place, sum);
  checks.error(mix.place, path,
               {fmt::format("LC, LD en LE tellen op tot {} (samen hoogstens 1; de rest is LB). "
                            "Verlaag een aandeel.",
                            shown.nl),
                fmt::format("LC, LD and LE add up to {} (together at most 1; the rest is LB). "
                            "Lower a share.",
                            shown.en)});
}

/// Tells which of `names` is not `known`.
void check_units(Checks& checks, FunctionMix const& mix, std::string const& field,
                 std::vector<std::string> const& names, std::set<std::string> const& known) {
  for (std::string const& name : names) {
    if (known.count(name) > 0)
      continue;
    std::vector<std::string_view> const words(known.begin(), known.end());
    Text const meant = did_you_mean(name, words);
    checks.error(mix.place, field,
                 {fmt::format("\"{}\" is er niet (het scenario heeft het niet).{}", name,
                              meant.nl.empty() ? " Verbeter de naam, of haal hem weg." : meant.nl),
                  fmt::format("there is no \"{}\" (the scenario does not have it).{}", name,
                              meant.en.empty() ? " Correct the name, or remove it." : meant.en)});
  }
}

void check_scope(Checks& checks, FunctionMix const& mix, std::string const& path) {
  std::set<std::string> schools;
  std::set<std::string> boards;
  for (School const& school : checks.scenario().schools) {
    schools.insert(school.key);
    boards.insert(school.board);
  }
  check_units(checks, mix, path + ".schools", mix.schools, schools);
  check_units(checks, mix, path + ".boards", mix.boards, boards);
  if (!mix.schools.empty() && !mix.boards.empty()) {
    checks.error(mix.place, path + ".boards",
                 {"scholen en besturen tegelijk (een bouwwerk is van een van beide). Haal een van "
                  "de lijsten weg.",
                  "schools and boards at once (a structure is of one of them). Remove one of the "
                  "lists."});
  }
  if (!mix.schools.empty() && checks.scenario().promotion.per == Level::board) {
    checks.error(mix.place, path + ".schools",
                 {"plaatsen van een school, terwijl zij van het bestuur samen zijn (promotion.per "
                  "= \"board\"). Noem boards, of verander per.",
                  "places of a school, while they are of the board together (promotion.per = "
                  "\"board\"). Name boards, or change per."});
  }
}

void check_years(Checks& checks, FunctionMix const& mix, std::string const& path) {
  Scenario const& scenario = checks.scenario();
  if (mix.from && mix.until && *mix.until < *mix.from) {
    checks.error(mix.place, path + ".until",
                 {fmt::format("tot en met {}, maar pas vanaf {} (zo geldt het nooit). Verbeter een "
                              "van beide.",
                              *mix.until, *mix.from),
                  fmt::format("until {}, but only from {} (so that it never holds). Correct one "
                              "of them.",
                              *mix.until, *mix.from)});
    return;
  }
  int const last = scenario.start + scenario.years;
  if (!checks.has_start() ||
      (mix.from.value_or(last) <= last && mix.until.value_or(last) >= scenario.start))
    return;
  checks.warning(mix.place, path + ".from",
                 {fmt::format("de jaren vallen buiten de looptijd (die is {} tot en met {}). Zo "
                              "doet dit niets.",
                              scenario.start, last),
                  fmt::format("its years are outside the run (which is {} to {}). So it does "
                              "nothing.",
                              scenario.start, last)});
}

bool share_a_name(std::vector<std::string> const& left, std::vector<std::string> const& right) {
  return std::any_of(left.begin(), left.end(), [&](std::string const& name) {
    return std::find(right.begin(), right.end(), name) != right.end();
  });
}

/// Whether both structures are about some unit, equally closely.
bool are_rivals(FunctionMix const& left, FunctionMix const& right) {
  if (!left.schools.empty() || !right.schools.empty())
    return share_a_name(left.schools, right.schools);
  if (!left.boards.empty() || !right.boards.empty())
    return share_a_name(left.boards, right.boards);
  return true;
}

bool overlap(FunctionMix const& left, FunctionMix const& right) {
  auto const starts_by = [](FunctionMix const& mix, FunctionMix const& other) {
    return !mix.from || !other.until || *mix.from <= *other.until;
  };
  return starts_by(left, right) && starts_by(right, left);
}

/// A unit has one structure at a time; a closer one replaces one of more units.
void check_one_at_a_time(Checks& checks, std::size_t index, std::string const& path) {
  auto const& mixes = checks.scenario().function_mix;
  for (std::size_t before = 0; before < index; ++before) {
    FunctionMix const& other = mixes[before];
    bool const same_name = other.name == mixes[index].name;
    if (same_name || !are_rivals(other, mixes[index]) || !overlap(other, mixes[index]))
      continue;
    checks.error(mixes[index].place, path,
                 {fmt::format("er is al een functiebouwwerk voor dezelfde school en hetzelfde jaar "
                              "(\"{}\", {}). Begrens de jaren met from en until, of noem scholen.",
                              other.name, line_nl(other.place)),
                  fmt::format("there is a job structure for the same school and year already "
                              "(\"{}\", {}). Bound the years by from and until, or name schools.",
                              other.name, line_en(other.place))});
    return;
  }
}

void check_redundancy(Checks& checks) {
  constexpr int longest_notice = 10;
  RedundancyRules const& rules = checks.scenario().redundancy;
  if (rules.notice_years < 0 || rules.notice_years > longest_notice) {
    checks.error({}, "surplus.notice_years",
                 {fmt::format("{} jaren (moet 0 tot en met {} zijn). Verbeter het.",
                              rules.notice_years, longest_notice),
                  fmt::format("{} years (must be in [0, {}]). Correct it.", rules.notice_years,
                              longest_notice)});
  }
  if (rules.per != Level::school && rules.per != Level::board) {
    checks.error(
        {}, "surplus.per",
        {fmt::format("{} is geen niveau van ontslag (kies school of board).", key_of(rules.per)),
         fmt::format("{} is not a level of redundancy (choose school or board).",
                     key_of(rules.per))});
  }
}

/// Rules that nothing follows from.
void tell_idle_rules(Checks& checks, PromotionRules const& rules) {
  Scenario const& scenario = checks.scenario();
  auto const tell = [&](std::string const& field, Text text) {
    checks.warning(rules.place, field, std::move(text));
  };
  bool const has_rules = rules.masters_first || rules.appointment_years > 0;
  if (has_rules && scenario.function_mix.empty()) {
    tell("promotion",
         {"dit heeft geen effect (er zijn geen plaatsen). Voeg [[function_mix]] toe, of haal de "
          "sleutels weg.",
          "this has no effect (there are no places). Add [[function_mix]], or remove the keys."});
  }
  if (rules.scale_gives_room && !scenario.lessons) {
    tell("promotion.scale_gives_room",
         {"dit heeft geen effect (zonder [lessons] heeft niemand gebrek aan ruimte). Haal de "
          "sleutel weg.",
          "this has no effect (without [lessons] nobody lacks room). Remove the key."});
  }
  bool const has_scales =
      std::any_of(scenario.people.begin(), scenario.people.end(),
                  [](Person const& person) { return person.scale != Scale::none; });
  if (!scenario.function_mix.empty() && !has_scales && !scenario.people.empty()) {
    checks.warning(scenario.function_mix.front().place, "function_mix",
                   {"van niemand is de schaal bekend (een plaats krijgt wie een schaal lager zit). "
                    "Vul de kolom schaal van het personeelsbestand.",
                    "nobody's scale is known (a place goes to somebody one scale below). Fill the "
                    "column scale of the personnel file."});
  }
}

}  // namespace

void check_promotion(Checks& checks) {
  Scenario const& scenario = checks.scenario();
  PromotionRules const& rules = scenario.promotion;
  if (rules.per != Level::school && rules.per != Level::board) {
    checks.error(rules.place, "promotion.per",
                 {fmt::format("{} is geen niveau van een functiemix (kies school of board).",
                              key_of(rules.per)),
                  fmt::format("{} is not a level of a function mix (choose school or board).",
                              key_of(rules.per))});
  }
  if (rules.appointment_years < 0 || rules.appointment_years > longest_appointment) {
    checks.error(rules.place, "promotion.appointment_years",
                 {fmt::format("{} jaren (moet 0 tot en met {} zijn). Verbeter het.",
                              rules.appointment_years, longest_appointment),
                  fmt::format("{} years (must be in [0, {}]). Correct it.", rules.appointment_years,
                              longest_appointment)});
  }
  for (std::size_t index = 0; index < scenario.function_mix.size(); ++index) {
    FunctionMix const& mix = scenario.function_mix[index];
    std::string const path = "function_mix." + mix.name;
    check_twice(checks, scenario.function_mix, index, path);
    check_shares(checks, mix, path);
    check_scope(checks, mix, path);
    check_years(checks, mix, path);
    check_one_at_a_time(checks, index, path);
  }
  tell_idle_rules(checks, rules);
  check_redundancy(checks);
}

}  // namespace meesterplan::scenario
