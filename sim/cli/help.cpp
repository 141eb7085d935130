#include "sim/cli/help.hpp"

namespace meesterplan::cli {
namespace {

Text const& all() {
  static Text const text = {
      R"(meesterplan: hoe groot is de kans dat de school haar doel haalt?

Voorbeelden
  meesterplan run scenarios/ongewijzigd-beleid.toml
  meesterplan check mijn-school.toml
  meesterplan why mijn-school.toml
  meesterplan formatie mijn-school.toml
  meesterplan run mijn-school.toml -o uitkomst --replicates 2000

Opdrachten
  run       speel de toekomsten en geef het antwoord
  check     zeg alles wat er mis is met een scenario; er wordt niets gespeeld
  why       de balans van wie komt en gaat, en waar de uitkomst van afhangt
  formatie  wat elke sectie op 1 augustus nodig heeft (ook: staffing)
  version   welke versie dit is

Meer over een opdracht: meesterplan run --help
Taal: --lang nl of --lang en; anders volgens LANG.
)",
      R"(meesterplan: how likely is it that the school meets its goal?

Examples
  meesterplan run scenarios/ongewijzigd-beleid.toml
  meesterplan check my-school.toml
  meesterplan why my-school.toml
  meesterplan staffing my-school.toml
  meesterplan run my-school.toml -o result --replicates 2000

Commands
  run       play the futures and give the answer
  check     tell everything that is wrong with a scenario; nothing is played
  why       the balance of who comes and goes, and what the answer hangs on
  staffing  what each section needs on 1 August
  version   which version this is

More about a command: meesterplan run --help
Language: --lang nl or --lang en; otherwise as LANG says.
)"};
  return text;
}

Text const& check() {
  static Text const text = {
      R"(meesterplan check: zeg alles wat er mis is met een scenario

Voorbeelden
  meesterplan check mijn-school.toml
  meesterplan check mijn-school.toml --json

Elke fout staat op een regel: bestand:regel:kolom: veld: wat er mis is.
Er wordt niets gespeeld en niets geschreven.
)",
      R"(meesterplan check: tell everything that is wrong with a scenario

Examples
  meesterplan check my-school.toml
  meesterplan check my-school.toml --json

Each problem is on a line: file:line:column: field: what is wrong.
Nothing is played and nothing is written.
)"};
  return text;
}

Text const& run() {
  static Text const text = {
      R"(meesterplan run: speel de toekomsten van een scenario en geef het antwoord

Voorbeelden
  meesterplan run mijn-school.toml
  meesterplan run mijn-school.toml -o uitkomst
  meesterplan run mijn-school.toml --replicates 2000 --years 5
  meesterplan run mijn-school.toml --json > uitkomst.json

Met Ctrl-C stopt de run; wat dan gespeeld is, wordt getoond en bewaard, met de
vermelding dat het is onderbroken.
)",
      R"(meesterplan run: play the futures of a scenario and give the answer

Examples
  meesterplan run my-school.toml
  meesterplan run my-school.toml -o result
  meesterplan run my-school.toml --replicates 2000 --years 5
  meesterplan run my-school.toml --json > result.json

Ctrl-C stops the run; what has been played by then is shown and kept, and marked
as interrupted.
)"};
  return text;
}

Text const& why() {
  static Text const text = {
      R"(meesterplan why: waar komt de uitkomst vandaan?

Voorbeelden
  meesterplan why mijn-school.toml
  meesterplan why mijn-school.toml --replicates 2000

Toont de balans van docenten en van masters (wie komt, wie gaat, waarom), en
welke onzekere getallen de uitkomst het meest bewegen.
)",
      R"(meesterplan why: where does the answer come from?

Examples
  meesterplan why my-school.toml
  meesterplan why my-school.toml --replicates 2000

Shows the balance of teachers and of masters (who comes, who goes, and why), and
which uncertain numbers move the answer most.
)"};
  return text;
}

