#include "sim/input/definitions.hpp"

// What the words of policies and bottlenecks mean.

namespace meesterplan::input {
namespace {

using Terms = std::vector<TermDefinition>;

void add_behaviours(Terms& list) {
  auto const add = [&](std::string_view key, Text name, Text meaning) {
    list.push_back({"on", key, std::move(name), std::move(meaning)});
  };
  add("exit", {"vertrek", "exit"},
      {"De kans om te vertrekken, voor een of meer redenen; een verhouding van kansdichtheden.",
       "The hazard of leaving, for one or more causes; a hazard ratio."});
  add("enrolment", {"beginnen met studeren", "enrolment"},
      {"De kans om aan een opleiding te willen beginnen; een verhouding van kansdichtheden.",
       "The hazard of wanting to begin a programme; a hazard ratio."});
  add("hours_up", {"meer uren", "more hours"},
      {"De kans om meer te gaan werken; een verhouding van kansdichtheden.",
       "The hazard of going to work more; a hazard ratio."});
  add("hours_down", {"minder uren", "fewer hours"},
      {"De kans om minder te gaan werken; een verhouding van kansdichtheden.",
       "The hazard of going to work less; a hazard ratio."});
  add("dropout", {"studie-uitval", "dropout"},
      {"De kans om met een studie te stoppen; een verhouding van kansdichtheden.",
       "The hazard of giving up a study; a hazard ratio."});
  add("permanent", {"vast contract", "permanent contract"},
      {"De kans op een vast contract; een odds ratio.",
       "The chance of a permanent contract; an odds ratio."});
  add("grant", {"lerarenbeurs", "grant"},
      {"De kans op een lerarenbeurs; een odds ratio.", "The chance of a grant; an odds ratio."});
  add("without_grant", {"zonder beurs", "without a grant"},
      {"De kans om zonder beurs toch te studeren; een odds ratio.",
       "The chance of studying without a grant anyway; an odds ratio."});
  add("fill", {"vacature vervullen", "filling a vacancy"},
      {"De kans dat een poging om een vacature te vervullen lukt; een odds ratio.",
       "The chance that a try to fill a vacancy succeeds; an odds ratio."});
  add("own_cover", {"eigen opvang", "own cover"},
      {"Het deel van de fte dat collega's aan lessen kunnen overnemen; een odds ratio.",
       "The share of fte that colleagues can take over in lessons; an odds ratio."});
  add("unqualified_cover", {"onbevoegde opvang", "unqualified cover"},
      {"Het deel van de vraag dat onbevoegden kunnen geven; een odds ratio.",
       "The share of demand that the unqualified can teach; an odds ratio."});
  add("sick_leave", {"verzuim", "sick leave"},
      {"Het deel van de fte dat ziek is; een odds ratio.",
       "The share of fte on sick leave; an odds ratio."});
  add("carried_out", {"slagingskans", "chance of being carried out"},
      {"De kans dat ander beleid wordt uitgevoerd; een odds ratio.",
       "The chance that other policies are carried out; an odds ratio."});
  add("entrants", {"nieuwkomers", "entrants"},
      {"Hoe zwaar een soort nieuwkomers weegt; een factor.",
       "The weight of a kind of entrants; a multiplier."});
  add("capacity", {"studieplaatsen", "places to study"},
      {"Het deel van een sectie dat tegelijk mag studeren; een factor.",
       "The share of a section that may study at once; a multiplier."});
  add("pool", {"kandidaten", "candidates"},
      {"Het aantal kandidaten op de arbeidsmarkt; een factor.",
       "The number of candidates of the labour market; a multiplier."});
  add("attractiveness", {"aantrekkelijkheid", "attractiveness"},
      {"Hoe aantrekkelijk een sectie is voor kandidaten; een factor.",
       "How attractive a section is to candidates; a multiplier."});
  add("starter_reduction", {"lesreductie voor starters", "starters' reduction"},
      {"Lessen die starters minder geven, boven op de cao; een aandeel erbij.",
       "Lessons that starters give less, on top of the cao; a share that is added."});
  add("exemption", {"vrijstelling", "exemption"},
      {"Het deel van de nieuwe studenten dat een studiejaar minder nodig heeft; een aandeel.",
       "The share of new students who need one study year less; a share."});
  add("room", {"ruimte", "room"},
      {"Het deel van het gebrek aan ruimte om een master te gebruiken dat verdwijnt; een aandeel.",
       "The part of the lack of room to use a master that is taken away; a share."});
  add("lesson_order", {"lesvolgorde", "order of lessons"},
      {"Wie de lessen in de bovenbouw eerst krijgt (order); een besluit.",
       "Who gets the upper lessons first (order); a decision."});
}

void add_policy_words(Terms& list) {
  list.insert(
      list.end(),
      {{"amo",
        "ability",
        {"kunnen", "ability"},
        {"Het maakt dat mensen iets kunnen.", "It makes people able to do something."}},
       {"amo",
        "motivation",
        {"willen", "motivation"},
        {"Het maakt dat mensen iets willen.", "It makes people want something."}},
       {"amo",
        "opportunity",
        {"mogen", "opportunity"},
        {"Het geeft mensen de ruimte voor iets.", "It gives people the opportunity for it."}},
       {"cluster",
        "recruitment",
        {"werving en selectie", "recruitment and selection"},
        {"Masters vinden en kiezen.", "Finding and choosing masters."}},
       {"cluster",
        "career",
        {"loopbaanbeleid", "career"},
        {"Masters houden en laten groeien.", "Keeping masters and letting them grow."}},
       {"cluster",
        "training",
        {"opleiding en begeleiding", "training and support"},
        {"Docenten opleiden en op weg helpen.", "Training teachers and helping them on."}},
       {"cluster",
        "cooperation",
        {"samenwerken", "cooperation"},
        {"Samen leren en dezelfde kant op werken.", "Learning together and pulling together."}},
       {"cluster", "other", {"overig", "other"}, {"Wat daarbuiten valt.", "What is left."}},
       {"phase_in",
        "step",
        {"ineens", "at once"},
        {"Vanaf het eerste jaar op volle kracht.", "At full strength from the first year on."}},
       {"phase_in",
        "linear",
        {"gelijkmatig", "evenly"},
        {"Elk jaar evenveel erbij.", "The same is added every year."}},
       {"phase_in",
        "front",
        {"eerst snel", "fast first"},
        {"Eerst veel erbij, later minder.", "Much is added first, later less."}},
       {"phase_in",
        "back",
        {"eerst langzaam", "slow first"},
        {"Eerst weinig erbij, later meer.", "Little is added first, later more."}},
       {"per",
        "board",
        {"bestuur", "board"},
        {"Elk jaar voor elk bestuur.", "Every year for each board."}},
       {"per",
        "school",
        {"school", "school"},
        {"Elk jaar voor elke school.", "Every year for each school."}},
       {"per",
        "head",
        {"docent", "head"},
        {"Elk jaar voor elke docent om wie het gaat.",
         "Every year for each teacher whom it is about."}},
       {"per",
        "fte",
        {"fte", "fte"},
        {"Elk jaar voor elke fte om wie het gaat.", "Every year for each fte that it is about."}},
       {"per",
        "hire",
        {"aanstelling", "hire"},
        {"Voor elke docent die in dienst komt.", "For each teacher who is hired."}},
       {"per",
        "enrolment",
        {"nieuwe student", "enrolment"},
        {"Voor elke docent die met een studie begint.", "For each teacher who begins to study."}},
       {"per",
        "wage_share",
        {"aandeel loonsom", "share of wages"},
        {"Een deel van de loonsom van wie het om gaat, elk jaar.",
         "A share of the wages of those whom it is about, every year."}}});
}

void add_budgets(Terms& list) {
  list.insert(
      list.end(),
      {{"for",
        "all",
        {"alles", "all"},
        {"Alle kosten van een kalenderjaar samen.", "All costs of a calendar year together."}},
       {"for",
        "study",
        {"scholing", "study"},
        {"Wat scholing in een schooljaar mag kosten; wie er niet bij past, wacht.",
         "What study may cost in a school year; who does not fit in waits."}}});
}

void add_judgements(Terms& list) {
  list.insert(list.end(),
              {{"urgency", "none", {"geen", "none"}, {"Het hoeft niet.", "It need not be done."}},
               {"urgency", "low", {"laag", "low"}, {"Het kan wachten.", "It can wait."}},
               {"urgency",
                "middle",
                {"midden", "middle"},
                {"Het moet binnen een paar jaar.", "It must be done within a few years."}},
               {"urgency", "high", {"hoog", "high"}, {"Het moet nu.", "It must be done now."}},
               {"policy_rules.amo",
                "additive",
                {"optellend", "additive"},
                {"Effecten van kunnen, willen en mogen tellen gewoon op.",
                 "Effects of ability, motivation and opportunity simply add up."}},
               {"policy_rules.amo",
                "constraining",
                {"begrenzend", "constraining"},
                {"Beleid dat maar een van kunnen, willen en mogen raakt, werkt minder.",
                 "Policies that touch only one of ability, motivation and opportunity do less."}}});
}

}  // namespace

std::vector<TermDefinition> policy_terms() {
  Terms list;
  add_behaviours(list);
  add_policy_words(list);
  add_judgements(list);
  add_budgets(list);
  return list;
}

}  // namespace meesterplan::input
