#include "sim/input/definition_texts.hpp"

// The columns of the tables of rates.

namespace meesterplan::input {
namespace {

Text const any_text{"iedereen", "anybody"};
Text const completed{"voltooide jaren", "completed years"};

/// Both ends of a class of whole numbers; an open end has no bound.
void add_range(Definitions& list, std::string_view file, std::string_view from, std::string_view to,
               Text const& who, std::string const& example, Text const& unit, Limits limits) {
  Kind const kind = unit == fte_text ? Kind::number : Kind::whole;
  list.push_back({file,
                  from,
                  kind,
                  {who.nl + ", vanaf.", who.en + ", from."},
                  example,
                  open_text,
                  unit,
                  limits});
  list.push_back({file,
                  to,
                  kind,
                  {who.nl + ", tot en met.", who.en + ", up to and including."},
                  example,
                  open_text,
                  unit,
                  limits});
}

/// Whom a row of a table of rates is about.
void add_covariates(Definitions& list, std::string_view file) {
  constexpr Limits long_time{0, 100};
  add_range(list, file, "age_from", "age_to",
            {"Leeftijd aan het begin van het jaar", "Age at the start of the year"}, "55",
            years_text, {0, 120});
  add_range(list, file, "retirement_from", "retirement_to",
            {"Hele jaren van de AOW-leeftijd tot het einde van het jaar",
             "Whole years from state pension age to the end of the year"},
            "-1", years_text, {-100, 100});
  add_range(list, file, "tenure_from", "tenure_to", {"Dienstjaren", "Years in service here"}, "0",
            completed, long_time);
  add_range(list, file, "experience_from", "experience_to",
            {"Onderwijservaring", "Years of teaching"}, "0", completed, long_time);
  add_range(list, file, "years_since_master_from", "years_since_master_to",
            {"Jaren sinds de master (onbekend telt als lang geleden)",
             "Years since the master (an unknown year counts as long ago)"},
            "0", completed, long_time);
  add_range(list, file, "fte_from", "fte_to",
            {"De wtf van de persoon, in totaal", "The person's total fte"}, "0,5", fte_text,
            {0, 2});
  add_range(list, file, "year_from", "year_to", {"Schooljaar", "School year"}, "2027",
            school_year_text, school_years);
  list.insert(list.end(), {{file,
                            "degree",
                            Kind::word,
                            {"Hoogste diploma.", "Highest degree."},
                            "bachelor",
                            any_text,
                            {},
                            {},
                            degree_words()},
                           {file,
                            "licence",
                            Kind::word,
                            {"Bevoegdheid voor het hoofdvak.", "Licence for the main subject."},
                            "unlicensed",
                            any_text,
                            {},
                            {},
                            licence_words()},
                           {file,
                            "contract",
                            Kind::word,
                            {"Soort contract.", "Kind of contract."},
                            "permanent",
                            any_text,
                            {},
                            {},
                            contract_words()},
                           {file,
                            "subject",
                            Kind::text,
                            {"Vak van de hoofdsectie.", "Subject of the main section."},
                            "wiskunde",
                            any_text}});
}

Definition probability(std::string_view file, Text meaning) {
  return {file,   "probability", Kind::number,     std::move(meaning),
          "0,05", error_text,    probability_text, share_limits};
}

/// What stands behind a value: its interval, its group, its source.
void add_interval(Definitions& list, std::string_view file, Text const& unit, Limits limits,
                  bool of_ratio) {
  list.insert(
      list.end(),
      {{file,
        "low",
        Kind::number,
        {"Ondergrens van het 95%-interval.", "Lower end of the 95% interval."},
        of_ratio ? "0,8" : "0,03",
        certain_text,
        unit,
        limits},
       {file,
        "high",
        Kind::number,
        {"Bovengrens van het 95%-interval; beide of geen van beide.",
         "Upper end of the 95% interval; both or neither."},
        of_ratio ? "1,9" : "0,08",
        certain_text,
        unit,
        limits},
       {file,
        "group",
        Kind::text,
        {"Rijen van een groep delen hun loting.", "Rows of one group share their quantile."},
        "exit.starter",
        {"de tabel", "the table"}},
       {file,
        "source",
        Kind::text,
        {"Waar de waarde vandaan komt.", "Where the value comes from."},
        "eigen cijfers",
        none_text}});
}

void add_rates(Definitions& list, std::string_view file, Text meaning) {
  add_covariates(list, file);
  list.push_back(probability(file, std::move(meaning)));
  add_interval(list, file, probability_text, share_limits, false);
}

void add_exit_factors(Definitions& list) {
  constexpr std::string_view file = "exit_factors";
  list.insert(
      list.end(),
      {{file,
        "factor",
        Kind::text,
        {"Naam van de factor; rijen van een factor hebben een soort en dezelfde redenen.",
         "Name of the factor; rows of one factor have one kind and the same causes."},
        "starter",
        error_text},
       {file,
        "kind",
        Kind::word,
        {"Over welk deel van de loopbaan de factor gaat; wie een startersfactor heeft, krijgt "
         "geen dienstjarenfactor.",
         "Which part of a career the factor is about; whoever has a starter factor gets no tenure "
         "factor."},
        "starter",
        {"algemeen", "general"},
        {},
        {},
        factor_kind_words()},
       {file,
        "causes",
        Kind::words,
        {"Op welke redenen van vertrek de factor werkt, met spaties ertussen.",
         "On which causes of exit the factor acts, separated by spaces."},
        "other_board",
        both("leaves_profession other_board other_sector"),
        {},
        {},
        drawn_cause_words()}});
  add_covariates(list, file);
  list.push_back({file,
                  "ratio",
                  Kind::number,
                  {"Zo veel groter is de kans op vertrek (verhouding van hazards).",
                   "Hazard ratio: so much larger is the chance of leaving."},
                  "1,5",
                  error_text,
                  ratio_text,
                  ratio_limits});
  add_interval(list, file, ratio_text, ratio_limits, true);
}

}  // namespace

Definitions rate_columns() {
  Definitions list;
  list.push_back({"exit",
                  "cause",
                  Kind::word,
                  {"Reden van vertrek.", "Cause of exit."},
                  "retirement",
                  error_text,
                  {},
                  {},
                  drawn_cause_words()});
  add_rates(
      list, "exit",
      {"Kans per jaar als dit de enige reden was.", "Yearly chance if it were the only cause."});
  add_exit_factors(list);
  list.push_back({"hours",
                  "direction",
                  Kind::word,
                  {"Meer of minder uren.", "More or fewer hours."},
                  "up",
                  error_text,
                  {},
                  {},
                  direction_words()});
  add_rates(list, "hours", {"Kans per jaar.", "Yearly probability."});
  add_rates(list, "uptake",
            {"Kans per jaar dat iemand wil beginnen.", "Yearly chance of wanting to start."});
  add_range(list, "leave", "age_from", "age_to", {"Leeftijd", "Age"}, "57", years_text, {0, 120});
  list.insert(list.end(), {{"leave",
                            "share",
                            Kind::number,
                            {"Deel van de werktijd dat iemand van deze leeftijd vrij mag nemen.",
                             "Part of the working time that someone of this age may take off."},
                            "0,1",
                            error_text,
                            share_text,
                            share_limits},
                           {"leave",
                            "source",
                            Kind::text,
                            {"Waar de waarde vandaan komt.", "Where the value comes from."},
                            "cao vo",
                            none_text},
                           {"fill",
                            "subject",
                            Kind::text,
                            {"Het vak.", "The subject."},
                            "wiskunde",
                            {"alle andere", "all others"}}});
  list.push_back(probability("fill", {"Kans dat een poging om een vacature te vervullen lukt.",
                                      "Chance that a try to fill a vacancy succeeds."}));
  add_interval(list, "fill", probability_text, share_limits, false);
  return list;
}

}  // namespace meesterplan::input
