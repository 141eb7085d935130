#include "sim/input/definition_texts.hpp"
#include "sim/input/formats.hpp"

namespace meesterplan::input {
namespace {

constexpr double max_32_bits = 4'294'967'295;

void add_top(Definitions& list, scenario::Scenario const& plain_scenario) {
  scenario::Scenario const& s = plain_scenario;
  auto const table = [&](std::string_view key, Text meaning) {
    list.push_back({"", key, Kind::table, std::move(meaning), fmt::format("[{}]", key)});
  };
  list.insert(
      list.end(),
      {{"",
        "name",
        Kind::text,
        {"Naam van het scenario, boven elke uitkomst; wordt niet overgenomen via extends.",
         "Name of the scenario, shown above every result; not inherited."},
        "Mijn school",
        {"de naam van het bestand", "the file's stem"}},
       {"",
        "description",
        Kind::text,
        {"Wat er in dit scenario gebeurt, in een zin; wordt niet overgenomen via extends.",
         "What happens in this scenario, in a sentence; not inherited."},
        "Wat er gebeurt als de school niets verandert.",
        {"leeg", "empty"}},
       {"",
        "extends",
        Kind::file,
        {"Het scenario waarvan dit verschilt: tabellen gaan samen per sleutel, lijsten van "
         "tabellen per naam, al het andere wordt vervangen.",
         "The scenario that this one differs from: tables merge by key, lists of tables by "
         "name, everything else is replaced."},
        "basis.toml",
        none_text},
       {"",
        "start",
        Kind::whole,
        {"Het schooljaar van de peildatum; jaar 0 is 1 oktober van dit jaar.",
         "The school year of the reference date; year 0 is 1 October of this year."},
        "2025",
        required_text,
        school_year_text,
        {1900, 2100}},
       {"",
        "years",
        Kind::whole,
        {"Hoeveel schooljaren er worden gespeeld.", "How many school years are played."},
        "10",
        plain(std::int64_t{s.years}),
        years_text,
        {1, 50},
        {},
        assumption},
       {"",
        "replicates",
        Kind::whole,
        {"Hoeveel toekomsten er worden gespeeld.", "How many futures are played."},
        "10000",
        plain(s.replicates),
        {"toekomsten", "futures"},
        {1, max_32_bits},
        {},
        assumption},
       {"",
        "seed",
        Kind::whole,
        {"Het zaad van het toeval: hetzelfde zaad geeft dezelfde uitkomst.",
         "The seed of chance: the same seed gives the same answer."},
        "1",
        plain(std::int64_t{s.seed}),
        {},
        {0, max_32_bits}},
       {"",
        "uncertainty",
        Kind::word,
        {"Of onzekere getallen in elke toekomst worden getrokken (all) of op hun midden blijven "
         "(chance).",
         "Whether uncertain numbers are drawn in every future (all) or stay at their centre "
         "(chance)."},
        "all",
        plain(s.uncertainty, uncertainty_words()),
        {},
        {},
        uncertainty_words()},
       {"",
        "parameters",
        Kind::files,
        {"Getallen met hun bron (parameters.csv) voor sleutels die het scenario zelf niet noemt.",
         "Numbers with their source (parameters.csv) for keys that the scenario itself does not "
         "give."},
        "parameters.csv",
        none_text},
       {"",
        "policies",
        Kind::folder,
        {"De map met de bibliotheek van beleid, een bestand per beleid (docs/policies.md).",
         "The folder of the library of policies, a file each (docs/policies.md)."},
        "policies",
        none_text},
       {"",
        "bottlenecks",
        Kind::folder,
        {"De map met de bibliotheek van knelpunten, een bestand per knelpunt (docs/policies.md).",
         "The folder of the library of bottlenecks, a file each (docs/policies.md)."},
        "bottlenecks",
        none_text}});
  table("files", {"De bestanden van de school.", "The files of the school."});
  table("columns", {"Eigen namen van kolommen, en kolommen om over te slaan.",
                    "Own header names, and columns to skip."});
  table("unknown", {"Hoe ontbrekende diploma's en bevoegdheden worden geloot.",
                    "How missing degrees and licences are drawn."});
  table("pension", {"De AOW-leeftijd.", "State pension age."});
  table("exit", {"Wie er vertrekt, en waarom.", "Who leaves, and why."});
  table("contracts",
        {"Wat er met tijdelijke contracten gebeurt.", "What happens to temporary contracts."});
  table("hours", {"Meer of minder uren gaan werken.", "Going to work more or fewer hours."});
  table("study", {"Regels voor studeren naast het werk.", "Rules for studying beside work."});
  list.push_back({"",
                  "programme",
                  Kind::tables,
                  {"De opleidingen die docenten naast hun werk kunnen volgen.",
                   "The programmes that teachers may follow beside their work."},
                  "[[programme]]",
                  none_text});
  table("net", {"Van wtf naar inzetbare wtf.", "From fte to deployable fte."});
  table("demand", {"Hoeveel fte er nodig is.", "How much fte is needed."});
  table("surplus",
        {"Wat er gebeurt met wie boventallig is.", "What happens to staff above demand."});
  table("recruitment", {"Hoe vacatures worden vervuld.", "How vacancies are filled."});
  table("market", {"De arbeidsmarkt van een regio (mode market).",
                   "The labour market of a region (mode market)."});
  table("lessons",
        {"Wie welke lessen geeft; zonder deze tabel tellen lessen niet mee (getallen uit "
         "parameters.csv zetten dit niet aan).",
         "Who gives which lessons; without this table lessons are not modelled (numbers of "
         "parameters.csv do not switch it on)."});
  table("cover", {"Hoe lessen zonder docent worden opgevangen.",
                  "How lessons without a teacher are covered."});
  list.push_back(
      {"",
       "function_mix",
       Kind::tables,
       {"Hoeveel plaatsen er zijn in LC, LD en LE.", "How many places there are in LC, LD and LE."},
       "[[function_mix]]",
       none_text});
  table("promotion",
        {"Wie zo'n plaats krijgt, en voor hoe lang.", "Who gets such a place, and for how long."});
  list.push_back({"",
                  "policy",
                  Kind::tables,
                  {"Het beleid dat er komt.", "The policies that there will be."},
                  "[[policy]]",
                  none_text});
  list.push_back(
      {"",
       "bottleneck",
       Kind::tables,
       {"De knelpunten, en of ze hier voorkomen.", "The bottlenecks, and whether they occur here."},
       "[[bottleneck]]",
       none_text});
  table("policy_rules", {"Hoe effecten van beleid samengaan.", "How effects of policies add up."});
  table("money",
        {"Wat personeel kost; zonder deze tabel zijn er geen kosten (getallen uit parameters.csv "
         "zetten dit niet aan).",
         "What staff costs; without this table there are no costs (numbers of parameters.csv do "
         "not switch it on)."});
  list.push_back({"",
                  "target",
                  Kind::tables,
                  {"De doelen: wat er in welk jaar bereikt moet zijn.",
                   "The targets: what must be reached in which year."},
                  "[[target]]",
                  none_text});
  list.push_back(
      {"",
       "question",
       Kind::tables,
       {"Vragen bij het plan, met hun antwoord.", "Questions of the plan, with answers."},
       "[[question]]",
       none_text});
  table("record", {"Welke uitkomsten worden onthouden.", "Which results are kept."});
}

void add_questions(Definitions& list) {
  constexpr std::string_view where = "question";
  list.insert(list.end(),
              {{where,
                "name",
                Kind::text,
                {"Naam van de vraag.", "Name of the question."},
                "wie-eerst",
                required_text},
               {where,
                "text",
                Kind::text,
                {"Wat getallen niet zeggen; staat bij het plan in het rapport voor HR.",
                 "What numbers do not tell; stands with the plan in the report for HR."},
                "Welke secties hebben als eerste een master nodig?",
                required_text},
               {where,
                "answer",
                Kind::text,
                {"Het antwoord, in eigen woorden.", "The answer, in your own words."},
                "Wiskunde en natuurkunde.",
                {"nog open", "still open"}}});
}

void add_columns(Definitions& list) {
  list.push_back({"columns",
                  "ignore",
                  Kind::texts,
                  {"Kolommen om in elk bestand over te slaan.", "Headers to skip in every file."},
                  "Opmerking",
                  {"leeg", "empty"}});
  for (Format const& format : all_formats()) {
    list.push_back({"columns",
                    format.name,
                    Kind::table,
                    {fmt::format("Eigen namen van de kolommen van {}.csv: \"Mijn kolom\" = \"{}\".",
                                 format.name, format.columns.front().key),
                     fmt::format("Own header names in {}.csv: \"My column\" = \"{}\".", format.name,
                                 format.columns.front().key)},
                    fmt::format("{{ \"Mijn kolom\" = \"{}\" }}", format.columns.front().key)});
  }
}

void add_school(Definitions& list, scenario::Scenario const& s) {
  list.insert(
      list.end(),
      {{"files",
        "people",
        Kind::file,
        {"De docenten, een rij per docent (people.csv).",
         "The teachers, one row each (people.csv)."},
        "people.csv",
        required_text},
       {"files",
        "assignments",
        Kind::file,
        {"Wie in welke sectie werkt, en hoeveel (assignments.csv).",
         "Who works in which section, and how much (assignments.csv)."},
        "assignments.csv",
        required_text},
       {"files",
        "sections",
        Kind::file,
        {"De secties van de scholen (sections.csv).",
         "The sections of the schools (sections.csv)."},
        "sections.csv",
        required_text},
       {"files",
        "schools",
        Kind::file,
        {"De scholen met hun bestuur en regio (schools.csv).",
         "The schools with their board and region (schools.csv)."},
        "schools.csv",
        {"de scholen in sections.csv, in een naamloos bestuur en een naamloze regio",
         "the schools named in sections.csv, in one unnamed board and region"}},
       {"files",
        "history",
        Kind::file,
        {"Hoe het voor de peildatum was (history.csv); staat naast de toekomsten in een rapport, "
         "er wordt niets mee gespeeld.",
         "How it was before the reference date (history.csv); stands beside the futures in a "
         "report, nothing is played from it."},
        "history.csv",
        none_text},
       {"unknown",
        "shares",
        Kind::file,
        {"Hoe vaak diploma's en bevoegdheden voorkomen (reference_shares.csv); nodig als er een "
         "onbekend is.",
         "How common degrees and licences are (reference_shares.csv); needed when a degree or "
         "licence is unknown."},
        "reference_shares.csv",
        none_text},
       {"unknown",
        "weight",
        Kind::number,
        {"Voor hoeveel bekende collega's die verhouding meetelt.",
         "How many known colleagues those shares count for."},
        "5",
        plain(s.unknown.weight),
        {"docenten", "teachers"},
        {0},
        {},
        assumption},
       {"pension",
        "ages",
        Kind::file,
        {"De AOW-leeftijd per maand van ingang (pension_age.csv); nodig als een tabel "
         "retirement_from of retirement_to heeft.",
         "State pension age by the month it holds from (pension_age.csv); needed when a table "
         "uses retirement_from or retirement_to."},
        "pension_age.csv",
        none_text}});
}

}  // namespace

void add_top_keys(Definitions& list, scenario::Scenario const& plain_scenario) {
  add_top(list, plain_scenario);
  add_questions(list);
  add_columns(list);
  add_school(list, plain_scenario);
}

}  // namespace meesterplan::input