Text const& staffing() {
  static Text const text = {
      R"(meesterplan formatie: wat heeft elke sectie op 1 augustus nodig?

Voorbeelden
  meesterplan formatie mijn-school.toml
  meesterplan formatie mijn-school.toml --year 2027
  meesterplan formatie mijn-school.toml -o formatie.csv --csv nl
  meesterplan formatie mijn-school.toml --json

Toont per school en sectie: hoeveel fte nodig is en inzetbaar, wie zeker gaat en
waarom, hoeveel vertrek nog te verwachten is, hoeveel vacatures dat geeft, en
welke gaten er in het schooljaar vallen. Een sectie met minder dan 3 docenten
toont alleen wat nodig is.
)",
      R"(meesterplan staffing: what does each section need on 1 August?

Examples
  meesterplan staffing my-school.toml
  meesterplan staffing my-school.toml --year 2027
  meesterplan staffing my-school.toml -o staffing.csv --csv nl
  meesterplan staffing my-school.toml --json

Shows per school and section: how much fte is needed and deployable, who surely
goes and why, how many leavers are still to be expected, how many vacancies that
gives, and which holes fall in the school year. A section with fewer than 3
teachers shows only what it needs.
)"};
  return text;
}

Text const& staffing_options() {
  static Text const text = {
      R"(  --year JAAR             schooljaar dat op 1 augustus JAAR begint (anders: het volgende)
  --csv rfc|nl            CSV: met komma's, of met puntkomma's en decimale komma's
  -o, --output BESTAND    bewaar de tabel als CSV (met --json: als JSON)
  --overwrite             ook als dat bestand er al is
)",
      R"(  --year YEAR             school year that begins on 1 August YEAR (else: the next)
  --csv rfc|nl            CSV: with commas, or with semicolons and decimal commas
  -o, --output FILE       keep the table as CSV (with --json: as JSON)
  --overwrite             also when that file is there already
)"};
  return text;
}

Text const& play_options() {
  static Text const text = {
      R"(  --replicates N          zoveel toekomsten (1 tot en met 4294967295)
  --seed N                ander toeval (0 tot en met 4294967295)
  --years N               zoveel schooljaren (1 tot en met 50)
  --uncertainty all       onzekere getallen trekken (chance: op hun midden)
  --threads N             zoveel rekendraden; verandert geen getal
)",
      R"(  --replicates N          so many futures (1 to 4294967295)
  --seed N                other chance (0 to 4294967295)
  --years N               so many school years (1 to 50)
  --uncertainty all       draw the uncertain numbers (chance: at their centre)
  --threads N             so many threads; changes no number
)"};
  return text;
}

Text const& check_options() {
  static Text const text = {
      R"(  --replicates, --seed, --years, --uncertainty   zoals bij run
)",
      R"(  --replicates, --seed, --years, --uncertainty   as with run
)"};
  return text;
}

Text const& keep_options() {
  static Text const text = {
      R"(  -o, --output MAP        bewaar results.json in deze map
  --overwrite             ook als er al iets in die map staat
)",
      R"(  -o, --output FOLDER     keep results.json in this folder
  --overwrite             also when there is something in that folder already
)"};
  return text;
}

Text const& common_options() {
  static Text const text = {
      R"(  --json                  JSON in plaats van tekst
  --quiet                 geen voortgang en opmerkingen onderweg
  --lang nl|en            taal
)",
      R"(  --json                  JSON instead of text
  --quiet                 no progress and remarks on the way
  --lang nl|en            language
)"};
  return text;
}

Text const& exit_codes() {
  static Text const text = {
      R"(
Afloop: 0 goed, 1 fout in meesterplan of te weinig geheugen, 2 opdracht niet
begrepen, 3 iets mis met een invoerbestand, 4 schrijven mislukt, 130
onderbroken.
)",
      R"(
Exit status: 0 fine, 1 mistake in meesterplan or not enough memory, 2 command
not understood, 3 something wrong with an input file, 4 writing failed, 130
interrupted.
)"};
  return text;
}

}  // namespace

std::string help_text(Verb about, Language language) {
  std::string const head = language == Language::nl ? "\nOpties\n" : "\nOptions\n";
  std::string const common = common_options().in(language) + exit_codes().in(language);
  switch (about) {
    case Verb::check:
      return check().in(language) + head + check_options().in(language) + common;
    case Verb::run:
      return run().in(language) + head + play_options().in(language) + keep_options().in(language) +
             common;
    case Verb::why:
      return why().in(language) + head + play_options().in(language) + common;
    case Verb::staffing:
      return staffing().in(language) + head + staffing_options().in(language) +
             play_options().in(language) + common;
    case Verb::help:
    case Verb::version:
      break;
  }
  return all().in(language) + exit_codes().in(language);
}

}  // namespace meesterplan::cli
