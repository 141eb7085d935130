#include "sim/input/definition_texts.hpp"

// The keys of the function mix and of promotion.

namespace meesterplan::input {
namespace {

void add_share(Definitions& list, std::string_view key, std::string const& scale,
               std::string example) {
  list.push_back({"function_mix",
                  key,
                  Kind::number,
                  {"Plaatsen in " + scale + ", als deel van de fte met een bekende schaal.",
                   "Places in " + scale + ", as a share of the fte of staff with a known scale."},
                  std::move(example),
                  plain(0.0),
                  share_text,
                  share_limits,
                  {},
                  {}});
}

void add_mix(Definitions& list) {
  list.insert(list.end(),
              {{"function_mix",
                "name",
                Kind::text,
                {"Naam van dit functiebouwwerk.", "Name of this job structure."},
                "functiebouwwerk",
                required_text},
               {"function_mix",
                "from",
                Kind::whole,
                {"Het schooljaar op welks 1 oktober dit voor het eerst geldt.",
                 "The school year on whose 1 October this first holds."},
                "2026",
                {"altijd", "always"},
                school_year_text,
                school_years},
               {"function_mix",
                "until",
                Kind::whole,
                {"Het laatste schooljaar waarvoor dit geldt.",
                 "The last school year for which this holds."},
                "2030",
                {"blijft", "stays"},
                school_year_text,
                school_years},
               {"function_mix",
                "schools",
                Kind::texts,
                {"De scholen waarvoor dit geldt; gaat voor een bouwwerk van het bestuur of van "
                 "allen.",
                 "The schools for which this holds; goes before a structure of the board or of "
                 "all."},
                "18AB",
                {"alle", "all"}},
               {"function_mix",
                "boards",
                Kind::texts,
                {"De besturen waarvoor dit geldt; gaat voor een bouwwerk van allen.",
                 "The boards for which this holds; goes before a structure of all."},
                "Bestuur Noord",
                {"alle", "all"}}});
  add_share(list, "lc", "LC", "0.4");
  add_share(list, "ld", "LD", "0.27");
  add_share(list, "le", "LE", "0.01");
}

void add_right(Definitions& list, std::string_view key, Text const& degree,
               scenario::PromotionRules const& rules) {
  list.push_back({"promotion",
                  key,
                  Kind::word,
                  {"De schaal waar " + degree.nl +
                       " recht op geeft, plaats of geen plaats: bij het diploma en bij aanname.",
                   "The scale that " + degree.en +
                       " gives a right to, place or no place: on graduating and when hired."},
                  "LC",
                  plain(rules.right[0], scale_words()),
                  {},
                  {},
                  scale_words(),
                  neutral});
}

void add_promotion(Definitions& list, scenario::Scenario const& s) {
  scenario::PromotionRules const& rules = s.promotion;
  list.insert(
      list.end(),
      {{"promotion",
        "per",
        Kind::word,
        {"Waarbinnen de plaatsen gelden: per school, of van het bestuur samen.",
         "Within which the places hold: of each school, or of the board together."},
        "school",
        plain(rules.per, unit_words()),
        {},
        {},
        unit_words()},
       {"promotion",
        "masters_first",
        Kind::flag,
        {"Wie een master heeft, gaat voor; anders beslist alleen de ervaring.",
         "Whoever has a master goes first; else experience alone decides."},
        "true",
        {"nee", "no"}},
       {"promotion",
        "appointment_years",
        Kind::whole,
        {"Een benoeming eindigt na zo veel jaren; 0: nooit. Wie dan geen plaats houdt, gaat terug "
         "naar de eigen schaal.",
         "An appointment ends after so many years; 0: never. Whoever then keeps no place goes "
         "back to the own scale."},
        "2",
        plain(std::int64_t{rules.appointment_years}),
        years_text,
        {0, 50}},
       {"promotion",
        "scale_gives_room",
        Kind::flag,
        {"Een schaal vanaf LC geldt als ruimte om de master toe te passen (exit.critical_no_room).",
         "A scale of LC and up counts as room to apply the master (exit.critical_no_room)."},
        "true",
        {"nee", "no"}}});
  add_right(list, "right_bachelor", {"een bachelor", "a bachelor"}, rules);
  add_right(list, "right_hbo_master", {"een hbo-master", "an hbo master"}, rules);
  add_right(list, "right_wo_master", {"een wo-master", "a wo master"}, rules);
}

}  // namespace

void add_function_mix_keys(Definitions& list, scenario::Scenario const& plain_scenario) {
  add_mix(list);
  add_promotion(list, plain_scenario);
}

}  // namespace meesterplan::input
