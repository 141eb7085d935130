#include "sim/input/definition_texts.hpp"

// The keys of policies and bottlenecks.

namespace meesterplan::input {
namespace {

Text const euro_text{"euro", "euros"};
Text const anybody{"iedereen", "everybody"};
Text const everywhere{"overal", "everywhere"};
Text const on_text{"verplicht als on erom vraagt", "required when on asks for it"};

void add_text(Definitions& list, std::string_view where, std::string_view key, Text meaning,
              std::string example, Text initial) {
  list.push_back(
      {where, key, Kind::text, std::move(meaning), std::move(example), std::move(initial)});
}

/// A class of whole numbers, or of fte; an open end has no bound.
void add_range(Definitions& list, std::string_view where,
               std::pair<std::string_view, std::string_view> keys, Text const& who,
               std::string const& example, Text const& unit, Limits limits) {
  Kind const kind = unit == fte_text ? Kind::number : Kind::whole;
  Text const from{who.nl + ", vanaf.", who.en + ", from."};
  Text const to{who.nl + ", tot en met.", who.en + ", up to and including."};
  list.push_back({where, keys.first, kind, from, example, open_text, unit, limits});
  list.push_back({where, keys.second, kind, to, example, open_text, unit, limits});
}

/// The persons that an effect or a cost is about.
void add_who(Definitions& list, std::string_view where) {
  constexpr Limits career{0, 100};
  add_range(list, where, {"age_from", "age_to"},
            {"Om wie het gaat: leeftijd aan het begin van het jaar",
             "Whom it is about: age at the start of the year"},
            "55", years_text, {0, 120});
  add_range(list, where, {"tenure_from", "tenure_to"},
            {"Om wie het gaat: dienstjaren", "Whom it is about: years in service here"}, "1",
            years_text, career);
  add_range(list, where, {"experience_from", "experience_to"},
            {"Om wie het gaat: jaren onderwijservaring", "Whom it is about: years of teaching"},
            "2", years_text, career);
  add_range(list, where, {"years_since_master_from", "years_since_master_to"},
            {"Om wie het gaat: jaren sinds de master (onbekend telt als lang geleden)",
             "Whom it is about: years since the master (unknown counts as long ago)"},
            "3", years_text, career);
  add_range(list, where, {"fte_from", "fte_to"},
            {"Om wie het gaat: de wtf van de persoon, in totaal",
             "Whom it is about: the person's total fte"},
            "0.5", fte_text, {0, 2});
  auto const add = [&](std::string_view key, Text meaning, std::string example, Words words) {
    list.push_back(
        {where, key, Kind::words, std::move(meaning), std::move(example), anybody, {}, {}, words});
  };
  add("degrees",
      {"Om wie het gaat: met dit hoogste diploma.", "Whom it is about: with this highest degree."},
      "wo_master", degree_words());
  add("licences",
      {"Om wie het gaat: met deze bevoegdheid voor het hoofdvak.",
       "Whom it is about: with this licence for the main subject."},
      "first_degree", licence_words());
  add("contracts", {"Om wie het gaat: met dit contract.", "Whom it is about: with this contract."},
      "permanent", contract_words());
}

void add_origins(Definitions& list, std::string_view where) {
  list.push_back({where,
                  "origins",
                  Kind::words,
                  {"Om welke nieuwkomers het gaat.", "Which newcomers it is about."},
                  "lio",
                  {"alle", "all"},
                  {},
                  {},
                  origin_words()});
}

void add_source(Definitions& list, std::string_view where) {
  add_text(list, where, "source",
           {"Waar het getal vandaan komt; zeg het als het een aanname is.",
            "Where the number comes from; say so when it is an assumption."},
           "aanname", none_text);
}

/// The size of an effect that may make things better or worse, by its form.
void add_ratios(Definitions& list, std::string_view where) {
  auto const add = [&](std::string_view key, Text meaning, std::string example) {
    list.push_back({where, key, Kind::uncertain, std::move(meaning), std::move(example), on_text,
                    ratio_text, ratio_limits});
  };
  add("ratio",
      {"Van exit, enrolment, hours_up, hours_down en dropout: hoeveel maal zo vaak (1: geen "
       "effect).",
       "Of exit, enrolment, hours_up, hours_down and dropout: how many times as often (1: no "
       "effect)."},
      "0.8");
  add("odds_ratio",
      {"Van permanent, grant, without_grant, fill, own_cover, unqualified_cover, sick_leave en "
       "carried_out: de verhouding van kans tot niet-kans wordt zo veel maal zo groot (1: geen "
       "effect).",
       "Of permanent, grant, without_grant, fill, own_cover, unqualified_cover, sick_leave and "
       "carried_out: the odds become so many times as large (1: no effect)."},
      "1.3");
  add("multiplier",
      {"Van entrants, capacity, pool en attractiveness: zo veel maal zo groot (1: geen effect).",
       "Of entrants, capacity, pool and attractiveness: so many times as large (1: no effect)."},
      "1.2");
}

/// What only a policy can do.
void add_decisions(Definitions& list, std::string_view where) {
  list.push_back(
      {where,
       "share",
       Kind::uncertain,
       {"Van starter_reduction, exemption en room: welk deel erbij komt (0: geen "
        "effect).",
        "Of starter_reduction, exemption and room: which share is added (0: no effect)."},
       "0.1",
       on_text,
       share_text,
       share_limits});
  list.push_back({where,
                  "order",
                  Kind::word,
                  {"Van lesson_order: wie de lessen in de bovenbouw eerst krijgt.",
                   "Of lesson_order: who gets the upper lessons first."},
                  "wo_master_first",
                  on_text,
                  {},
                  {},
                  lesson_order_words()});
}

void add_effect(Definitions& list, std::string_view where) {
  add_text(list, where, "name", {"Naam van het effect.", "Name of the effect."}, "starters",
           required_text);
  list.push_back({where,
                  "on",
                  Kind::word,
                  {"Waarop het werkt.", "What it acts on."},
                  "exit",
                  required_text,
                  {},
                  {},
                  behaviour_words()});
  add_ratios(list, where);
  list.push_back({where,
                  "causes",
                  Kind::words,
                  {"Van exit: voor welke redenen van vertrek.", "Of exit: for which causes."},
                  "leaves_profession",
                  {"leaves_profession, other_board en other_sector",
                   "leaves_profession, other_board and other_sector"},
                  {},
                  {},
                  drawn_cause_words()});
  list.push_back({where,
                  "programmes",
                  Kind::texts,
                  {"Van enrolment, dropout en exemption: voor welke opleidingen.",
                   "Of enrolment, dropout and exemption: for which programmes."},
                  "wo-master",
                  {"alle", "all"}});
  add_origins(list, where);
  add_who(list, where);
  add_source(list, where);
}

void add_cost(Definitions& list) {
  constexpr std::string_view where = "policy.cost";
  add_text(list, where, "name", {"Naam van de post.", "Name of the item."}, "coach", required_text);
  list.push_back({where,
                  "per",
                  Kind::word,
                  {"Waarvoor het bedrag wordt betaald.", "What the amount is paid for."},
                  "head",
                  required_text,
                  {},
                  {},
                  cost_per_words()});
  list.push_back({where,
                  "amount",
                  Kind::uncertain,
                  {"Bedrag per keer, op volle kracht.", "Amount each time, at full strength."},
                  "1500",
                  {"verplicht, behalve bij wage_share", "required, except with wage_share"},
                  euro_text,
                  {0}});
  list.push_back({where,
                  "share",
                  Kind::uncertain,
                  {"Van wage_share: welk deel van de loonsom.",
                   "Of wage_share: which part of the "
                   "wages."},
                  "0.1",
                  {"verplicht bij wage_share", "required with wage_share"},
                  share_text,
                  share_limits});
  add_origins(list, where);
  add_who(list, where);
  add_source(list, where);
}

/// Where a policy or bottleneck holds.
void add_scope(Definitions& list, std::string_view where) {
  auto const add = [&](std::string_view key, Text meaning, std::string example) {
    list.push_back({where, key, Kind::texts, std::move(meaning), std::move(example), everywhere});
  };
  add("sections", {"Alleen in deze secties.", "Only in these sections."}, "wiskunde");
  add("subjects", {"Alleen bij deze vakken.", "Only for these subjects."}, "wiskunde");
  add("schools", {"Alleen op deze scholen.", "Only at these schools."}, "18AB");
  add("boards", {"Alleen bij deze besturen.", "Only at these boards."}, "Bestuur Noord");
  add("regions", {"Alleen in deze regio's.", "Only in these regions."}, "Regio Noord");
}

void add_names(Definitions& list, std::string_view where, std::string const& use) {
  Text const one{"een van name en use", "one of name and use"};
  add_text(list, where, "use",
           {"Naam in de bibliotheek: wat daar staat geldt, behalve wat hier anders staat.",
            "Name in the library: what stands there holds, except for what is said here."},
           use, one);
  add_text(list, where, "name",
           {"Naam in dit scenario; alleen nodig als die anders is dan use.",
            "Name in this scenario; needed only when it differs from use."},
           use, one);
  Text const the_name{"de naam", "the name"};
  add_text(list, where, "title",
           {"Hoe het heet, in het Nederlands.", "What it is called, in Dutch."},
           "Begeleiding van starters", the_name);
  add_text(list, where, "title_en",
           {"Hoe het heet, in het Engels.", "What it is called, in English."},
           "Induction of new teachers", {"title", "title"});
  add_text(list, where, "description", {"Wat het is, in het Nederlands.", "What it is, in Dutch."},
           "Elke starter heeft drie jaar een coach.", {"leeg", "empty"});
  add_text(list, where, "description_en", {"Wat het is, in het Engels.", "What it is, in English."},
           "Every new teacher has a coach for three years.", {"description", "description"});
}

void add_card(Definitions& list) {
  constexpr std::string_view where = "policy";
  Text const empty{"leeg", "empty"};
  add_text(list, where, "owner", {"Wie het doet, in het Nederlands.", "Who does it, in Dutch."},
           "schoolleiding", empty);
  add_text(list, where, "owner_en", {"Wie het doet, in het Engels.", "Who does it, in English."},
           "school leaders", {"owner", "owner"});
  add_text(list, where, "leader",
           {"Wat de leidinggevende eraan doet, in het Nederlands.",
            "What the leader's part is, in Dutch."},
           "geeft de coach uren", empty);
  add_text(list, where, "leader_en",
           {"Wat de leidinggevende eraan doet, in het Engels.",
            "What the leader's part is, in English."},
           "gives the coach hours", {"leader", "leader"});
  add_text(list, where, "support",
           {"Hoeveel draagvlak er is, in eigen woorden.",
            "How widely it is supported, in your own words."},
           "breed", empty);
  add_text(list, where, "rationale",
           {"Waarom u dit kiest, in eigen woorden.", "Why you choose it, in your own words."},
           "Een op de drie starters vertrekt.", empty);
  list.push_back(
      {where,
       "hours",
       Kind::number,
       {"Uren per jaar van wie het uitvoeren.", "Hours a year of those who carry it out."},
       "80",
       both("0"),
       {"uren", "hours"},
       {0}});
}

void add_policy(Definitions& list) {
  constexpr std::string_view where = "policy";
  scenario::Policy const p;
  add_names(list, where, "inductie");
  list.insert(
      list.end(),
      {{where,
        "from",
        Kind::whole,
        {"Het eerste schooljaar.", "The first school year."},
        "2027",
        required_text,
        school_year_text,
        school_years},
       {where,
        "until",
        Kind::whole,
        {"Het laatste schooljaar.", "The last school year."},
        "2030",
        {"zolang er gespeeld wordt", "as long as is played"},
        school_year_text,
        school_years},
       {where,
        "phase_in",
        Kind::word,
        {"Hoe het op volle kracht komt.", "How it comes to full strength."},
        "linear",
        plain(p.phase_in, phase_in_words()),
        {},
        {},
        phase_in_words()},
       {where,
        "phase_years",
        Kind::whole,
        {"In hoeveel jaar het op volle kracht komt.",
         "In how many years it comes to full "
         "strength."},
        "3",
        plain(std::int64_t{p.phase_years}),
        years_text,
        {1, 50}},
       {where,
        "strength",
        Kind::number,
        {"Welk deel van het beleid er komt; 0: niets, 1: alles.",
         "How much of the policy there is; 0: nothing, 1: all of it."},
        "0.8",
        plain(p.strength),
        share_text,
        share_limits},
       {where,
        "carried_out",
        Kind::uncertain,
        {"Slagingskans: de kans dat het wordt uitgevoerd.", "The chance that it is carried out."},
        "0.7",
        plain(p.carried_out),
        probability_text,
        share_limits},
       {where,
        "cluster",
        Kind::word,
        {"Bij welk soort beleid het hoort.", "Which kind of policy it is."},
        "training",
        plain(p.cluster, cluster_words()),
        {},
        {},
        cluster_words()},
       {where,
        "amo",
        Kind::words,
        {"Of het werkt op kunnen, willen of mogen.",
         "Whether it works on ability, motivation or opportunity."},
        "ability",
        none_text,
        {},
        {},
        amo_words()},
       {where,
        "lifts",
        Kind::texts,
        {"Welke knelpunten het wegneemt.", "Which bottlenecks it lifts."},
        "weinig-begeleiding",
        none_text}});
  add_scope(list, where);
  add_card(list);
  list.push_back({where,
                  "effect",
                  Kind::tables,
                  {"Wat het verandert.", "What it changes."},
                  "[[policy.effect]]",
                  none_text});
  list.push_back({where,
                  "cost",
                  Kind::tables,
                  {"Wat het kost.", "What it costs."},
                  "[[policy.cost]]",
                  none_text});
}

void add_bottleneck(Definitions& list) {
  constexpr std::string_view where = "bottleneck";
  add_names(list, where, "weinig-begeleiding");
  list.insert(list.end(), {{where,
                            "occurs",
                            Kind::flag,
                            {"Of het voorkomt.", "Whether it occurs."},
                            "true",
                            both("true")},
                           {where,
                            "urgency",
                            Kind::word,
                            {"Hoe dringend het is.", "How urgent it is."},
                            "high",
                            plain(scenario::Urgency::none, urgency_words()),
                            {},
                            {},
                            urgency_words()}});
  add_text(list, where, "why",
           {"Waarom u dat vindt, in eigen woorden.", "Why you think so, in your own words."},
           "Starters staan er alleen voor.", {"leeg", "empty"});
  add_text(
      list, where, "remedy",
      {"Wat eraan te doen is, in eigen woorden.", "What can be done about it, in your own words."},
      "Elke starter een coach.", {"leeg", "empty"});
  add_scope(list, where);
  list.push_back(
      {where,
       "effect",
       Kind::tables,
       {"Wat er slechter gaat doordat het voorkomt.", "What goes worse because it occurs."},
       "[[bottleneck.effect]]",
       none_text});
}

void add_rules(Definitions& list, scenario::PolicyRules const& rules) {
  list.push_back({"policy_rules",
                  "amo",
                  Kind::word,
                  {"Hoe effecten op kunnen, willen en mogen samengaan.",
                   "How effects on ability, motivation and opportunity go together."},
                  "constraining",
                  plain(rules.amo, amo_rule_words()),
                  {},
                  {},
                  amo_rule_words()});
  list.push_back({"policy_rules",
                  "one_sided_effect",
                  Kind::number,
                  {"Wat er bij constraining over is van effecten die alle op een van de drie "
                   "liggen.",
                   "What is left under constraining of effects that all lie on one of the three."},
                  "0.5",
                  plain(rules.one_sided_effect),
                  share_text,
                  share_limits,
                  {},
                  assumption});
}

}  // namespace

void add_policy_keys(Definitions& list, scenario::Scenario const& plain_scenario) {
  add_policy(list);
  add_effect(list, "policy.effect");
  add_decisions(list, "policy.effect");
  add_cost(list);
  add_bottleneck(list);
  add_effect(list, "bottleneck.effect");
  add_rules(list, plain_scenario.policy_rules);
}

}  // namespace meesterplan::input
