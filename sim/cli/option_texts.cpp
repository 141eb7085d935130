#include "sim/cli/option_texts.hpp"

#include <algorithm>
#include <iterator>

namespace meesterplan::cli {
namespace {

OptionText const option_texts[] = {
    {"--replicates",
     {"N", "N"},
     {"zoveel toekomsten (1 tot en met 4294967295)", "so many futures (1 to 4294967295)"}},
    {"--seed",
     {"N", "N"},
     {"ander toeval (0 tot en met 4294967295)", "other chance (0 to 4294967295)"}},
    {"--years",
     {"N", "N"},
     {"zoveel schooljaren (1 tot en met 50)", "so many school years (1 to 50)"}},
    {"--uncertainty",
     {"all|chance", "all|chance"},
     {"onzekere getallen trekken, of op hun midden",
      "draw the uncertain numbers, or at their centre"}},
    {"--set",
     {"SLEUTEL=WAARDE", "KEY=VALUE"},
     {"een sleutel anders dan in het scenario; vaker mag",
      "a key other than in the scenario; may be repeated"}},
    {"--threads",
     {"N", "N"},
     {"zoveel rekendraden; verandert geen getal", "so many threads; changes no number"}},
    {"--output",
     {"BESTAND", "FILE"},
     {"bewaar de tabel als CSV (met --json: als JSON)",
      "keep the table as CSV (with --json: JSON)"}},
    {"--output",
     {"RAPPORT", "REPORT"},
     {"schrijf dit bestand: .html of .xlsx", "write this file: .html or .xlsx"}},
    {"--output", {"MAP", "FOLDER"}, {"schrijf in deze map", "write to this folder"}},
    {"--name", {"NAAM", "NAME"}, {"bewaar de run onder deze naam", "keep the run under this name"}},
    {"--run",
     {"NAAM", "NAME"},
     {"deze run van een map met bewaarde runs", "this run of a folder of kept runs"}},
    {"--for",
     {"board|council|hr|region", "board|council|hr|region"},
     {"bestuur (anders), medezeggenschap, HR of regio",
      "board (otherwise), participation council, HR, region"}},
    {"--timetable", {"BESTAND", "FILE"}, {"wie welke lessen geeft", "who gives which lessons"}},
    {"--diplomas", {"BESTAND", "FILE"}, {"diploma's en bevoegdheden", "diplomas and licences"}},
    {"--map",
     {"BESTAND", "FILE"},
     {"profiel: eigen koppen en woorden", "profile: own headers and words"}},
    {"--start",
     {"JAAR", "YEAR"},
     {"peildatum 1 oktober JAAR; anders de laatste", "as of 1 October YEAR; else the last one"}},
    {"--key", {"BESTAND", "FILE"}, {"sleutel van de pseudoniemen", "key of the pseudonyms"}},
    {"--duo",
     {"BESTAND", "FILE"},
     {"scholen: DUO, onderwijspersoneel per BRIN", "schools: DUO, personnel by BRIN"}},
    {"--locations",
     {"BESTAND", "FILE"},
     {"hun bestuur en regio: DUO, vestigingen", "their board and region: DUO, locations"}},
    {"--populations",
     {"N", "N"},
     {"zo vaak, in mappen 1 tot en met N", "so many times, in folders 1 to N"}},
    {"--policies",
     {},
     {"speel ook wat elk beleid doet; duurt langer",
      "also play what each policy does; takes longer"}},
    {"--populations-in",
     {"MAP", "FOLDER"},
     {"ook met de personen in mappen 1, 2, ... hierin",
      "also with the people in folders 1, 2, ... in it"}},
    {"--under",
     {"N", "N"},
     {"verberg aantallen onder N; anders 10", "hide counts under N; otherwise 10"}},
    {"--subjects", {}, {"per vak in plaats van per vakcluster", "by subject, not by cluster"}},
    {"--overwrite", {}, {"ook als er al iets staat", "also when there is something already"}},
    {"--year",
     {"JAAR", "YEAR"},
     {"schooljaar vanaf 1 augustus JAAR", "school year from 1 August YEAR"}},
    {"--csv",
     {"rfc|nl", "rfc|nl"},
     {"CSV: RFC 4180, of zoals Excel hier opent", "CSV: RFC 4180, or as Dutch Excel opens"}},
    {"--json", {}, {"JSON in plaats van tekst", "JSON instead of text"}},
    {"--quiet",
     {},
     {"geen voortgang en opmerkingen onderweg", "no progress and remarks on the way"}},
    {"--lang",
     {"nl|en", "nl|en"},
     {"taal; anders volgens LANG", "language; otherwise as LANG says"}},
    {"--help", {}, {"deze uitleg", "this help"}},
    {"--version", {}, {"welke versie dit is", "which version this is"}},
};

}  // namespace

OptionText const* find_option_text(OptionGrammar const& option) {
  auto const matches = [&](OptionText const& text) {
    return text.name == option.name() && (text.name != "--output" || text.value.en == option.value);
  };
  auto const* const found = std::find_if(std::begin(option_texts), std::end(option_texts), matches);
  return found == std::end(option_texts) ? nullptr : found;
}

}  // namespace meesterplan::cli
